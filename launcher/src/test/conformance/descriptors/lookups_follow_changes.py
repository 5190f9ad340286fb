# Each look-up below is code of its own (eval, exec), so nothing that a site remembers is in the way:
# what a name led to before must not be found after a class or an object has changed.

def get(o, name):
    return eval("o." + name, {"o": o})


def call(o, name):
    return eval("o." + name + "()", {"o": o})


def put(o, name, value):
    exec("o." + name + " = value", {"o": o, "value": value})


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)


class Base:
    def who(self):
        return "base"

    def other(self):
        return "other"


class Mid(Base):
    pass


class Leaf(Mid):
    def __init__(self):
        self.a = 1


leaf = Leaf()
for _ in range(3):
    print(call(leaf, "who"), get(leaf, "a"), call(leaf, "other"))

# A method that is overridden further down, replaced, taken out again.
Mid.who = lambda self: "mid"
print(call(leaf, "who"))
Leaf.who = lambda self: "leaf"
print(call(leaf, "who"))
del Leaf.who
print(call(leaf, "who"))
del Mid.who
print(call(leaf, "who"))
del Base.who
print(attempt(call, leaf, "who"))
Base.who = lambda self: "base again"
print(call(leaf, "who"))

# The object's own attribute hides a method, until it is gone.
put(leaf, "who", lambda: "own")
print(call(leaf, "who"), call(leaf, "who"))
del leaf.who
print(call(leaf, "who"))
leaf.__dict__["who"] = lambda: "in the dict"
print(call(leaf, "who"))
print(get(leaf, "a"))

# A slot that is hidden by a data descriptor of the class, and by one that becomes one.
leaf = Leaf()
print(get(leaf, "a"), get(leaf, "a"))
Mid.a = property(lambda self: "property")
print(get(leaf, "a"), attempt(put, leaf, "a", 2)[0])
del Mid.a
put(leaf, "a", 3)
print(get(leaf, "a"))


class Plain:
    def __get__(self, o, cls):
        return "descriptor"


Mid.a = Plain()
print(get(leaf, "a"), get(leaf, "a"))
Plain.__set__ = lambda self, o, value: print("set", value)
print(get(leaf, "a"))
put(leaf, "a", 4)
del Plain.__set__
print(get(leaf, "a"))
put(leaf, "a", 5)
print(leaf.__dict__)
del Mid.a

# Hooks that come and go.
leaf = Leaf()
print(get(leaf, "a"))
Base.__getattribute__ = lambda self, name: "hook " + name
print(get(leaf, "a"), get(leaf, "who"))
del Base.__getattribute__
print(get(leaf, "a"))
Base.__getattr__ = lambda self, name: "missing " + name
print(get(leaf, "a"), get(leaf, "nothing"))
del Base.__getattr__
print(attempt(get, leaf, "nothing"))
Mid.__setattr__ = lambda self, name, value: object.__setattr__(self, name, value * 10)
put(leaf, "a", 7)
put(leaf, "b", 8)
print(get(leaf, "a"), get(leaf, "b"))
del Mid.__setattr__
put(leaf, "a", 9)
print(get(leaf, "a"))

# New attributes, in the same order and in another.
made = []
for order in ("xyz", "xyz", "zyx", "xyz"):
    o = Base()
    for n, c in enumerate(order):
        put(o, c, n)
    made.append(o)
print([(get(o, "x"), get(o, "y"), get(o, "z"), list(o.__dict__)) for o in made])


# Members of __slots__, unset and set.
class Slotted:
    __slots__ = ("u", "v")


s = Slotted()
print(attempt(get, s, "u"))
put(s, "u", 1)
print(get(s, "u"), get(s, "u"), attempt(get, s, "v"))
del s.u
print(attempt(get, s, "u"))
put(s, "u", 2)
print(get(s, "u"), attempt(put, s, "w", 1))


# Another class, and other bases.
class One:
    def name(self):
        return "one"


class Two:
    def name(self):
        return "two"


class Sub(One):
    pass


o = One()
print(call(o, "name"), call(o, "name"))
o.__class__ = Two
print(call(o, "name"))
o = Sub()
print(call(o, "name"), call(o, "name"))
Sub.__bases__ = (Two,)
print(call(o, "name"))

# Plain values of a class, one in place of another.
One.n = 1
o = One()
print(get(o, "n"), get(o, "n"))
One.n = 2
print(get(o, "n"))
put(o, "n", 3)
print(get(o, "n"), One.n)
One.n = lambda self: "method"
print(get(o, "n"), call(One(), "n"))


# Calls of classes whose making changes.
class Made:
    def __init__(self, *args):
        self.args = args


make = lambda *args: eval("Made(*args).args if len(args) != 1 else Made(args[0]).args", {"Made": Made, "args": args})
print(make(1), make(1), make(1, 2))
Made.__init__ = lambda self, value, more=5: setattr(self, "args", (value, more))
print(make(1), attempt(make))
Made.__new__ = lambda cls, *args: object.__new__(cls if args[0] else One)
print(make(1), attempt(make, 0))
Made.__init__ = lambda self, value: 1
print(attempt(make, 1))


# Functions of classes, read through the class.
class Holder:
    @staticmethod
    def s():
        return "static"

    @classmethod
    def c(cls):
        return "class " + cls.__name__

    def f(self=None):
        return "function"

    def __class_getitem__(cls, item):
        return item


class Held(Holder):
    pass


for _ in range(3):
    print(call(Held, "s"), call(Held, "c"), call(Held, "f"), get(Held, "f") is get(Holder, "f"))
Held.__dict__.get("s")
Holder.__dict__["s"].__init__(lambda: "static again")
print(call(Held, "s"), get(Held, "s")())
Holder.s = lambda: "replaced"
print(call(Held, "s"))
Held.s = 5
print(get(Held, "s"))
del Held.s, Holder.s
print(attempt(get, Held, "s"))


class Meta(type):
    def m(cls):
        return "meta " + cls.__name__


class WithMeta(metaclass=Meta):
    pass


print(call(WithMeta, "m"), call(WithMeta, "m"))
WithMeta.m = lambda: "own"
print(call(WithMeta, "m"))
Meta.m = property(lambda cls: lambda: "property")
print(call(WithMeta, "m"), get(WithMeta, "__name__"), get(Held, "__name__"), get(Held, "mro")()[0].__name__)

# Modules.
import types

module = types.ModuleType("module")
print(attempt(get, module, "a"), get(module, "__name__"))
module.a = 1
print(get(module, "a"), get(module, "a"))
module.a = print
call(module, "a")
del module.a
print(attempt(get, module, "a"))
module.__getattr__ = lambda name: "got " + name
print(get(module, "a"), get(module, "b"))
module.__dict__["__dict__"] = 1
print(type(get(module, "__dict__")).__name__)


class Special(types.ModuleType):
    @property
    def a(self):
        return "special"


module.__class__ = Special
module.__dict__["a"] = 3
print(get(module, "a"), get(module, "b"))


# super, with what follows in the order changing.
class Lower(Two):
    def name(self):
        return eval("super(Lower, self).name()", {"Lower": Lower, "self": self}) + " " + super().name()

    def __class__(self):
        return 1

    @classmethod
    def k(cls):
        return super().k()


class Lowest(Lower):
    def own(self):
        return super().__class__


Two.k = classmethod(lambda cls: "k " + cls.__name__)
low = Lowest()
print(Lowest.name(low), Lowest.name(low), Lowest.k(), Lowest.own(low))
Two.name = lambda self: "changed"
print(Lowest.name(low))
Lower.__bases__ = (One,)
One.k = classmethod(lambda cls: "one's k " + cls.__name__)
print(Lowest.name(low), Lowest.k())


# Class methods and properties, initialized again.
class Both:
    @classmethod
    def c(cls):
        return "c " + cls.__name__

    @property
    def p(self):
        return "p"


class Derived(Both):
    pass


for _ in range(3):
    print(call(Both, "c"), call(Derived, "c"), get(Derived, "c")(), get(Both(), "p"), get(Both, "p") is Both.__dict__["p"])
Both.__dict__["c"].__init__(lambda cls: "again " + cls.__name__)
Both.__dict__["p"].__init__(lambda self: "p again")
print(call(Both, "c"), call(Derived, "c"), get(Both(), "p"))
Both.__dict__["p"].__init__(None)
print(attempt(get, Both(), "p")[0])
Derived.c = classmethod(len)
print(attempt(call, Derived, "c")[0], call(Both, "c"))


class Cut(property):
    def __get__(self, o, cls=None):
        return "cut"


Both.p = Cut(lambda self: "not seen")
print(get(Both(), "p"), get(Both, "p"))


# Values of classes and properties, looked up again and again at one place.
class Room:
    size = 3

    def __init__(self):
        self.own = 5

    @property
    def area(self):
        return self.size * self.own

    def twice(self):
        return self.area * 2


def looks(room):
    return [(room.size, room.area, room.twice(), type(room).size) for _ in range(3)][-1]


class Hall(Room):
    pass


room, hall = Room(), Hall()
print(looks(room), looks(hall))
Room.size = 4
print(looks(room), looks(hall))
Hall.size = [7]
print(looks(room), looks(hall))
hall.size = 2
print(looks(room), looks(hall))
Room.size = property(lambda self: 11)
print([room.size for _ in range(3)], room.area)
Room.size = 6
print(looks(room))
Room.__dict__["area"].__init__(lambda self, more=1: self.own + more)
print(looks(room))
Room.__dict__["area"].__init__(lambda self: (yield self.own))
print(list(room.area), list(room.area))
Room.__dict__["area"].__init__(lambda *selves: len(selves))
print(room.area, room.area)
Room.__dict__["area"].__init__(None)
for _ in range(2):
    try:
        room.area
    except AttributeError as error:
        print(error)


class Missing:
    @property
    def gone(self):
        raise AttributeError("not here")

    @property
    def deep(self):
        return self.deep


missing = Missing()
for _ in range(3):
    try:
        print(missing.gone)
    except AttributeError as error:
        print("AttributeError", error)
try:
    missing.deep
except RecursionError as error:
    print("RecursionError")
Missing.__getattr__ = lambda self, name: "for " + name
print([missing.gone for _ in range(3)])
del Missing.__getattr__
Missing.gone = 1
print([missing.gone for _ in range(3)])
Missing.gone = property(lambda self: 2)
missing.__dict__["gone"] = 3
print([missing.gone for _ in range(3)])
