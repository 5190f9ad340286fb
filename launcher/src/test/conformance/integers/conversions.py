# Conversions that warn, repetition, long searches, steps of sorting and iteration.
import math
import warnings


def show(label, action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(label, repr(action()))
        except Exception as error:
            print(label, type(error).__name__, error)
    for warning in caught:
        print("   ", warning.category.__name__, str(warning.message).split("  ")[0])


class I(int):
    pass


class F(float):
    pass


class C(complex):
    pass


class Gives:
    def __init__(self, **results):
        self.results = results


def method(name):
    return lambda self: self.results[name]


def giving(name, result):
    cls = type("G", (Gives,), {name: method(name)})
    return cls(**{name: result})


for result in [3, I(3), True, 3.5, "3", None]:
    show("__int__", lambda: int(giving("__int__", result)))
    show("__index__", lambda: int(giving("__index__", result)))
    show("__trunc__", lambda: int(giving("__trunc__", result)))
    show("slice", lambda: [1, 2, 3, 4][giving("__index__", result)])
for result in [3.5, F(3.5), 3, "x"]:
    show("__float__", lambda: float(giving("__float__", result)))
for result in [3j, C(3j), 3, "x"]:
    show("__complex__", lambda: complex(giving("__complex__", result)))
flag = False
show("invert", lambda: ~flag)


class S(str):
    def __float__(self):
        return 42.0

    def __bytes__(self):
        return b"mine"


show("float of str", lambda: float(S("7")))
show("bytes of str", lambda: bytes(S("7")))
show("bytes of str", lambda: bytes(S("7"), "ascii"))
for sequence in ["ab", b"ab", bytearray(b"ab"), [1], (1,)]:
    for count in [0, 2, -1, "x", 1.5, None, True]:
        show("mul", lambda: sequence.__mul__(count))
        show("rmul", lambda: sequence.__rmul__(count))
b = b"abc"
print(b * 1 is b, b"" * 5, 0.0 ** float("-inf"), (-0.0) ** float("-inf"))
for N in [500, 5000]:
    A, B = "a" * N, "b" * N
    text, part = A + A + B + A + A, A + B + B + A
    print(text.find(part), text.count(part), (text + part).find(part), part in text, (text + part).replace(part, "!")[-3:])
    text, part = text.encode(), part.encode()
    print(text.find(part), text.count(part), (text + part).find(part), part in text, (text + part).replace(part, b"!")[-3:])
print("{:\0<5}|{:\0^5}|{:\0>5}".format("a", "b", 3).encode(), b"ab".hex("\0").encode(), b"ab".hex(b"-"))
print("\u019b".upper() == "\u019b", "\U00014000".isprintable(), repr("\U00014000"), "\u1c89".isalpha())
limit = 10**4300
show("limit", lambda: len(str(limit)))
show("limit", lambda: len(str(limit - 1)))
for change in [lambda: (L.append(1), L.pop()), lambda: (L.append(3), L.clear()), lambda: None, lambda: L.append(1), lambda: L.extend([])]:
    L = [3, 2, 1]
    show("sort", lambda: L.sort(key=lambda x: (change(), x)[1]))
    print(L)


class Eq:
    def __init__(self, change):
        self.change = change

    def __eq__(self, other):
        self.change()
        return False


one, two = [], []
one.append(Eq(lambda: (one.clear(), two.clear())))
two.append(1)
print(one == two, one, two)


def turn():
    if not turned:
        turned.append(1)
        list(it)
        return 5
    return 0


turned = []
it = iter(turn, 0)
print(list(it))
print(math.gamma(0.5), math.gamma(-0.5), math.lgamma(0.5) == math.log(math.pi) / 2, math.gamma(171.0), math.log2(2**-1074), math.log2(math.inf))
for args in [(0.0, 1.0, 0), (0.0, 1.0, 2**64), (-0.0, 0.0, 1), (1.0, 2.0, 3), (-5e-324, 5e-324, 1), (-5e-324, 5e-324, 2), (math.nan, 1.0, 1), (1.0, math.nan, 1)]:
    print(args, math.nextafter(args[0], args[1], steps=args[2]))
