import collections.abc
import typing
from typing import *

T = TypeVar("T")
K = TypeVar("K", bound=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
for t in (
    List[int], Dict[str, List[T]], Optional[int], Union[int, str, None], Union[int, int], Callable[[int], str], Callable[..., T],
    Callable[P, T], Tuple[int, ...], Tuple[()], Type[int], ClassVar[int], Final[str], Literal[1, "a", None], Annotated[int, "meta", 3],
    Any, NoReturn, Never, Self, LiteralString, T, K, P, Ts, Unpack[Ts], Tuple[int, *Ts], int | str, list[int] | None, Iterable[T], Generator[int, str, None],
    Concatenate[int, P], TypeGuard[int], Required[int], ForwardRef("A"), typing.Pattern[str], AsyncIterator[bytes], Counter[str], DefaultDict[int, str],
):
    print(t)
print(Dict[str, T][int], Callable[P, T][[int, str], bool], Tuple[int, *Ts][str, bool], Union[T, int][str], Annotated[T, 1][str])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Annotated[int, 1]))


class Box(Generic[T]):
    item: T

    def get(self) -> T:
        return self.item


print(Box[int], Box[int].__args__, Box.__parameters__, Box[int]().__orig_class__, Box[Box[str]])


class New[A, *B, **C]:
    def method[D: (int, str)](self, x: D) -> A: ...


type Alias[X] = list[X] | None
print(New.__type_params__, New.method.__type_params__[0].__constraints__, Alias, Alias[int], Alias.__value__, Alias.__type_params__)


def hints(a: "int", b: Optional["Box[str]"] = None, *c: T, **d: Annotated[int, 5]) -> "list[str]": ...


print(get_type_hints(hints))
print(get_type_hints(hints, include_extras=True)["d"])


class Movie(TypedDict, total=False):
    name: Required[str]
    year: int


print(Movie(name="x"), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, is_typeddict(Movie))


class Pair(NamedTuple):
    a: int
    b: str = "b"


print(Pair(1), Pair._fields, Pair._field_defaults, Pair.__annotations__, Pair(1, "c")._replace(a=2))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): ...


print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable))


class Plain(Protocol):
    x: int


for bad in (
    lambda: isinstance(1, Plain), lambda: List[int, str], lambda: Optional[1, 2], lambda: Union[()], lambda: Literal[[]] == 1 or Literal[[]], lambda: Box[int, str],
    lambda: Generic[int], lambda: isinstance(1, List[int]), lambda: Any(), lambda: Closable(), lambda: ClassVar[ClassVar[int]], lambda: TypeVar("X", int), lambda: cast(int, "x") + 1,
    lambda: type("B", (Generic,), {}), lambda: Dict[int], lambda: assert_never(3), lambda: type("Y", (Final,), {}), lambda: typing.nonexistent,
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


@overload
def over(x: int) -> int: ...
@overload
def over(x: str) -> str: ...
def over(x): return x


@final
class Last: ...


@no_type_check
def unchecked(a: "nothing at all"): ...


class Sub(Box[int]):
    @override
    def get(self): return 1


print(len(get_overloads(over)), Last.__final__, get_type_hints(unchecked), Sub.get.__override__, Sub.__orig_bases__, Sub.__mro__[1:])
print(isinstance([], List), issubclass(dict, Mapping), isinstance({}, collections.abc.Mapping), List[int] == List[int], hash(List[int]) == hash(List[int]), List[int] == list[int])
import pickle
print(pickle.loads(pickle.dumps(List[int])) == List[int], reveal_type.__name__, assert_type(1, int))
print(typing.get_protocol_members if hasattr(typing, "get_protocol_members") else "3.12", [T.__name__, T.__covariant__, K.__bound__, T.__infer_variance__])


def subscript(alias, *arguments):
    try:
        print(alias[arguments if len(arguments) != 1 else arguments[0]])
    except TypeError as e:
        print(type(e).__name__, e)


# An argument that is several types goes as one where a ParamSpec stands within, as several where a TypeVarTuple does.
import types
generic = types.GenericAlias
several = generic(tuple, (Unpack[Ts],))
for alias in (generic(dict, (T, generic(list, (P,)))), generic(dict, (T, generic(list, (P, T)))), generic(dict, (T, generic(list, (P,)), P))):
    subscript(alias, int, [str, bool])
    subscript(alias, int, [])
    subscript(alias, int, ...)
    subscript(alias, int, P)
    subscript(alias, int)
    subscript(alias, int, str)
for alias in (generic(dict, (T, several)), generic(dict, (several, T)), generic(tuple, (T, Unpack[Ts])), generic(dict, (generic(tuple, (T, Unpack[Ts])), T))):
    subscript(alias, int)
    subscript(alias, int, str, bool)
    subscript(alias, int, Unpack[Ts])
