# X | Y of classes: parts, equality, tests of membership, parameters.
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for u in (int | str, int | None, None | int, int | str | int, (int | str) | (str | bytes), list[int] | dict[str, int], list[T] | None, list[T] | S | int, T | S):
    print(u, u.__args__, u.__parameters__, hash(u) == hash(u.__args__) or hash(u) == hash(u))
for f in (
    lambda: (list[T] | set[T])[int],
    lambda: (list[T] | set[T] | None)[str],
    lambda: (list[T] | dict[T, S])[int, str],
    lambda: (list[T] | dict[S, T] | tuple[S, ...])[int, str],
    lambda: (list[T] | int)[int | str],
    lambda: (list[T] | T)[list[S]][int],
    lambda: (list[T] | S)[int],
    lambda: (list[T] | S)[int, str, bytes],
    lambda: (int | str)[int],
    lambda: (list[T] | int)[()],
    lambda: (list[T] | set[T])[int].__args__,
    lambda: type((list[T] | set[T])[int]).__name__,
    lambda: (int | str) == (str | int),
    lambda: (int | str) == (int | bytes),
    lambda: (int | str) != (str | int),
    lambda: hash(int | str) == hash(str | int),
    lambda: {int | str: 1}[str | int],
    lambda: isinstance(1, int | str),
    lambda: isinstance("", int | str),
    lambda: isinstance(b"", int | str),
    lambda: isinstance(None, int | None),
    lambda: isinstance(1, int | list[int]),
    lambda: isinstance([], int | list[int]),
    lambda: issubclass(bool, int | str),
    lambda: issubclass(bytes, int | str),
    lambda: issubclass(type(None), int | None),
    lambda: issubclass(1, int | str),
    lambda: int | 1,
    lambda: 1 | int,
    lambda: int | "x",
    lambda: (int | str) | 5,
    lambda: None | None,
    lambda: int | int,
    lambda: int | bool,
    lambda: (int | str).__or__(bytes),
    lambda: (int | str).__ror__(bytes),
    lambda: (int | str) < (int | str),
    lambda: (int | str)(),
    lambda: type(int | str)(),
    lambda: (int | str).nothing,
    lambda: (int | str).__class__,
    lambda: repr(list[int | str] | None),
):
    t(f)
