"""A full heap (-X heap=SIZE) is a MemoryError wherever it is met, with what was held given back afterwards; the last one is caught by nobody."""

import threading


def tuples():
    x = None
    while True:
        x = (x, [0] * 8)


def appends():
    items = []
    while True:
        items.append(float(len(items)))


def entries():
    d = {}
    while True:
        d[len(d)] = str(len(d))


def text():
    s = "x"
    while True:
        s += s


def objects():
    class Node:
        def __init__(self, before):
            self.before = before

    node = None
    while True:
        node = Node(node)


def numbers():
    n = 3
    while True:
        n *= n


def sorting():
    return sorted(range(30_000_000))


def copies():
    d = {}
    while True:
        d[len(d)] = dict(d)


def generators():
    def ones():
        yield 1

    held = []
    while True:
        g = ones()
        next(g)
        held.append(g)


def closures():
    f = None
    while True:
        f = (lambda f: lambda: f)(f)


def attempt(fill):
    for again in range(2):
        try:
            fill()
        except MemoryError as error:
            assert type(error) is MemoryError and error.args == ()
            assert error.__traceback__.tb_next.tb_frame.f_code is fill.__code__
        assert sum(x * x for x in range(1000)) == 332833500
    print(fill.__name__)


for fill in (tuples, appends, entries, text, objects, sorting, copies, generators, closures):
    attempt(fill)

caught = []
turn = threading.Lock()


def run():
    # One at a time: a full heap is everybody's, and `threading` itself needs some of it.
    with turn:
        try:
            tuples()
        except MemoryError:
            caught.append(1)


threads = [threading.Thread(target=run) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(caught))
tuples()
