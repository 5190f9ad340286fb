def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)

for v in (0.0, -0.0, 1.0, 0.1, 1e16, 1e15, 123456789012345678.0, 1e22, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2e-323, 1/3, 100.0, 2.5e-8, float("inf"), float("-inf"), float("nan"), 9007199254740993.0, 3e-310):
    print(repr(v), str(v))
for text in ("1", " 1.5 ", "1e5", ".5", "5.", "1_0.5", "inf", "-Infinity", "nan", "+1", "1__0", "_1", "", ".", "e5", "0x1", "1e400", "1e-400", "\u0661.5"):
    show(float, text)
show(float, b"1.5")
show(float, None)
show(float, 10**400)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), 2.0 ** 0.5, (-8) ** (1/3), 2 ** -1, 1e308 * 10)
show(lambda: 1.0 / 0)
show(lambda: 1.0 // 0)
show(lambda: 1.0 % 0)
show(lambda: divmod(1.0, 0))
show(lambda: 0.0 ** -1)
show(lambda: 1e200 ** 2)
show(lambda: 1.0 + "a")
show(lambda: 1.0 < "a")
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1.5), round(2.675, 20), round(5e-324, 323), round(float("nan"), 2), round(-0.4))
show(lambda: round(float("nan")))
show(lambda: round(float("inf")))
print(1.5.is_integer(), 2.0.is_integer(), float("inf").is_integer(), 0.75.as_integer_ratio(), (-0.1).as_integer_ratio(), (0.0).as_integer_ratio(), (1e300).as_integer_ratio()[1], 5e-324.as_integer_ratio()[0])
show(lambda: float("inf").as_integer_ratio())
print((1.5).hex(), (-0.1).hex(), (0.0).hex(), (5e-324).hex(), float("inf").hex(), (1e308).hex())
print(float.fromhex("0x1.8p1"), float.fromhex("1.8"), float.fromhex(" -0x.1p4 "), float.fromhex("inf"), float.fromhex("0x1p-1074"), float.fromhex("0x1.0000000000001p0"))
show(float.fromhex, "xyz")
show(float.fromhex, "0x1p1024")
print(hash(1.5), hash(0.1), hash(1e300), hash(float("inf")), hash(-0.0), hash(2.0**62), hash(-1.0))
class F(float):
    pass
f = F(2.5)
print(f, f + 1, type(f + 1), type(F("3")), f == 2.5, hash(f) == hash(2.5), -f, abs(F(-1)), int(f), f // 1, 2 * f, F.fromhex("0x1p1"), f < 3, 3 > f)
print((2.9).__trunc__(), (2.9).__int__(), (-2.9).__floor__(), (-2.9).__ceil__(), (1.5).real, (1.5).imag, (1.5).conjugate(), float(), float(True))
print(complex(1, 2), complex("1+2j"), complex("j"), complex("-1e5j"), complex(" (3-4j) "), complex(1.5), complex(), complex(1j, 1j), complex(-0.0, -0.0))
show(complex, "1+")
show(complex, "1 + 2j")
show(complex, "1", 2)
show(complex, None)
print((1+2j) * (3-4j), (1+2j) / (3-4j), (1+2j) + 1, 1 - (1+2j), (1+2j) ** 2, (1+2j) ** 0.5, (1+2j) ** -1, 2 ** (1j), -(1+2j), abs(3+4j), (1+2j).conjugate(), (1+2j).real, (1+2j).imag, 1j == 1j, 1+0j == 1, hash(1+2j), hash(3+0j), bool(0j))
show(lambda: 1j / 0)
show(lambda: 1j < 2j)
show(lambda: 0j ** -1)
show(lambda: 1j // 1)
print(repr(complex(float("nan"), float("inf"))), repr(1e16+1j), 1e100j)

# Nothing but blanks is no number, in any notation.
for text in ("", " ", "   ", "\t\n", "\x1c", " 1 ", "\t0x1p3\n", " 0x ", "0x.p1", "\xa01", "\u2003", "\x0b\x0c", "+", " - ", " inf ", "nan\t"):
    for convert in (float, float.fromhex):
        try:
            print(ascii(text), convert.__name__, convert(text))
        except ValueError as error:
            print(ascii(text), convert.__name__, error)


class Derived(float):
    def __new__(cls, value):
        print("made from", repr(value))
        return super().__new__(cls, value)


for text in ("0x1.8p1", "-inf", "0x0p0"):
    made = Derived.fromhex(text)
    print(type(made).__name__, made, type(float.fromhex(text)).__name__)
print(type(Derived(2.5).conjugate()).__name__, type(Derived(2.5).real).__name__, type(-Derived(1)).__name__, type(Derived(1) + 1).__name__, type(float(Derived(1))).__name__)
try:
    type("Not", (float,), {"__new__": lambda cls, value: "anything"}).fromhex("zz")
except ValueError as error:
    print(error)
print(type("Not", (float,), {"__new__": lambda cls, value: "anything"}).fromhex("0x1"))
