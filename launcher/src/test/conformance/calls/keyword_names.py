"""Keywords out of dicts: copies of them, names that are no plain str, and what is refused."""


class Name(str):
    hashed = 0

    def __hash__(self):
        Name.hashed += 1
        return sum([str.__hash__(self)])

    def __eq__(self, other):
        return [str.__eq__(self, other)][0]


def everything(*rest, **named):
    named["z"] = 1
    return rest, named


def some(q, /, w=2, *rest, k=3, **named):
    return q, w, rest, k, named


def strict(q, w=2):
    return q, w


given = {"a": 1, "b": 2}
for _ in range(4):
    print(everything(1, **given), everything(**given, c=3), everything(**{}, **given), given)
    print(everything(*[1, 2], **{"x": 1}, **{"y": 2}), everything(**{Name("q"): 1}))
    print(some(1, **{Name("q"): 1, Name("r"): 2, "k": 4, Name("w"): 5}), some(0, 1, 2, **{"q": 7, Name("k"): 8}))
    print(strict(**{Name("w"): 1, "q": 2}), [type(name).__name__ for name in everything(**{Name("n"): 0})[1]])
for text in (
    "everything(**given, **given)", "everything(a=1, **given)", "everything(**{1: 2})", "everything(**5)", "everything(**None)",
    "strict(1, **{Name('x'): 1})", "strict(1, **{Name('q'): 1})", "some(**{Name('k'): 1})", "some(1, 2, **{Name('w'): 1, Name('v'): 1})",
):
    try:
        print(eval(text))
    except TypeError as error:
        print(error)
given.clear()
print(everything(**given))
given.update(g=1)
print(everything(**given), given)


class Mapping(dict):
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return 9


print(everything(**Mapping(a=1)), dict(**Mapping(a=1)), {**Mapping(a=1)})
made = [list(), dict(a=1), dict({1: 2}, b=3), set("a"), int("11", base=2), str(b"a", encoding="ascii"), list(zip([1], [2], strict=True))]
for _ in range(4):
    print(made == [list(), dict(a=1), dict({1: 2}, b=3), set("a"), int("11", base=2), str(b"a", encoding="ascii"), list(zip([1], [2], strict=True))])
for _ in range(4):
    for call in (lambda: list(x=1), lambda: zip([1], q=2), lambda: dict(1), lambda: set(1, 2), lambda: int([]), lambda: type(len)(), lambda: range()):
        try:
            print(call())
        except TypeError as error:
            print(error)


class Count(str):
    def __init__(self, *args):
        self.args = args


class Shown:
    def __str__(self):
        return Count("shown")


print([type(str(Shown())).__name__ for _ in range(4)], str(Shown()))
