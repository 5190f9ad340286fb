# cmath: values where a part is infinite or no number, branch cuts, errors.
import cmath

parts = [float("-inf"), -2.5, -1.0, -0.0, 0.0, 0.5, float("inf"), float("nan")]


def text(value):
    if isinstance(value, tuple):
        return "(%s)" % ", ".join(map(text, value))
    if isinstance(value, complex):
        return "%s %s" % (text(value.real), text(value.imag))
    return "%.11g" % value


def show(label, action):
    try:
        print(label, text(action()))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in "acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh".split():
    for x in parts:
        for y in parts:
            show("%s %r %r" % (name, x, y), lambda: getattr(cmath, name)(complex(x, y)))
    for z in [3, 1e300 + 1e300j, 1e-310j, 710 + 1j, -1e200 + 3j, 1 + 1e-160j]:
        show("%s %r" % (name, z), lambda: getattr(cmath, name)(z))
for x in parts:
    for y in parts:
        show("rect %r %r" % (x, y), lambda: cmath.rect(x, y))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
show("log", lambda: cmath.log(8, 2))
show("log", lambda: cmath.log(8, 1))
show("log", lambda: cmath.log(8, 0))
show("log", lambda: cmath.log(1j, 2 + 1j))


class Number:
    def __complex__(self):
        return 3 + 4j


class Wrong:
    def __complex__(self):
        return 3


show("by method", lambda: cmath.polar(Number()))
show("wrong", lambda: cmath.sqrt(Wrong()))
for bad in ["1", None, []]:
    show("bad %r" % (bad,), lambda: cmath.sin(bad))
for z in [1, 1j, complex("inf"), complex("nan"), complex(0, float("inf"))]:
    print(cmath.isfinite(z), cmath.isinf(z), cmath.isnan(z))
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-12j, abs_tol=1e-9),
      cmath.isclose(cmath.inf, cmath.inf), cmath.isclose(cmath.nan, cmath.nan), cmath.isclose(cmath.inf, 1))
show("isclose", lambda: cmath.isclose(1, 1, rel_tol=-1))
