"""An n-body simulation in which each thread moves its share and a barrier ends every half step.

usage: nbody_barrier.py [BODIES [STEPS [THREADS]]]
"""
import math
import sys
import threading

DT = 0.001


class Body:
    __slots__ = ("mass", "x", "y", "z", "vx", "vy", "vz")

    def __init__(self, number):
        angle = number * 2.399963
        radius = 1.0 + 0.05 * number
        self.mass = 1.0 / (number + 1)
        self.x = radius * math.cos(angle)
        self.y = radius * math.sin(angle)
        self.z = 0.02 * (number % 5 - 2)
        self.vx = -0.3 * math.sin(angle)
        self.vy = 0.3 * math.cos(angle)
        self.vz = 0.0


def accelerate(bodies, mine):
    """Reads all places, writes the speeds of its own bodies only."""
    for a in mine:
        ax = ay = az = 0.0
        for b in bodies:
            if a is b:
                continue
            dx = b.x - a.x
            dy = b.y - a.y
            dz = b.z - a.z
            d2 = dx * dx + dy * dy + dz * dz + 0.01
            pull = b.mass / (d2 * math.sqrt(d2))
            ax += dx * pull
            ay += dy * pull
            az += dz * pull
        a.vx += ax * DT
        a.vy += ay * DT
        a.vz += az * DT


def move(mine):
    for a in mine:
        a.x += a.vx * DT
        a.y += a.vy * DT
        a.z += a.vz * DT


def momentum(bodies):
    return tuple(sum(getattr(b, v) * b.mass for b in bodies) for v in ("vx", "vy", "vz"))


def simulate(count, steps, threads):
    bodies = [Body(k) for k in range(count)]
    barrier = threading.Barrier(threads)

    def work(number):
        mine = bodies[number::threads]
        for _ in range(steps):
            accelerate(bodies, mine)
            barrier.wait()
            move(mine)
            barrier.wait()

    workers = [threading.Thread(target=work, args=(k,)) for k in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return bodies


def state(bodies):
    return [(b.x, b.y, b.z, b.vx, b.vy, b.vz) for b in bodies]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    threads = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    before = momentum([Body(k) for k in range(count)])
    bodies = simulate(count, steps, threads)
    drift = max(abs(a - b) for a, b in zip(before, momentum(bodies)))
    same = state(bodies) == state(simulate(count, steps, 1))
    print(f"{count} bodies, {steps} steps, momentum changed by {drift:.1e}")
    right = same and drift < 1e-9
    print("check: one thread computes the same, momentum is kept:", "ok" if right else "FAILED")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
