import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, global_enum, member, nonmember, unique, verify


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def loud(self):
        return self.name + "!"


print(Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.CRIMSON is Color.RED, Color.RED.loud)
print(list(Color), len(Color), Color.RED in Color, 1 in Color, 5 in Color, Color.__members__.keys())
for bad in (lambda: Color(7), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.GREEN):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, ~Perm.R, Perm.RW & Perm.W, Perm(0), bool(Perm(0)), list(Perm.RW), Perm(7), Perm.R in Perm.RW, Perm.R ^ Perm.RW)
try:
    Perm(9)
except ValueError as e:
    print(e)


class Number(IntEnum):
    ONE = 1
    TWO = auto()


print(Number.TWO + 1, Number.ONE < 2, f"{Number.TWO}", "%d %s" % (Number.ONE, Number.ONE), repr(Number.TWO), int(Number.TWO))


class Word(StrEnum):
    HELLO = auto()
    BYE = "good bye"


print(Word.HELLO, Word.BYE.upper(), repr(Word.BYE), f"{Word.HELLO:>8}")


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | 8, Bits(3), Bits.A | Bits.B == 3, ~Bits.A, repr(Bits(0)))


class Kept(Flag, boundary=KEEP):
    A = 1


class Ejected(Flag, boundary=EJECT):
    A = 1


class Conforming(Flag, boundary=CONFORM):
    A = 1


print(Kept(5), Ejected(5), Conforming(5))
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    @verify(enum.CONTINUOUS)
    class Gap(Enum):
        A = 1
        C = 3
except ValueError as e:
    print(e)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


print(Planet.MARS.mass, Planet("home"), Planet.EARTH.value)
Animal = Enum("Animal", "CAT DOG", module=__name__, start=5)
print(list(Animal), Animal.__module__)


class Mixed(Enum):
    @member
    def f():
        return 1

    g = nonmember(3)
    _ignore_ = ["temp"]
    temp = 4


print(list(Mixed)[0].name, Mixed.g, hasattr(Mixed, "temp"))
try:
    class More(Color):
        BLUE = 3
except TypeError as e:
    print(e)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() * (count + 1)

    A = auto()
    B = auto()


print([m.value for m in Auto])
import copy
import pickle
print(copy.deepcopy(Color.RED) is Color.RED, pickle.loads(pickle.dumps(Color.GREEN)) is Color.GREEN)
print({Color.RED: 1}[Color.CRIMSON], Color.RED.name, Color.RED.value, type(Color.RED).__name__, dir(Color.RED)[-3:])
print(enum.show_flag_values(7), enum.bin(10), enum.property)
