class A:
    count = 0
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        A.count += 1
    def area(self):
        return self.x * self.y
    @property
    def double(self):
        return self.x * 2
    @staticmethod
    def s(a): return a + 1
    @classmethod
    def c(cls, v): return cls(v)
    def __repr__(self): return f"A({self.x!r}, {self.y})"
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __lt__(self, o): return self.x < o.x

class B(A):
    def __init__(self, *args, **kw):
        A.__init__(self, *args, **kw)
        self.z = 5
    def area(self):
        return A.area(self) + self.z

print(A(3).area(), B(3, y=4).area(), A.s(4), A.c(9), B.c(7).double, A.count)
def gen(n):
    try:
        for i in range(n):
            r = yield i
            if r: print("got", r)
    finally:
        print("closed")
g = gen(5); print(next(g), next(g), g.send("hey")); g.close()
print([x*x for x in range(10) if x % 2], {k: v for k, v in zip("abc", [1,2,3])}, {1,2,3} & {2,3,4})
def f(a, /, b, *c, d=1, **e): return a, b, c, d, e
print(f(1, 2, 3, 4, d=5, z=6))
try:
    1 / 0
except ZeroDivisionError as e:
    print("caught", e, type(e).__name__)
finally:
    print("fin")
try:
    [].foo
except AttributeError as e: print(e)
try:
    {}["x"]
except KeyError as e: print(repr(e))
with_log = []
class CM:
    def __enter__(self): with_log.append("in"); return self
    def __exit__(self, *a): with_log.append(a[0]); return True
with CM() as cm:
    raise ValueError("inside")
print(with_log)
match {"k": [1, 2, {"z": 3}]}:
    case {"k": [a, b, {"z": c}]}: print("m", a, b, c)
match 5:
    case int(v) if v > 3: print("int", v)
print(sorted([A(3), A(1), A(2)]), max([3,1,2]), sum(range(101)), "abc".upper(), "%5.2f|%s" % (3.14159, [1]), f"{1234567.891:,.2f} {42:#x} {'hi':>5}|")
x = [1,2,3,4,5]; x[1:3] = [9]; print(x, x[::-1], *x)
a, *b, c = range(6); print(a, b, c)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
i = outer(); i(); print(i())
print(isinstance(True, int), issubclass(B, A), B.__mro__, type(A(1)).__name__)
print(2**100, -7 // 2, -7 % 3, divmod(7, -2), 1e100, 0.1 + 0.2, round(2.5), int("ff", 16), 10**20 // 3)
import sys
lst = list(map(lambda v: v + 1, filter(None, [0, 1, 2]))); print(lst, any(lst), all(lst))
try:
    raise KeyError("a") from ValueError("b")
except KeyError as e: print(repr(e.__cause__))
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
try: deep(10**5)
except RecursionError as e: print("rec", e)
async def co():
    return 42
try: co().send(None)
except StopIteration as e: print(e.value)
print((lambda *a, **k: (a, k))(*[1, 2], **{"q": 3}))
class Meta(type):
    def __new__(m, n, b, d): d["added"] = 1; return type.__new__(m, n, b, d)
class WithMeta(metaclass=Meta): pass
print(WithMeta.added)
class S: __slots__ = ("p", "q")
s = S(); s.p = 1; print(s.p)
try: s.r = 1
except AttributeError as e: print(e)
print(''.join(reversed("abc")), "a,b".split(","), " x ".strip(), "abc"[1:], "é".encode(), b"ab" + b"c")
global_d = dict(a=1, b=2); global_d.update(c=3); print(global_d, list(global_d.items()), global_d.pop("a"), len(global_d))
print({**global_d, "n": None}, [*range(3)], (1,) + (2,), [0] * 3)
del x[0]; print(x)
assert True
try:
    assert False, "msg"
except AssertionError as e: print("assert", e)
