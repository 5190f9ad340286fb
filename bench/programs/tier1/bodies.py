"""Three bodies that attract each other: floats in attributes."""
import math
import sys


class Body:
    def __init__(self, x, y, vx, vy, mass):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.mass = mass

    def pull(self, other, dt):
        dx = self.x - other.x
        dy = self.y - other.y
        square = dx * dx + dy * dy + 0.01
        force = dt / (square * math.sqrt(square))
        self.vx -= dx * other.mass * force
        self.vy -= dy * other.mass * force

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt


def run(n):
    bodies = [Body(0.0, 0.0, 0.0, 0.0, 10.0), Body(3.0, 0.0, 0.0, 1.5, 0.1), Body(0.0, 5.0, -1.2, 0.0, 0.2)]
    for i in range(n):
        for a in bodies:
            for b in bodies:
                if a is not b:
                    a.pull(b, 0.001)
        for a in bodies:
            a.move(0.001)
    return ["%.9f %.9f" % (b.x, b.y) for b in bodies]


print(run(int(sys.argv[1])))
