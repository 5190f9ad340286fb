import functools
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p._asdict(), p._replace(x=3), P._make([7, 8]), P._fields, P.__doc__, P.x.__doc__, p == (1, 5), P._field_defaults)
for bad in (lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: namedtuple("1", "a"), lambda: P(), lambda: p._replace(z=1), lambda: namedtuple("Q", "_a")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple("R", "a class a", rename=True)._fields)
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sorted(c.elements())[:6], c.total(), +Counter(a=-1, b=2), c - Counter("aab"), c & Counter("aab"), c | Counter("zz"), Counter("aab") <= c)
c.subtract("aaa")
c.update(b=3)
print(c, Counter(a=1) == Counter(a=1, b=0))
d = deque(range(5), maxlen=5)
d.append(9)
d.rotate(2)
d.appendleft(7)
print(d, d.index(9), d.count(1), d.maxlen, list(reversed(d)), d.copy() == d)
d.insert if False else None
dd = defaultdict(list)
dd["a"].append(1)
print(dd, dd.default_factory, "b" in dd, dd["b"], dict(dd), dd.copy(), dd | {"c": 1})
od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
od.move_to_end("c", last=False)
print(od, od.popitem(), od.popitem(last=False), od == {"b": 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(a=1, b=2))))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], dict(m), m.new_child({"a": 0})["a"], m.parents, len(m), list(m.maps))
print(UserDict(a=1), UserList([1, 2]) + [3], UserString("ab").upper(), type(UserString("a") + "b").__name__, "a" in UserDict(a=1))


@functools.lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


print(square(2), square(3), square(2), square(4), square(3), square.cache_info(), square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@functools.singledispatch
def show(x):
    return "object"


@show.register
def _(x: int | float):
    return "number"


@show.register(list)
def _(x):
    return "list " + show(x[0])


print(show(1), show("a"), show([2.5]), show.dispatch(bool).__name__, sorted(t.__name__ for t in show.registry))


class A:
    @functools.singledispatchmethod
    def m(self, x):
        return "other"

    @m.register
    def _(self, x: str):
        return "str"

    @functools.cached_property
    def slow(self):
        print("once")
        return 5

    @functools.partialmethod
    def pm(self, *a):
        return a


class B(A):
    def base(self, a, b=2):
        return a, b

    half = functools.partialmethod(base, 1)


a = A()
print(a.m("x"), a.m(1), a.slow, a.slow, a.__dict__, B().half(b=9))
p = functools.partial(int, base=2)
print(p("101"), p, p.func, p.args, p.keywords, functools.partial(p, base=8)("17"))
print(functools.reduce(lambda x, y: x * 10 + y, [1, 2, 3]), functools.reduce(max, [], 5), sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: y - x)))


@functools.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))


@functools.wraps(square)
def wrapper(): pass


print(wrapper.__name__, wrapper.__wrapped__ is square)
try:
    functools.reduce(max, [])
except TypeError as e:
    print(e)
