"""Executes every instruction, each specialized form at a site of its own, until the interpreter is warm."""
import sys


def integers(a, b):
    return (a + b, a - b, a * b, a // b, a % b, a / b, a & b, a | b, a ^ b, a << 2, a >> 1, -a, ~a, a < b)


def floats(a, b):
    return a + b, a - b, a * b, a / b, -a, a < b, a == b


def mixed(a, b):
    return a + b, b * a, a - b, b / a


def powers(a):
    return a**2, a @ Matrix()


class Matrix:
    def __rmatmul__(self, other):
        return other


def texts(a, b):
    joined = a + b
    return joined, f"{a}{b!r}{a:>5}", a == b, a[0], a[-1]


def truths(flag, number, nothing, text, items, other):
    count = 0
    if flag:
        count += 1
    if number:
        count += 1
    if nothing:
        count += 1
    if text:
        count += 1
    if items:
        count += 1
    if other:
        count += 1
    if not (flag and number):
        count += 1
    inverted = not flag
    if nothing is None or inverted:
        count += 1
    if number is not None:
        count += 1
    while number > 0 and not nothing:
        number -= 1
    return count


def mutate(items, mapping, unique):
    items[0] = items[1]
    mapping["key"] = mapping["other"]
    items[2:3] = [5]
    del mapping["key"]
    part = items[1:3]
    every = items[::2]
    return part, every, "other" in mapping, 3 in unique, 3 not in items


def build(items, pair, mapping):
    a, b = pair
    (c, d, e) = (a, b, a)
    [f, g] = items
    first, *rest = items
    nested = [*items, *pair]
    merged = {**mapping, "more": 1}
    united = {*items, *pair}
    return {"a": a, "b": b}, [c, d, e], (f, g), {a, b}, first, rest, nested, merged, united


def tuples(row):
    return row[0], row[-1]


def swap(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    return a < b < c


def comprehensions(n):
    squares = [i * i for i in range(n)]
    doubled = {i + i for i in squares}
    table = {i: i for i in squares}
    lazy = sum(i for i in squares)
    return squares, doubled, table, lazy


def iterate(items, pair):
    total = 0
    for item in items:
        total += item
    for item in pair:
        total += item
    for item in range(3):
        total += item
    for item in numbers(3):
        total += item
    for item in {1, 2}:
        total += item
    for index, item in enumerate(items):
        total += index * item
    for item in items:
        if item:
            break
    return total


def numbers(n):
    i = 0
    while i < n:
        got = yield i
        i += 1
    return n


def delegating(n):
    result = yield from numbers(n)
    try:
        yield from numbers(n)
    except KeyError:
        yield result


def generators():
    total = 0
    for value in delegating(2):
        total += value
    thrown = delegating(0)
    running = delegating(3)
    next(running)
    running.send(None)
    for _ in range(2):
        next(running)
    try:
        running.throw(KeyError("expected"))
    except StopIteration:
        total += 1
    running.close()
    thrown.close()
    return total


class Ticks:
    def __init__(self, n):
        self.left = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


class Pause:
    def __await__(self):
        yield 1
        return 2


class Section:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return True


async def pairs(n):
    async for tick in Ticks(n):
        yield tick


async def asynchronous(n):
    total = await Pause()
    async for tick in Ticks(n):
        total += tick
    async for tick in pairs(n):
        total += tick
    async with Section() as section:
        raise ValueError(section)
    return total


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def drive_throwing():
    coroutine = asynchronous(2)
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("expected"))
    except KeyError:
        return 1
    return 0


def guarded(n):
    with Section():
        n = n // 0
    with Section() as section:
        n += 1
    try:
        try:
            raise KeyError(n) from None
        except ValueError:
            n += 1
        finally:
            n += 1
    except (KeyError, TypeError) as error:
        n += len(error.args)
    try:
        assert n < 0
    except AssertionError:
        n += 1
    try:
        raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
    except* ValueError:
        n += 1
    except* TypeError:
        n += 1
    try:
        try:
            raise ValueError
        except ValueError:
            raise
    except ValueError:
        n += 1
    return section, n


class Shape:
    kind: str = "shape"
    __match_args__ = ("width", "height")
    count = 0
    sides = 4

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def name(self):
        return "shape"

    def scaled(self, by=1):
        return self.width * by

    @property
    def size(self):
        return self.width

    @classmethod
    def unit(cls):
        return cls.count


class Answer:
    def __getattribute__(self, name):
        return name

    def __call__(self):
        return self


class Square(Shape):
    def __init__(self, width):
        super().__init__(width, width)

    def area(self):
        return super().area() + super(Square, self).area()

    def inherited(self):
        return super().name

    def __getitem__(self, index):
        return index


def attributes(shape):
    bound = shape.area
    shape.extra = shape.width
    del shape.extra
    shape.width = shape.height
    shape.width += 1
    return bound(), shape.area(), shape.name(), Shape.count, shape.sides, shape.size, Shape.unit()


def reset(shape):
    """Without its own dictionary, unlike what attributes() leaves."""
    shape.width = shape.height
    return shape.sides, shape.size


def objects(square):
    return (square[1], square.inherited()) if square else None


def calls(answer, shape, values):
    values.append(1)
    scaled = shape.scaled
    return (
        answer.value,
        answer(),
        scaled(by=2),
        shape.scaled(by=2),
        sorted(values, reverse=True),
        isinstance(values, list),
        type(values),
        str(1),
        len(values),
        list(values),
        sys.argv,
    )


def match(subject):
    match subject:
        case {"key": value, **rest}:
            return value, rest
        case [first, second]:
            return first, second
        case [first, *others]:
            return first, others
        case Shape(width, height=2):
            return width
        case Shape(width):
            return width
        case None | True:
            return subject
        case _:
            return 0


def closure(n):
    count = n

    def step(by=1, *, scale: int = 2):
        nonlocal count
        count += by * scale
        return count

    def forget():
        nonlocal count
        del count
        count = 0

    class Inner:
        held = n
        spare = held
        del spare
        type Other = Shape

    step()
    step(2, scale=3)
    step(*(1,), **{"scale": 2})
    step(*(1,))
    forget()
    return step(), Inner.held, Inner.Other.__value__


def locals_and_globals(n):
    global counter, scratch
    counter = n
    scratch = counter
    del scratch
    if n:
        late = 1
    late += 1
    del late
    import sys as system
    from sys import argv, argv as arguments
    return system, argv, arguments, len(SPACE)


SPACE = {}
MODULE_BODY = compile(
    "value: int = 1\n"
    "other = value\n"
    "del other\n"
    "from sys import *\n"
    "class Body:\n"
    "    here = value\n"
    "    there = here\n"
    "+value\n"
    "print\n",
    "body",
    "exec",
)
counter = 0
items = [3, 1]
pair = (4, 5)


def once(i):
    """Everything once, with operands that keep each site's kind."""
    integers(i + 7, 3)
    floats(i + 0.5, 2.5)
    mixed(i + 0.5, 3)
    powers(2)
    texts("ab", "cd")
    truths(True, 1, None, "a", items, pair)
    mutate([1, 2, 3], {"key": 1, "other": 2}, {3, 4})
    build(items, pair, {"other": 2})
    swap(1, 2, 3)
    comprehensions(3)
    iterate(items, pair)
    generators()
    drive(asynchronous(2))
    drive_throwing()
    guarded(1)
    attributes(Shape(2, 3))
    attributes(Square(2))
    reset(Shape(2, 3))
    objects(Square(2))
    calls(Answer(), Shape(2, 3), [2])
    tuples(pair)
    for subject in ({"key": 1}, [1, 2], [1, 2, 3], Shape(1, 2), Shape(1, 3), None, 0):
        match(subject)
    closure(i)
    locals_and_globals(1)
    bound = pair.count
    bound(4)
    len(items)


def everything(rounds):
    for i in range(rounds):
        once(i)
        if i % 64 == 0:
            exec(MODULE_BODY, {})
    return counter


if __name__ == "__main__":
    everything(int(sys.argv[1]))
