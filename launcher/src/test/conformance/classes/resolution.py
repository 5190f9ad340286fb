def names(classes):
    return [c.__name__ for c in classes]


def refuse(label, f):
    try:
        f()
    except Exception as e:
        print(label, type(e).__name__, str(e).replace("\n", " "))
    else:
        print(label, "accepted")


class Reversed(type):
    def mro(cls):
        print("asked for", cls.__name__, cls.__mro__, cls.__qualname__)
        return type.mro(cls)[::-1]


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B"


class R(B, metaclass=Reversed):
    def who(self):
        return "R"


print(names(R.__mro__), R().who(), names(type.mro(R)))
A.who = lambda self: "A2"
print(R().who())
A.late = 7
print(R.late, R().late)
del A.late
print(hasattr(R, "late"))


class Gives(type):
    answer = None

    def mro(cls):
        return Gives.answer(cls)


def make(answer):
    Gives.answer = staticmethod(answer)
    return Gives("X", (), {})


refuse("number", lambda: make(lambda cls: 1))
refuse("numbers", lambda: make(lambda cls: [cls, 1]))
refuse("layout", lambda: make(lambda cls: [cls, dict, object]))
refuse("without itself", lambda: make(lambda cls: [A]))
refuse("raises", lambda: make(lambda cls: 1 // 0))
foreign = make(lambda cls: [cls, B, object])
print(names(foreign.__mro__), foreign.__bases__, foreign().who())


class Incomplete(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != "Derived":
            refuse("extend", lambda: Incomplete("Derived", (cls,), {}))
            refuse("super", lambda: super(cls, cls).missing)
        return type.mro(cls)


class I(metaclass=Incomplete):
    pass


print(names(I.__mro__))


class SeesItself(type):
    def mro(cls):
        cls.__dict__["hello"]()
        return super().mro()


class S(metaclass=SeesItself):
    def hello():
        print("inside", __class__.__name__)


# other bases
class C:
    pass


class D(C):
    pass


class E(D):
    pass


d, e = D(), E()
D.__bases__ = (B,)
print(names(E.__mro__), e.who(), B.__subclasses__()[-1] is D, C.__subclasses__())
refuse("cycle", lambda: setattr(D, "__bases__", (E,)))
refuse("itself", lambda: setattr(D, "__bases__", (D,)))
refuse("twice", lambda: setattr(D, "__bases__", (C, C)))
refuse("none", lambda: setattr(D, "__bases__", ()))
refuse("list", lambda: setattr(D, "__bases__", [C]))
refuse("no class", lambda: setattr(D, "__bases__", (1,)))
refuse("delete", lambda: delattr(D, "__bases__"))
print(names(E.__mro__))


class P:
    pass


class Q:
    pass


class PQ(P, Q):
    pass


class PQ2(P, Q):
    pass


class Both(PQ, PQ2):
    pass


refuse("conflict", lambda: setattr(PQ, "__bases__", (Q, P)))
print(names(PQ.__mro__), names(Both.__mro__), names(PQ.__bases__))


class Once(type):
    count = 0

    def mro(cls):
        Once.count += 1
        if Once.count > 1:
            raise RuntimeError("only once")
        return type.mro(cls)


class F(D):
    pass


class G(D, metaclass=Once):
    pass


before = D.__mro__, E.__mro__, F.__mro__, G.__mro__
refuse("fails", lambda: setattr(D, "__bases__", (A,)))
print(before == (D.__mro__, E.__mro__, F.__mro__, G.__mro__), names(D.__bases__))


# metaclasses that are no types
class NotMeta:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args[0])
        return super().__new__(cls)

    @classmethod
    def __prepare__(cls, name, bases):
        print("prepare", cls.__name__, name)
        return {}


class Derived(NotMeta):
    pass


class M1(metaclass=NotMeta):
    pass


class M2(metaclass=Derived):
    pass


class M3(M1, M2):
    pass


class M4(M2, M1):
    pass


class M5(M3, metaclass=NotMeta):
    pass


print([type(m).__name__ for m in (M1, M2, M3, M4, M5)])
refuse("conflict", lambda: __build_class__(lambda: None, "M6", M3, metaclass=type))


class ByClass:
    @classmethod
    def __new__(*args):
        return args


print(ByClass(1, 2) == (ByClass, ByClass, 1, 2))
refuse("setattr", lambda: object.__setattr__(str, "foo", 42))
refuse("delattr", lambda: object.__delattr__(str, "lower"))
refuse("own class", lambda: object.__setattr__(A, "foo", 42))
refuse("doc", lambda: type(A).__dict__["__doc__"].__delete__(A))
refuse("doc", lambda: type(list).__dict__["__doc__"].__set__(list, "x"))
refuse("type params", lambda: delattr(A, "__type_params__"))
refuse("name", lambda: type("A\udcdc", (), {}))
refuse("name", lambda: type("A\0", (), {}))
refuse("rename", lambda: setattr(A, "__name__", "A\udcdc"))
refuse("doc", lambda: type("A", (), {"__doc__": "x\udcdc"}))
refuse("slot", lambda: type("A", (), {"__slots__": "x\0y"}))


# __class__
class G1:
    __slots__ = ("a", "b")


class G2:
    __slots__ = ("b", "a")


class G3:
    __slots__ = ("a", "c")


class G4(G1):
    __slots__ = ()


g = G1()
g.a, g.b = 1, 2
g.__class__ = G2
print(type(g).__name__, g.a, g.b)
refuse("other slots", lambda: setattr(g, "__class__", G3))
refuse("plain", lambda: setattr(g, "__class__", A))
g.__class__ = G1
g.__class__ = G4
print(type(g).__name__, g.a, g.b)


import types


class Module(types.ModuleType):
    extra = 1

    def method(self):
        return self.x


m = types.ModuleType("m")
m.x = 5
m.__class__ = Module
print(m.method(), m.extra, m.__dict__["x"])
m.y = 6
print(m.__dict__["y"], [n for n in dir(m) if len(n) == 1])
del m.y
print(hasattr(m, "y"))
m.__class__ = types.ModuleType
print(hasattr(m, "extra"), m.x)


class OnlySet:
    def __init__(self, name):
        self.name = name

    def __set__(self, obj, value):
        type.__setattr__(obj, "kept", value)


class Meta(type):
    a = OnlySet("a")


class WithMeta(metaclass=Meta):
    pass


print(type(WithMeta.a).__name__)
WithMeta.a = 42
print(WithMeta.kept)


class Scope:
    T = int

    def f[U: T](self): ...

    type Alias = T


Scope.T = float
print(Scope.f.__type_params__[0].__bound__, Scope.Alias.__value__)


class Failing:
    __eq__ = property(lambda self: 1 // 0)


one = Failing()
print(one == Failing(), one == one)


class Left:
    pass


class Right:
    pass


# The first base that stands there twice is named, wherever it stands.
for bases in ((Left, Right, Right), (Right, Left, Left), (Left, Right, Left), (int, Right, Left, Right, Left)):
    try:
        type("C", bases, {})
    except TypeError as e:
        print(e)


class Child(Left):
    pass


for bases in ((Left, Right, Right), (Right, Left, Left)):
    try:
        Child.__bases__ = bases
    except TypeError as e:
        print(e, Child.__bases__)
