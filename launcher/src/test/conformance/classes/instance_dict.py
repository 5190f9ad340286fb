class C:
    def __init__(self): self.a = 1; self.b = 2
c = C()
print(c.__dict__, vars(c)); c.__dict__["z"] = 5; print(c.z); c.q = 7; print(sorted(c.__dict__))
c.__dict__ = {"n": 1}; print(c.n, hasattr(c, "a"))
try: c.__dict__ = 3
except TypeError as e: print(e)
class D(C): pass
d = D(); d.x = 1; print(d.__dict__, "__dict__" in C.__dict__, "__dict__" in D.__dict__)
e = ValueError("x"); e.foo = 1; print(e.__dict__)
class S:
    __slots__ = ("a",)
try: S().__dict__
except AttributeError as e: print(e)
print(sorted(k for k in dir(c) if not k.startswith("__")))
class L(list): pass
l = L([1,2]); l.t = 3; print(l, l.__dict__, len(l))
def f(): pass
f.k = 2; print(f.__dict__)
