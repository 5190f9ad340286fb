# A class that gets another metaclass: what it finds there, and how it is called and compared, changes at once.
class First(type):
    here = "first"
    only_first = 1

    def who(cls):
        return "first " + cls.__name__

    def __call__(cls, *args):
        return ("called by first", args)

    def __len__(cls):
        return 1

    @property
    def shown(cls):
        return "property of first"


class Second(type):
    here = "second"
    only_second = 2

    def who(cls):
        return "second " + cls.__name__

    def __len__(cls):
        return 2

    def __instancecheck__(cls, instance):
        return instance == "of second"

    def __getattr__(cls, name):
        return "made up " + name

    @property
    def shown(cls):
        return "property of second"


class C(metaclass=First):
    own = "own"
    who_is = property(lambda self: "instance")


class D(C):
    pass


def look(cls):
    out = [type(cls).__name__, cls.here, cls.who(), len(cls), cls.own, cls.shown, isinstance("of second", cls)]
    for name in ("only_first", "only_second"):
        try:
            out.append(getattr(cls, name))
        except AttributeError as e:
            out.append(str(e))
    try:
        out.append(cls(1))
    except TypeError as e:
        out.append(str(e).partition("(")[2])
    return out


for round in range(3):
    for _ in range(100):
        look(C), look(D)
    print(look(C))
    print(look(D))
    (C, D, C)[round].__class__ = (Second, Second, First)[round]
    print(look(C))
    print(look(D))
print(C.__class__, D.__class__, isinstance(C, First), isinstance(C, Second), isinstance(D, Second))


class Third(First):
    here = "third"


for _ in range(300):
    C.here
C.__class__ = Third
print(C.here, C.who(), C(2), C.only_first)
C.__class__ = First
print(C.here)
E = First("E", (C,), {})
D.__class__ = First
print(E.here, type(E), type(First("F", (D,), {})).__name__)
for bad in (int, type, 5, object):
    try:
        C.__class__ = bad
    except TypeError as e:
        print(e)
try:
    int.__class__ = First
except TypeError as e:
    print(e)
