import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
    count: ClassVar[int] = 0


print(Point(1), Point(1, 2) < Point(2), Point(1) == Point(1, 0, [3]), Point(1) != 1)
print([(f.name, f.default is dataclasses.MISSING) for f in fields(Point)])
print(asdict(Point(1, tags=[Point(2)])), astuple(Point(3)))
print(replace(Point(1, 2), x=5), Point.__match_args__, Point.__doc__)


@dataclass(frozen=True, slots=True)
class Fixed:
    a: int
    b: str = "b"


f = Fixed(1)
for action in (lambda: setattr(f, "a", 2), lambda: delattr(f, "b"), lambda: setattr(f, "c", 1)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
print(hash(Fixed(1)) == hash(Fixed(1)), Fixed.__slots__, hasattr(f, "__dict__"))


@dataclass
class WithInit:
    base: InitVar[int]
    _: KW_ONLY
    doubled: int = field(init=False)
    name: str = "n"

    def __post_init__(self, base):
        self.doubled = base * 2


print(WithInit(4), WithInit(1, name="z"))
try:
    WithInit(1, "z")
except TypeError as e:
    print(e)


@dataclass
class Child(Point):
    z: int = 9


print(Child(1, 2), Child.__mro__[1].__name__)
Made = dataclasses.make_dataclass("Made", ["a", ("b", int), ("c", str, field(default="c"))], namespace={"twice": lambda self: self.a * 2})
print(Made(1, 2), Made(4, 0).twice(), dataclasses.is_dataclass(Made), dataclasses.is_dataclass(3))
for make in (
    lambda: dataclass(type("A", (), {"__annotations__": {"x": list}, "x": []})),
    lambda: dataclass(type("B", (), {"__annotations__": {"x": int, "y": int}, "x": 1})),
    lambda: dataclass(frozen=True)(type("C", (Point,), {})),
    lambda: dataclass(order=True, eq=False)(type("D", (), {})),
    lambda: asdict(3),
    lambda: replace(WithInit(1), doubled=3),
    lambda: field(default=1, default_factory=int),
):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)


@dataclass(unsafe_hash=True, kw_only=True)
class Hashed:
    a: int = field(hash=False, default=1)
    b: int = 2


print(hash(Hashed(a=5)) == hash(Hashed(a=6)), Hashed(b=3))


@dataclass
class Recursive:
    next: "Recursive" = None


r = Recursive()
r.next = r
print(r)
match Point(1, 2):
    case Point(x, y):
        print(x, y)
