x = "outer"
print([x for x in range(3)], x)
print({x: x * x for x in range(4)}, {x % 3 for x in range(9)}, list(x for x in "ab"))
print([(a, b) for a in range(3) for b in range(a)], [a for a in range(20) if a % 2 if a % 3])
print([[j for j in range(i)] for i in range(4)], [y for x in [[1], [2, 3]] for y in x])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
print([(lambda: i)() for i in range(3)])
print([i for i in range(5) if (k := i * 2) > 4], k)
print([*range(3), *"ab"], {*range(3), 1}, {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], *[2]))


class K:
    n = 3
    first = [i for i in range(n)]
    try:
        second = [n for _ in range(2)]
    except NameError as e:
        second = str(e)


print(K.first, K.second)


def f(n):
    total = 0
    r = [total := total + i for i in range(n)]
    return r, total, [i + n for i in r if i]


print(f(5))


def closure():
    y = 1
    g = [lambda: (y, i) for i in range(2)]
    y = 2
    return [h() for h in g]


print(closure())
print({k: v for k, v in zip("abc", range(3)) if v}, [a + b for a, b in [(1, 2), (3, 4)]])
a, *b, c = range(6)
print(a, b, c)
(a, (b, *c)), d = (1, (2, 3, 4)), 5
print(a, b, c, d)
[a, b] = "xy"
print(a, b)
*a, = "abc"
print(a)
for a, *b in [(1, 2, 3), "xyz"]:
    print(a, b)
for bad in (lambda: exec("a, b = 1, 2, 3"), lambda: exec("a, b, c = 1, 2"), lambda: exec("a, *b, c = [1]"),
            lambda: exec("a, b = 5"), lambda: exec("*a, *b = 1, 2"), lambda: exec("[x := 1 for x in 'a']")):
    try:
        bad()
    except (ValueError, TypeError, SyntaxError) as e:
        print(type(e).__name__, e)


def args(*a, **k):
    return a, k


print(args(*[1, 2], 3, *"ab", **{"x": 1}, y=2))
for bad in ("args(*5)", "args(**5)", "args(**{1: 2})", "args(x=1, **{'x': 2})"):
    try:
        eval(bad)
    except TypeError as e:
        print(e)
i = 0
lst = [0, 0, 0]
i, lst[i] = 1, 7
print(i, lst)
a = b = c = [1]
print(a is b is c)
x = 1 if [] else 2
print(x, 1 < 2 < 3, 1 < 2 > 5, not [], [] or "d", 1 and 0)
del lst[0], a
print(lst)
try:
    a
except NameError as e:
    print(e)
w = "%s|%r|%5.2f" % ("s", "r", 3.14159)
n = 12
name = "bob"
print(f"{n}{n!r:>5}{name!r}{name:^9}|{n:05d}|{n:#x}|{3.14159:.2f}|{n=}|{n = !s}|{name[0]=}")
print(f"{'nested ' + f'{n + 1}'}", f"{{}}", f"{n:{n}}", f"{name:{'*'}^{n}}", f"{lambda_ if (lambda_ := 3) else 0}")
print(f"""multi
{n
 + 1}""", rf"\n{n}", f"{'a' 'b'}", f'{"q"}', f"{1:,}", f"{1000000:_}", f"{True!s:>6}", f"{n!a}")
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2])
print({k: [v for v in range(k)] for k in range(3)}, {i % 2 for i in range(5)} == {0, 1})
print([f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
print(sum(i * i for i in range(4) if i), list(x for x in "ab" for _ in range(2)))
