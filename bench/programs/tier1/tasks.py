"""A small scheduler: linked objects, methods of subclasses, flags, a shared queue."""
import sys


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0


class Task:
    def __init__(self, ident, following):
        self.ident = ident
        self.following = following
        self.held = False
        self.ran = 0
        self.packet = None

    def run(self, queue):
        return self.following


class Idle(Task):
    def __init__(self, ident, following):
        super().__init__(ident, following)
        self.control = 1

    def run(self, queue):
        self.ran += 1
        if self.control & 1 == 0:
            self.control = self.control // 2
        else:
            self.control = self.control // 2 ^ 0xD008
        self.held = not self.held
        return self.following


class Worker(Task):
    def run(self, queue):
        self.ran += 1
        if self.packet is None:
            self.packet = Packet(None, self.ident, 1)
        self.packet.datum += 1
        if self.packet.datum > 50:
            queue.append(self.packet)
            self.packet = None
        return self.following


def run(n):
    last = None
    first = None
    for i in range(6):
        task = Idle(i, last) if i & 1 else Worker(i, last)
        if first is None:
            first = task
        last = task
    first.following = last
    queue = []
    current = last
    total = 0
    for i in range(n):
        current = current.run(queue)
        if len(queue) > 10:
            for packet in queue:
                total = total + packet.datum + packet.ident & 0xFFFFFF
            queue = []
    return total, [last.ran, last.following.ran, last.ident]


print(run(int(sys.argv[1])))
