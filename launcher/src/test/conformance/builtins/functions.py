"""The built-in functions with usual and unusual arguments."""


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Index:
    def __index__(self):
        return 5


class Round:
    def __round__(self, n="none"):
        return ("rounded", n)

    def __trunc__(self):
        return 9

    def __floor__(self):
        return 1


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


class Fmt:
    def __format__(self, spec):
        return "<" + spec + ">"


class BadFmt:
    def __format__(self, spec):
        return 5


class Dir:
    def __dir__(self):
        return ["z", "a"]


for f in (
    lambda: abs(-5), lambda: abs(-2.5), lambda: abs(3 - 4j), lambda: abs("a"), lambda: abs(), lambda: abs(1, 2), lambda: abs(x=1),
    lambda: all([]), lambda: all([1, 0]), lambda: all([1, 2]), lambda: all(5), lambda: any([]), lambda: any([0, 3]), lambda: any([0, ""]), lambda: any(None),
    lambda: ascii("a\xe9\u20ac\U0001f600\n"), lambda: ascii([1, "\xff"]), lambda: bin(10), lambda: bin(-1), lambda: bin(Index()), lambda: bin(1.5), lambda: oct(8), lambda: oct("8"), lambda: hex(255), lambda: hex(-255), lambda: hex(Index()),
    lambda: bool(), lambda: bool([]), lambda: bool([0]), lambda: bool(Len(0)), lambda: bool(Len(2)), lambda: bool(Len(-1)), lambda: bool(1, 2), lambda: bool(x=1),
    lambda: callable(len), lambda: callable(5), lambda: callable(Index), lambda: callable(Index()), lambda: callable(lambda: 0),
    lambda: chr(97), lambda: chr(0x10FFFF), lambda: chr(0x110000), lambda: chr(-1), lambda: chr("a"), lambda: chr(Index()), lambda: ord("a"), lambda: ord("ab"), lambda: ord(b"z"), lambda: ord(5), lambda: ord(""), lambda: ord(bytearray(b"q")),
    lambda: divmod(7, 2), lambda: divmod(-7, 2), lambda: divmod(7, -2), lambda: divmod(7.5, 2), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: divmod(2**70, 3),
    lambda: list(enumerate("abc")), lambda: list(enumerate("ab", 5)), lambda: list(enumerate("ab", start=-1)), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: list(enumerate("a", 2**70)), lambda: enumerate(), lambda: list(enumerate(iterable="x")),
    lambda: list(filter(None, [0, 1, "", "a"])), lambda: list(filter(lambda x: x > 1, [1, 2, 3])), lambda: filter(1), lambda: list(filter(1, [1])), lambda: filter(None, 5),
    lambda: format(5), lambda: format(5, "05"), lambda: format(255, "#x"), lambda: format("a", ">5"), lambda: format(1.5, ".3f"), lambda: format(Fmt(), "spec"), lambda: format(BadFmt(), ""), lambda: format([], "x"), lambda: format(5, 5), lambda: format(None, ""), lambda: format(5, "z"), lambda: format("a", "d"), lambda: format(1234567, ","), lambda: format(0.5, "%"), lambda: format(True), lambda: format(True, "d"), lambda: format(3 + 4j, ".1f"),
    lambda: getattr(5, "real"), lambda: getattr(5, "nope"), lambda: getattr(5, "nope", "default"), lambda: getattr(5, 5), lambda: getattr(5), lambda: hasattr(5, "real"), lambda: hasattr(5, "nope"), lambda: hasattr(5, 5), lambda: setattr(5, "a", 1), lambda: delattr(5, "a"), lambda: delattr(Index(), "a"), lambda: setattr(Index(), 5, 1),
    lambda: hash(1) == hash(1.0) == hash(True), lambda: hash([]), lambda: hash({}), lambda: hash(2**61 - 1), lambda: hash(-1), lambda: hash(None) == hash(None), lambda: hash(Index) == hash(Index), lambda: hash(1.5), lambda: hash(float("inf")), lambda: hash(1j), lambda: hash((1, (2, 3))) == hash((1, (2, 3))),
    lambda: isinstance(5, int), lambda: isinstance(5, (str, int)), lambda: isinstance(5, (str, (float, (int,)))), lambda: isinstance(True, int), lambda: isinstance(5, 5), lambda: isinstance(5, (str, 5)), lambda: isinstance(5, int | str), lambda: isinstance(None, int | None), lambda: isinstance(5, list[int]), lambda: issubclass(bool, int), lambda: issubclass(int, (str, object)), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: issubclass(int, str | int),
    lambda: list(iter([1, 2])), lambda: iter(5), lambda: list(iter(iter([3, 2, 1]).__next__, 1)), lambda: iter(5, 5), lambda: list(iter(Seq())), lambda: iter(),
    lambda: len("abc"), lambda: len(5), lambda: len(Len(3)), lambda: len(Len(-1)), lambda: len(Len("a")), lambda: len(Len(2**70)), lambda: len(), lambda: len({1: 2}), lambda: len(range(7)),
    lambda: list(map(abs, [-1, 2])), lambda: list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), lambda: map(abs), lambda: map(abs, 5), lambda: list(map(5, [1])), lambda: list(map(None, [1])),
    lambda: max(1, 3, 2), lambda: max([1, 3, 2]), lambda: max([]), lambda: max([], default=7), lambda: max("ab", "b", key=len), lambda: max(1, 2, default=3), lambda: max(5), lambda: max(), lambda: max([1, "a"]), lambda: max([3, 1], key=lambda x: -x), lambda: max([1], foo=2), lambda: min(3, 1), lambda: min("hello"), lambda: min([]), lambda: min([(2, "a"), (1, "b")]), lambda: min([1, 1.0]), lambda: max([1, 1.0, True]), lambda: min([3, 1, 2], key=None), lambda: min([], default=None, key=len),
    lambda: next(iter([1])), lambda: next(iter([])), lambda: next(iter([]), "end"), lambda: next(5), lambda: next([]), lambda: next(),
    lambda: pow(2, 10), lambda: pow(2, -1), lambda: pow(2, 10, 1000), lambda: pow(2, -1, 5), lambda: pow(0, 0), lambda: pow(2, 3, None), lambda: pow(base=2, exp=3, mod=5), lambda: pow("a", 2), lambda: pow(2.0, 3, 5), lambda: pow(0, -1), lambda: pow(0.0, -1), lambda: pow(-8, 1 / 3), lambda: pow(2), lambda: pow(5, 3, -7), lambda: pow(1, 2, 0),
    lambda: repr("a'b"), lambda: repr(1.0), lambda: repr(), lambda: str(), lambda: str(None), lambda: str(b"a"), lambda: str(b"\xc3\xa9", "utf-8"), lambda: str(object=5),
    lambda: list(reversed([1, 2, 3])), lambda: list(reversed("abc")), lambda: list(reversed(Seq())), lambda: reversed({1}), lambda: reversed(5), lambda: list(reversed(range(3))), lambda: list(reversed({"a": 1, "b": 2})), lambda: reversed(iter([])),
    lambda: round(2.5), lambda: round(3.5), lambda: round(-2.5), lambda: round(2.675, 2), lambda: round(1234.5678, -2), lambda: round(5), lambda: round(55, -1), lambda: round(45, -1), lambda: round(Round()), lambda: round(Round(), 3), lambda: round("a"), lambda: round(1.5, "a"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1e300, 5), lambda: round(2.5, None), lambda: round(number=2.567, ndigits=1), lambda: round(0.5), lambda: round(1.5), lambda: type(round(1.0, 0)),
    lambda: sorted([3, 1, 2]), lambda: sorted("hello"), lambda: sorted([1, 2, 3], reverse=True), lambda: sorted(["b", "A"], key=str.lower), lambda: sorted([1, "a"]), lambda: sorted(5), lambda: sorted(), lambda: sorted([3, 1], None), lambda: sorted([3, 1], key=5), lambda: sorted({3: 0, 1: 0}), lambda: sorted([1, 2], reverse="x"), lambda: sorted([], foo=1),
    lambda: sum([1, 2, 3]), lambda: sum([]), lambda: sum([1.5, 2]), lambda: sum([[1], [2]], []), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([1], start=10), lambda: sum(5), lambda: sum([0.1] * 10), lambda: sum([True, True]), lambda: sum([1, 2.5, 3j]), lambda: sum([2**62, 2**62]), lambda: sum(range(100)), lambda: sum([bytearray()], bytearray()),
    lambda: type(5), lambda: type(5, 6), lambda: type("N", (), {"a": 1}).a, lambda: type("N", (int,), {})(5) + 1, lambda: type(5, (), {}), lambda: type(), lambda: type("N", 5, {}), lambda: type("N", (), 5), lambda: type("N", (5,), {}), lambda: type("N", (int, str), {}), lambda: type("N", (bool,), {}),
    lambda: list(zip([1, 2], "ab")), lambda: list(zip()), lambda: list(zip([1, 2, 3], "ab")), lambda: list(zip([1, 2], "abc", strict=True)), lambda: list(zip([1, 2, 3], "ab", strict=True)), lambda: list(zip([1], "a", strict=True)), lambda: zip(5), lambda: zip([1], 5), lambda: list(zip([1, 2], [3], [4, 5], strict=True)), lambda: zip([1], foo=1),
    lambda: sorted(dir(Dir())), lambda: dir(5)[:2], lambda: vars(5), lambda: sorted(vars(Round()).items()), lambda: vars(1, 2),
    lambda: id(None) == id(None), lambda: id([]) != id([1]) or True, lambda: id(), lambda: object(5), lambda: object.__new__(5), lambda: object.__new__(int),
    lambda: slice(1, 2), lambda: slice("a"), lambda: memoryview(b"ab")[1], lambda: memoryview(5), lambda: super(), lambda: super(str, 5), lambda: super(5, 5),
    lambda: compile("1+", "f", "eval"), lambda: eval("1+2"), lambda: eval(" 1"), lambda: eval("a", {"a": 5}), lambda: eval(5), lambda: exec("x = 5"), lambda: exec(5), lambda: __import__("nope_nope"), lambda: __import__(5), lambda: globals() is globals(), lambda: locals().__class__, lambda: __build_class__, lambda: __debug__,
):
    try:
        show(f)
    except RuntimeError as e:
        print("outer", e)


class File:
    def __init__(self):
        self.parts = []
        self.flushed = 0

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.flushed += 1


file = File()
print("a", 1, None, sep="-", end="!\n", file=file, flush=True)
print(file=file)
print(*range(3), sep=", ", file=file)
print(file.parts, file.flushed)
show(lambda: print("x", sep=5))
show(lambda: print("x", end=5))
show(lambda: print("x", foo=5))
show(lambda: print("x", file=5))
print("a", "b", sep="", end="")
print()
print("a", "b", sep=None, end=None)
