def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)

print(2**100, -2**100, 10**30 // 7, -10**30 // 7, -10**30 % 7, divmod(-7, 2), divmod(7, -2))
print((1 << 70) >> 68, -(1 << 70) >> 68, ~(1 << 65), (1 << 65) & 0xFF, -1 & (1 << 70), 5 ^ -3)
print(True & False, True | False, True ^ True, True & 1, True + True, -True, ~True)
for text in ("12", " -12 ", "+7", "1_000", "0x1f", "1__0", "_1", "", "abc", "\u0661\u0662", "9" * 30):
    show(int, text)
for text, base in (("ff", 16), ("0xff", 16), ("0b101", 0), ("0o17", 0), ("017", 0), ("00", 0), ("z", 36), ("12", 2), ("1", 1), ("1", 37), ("0x_f", 0)):
    show(int, text, base)
show(int)
show(int, 3.99)
show(int, -3.99)
show(int, float("nan"))
show(int, float("inf"))
show(int, None)
show(int, [])
show(int, 12, 10)
show(lambda: int(base=10))
show(lambda: int("1", base=2))
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: 1 / 0)
show(lambda: 1 + "a")
show(lambda: 1 < "a")
show(lambda: 1 << -1)
show(lambda: pow(2, -1, 7))
show(lambda: pow(2, -1, 4))
show(lambda: pow(2, 3, 0))
show(lambda: pow(3, 200, -13))
show(lambda: pow(2, 0.5, 3))
show(lambda: 2 ** -2)
show(lambda: (10 ** 400) / 3)
show(lambda: (10 ** 400) / (10 ** 399))
show(lambda: float(10 ** 400))
print((255).to_bytes(2, "big"), (255).to_bytes(2, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes())
show(lambda: (256).to_bytes(1, "big"))
show(lambda: (-1).to_bytes(1, "big"))
show(lambda: (1).to_bytes(1, "middle"))
show(lambda: (128).to_bytes(1, "big", signed=True))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2, 3]))
print((1023).bit_length(), (-8).bit_length(), (255).bit_count(), (0).bit_length(), (7).as_integer_ratio())
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (5).is_integer())
print(round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5, 3), round(12, -5), round(7))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2**61), hash(True), hash(10**50))
print(bin(10), oct(-64), hex(255), hex(-2**70), bin(2**65))
print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > float("inf"), -1 < float("nan"))
class I(int):
    def __repr__(self):
        return "I(" + int.__repr__(self) + ")"
x = I(7)
y = I(2**80)
print(x, y, x + 1, type(x + 1), type(+x), y - y, I("12"), x == 7, hash(x) == hash(7), I.from_bytes(b"\x05", "big"))
print(type(I(5) & 3), I(3) * I(4), 3 - x, x // 2, x ** 2, int(x), type(int(y)) is int, y == 2**80)
class D:
    def __index__(self):
        return 12
class E2:
    def __int__(self):
        return "x"
print(int(D()), hex(D()))
show(int, E2())
show(lambda: [1, 2, 3].__getitem__("a"))
show(lambda: int("9" * 5000))
show(lambda: len(str(10 ** 4299)))
show(lambda: str(10 ** 4300))
print(len(hex(16 ** 5000)), (1).__add__(2.0), (1).__radd__("x"), (7).__rsub__(10))
print(bool(0), bool("a"), bool([]), bool(), str(True), repr(False), True == 1, isinstance(True, int))
print(chr(97), ord("\u20ac"), ord(b"a"))
show(ord, "ab")
show(ord, 1)
show(chr, -1)
