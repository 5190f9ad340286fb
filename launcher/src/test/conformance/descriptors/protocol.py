"""Descriptors, properties, slots, class and static methods, attribute hooks."""


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Data:
    def __set_name__(self, owner, name): self.name = (owner.__name__, name)
    def __get__(self, obj, owner=None): return ("get", self.name, obj is None, owner.__name__ if owner else None)
    def __set__(self, obj, value): print("set", self.name, value)
    def __delete__(self, obj): print("delete", self.name)


class NonData:
    def __get__(self, obj, owner): return "nondata"


class SetOnly:
    def __set__(self, obj, value): obj.__dict__["so"] = ("via set", value)


class GetRaises:
    def __get__(self, obj, owner): raise AttributeError("from get")


class A:
    d = Data()
    n = NonData()
    so = SetOnly()
    r = GetRaises()
    def method(self): return "method"
    def __getattr__(self, name):
        if name.startswith("dyn"): return "dynamic " + name
        raise AttributeError("no " + name)


a = A()
for f in (lambda: a.d, lambda: A.d, lambda: a.n, lambda: A.n, lambda: a.so.__class__.__name__, lambda: a.r, lambda: A.r, lambda: a.dynx, lambda: a.other, lambda: getattr(a, "other", "dflt"), lambda: hasattr(a, "other"), lambda: setattr(a, "d", 5), lambda: delattr(a, "d"), lambda: setattr(a, "n", 7), lambda: a.n, lambda: delattr(a, "n"), lambda: a.n, lambda: setattr(a, "so", 1), lambda: a.so, lambda: a.__dict__, lambda: delattr(a, "so"), lambda: delattr(a, "nothing"), lambda: setattr(A, "d", 9), lambda: a.d, lambda: a.method(), lambda: A.method(a), lambda: a.method.__self__ is a, lambda: a.method.__func__ is A.method, lambda: a.method == a.method, lambda: a.method is a.method, lambda: A.__dict__["method"].__get__(a)(), lambda: A.__dict__["method"].__get__(None, A) is A.method, lambda: A.method.__get__(5).__self__):
    show(f)


class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): self._x = None
    @property
    def ro(self): return "ro"
    y = property(doc="only doc")
    z = property(lambda self: 1 / 0)
    w = property(None, lambda self, v: print("w", v))


p = P()
for f in (lambda: p.x, lambda: setattr(p, "x", 5), lambda: p.x, lambda: delattr(p, "x"), lambda: p.x, lambda: p.ro, lambda: setattr(p, "ro", 1), lambda: delattr(p, "ro"), lambda: p.y, lambda: p.z, lambda: p.w, lambda: setattr(p, "w", 3), lambda: P.x.__doc__, lambda: P.y.__doc__, lambda: P.x.fget.__name__, lambda: P.x.fset.__name__, lambda: P.ro.fset, lambda: P.x.__get__(p), lambda: P.x.__set__(p, 8), lambda: p.x, lambda: P.x.__delete__(p), lambda: type(P.x).__name__, lambda: P.ro.__isabstractmethod__, lambda: property(5).fget, lambda: P.x.getter(lambda s: "new").__get__(p), lambda: P.ro.__set_name__(P, "q")):
    show(f)


class S:
    __slots__ = ("a", "b")
    c = "class"


class S2(S):
    __slots__ = ["d"]


class S3(S):
    pass


class S4:
    __slots__ = {"k": "documented"}


class S5:
    __slots__ = "single"


class S6:
    __slots__ = ("__dict__", "q")


s = S()
for f in (lambda: s.a, lambda: setattr(s, "a", 1), lambda: s.a, lambda: setattr(s, "z", 1), lambda: s.__dict__, lambda: setattr(s, "c", 1), lambda: s.c, lambda: delattr(s, "a"), lambda: s.a, lambda: delattr(s, "a"), lambda: S.a, lambda: type(S.a).__name__, lambda: S.a.__get__(s), lambda: S.a.__get__(5), lambda: S.a.__set__(s, 3), lambda: s.a, lambda: S.a.__name__, lambda: S.a.__objclass__, lambda: setattr(S2(), "d", 1), lambda: setattr(S2(), "a", 1), lambda: setattr(S2(), "zz", 1), lambda: setattr(S3(), "zz", 1), lambda: S3().__dict__, lambda: S4.k.__doc__, lambda: setattr(S5(), "single", 1), lambda: setattr(S5(), "s", 1), lambda: setattr(S6(), "other", 1), lambda: S.__slots__, lambda: type("T", (), {"__slots__": ("x",), "x": 1}), lambda: type("T", (), {"__slots__": (1,)}), lambda: type("T", (), {"__slots__": ("a b",)}), lambda: type("T", (int,), {"__slots__": ("x",)}), lambda: type("T", (S, S4), {}), lambda: type("T", (S, P), {}).__name__, lambda: type("T", (), {"__slots__": ("__dict__", "__dict__")}), lambda: type("T", (tuple,), {"__slots__": ()})((1, 2))):
    show(f)


class M:
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(x): return x
    def __class_getitem__(cls, item): return (cls.__name__, item)
    def __init_subclass__(cls, **kw): cls.kw = kw
    def __new__(cls, v=0): return super().__new__(cls)


class M2(M, tag="t", n=1): pass


for f in (lambda: M.cm(), lambda: M().cm(), lambda: M2.cm(), lambda: M.sm(3), lambda: M().sm(3), lambda: M[1, 2], lambda: M2["x"], lambda: M2.kw, lambda: M.__dict__["cm"].__func__.__name__, lambda: M.__dict__["sm"].__func__(4), lambda: M.__dict__["sm"](5), lambda: M.__dict__["cm"].__wrapped__.__name__, lambda: M.cm.__self__, lambda: classmethod(len).__get__(None, list)(), lambda: staticmethod(5).__get__(1), lambda: classmethod(5).__get__(1, int), lambda: type(M.__dict__["__class_getitem__"]).__name__, lambda: type(M.__dict__["__init_subclass__"]).__name__, lambda: type(M.__dict__["__new__"]).__name__, lambda: M()[0]):
    show(f)


class H:
    def __getattribute__(self, name):
        if name == "magic": return "intercepted"
        return object.__getattribute__(self, name)
    def __setattr__(self, name, value): object.__setattr__(self, name, (value, "wrapped"))
    def __delattr__(self, name): print("del", name)
    def __dir__(self): return ["only"]


h = H()
h.v = 1
print(h.v, h.magic, dir(h), h.__dict__)
del h.v
print(h.v)
object.__delattr__(h, "v")
show(lambda: h.v)


class Bases:
    def __init__(self, v): self.v = v


class Child(Bases):
    def __init__(self): super().__init__("from super")
    @classmethod
    def make(cls): return super().__new__(cls)
    @property
    def up(self): return super().__repr__()[:1]


print(Child().v, type(Child.make()).__name__, Child().up)
show(lambda: super(Child, Child()).nope)
show(lambda: super(Bases, Child).__init__.__qualname__)
show(lambda: super(Child).__self__)
show(lambda: super(Child, Child()).__thisclass__.__name__)
show(lambda: super(Child, 5))
show(lambda: super(int, True).__add__(1))


def orphan(): return super().x


show(orphan)


def orphan2(self): return super().x


show(lambda: orphan2(1))

# ---- __set_name__ that fails leaves a note; one that empties the namespace does no harm
import gc


class Fails:
    def __set_name__(self, owner, name):
        1 / 0


class Wrong(Fails):
    def __set_name__(self):
        pass


for kind in (Fails, Wrong):
    try:

        class Has:
            attribute = kind()

    except (ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e.__notes__, e.__context__)


class Clears:
    def __set_name__(self, owner, name):
        print(name, owner.__name__)
        space.clear()
        for n in ("a", "b", "c"):
            if n in vars(owner) and n != name:
                delattr(owner, n)
        gc.collect()
        [Clears() for _ in range(100)]


space = {"a": Clears(), "b": Clears(), "c": Clears()}
print([n for n in vars(type("Made", (), space)) if len(n) == 1])

# ---- which methods make a descriptor of data: one that can be set or deleted goes before the instance


def of(*names):
    return type("-".join(names) or "none", (), {n: {"get": lambda s, o, t: "from " + type(s).__name__, "set": lambda s, o, v: print("set", v), "delete": lambda s, o: print("deleted")}[n.strip("_")] for n in names})


for names in ((), ("__get__",), ("__set__",), ("__delete__",), ("__get__", "__set__"), ("__get__", "__delete__"), ("__set__", "__delete__"), ("__get__", "__set__", "__delete__")):

    class Holder:
        a = of(*names)()

        def method(self):
            return self.a

    h = Holder()
    out = []
    vars(h)["a"] = "of the instance"
    for _ in range(3):
        for act in (lambda: h.a, h.method, lambda: setattr(h, "a", 1), lambda: h.a, lambda: delattr(h, "a"), lambda: h.a, lambda: Holder.a):
            try:
                value = act()
                out.append(value if isinstance(value, (str, int)) else type(value).__name__)
            except AttributeError as e:
                out.append(str(e))
        vars(h)["a"] = "again"
    print(names, out)



class Leaf:
    @property
    def named(self):
        return 1


Leaf.later = property(lambda self: 1)
Leaf.alias = Leaf.named
for statement in ("Leaf().named = 1", "Leaf().later = 1", "del Leaf().later", "Leaf().alias = 1", "del Leaf().named"):
    try:
        exec(statement)
    except AttributeError as error:
        print(error)
