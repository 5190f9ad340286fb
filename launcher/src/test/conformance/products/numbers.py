# Arithmetic over the product of values at the edges of representations; a line for each operation.
import math
import operator
import zlib


def one(f, *args):
    try:
        return repr(f(*args))
    except Exception as e:
        return "%s(%s)" % (type(e).__name__, e)


def total(name, results):
    results = list(results)
    print(name, len(results), zlib.crc32("|".join(results).encode("utf-8", "surrogatepass")))


POWERS = (0, 1, 7, 8, 15, 16, 30, 31, 32, 46, 47, 48, 49, 52, 53, 61, 62, 63, 64, 65, 127, 128)
INTS = sorted({s * (2**k + d) for k in POWERS for d in (-1, 0, 1) for s in (1, -1)})
FEW = [i for i in INTS if abs(i) < 4 or abs(abs(i) - 2**63) < 2 or abs(abs(i) - 2**47) < 2 or abs(i) == 2**62 or abs(i) == 2**128]
FLOATS = [0.0, -0.0, 0.5, -1.5, 2.5, 1e16, 2.0**53, 2.0**63, -(2.0**63), 1e308, 5e-324, 1e23, math.inf, -math.inf, math.nan, 0.1]
for name in ("add", "sub", "mul", "floordiv", "mod", "and_", "or_", "xor", "lt", "le", "eq", "ne", "gt", "ge", "truediv"):
    total(name, (one(getattr(operator, name), a, b) for a in INTS for b in INTS))
total("divmod", (one(divmod, a, b) for a in INTS for b in FEW))
total("shifts", (one(f, a, n) for f in (operator.lshift, operator.rshift) for a in INTS for n in (-1, 0, 1, 15, 16, 31, 32, 47, 62, 63, 64, 65, 130)))
total("pow", (one(pow, a, n) for a in FEW for n in (-2, -1, 0, 1, 2, 3, 63)))
total("pow mod", (one(pow, a, n, m) for a in FEW for n in (-3, -1, 0, 1, 2, 64) for m in (-7, -1, 0, 1, 2, 97, 2**63)))
for f in (abs, hash, float, str, hex, oct, bin, bool, operator.neg, operator.invert, int.bit_length, int.bit_count, int.as_integer_ratio, math.isqrt):
    total(f.__name__, (one(f, a) for a in INTS))
total("round", (one(round, a, n) for a in INTS for n in (None, 0, 1, -1, -2, -9, -19, -40)))
total("gcd", (one(f, a, b) for f in (math.gcd, math.lcm) for a in FEW for b in INTS))
# One value on many ways is one value.
for v in INTS:
    ways = [int(str(v)), int(hex(v), 16), v + 1 - 1, v * 3 // 3, (v << 70) >> 70, int.from_bytes(v.to_bytes(20, "big", signed=True), "big", signed=True), -(-v), ~~v, sum([v]), int("%d" % v), v ^ 5 ^ 5, (v - 2**64) + 2**64, divmod(v, 1)[0]]
    if not all(w == v and hash(w) == hash(v) and {v: 1}.get(w) == 1 and str(w) == str(v) and not w < v and not w > v and w in {v} for w in ways):
        print("differs", v, ways)
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "le", "eq", "ne", "gt", "ge"):
    total("float " + name, (one(getattr(operator, name), a, b) for a in FLOATS for b in FLOATS + FEW))
    total("float r" + name, (one(getattr(operator, name), a, b) for a in FEW for b in FLOATS))
for f in (abs, hash, int, str, bool, operator.neg, round, math.floor, math.ceil, math.trunc, float.hex, float.is_integer, float.as_integer_ratio):
    total("float " + f.__name__, (one(f, a) for a in FLOATS if not (math.isnan(a) and f is hash)))
total("float round", (one(round, a, n) for a in FLOATS for n in range(-3, 4)))
total("divmod float", (one(divmod, a, b) for a in FLOATS for b in FLOATS))
COMPLEX = [complex(a, b) for a in (0.0, -0.0, 1.5, -2.0, math.inf) for b in (0.0, -0.0, 1.0, -2.5)]
for name in ("add", "sub", "mul", "truediv", "eq", "ne"):
    total("complex " + name, (one(getattr(operator, name), a, b) for a in COMPLEX for b in COMPLEX + [0, 2, 0.5]))
total("complex", (one(f, a) for f in (abs, hash, repr, bool, operator.neg, complex.conjugate) for a in COMPLEX))
TEXTS = [sign + head + body + tail for sign in ("", "+", "-", " -") for head in ("", "0x", "0o", "0b", "_", "0") for body in ("0", "9", "9_9", "0_9", "10", "1__0", "1_", "7f", "8", "1.5", "9e9", "1_0.0_1", "1e_5", "\u0669", "") for tail in ("", " ", "_", "x")]
total("int text", (one(int, t, b) for t in TEXTS for b in (0, 2, 8, 10, 16, 36)))
total("float text", (one(float, t) for t in TEXTS + ["inf", "-Infinity", "nan", "+nan", "infin", "1e400", "-1e-400", "1e+5", "1e", ".", "5.", ".5", "1_2.3_4e5_6"]))
total("complex text", (one(complex, t + j) for t in TEXTS for j in ("", "j", "+1j", "-j")))
for size in range(1, 10):
    for order in ("little", "big"):
        for signed in (False, True):
            total("to_bytes %d %s %s" % (size, order, signed), (one(lambda: v.to_bytes(size, order, signed=signed)) for v in INTS))
CODES = ["", "d", "5", "<5", "^6", "=+7", "05", ",", "_", "x", "#x", "#_b", "o", "e", ".2f", "010.1f", "+.3g", "%", ".0%", "n", "c", "s", ".1", "+,.1f", "*^12.3e", "08,d", "g", ".0g", "#.0f", "z.1f"]
total("int format", (one(format, v, c) for v in FEW for c in CODES))
total("float format", (one(format, v, c) for v in FLOATS for c in CODES))
total("complex format", (one(format, v, c) for v in COMPLEX for c in CODES))
PERCENT = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#X", "%o", "%#o", "%c", "%s", "%r", "%a", "%.3d", "%e", "%.0f", "%#.0f", "%g", "%10.3f", "%-10.2e|", "%i", "%u", "%%%d"]
total("percent", (one(operator.mod, p, v) for p in PERCENT for v in FEW + FLOATS + [(), (1,), (1, 2), "a", None]))
total("percent bytes", (one(operator.mod, p.encode(), v) for p in PERCENT if "i" not in p for v in FEW + FLOATS + [b"a", "a", None]))
