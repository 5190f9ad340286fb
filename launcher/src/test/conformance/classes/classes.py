def show(label, f, *args, **kw):
    try:
        print(label, f(*args, **kw))
    except BaseException as e:
        print(label, type(e).__name__, e)


class A:
    """doc of A"""

    x: int = 1
    y: "str"

    def __init__(self, v=0):
        self.v = v

    def method(self):
        return ("A", self.v)

    @classmethod
    def make(cls, v):
        return cls(v)

    @staticmethod
    def static(a, b=2):
        return a + b

    @property
    def prop(self):
        "prop doc"
        return self.v * 10

    @prop.setter
    def prop(self, value):
        self.v = value // 10

    @prop.deleter
    def prop(self):
        print("deleting")


class B(A):
    def method(self):
        return ("B",) + super().method()

    def __repr__(self):
        return "B(%r)" % self.v


print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__annotations__, A.__bases__)
print(B.__mro__, B.__base__, A.__dict__["x"])
b = B.make(5)
print(b, b.method(), b.static(1), B.static(1, 1), b.prop)
b.prop = 70
print(b.v, A.prop.__doc__)
del b.prop
show("no attr", getattr, b, "nope")
show("class no attr", getattr, B, "nope")
show("init args", A, 1, 2)
show("missing", A.method)
show("unexpected", A, w=1)
print(isinstance(b, A), issubclass(B, A), isinstance(b, (int, str)), issubclass(B, (int, A)))


class Desc:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, cls=None):
        return (self.name, obj is None, cls.__name__)

    def __set__(self, obj, value):
        print("set", self.name, value)

    def __delete__(self, obj):
        print("delete", self.name)


class NonData:
    def __get__(self, obj, cls=None):
        return "nondata"


class C:
    d = Desc()
    n = NonData()


c = C()
print(c.d, C.d, c.n, C.n)
c.d = 4
del c.d
c.n = "own"
print(c.n, c.__dict__)
c.__dict__["d"] = "shadow"
print(c.d)


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("Meta.new", name, [b.__name__ for b in bases], sorted(kw))
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("Meta.call", args)
        return super().__call__(*args, **kw)

    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name)
        return {"prepared": 1}

    def meth(cls):
        return cls.__name__ + ".meth"

    def __instancecheck__(cls, obj):
        return obj == 42

    def __len__(cls):
        return 7


class D(metaclass=Meta, flag=True):
    pass


print(type(D).__name__, D.prepared, D.meth(), len(D), isinstance(42, D), D() is not None)


class Base:
    subs = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs.append((cls.__name__, tag))


class S1(Base, tag="one"):
    pass


class S2(S1):
    pass


print(Base.subs)
show("bad kw", type, "X", (), {}, foo=1)


class Attr:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError("no " + name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


a = Attr()
a.q = 1
print(a.q, a.xyz)
show("getattr", getattr, a, "other")
print(getattr(a, "other", "default"), hasattr(a, "other"), hasattr(a, "xa"))
del a.q
show("del", delattr, a, "q")


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
print(s.a)
show("slot unset", getattr, s, "b")
show("slot other", setattr, s, "c", 1)
show("slot dict", getattr, s, "__dict__")


class Callable:
    def __call__(self, *args, **kw):
        return args, kw


print(Callable()(1, 2, k=3), callable(Callable()), callable(3))


class Ops:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return "add" if isinstance(o, Ops) else NotImplemented

    def __radd__(self, o):
        return "radd %r" % (o,)

    def __iadd__(self, o):
        self.n += o
        return self

    def __lt__(self, o):
        return self.n < o.n

    def __eq__(self, o):
        return isinstance(o, Ops) and self.n == o.n

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        return self.n != 0

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * self.n

    def __contains__(self, v):
        return v == "in"

    def __index__(self):
        return self.n

    def __format__(self, spec):
        return "<%s>" % spec


o = Ops(2)
print(o + o, 1 + o, o < Ops(3), o > Ops(3), o == Ops(2), o != Ops(2), hash(o) == hash(2), bool(Ops(0)))
show("unsupported", lambda: o + 1)
show("unsupported", lambda: o - 1)
show("compare", lambda: o <= o)
o += 3
print(o.n, list(o), "in" in o, "out" in o, len(o), [0, 1, 2, 3, 4, 5][o], f"{o:abc}", range(10)[Ops(3)])


class X:
    pass


class Y(X):
    pass


class Z(X):
    pass


class W(Y, Z):
    pass


print([k.__name__ for k in W.__mro__])
show("mro", type, "Bad", (X, Y), {})
show("layout", type, "Bad", (int, str), {})
show("final", type, "Bad", (bool,), {})
T = type("T", (X,), {"f": lambda self: "f"})
print(T().f(), T.__name__, T.__module__)
x = X()
x.__class__ = Y
print(type(x).__name__, x.__class__ is Y)


class P:
    __private = 1

    def get(self):
        return self.__private


print(P().get(), P._P__private)


class Outer:
    class Inner:
        def m(self):
            return __class__.__qualname__

    def f(self):
        def g():
            pass

        return g.__qualname__


print(Outer.Inner().m(), Outer().f())
print(object() != object(), type(type), type.__call__(X).__class__.__name__)


class Lazy:
    @classmethod
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(Lazy[int], Lazy[1, 2])
show("not subscriptable", lambda: X[int])
