"""Every binary operator on values of every kind, and its in-place form."""


class A:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def named(which):
    def method(self, *others):
        return (which, self.name) + tuple(repr(o) for o in others)

    return method


class Left(A):
    for op in ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"):
        locals()["__%s__" % op] = named(op)


class Right(A):
    for op in ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"):
        locals()["__r%s__" % op] = named("r" + op)


class Both(Left):
    for op in ("add", "sub", "mul", "pow", "or"):
        locals()["__r%s__" % op] = named("r" + op)
        locals()["__i%s__" % op] = named("i" + op)


class Derived(Both):
    __radd__ = named("derived radd")
    __sub__ = named("derived sub")


class Declines(A):
    def __add__(self, other):
        return NotImplemented

    __radd__ = __sub__ = __rsub__ = __iadd__ = __add__


VALUES = [0, 3, -2, True, 1.5, -0.0, 2j, "ab", b"ab", [1, 2], (1, 2), {1, 2}, frozenset({2, 3}), {1: 2}, None, range(3), 2**70]
BINARY = [
    ("+", lambda a, b: a + b),
    ("-", lambda a, b: a - b),
    ("*", lambda a, b: a * b),
    ("/", lambda a, b: a / b),
    ("//", lambda a, b: a // b),
    ("%", lambda a, b: a % b),
    ("**", lambda a, b: a**b),
    ("<<", lambda a, b: a << b),
    (">>", lambda a, b: a >> b),
    ("&", lambda a, b: a & b),
    ("|", lambda a, b: a | b),
    ("^", lambda a, b: a ^ b),
    ("@", lambda a, b: a @ b),
]


def outcome(f, *args):
    try:
        value = f(*args)
        if isinstance(value, set):
            return "set " + repr(sorted(value))
        if isinstance(value, frozenset):
            return "frozenset " + repr(sorted(value))
        text = repr(value)
        return text if len(text) < 80 else text[:30] + "..." + str(len(text))
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for symbol, op in BINARY:
    for a in VALUES:
        row = []
        for b in VALUES:
            if symbol == "**" and (b == 2**70 or a == 2**70 and not isinstance(b, float)) or symbol == "<<" and b == 2**70 or symbol == "*" and b == 2**70 or symbol == "*" and a == 2**70:
                continue
            row.append(outcome(op, a, b))
        print(symbol, repr(a), row)
for symbol, op in BINARY:
    for a, b in ((Left("l"), 1), (1, Left("l")), (Right("r"), 1), (1, Right("r")), (Both("b"), Both("c")), (Left("l"), Right("r")), (Both("b"), Derived("d")), (Derived("d"), Both("b")), (Declines("x"), 1), (1, Declines("x")), (Declines("x"), Declines("y")), (Left("l"), Both("b")), (Both("b"), Left("l"))):
        print(symbol, a, b, outcome(op, a, b))
