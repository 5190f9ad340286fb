def refuse(label, f):
    try:
        f()
    except Exception as e:
        print(label, type(e).__name__, e)
    else:
        print(label, "accepted")


def plain(self):
    return 1


def doc1(self):
    "one"


def doc2(self):
    "two"


p = property(plain, None, None, "given")
print(p.__doc__, p.getter(doc1).__doc__, p.setter(plain).__doc__)
p = property(doc1)
print(p.__doc__, p.getter(doc2).__doc__, p.getter(plain).__doc__, p.deleter(doc2).__doc__)
p.__doc__ = "set"
print(p.__doc__, p.getter(doc2).__doc__)
p = property(plain)
p.__doc__ = "set"
print(p.getter(doc2).__doc__)
for name in ("fget", "fset", "fdel"):
    refuse(name, lambda: setattr(p, name, None))
print(type(property.fget).__name__, type(property.__doc__).__name__, type(complex.real).__name__)


class Sub(property):
    "class doc"


class NoDoc(property):
    pass


for kind in (property, Sub, NoDoc):
    print(kind(doc1).__doc__, kind(plain).__doc__, kind(plain, None, None, "given").__doc__)
    print(kind(doc1).getter(doc2).__doc__, kind(doc1).setter(plain).__doc__)


class Slotted(property):
    __slots__ = ("foo",)


class SlottedDoc(property):
    __slots__ = ("__doc__",)


print(Slotted().__doc__, Slotted(doc="lost").__doc__, Slotted(plain).__doc__)
refuse("getter's", lambda: Slotted(doc1))
print(SlottedDoc(doc="kept").__doc__, SlottedDoc(doc1).__doc__)


class Named:
    def __call__(self, arg):
        pass


import types

n = Named()
bound = types.MethodType(n, 5)
print(bound)
n.__name__ = "name"
print(bound)
n.__qualname__ = "qualname"
print(bound)
