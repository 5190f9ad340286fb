"""loops.py ROUNDS: what the interpreter's loop is compiled by, for every program (docs/build.md).

Each function is a few thousand instructions of one kind of work that programs have; a round is all of them. What they
cost is nearly the same, so that each counts as much. What is rare comes now and then: the machine code is given up where
it meets what never came. `opcodes` has every instruction, `misses` what a specialized one was not made for.
"""
import _thread
import gc
import sys

import opcodes

SIZE = 200


def integers(n):
    total = 0
    for i in range(n * 3):
        if i & 1:
            total += i * 3 - 7
        else:
            total ^= i >> 2
    return total


def euclid(n):
    steps = 0
    a = 1
    while a < n:
        x, y = a, n
        while y:
            x, y = y, x % y
            steps += 1
        a += 9
    return steps


def floats(n):
    x = y = 0.25
    vx, vy = 0.5, -0.125
    for i in range(n):
        distance = x * x + y * y + 0.01
        vx -= x / distance * 0.01
        vy -= y / distance * 0.01
        x += vx * 0.01
        y += vy * 0.01
    return x, y


def mandelbrot(n):
    inside = 0
    for row in range(n // 20):
        cy = row * 0.2 - 1.0
        for column in range(4):
            cx = column * 0.5 - 1.5
            x = y = 0.0
            for step in range(12):
                x, y = x * x - y * y + cx, 2.0 * x * y + cy
                if x * x + y * y > 4.0:
                    break
            else:
                inside += 1
    return inside


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def recursion(n):
    return fibonacci(11 if n > 100 else 5)


def add(a, b):
    return a + b


def scaled(value, factor=2, *, offset=1):
    return value * factor + offset


def total_of(*values, **named):
    return len(values) + len(named)


def calls(n):
    total = 0
    for i in range(n):
        total = add(total, scaled(i))
        total = add(total, scaled(i, 3))
    return total


def keywords(n):
    total = 0
    for i in range(n // 2):
        total += scaled(i, offset=3) + scaled(value=i, factor=2)
        total += total_of(i, total, key=i)
    return total


class Shape:
    sides = 0
    made = 0

    def __init__(self, name, size):
        self.name = name
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size += by
        return self

    @property
    def double(self):
        return self.size * 2

    @staticmethod
    def unit():
        return 1

    @classmethod
    def count(cls):
        return cls.sides


class Square(Shape):
    sides = 4

    def __init__(self, size):
        super().__init__("square", size)

    def area(self):
        return self.size * self.size


class Circle(Shape):
    def __init__(self, size):
        self.name = "circle"
        self.size = size

    def area(self):
        return 3 * self.size * self.size


class Cell:
    __slots__ = ("value", "next")

    def __init__(self, value, next):
        self.value = value
        self.next = next


def attributes(n):
    shape = Square(3)
    total = 0
    for i in range(n):
        shape.size = i
        total += shape.size + shape.sides
        shape.made = total
    return total + shape.made


def methods(n):
    shape = Square(2)
    total = 0
    for i in range(n):
        total += shape.area()
        if i % 50 == 0:
            shape.grow(1)
    return total


def shapes(n):
    items = [Square(2), Circle(1), Square(3)]
    total = 0
    for i in range(n // 6):
        for shape in items:
            total += shape.area()
    return total


def descriptors(n):
    shape = Square(5)
    total = 0
    for i in range(n // 2):
        total += shape.double + shape.unit() + shape.count() + Shape.sides
    return total


def objects(n):
    last = None
    for i in range(n // 3):
        last = Circle(i)
        last = Square(i)
    return last


def linked(n):
    head = None
    for i in range(n // 4):
        head = Cell(i, head)
    total = 0
    while head is not None:
        total += head.value
        head = head.next
    return total


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __getitem__(self, index):
        return self.y if index else self.x

    def __len__(self):
        return 2


def operators(n):
    total = Vector(0, 0)
    step = Vector(1, 2)
    for i in range(n // 8):
        total = total + step
        if total == step or len(total) != 2:
            total[0]
    return total[1]


def lists(n):
    items = [0] * n
    for i in range(n):
        items[i] = i * 2
    total = 0
    for i in range(1, len(items)):
        total += items[i] - items[i - 1]
    grown = []
    for item in items:
        if item % 3 == 0:
            grown.append(item)
    while grown:
        total += grown.pop()
    return total


def sieve(n):
    flags = [True] * n
    for i in range(2, n):
        if flags[i]:
            for k in range(i * i, n, i):
                flags[k] = False
    return sum(flags)


def grid(n):
    size = n // 20
    rows = [[i * k for k in range(size)] for i in range(size)]
    total = 0
    for y in range(1, size - 1):
        row = rows[y]
        for x in range(1, size - 1):
            total += row[x - 1] + row[x + 1] + rows[y - 1][x] - rows[y + 1][x]
    return total


def dicts(n):
    table = {}
    for i in range(n // 2):
        table[i & 31] = i
    total = 0
    for key in table:
        total += table[key]
    for key, value in table.items():
        if key in table and value > 3:
            total -= table.get(key, 0)
    return total


def words(n):
    counts = {}
    for word in ("red", "green", "blue", "red", "grey") * (n // 12):
        counts[word] = counts.get(word, 0) + 1
        if word not in counts:
            counts.setdefault(word, []).append(word)
    return {"first": counts["red"], "others": len(counts)}


def sets(n):
    seen = set()
    fresh = 0
    for i in range(n):
        if i % 17 not in seen:
            seen.add(i % 17)
            fresh += 1
    return fresh, seen & {1, 2, 3}


def comprehensions(n):
    squares = [i * i for i in range(n)]
    odd = [i for i in squares if i % 2]
    table = {i: -i for i in odd[:20]}
    return sum(i for i in odd), {i % 7 for i in odd}, table


def tuples(n):
    pairs = [(i, -i) for i in range(n // 3)]
    total = 0
    for a, b in pairs:
        total += a - b
    for index, (a, b) in enumerate(pairs):
        total += index + a
    for a, b in zip(pairs, pairs):
        total += a[0] + b[1]
    return total


def strings(n):
    parts = []
    for i in range(n // 8):
        name = "item" + str(i)
        if name.startswith("item1"):
            parts.append(name.upper())
        parts.append(f"{name}={i}")
    text = ", ".join(parts)
    return len(text.split(", ")), text.replace("=", ":")


def scanner(n):
    text = "alpha = 12 + beta * (7 - x)" * (n // 60)
    numbers = names = 0
    i = 0
    while i < len(text):
        c = text[i]
        if c == " ":
            i += 1
        elif "0" <= c <= "9":
            numbers = numbers * 10 + ord(c) - 48
            i += 1
        elif c.isalpha():
            names += 1
            i += 1
        else:
            i += 1
    return numbers, names


def below(n):
    i = 0
    while i < n:
        yield i
        i += 1


def chained(n):
    yield from below(n)


def generators(n):
    total = 0
    for i in below(n):
        total += i
    for i in chained(n // 6):
        total += i
    return total + sum(i * 2 for i in below(n // 4))


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *caught):
        return False


def checked(i):
    if i % 3 == 0:
        raise ValueError(i)
    return i


def exceptions(n):
    total = 0
    guard = Guard()
    for i in range(n // 6):
        try:
            total += checked(i)
        except ValueError as error:
            total -= 1
        finally:
            total += 1
        with guard:
            total += 1
    return total


def adder(step):
    def increase(value):
        return value + step

    return increase


def counter():
    count = 0

    def increase():
        nonlocal count
        count += 1
        return count

    return increase


def closures(n):
    increase = counter()
    total = 0
    for i in range(n // 3):
        total = adder(i)(total)
        total += increase()
        total += (lambda value: value - 1)(i)
    return total


class Pause:
    def __await__(self):
        yield


async def nap():
    await Pause()
    return 1


async def worker(n):
    total = 0
    for i in range(n):
        total += await nap()
    return total


def tasks(n):
    running = [worker(n // 20) for _ in range(3)]
    while running:
        for task in running[:]:
            try:
                task.send(None)
            except StopIteration:
                running.remove(task)


limit = 10
table = [3, 1, 2]


def names(n):
    global limit
    total = 0
    for i in range(n):
        total += limit + len(table)
        if isinstance(i, int) and abs(i) < limit:
            limit = 10
        total = max(total, i)
    return total


def sorting(n):
    rows = [(i * 7919) % 101 for i in range(n // 2)]
    rows.sort(key=lambda row: -row)
    ordered = sorted(rows)
    return ordered[0], max(rows, key=lambda row: row % 10), list(map(adder(1), rows[:20]))


def shape_of(value):
    match value:
        case 0 | 1:
            return "small"
        case (x, y):
            return x
        case {"kind": kind}:
            return kind
        case Cell(value=inner):
            return inner
        case str():
            return "text"
        case _:
            return None


Cell.__match_args__ = ("value",)


def matches(n):
    values = [1, (1, 2), {"kind": 3}, "text", 7]
    for i in range(n // 20):
        for value in values:
            shape_of(value)


def bisect(n):
    items = list(range(n))
    found = 0
    for wanted in range(0, n, 4):
        low, high = 0, len(items)
        while low < high:
            middle = (low + high) // 2
            if items[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        found += items[low] == wanted
    return found


WORK = [
    integers, euclid, floats, mandelbrot, recursion, calls, keywords, attributes, methods, shapes, descriptors, objects,
    linked, operators, lists, sieve, grid, dicts, words, sets, comprehensions, tuples, strings, scanner, generators,
    exceptions, closures, tasks, names, sorting, matches, bisect,
]


class Thing:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


class Other(Thing):
    __slots__ = ()

    def __getattr__(self, name):
        return name


def one(value):
    return value


OPERATIONS = """
a + b; a - b; a * b; a / b; a // b; a % b; a & b; a | b; a ^ b; a << b; a >> b; -a; not a; a < b; a == b; a != b
a is b; a is None; a in b; a[b]; a[-1]; a(b); a.value; a.get(); len(a); [x for x in a]; [x for x, y in a]; 1 if a else 2
a and b; a is not b or b; f"{a}"; isinstance(a, int); str(a); [*a]; (lambda x, y: x)(*a); a(b, value=b); a + 1; a - 1; a < 1
[a := x for x in range(3)]; sum(x for x in a); a[b:]; {**a}; {a: b}; a.get; max(a, b); list(enumerate(a)); list(zip(a, a))
""".strip().replace("\n", ";").split(";")
VALUES = [
    (3, 2), (2.5, 0.5), (1 << 60, 1 << 61), (1 << 46, 1 << 45), (1 << 30, 1 << 25), ("text", "t"), ([4, 5], 0), ((4, 5), 1), ({0: 1}, 0),
    ([(1, 2)], 0), (Thing(1), 2), (Other(1), None), (one, 1), (Thing, 1), (len, "text"), (None, None), (True, False),
    (range(3), 1), ({1, 2}, {1}), (3, 2.5), (2.5, 3), (b"bytes", 1),
]


def misses():
    for operation in OPERATIONS:
        function = eval("lambda a, b: " + operation.strip())
        for number, home in enumerate(VALUES):
            # A copy is specialized anew.
            function.__code__ = function.__code__.replace()
            try:
                for _ in range(6):
                    function(*home)
            except Exception:
                continue
            for other in (VALUES[number - 1], VALUES[(number * 7 + 3) % len(VALUES)], VALUES[0]):
                try:
                    function(*other)
                except Exception:
                    pass


def assigned():
    """What goes into places that had another kind of thing, and loops over one kind after the other."""
    thing = Thing(1)
    for value in (1, 2, 3, 4, 2.5, "text", None) * 3:
        thing.value = value
        thing.get()
    for things in ([1] * 9, (1,) * 9, range(9), {1: 2}, below(3), "text", [1], {1}, iter([2]), map(one, [1])) * 3:
        for _ in things:
            pass


def on_threads():
    """Polls: another thread stops this one. A thread that begins has no counters yet."""
    done = _thread.allocate_lock()
    done.acquire()

    def others():
        for work in WORK:
            work(SIZE // 10)
            gc.collect()
        done.release()

    _thread.start_new_thread(others, ())
    while not done.acquire(False):
        calls(SIZE)
        attributes(SIZE)
        generators(SIZE)


def rare():
    opcodes.everything(1)
    misses()
    assigned()
    on_threads()


def main(rounds):
    opcodes.everything(40)
    for number in range(rounds):
        if number == 50:
            rare()
        for work in WORK:
            work(SIZE)
        # The commonest kinds count more.
        for work in (descriptors, descriptors, objects, strings):
            work(SIZE)


main(int(sys.argv[1]))
