class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)


class Color:
    RED = "red"


def m(v):
    match v:
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return "number"
        case "a" | b"a":
            return "text"
        case None:
            return "none"
        case True | False:
            return "bool"
        case Color.RED:
            return "red"
        case []:
            return "empty"
        case [x]:
            return "one", x
        case [x, y]:
            return "two", x, y
        case (1, *rest, 9):
            return "starred", rest
        case [_, _, *_]:
            return "many"
        case {}  if len(v) == 0:
            return "empty map"
        case {"k": k, "n": {"in": deep}}:
            return "nested", k, deep
        case {"k": k, **rest}:
            return "map", k, rest
        case Point(0, y=yy):
            return "on axis", yy
        case Point(x, y) if x == y:
            return "diagonal", x
        case Point():
            return "point"
        case int(n) if n > 100:
            return "big", n
        case str(s):
            return "str", s
        case Plain(a=1, b=[p, *q]) as whole:
            return "plain", p, q, type(whole).__name__
        case float() | int() as num:
            return "num", num
        case _:
            return "other"


for v in (0, -1, 1.5, 2 + 3j, "a", b"a", None, True, False, "red", [], (), [1], (1,), [1, 2], (1, 2), [1, 2, 3, 9],
          (1, 9, 9), [5, 6, 7], {}, {"k": 1, "n": {"in": 2}}, {"k": 1, "z": 3}, {"q": 1}, Point(0, 5), Point(3, 3),
          Point(1, 2), 500, 7, 7.5, "word", Plain(a=1, b=[1, 2, 3]), Plain(a=1, b=[]), Plain(a=2), object, range(2),
          range(0), {1}, bytearray(b"ab"), b"xyz", iter([1])):
    print(type(v).__name__, m(v))


def bind(v):
    match v:
        case [a, b, *c] | (a, b, c):
            return a, b, c
    return "nothing"


print(bind([1, 2]), bind([1]), bind("abc"))


def errors(v, p):
    try:
        match v:
            case Point(a, b, c):
                return "?"
    except TypeError as e:
        return e


print(errors(Point(1, 2), 1))


class Bad:
    __match_args__ = 3


class Bad2:
    __match_args__ = (1,)


class Bad3:
    __match_args__ = ("x", "x")
    x = 1


for k in (Bad, Bad2, Bad3, Plain):
    try:
        match k():
            case k(1, 1):
                print("matched")
            case _:
                print("not")
    except TypeError as e:
        print(e)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)
match (1, 2), {"a": (3, 4)}:
    case (a, b), {"a": (c, d)}:
        print(a, b, c, d)
match = 5
case = 6
print(match, case)
for src in ("match 1:\n case x: pass\n case y: pass", "match 1:\n case {**a, 'k': 1}: pass",
            "match 1:\n case [*a, *b]: pass", "match 1:\n case x | y: pass", "match 1:\n case {1: a, 1: b}: pass",
            "match 1:\n case A(x=1, x=2): pass", "match 1:\n case [a, a]: pass", "match 1:\n case (a | 1) : pass"):
    try:
        compile(src, "f", "exec")
        print("compiled")
    except SyntaxError as e:
        print(e)
