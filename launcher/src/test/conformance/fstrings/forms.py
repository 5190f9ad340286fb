"""Formatted string literals: conversions, nesting, format specifications, errors."""
import datetime

x, y, name, items = 7, 2.5, "böse", [1, 2, 3]
width, precision = 10, 3


class Spec:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "Spec()"

    def __str__(self):
        return "spec"


s = Spec()
print(f"{x}", f"{y}", f"{name}", f"{items}")
print(f"{x!r} {name!r} {name!s} {name!a}")
print(f"{s} {s!r} {s!s} {s:abc} {s!r:>10}|{s!s:<8}|")
print(f"{x:5}|{x:<5}|{x:>5}|{x:^5}|{x:05}|{x:+}|{x: }")
print(f"{y:{width}.{precision}}|{y:{width}.{precision}f}|{y:e}|{y:g}|{y:%}")
print(f"{x:b} {x:#b} {x:o} {x:#o} {x:x} {x:#X} {x:c}")
print(f"{1234567:,} {1234567:_} {1234567.891:,.2f} {0xffff:_x}")
print(f"{name:>8}|{name:^8}|{name:*<8}|{name:.2}|{name!r:>10}")
print(f"{x=}", f"{x = }", f"{ x =}", f"{x=!s}", f"{x=:4}", f"{name=}", f"{name=!s}", f"{y=:.3f}")
print(f"{x + y=}", f"{items[0]=}", f"{len(items)=}")
print(f"{{}}", f"{{{x}}}", f"{{{{{x}}}}}", f"}}{{")
print(f"{'a' 'b'}", f"{"same quotes"}", f"{"nested " f"{"deep " f"{x}"}"}")
print(f"{items!r:>{width + 2}}", f"{'x':{'>'}{5}}")
print(f"{(lambda a: a * 2)(4)}", f"{[i * i for i in items]}", f"{ {1: 2}[1] }")
print(f"{x if y > 2 else 0}", f"{not x}", f"{x and y or 0}", f"{x == 7}", f"{x != 7}", f"{x <= 7}")
print(f"{(w := 5)} {w}", f"{x:=5}")
print(f"""{
    x  # a remark
}""", f"{x
}")
print(f"a{x}b{y}c", f"{x}{y}", f"" == "", f"plain")
print(rf"\n{x}\t", fr"{name}\d", f"\x41{x}\N{DIGIT ONE}", f"{'\n'}|")
print(f"{datetime.date(2024, 2, 29):%d.%m.%Y} {datetime.date(2024, 2, 29):%j}")
print(f"{True:d} {True} {None} {...} {NotImplemented}")
print(f"{1e300 * 10:f}"[:20], f"{float('nan'):10}|{float('-inf'):+}", f"{-0.0} {0.1 + 0.2}")
print(f"{3 + 4j:.1f} {3 + 4j!r} {1j}")
print(f"{b'x'} {b'x'!r} {bytearray(b'y')}")
print("%s" % f"{x}%", f"%d {x}" % (3,))
print(f"{items[-1]}{items[0:2]}", f"{items[::-1]}")
print(type(f"{x}").__name__, f"{x}".__len__(), (f"{x}" "tail").upper())
for value, spec in [(1, "q"), ("a", "d"), (1.5, "d"), (1, ".2"), ("a", "+"), ("a", "="), (2 ** 100, "c"), (1, "s"), ([], "5"), (None, ">4"), (1, ",_"), (1.0, "x"), (3j, "05")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
for source in ["f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x!}'", "f'{x!z}'", "f'{x:{y:{z}}}'", "f'{x!r'", "f'{a b}'", "f'{*x}'", "f'{lambda x: 1}'", "f'{=}'", "f'{x!r !s}'", "f'{yield}'"]:
    try:
        compile(source, "s", "eval")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, error.msg)
