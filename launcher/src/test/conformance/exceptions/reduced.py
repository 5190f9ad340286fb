"""What exceptions are reduced to and made from again, with and without attributes of their own."""
import copy


class Own(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b


class Slots(ValueError):
    __slots__ = ("kept",)


def shown(state):
    return {k: v for k, v in state.items()} if isinstance(state, dict) else state


made = [
    Exception(), Exception(1, "two"), KeyError("k"), OSError(2, "text", "file"), OSError(2, "text"), OSError("x"), Own(1), Own(1, 5), Slots("s"),
    StopIteration(3), SystemExit(4), ImportError("m", name="n", path="p"), ImportError("m"), ModuleNotFoundError(name="n"), AttributeError("a", name="n", obj=5),
    NameError("n", name="x"), SyntaxError("s", ("f", 1, 2, "text", 1, 3)), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"),
    UnicodeEncodeError("ascii", "\xe9", 0, 1, "why"), ExceptionGroup("g", [ValueError(1), KeyError(2)]), BlockingIOError(11, "b", 3),
]
for error in made:
    for attributes in ({}, {"extra": 1}, {"extra": [2], "more": None}):
        for name, value in attributes.items():
            setattr(error, name, value)
        kind, args, *state = error.__reduce__()
        print(kind.__name__, args, [shown(s) for s in state])
        if len(args) == 0 and isinstance(error, (Own, UnicodeError)):
            continue
        twin = copy.copy(error)
        print("   ", type(twin).__name__, twin.args, {k: v for k, v in vars(twin).items()} if hasattr(twin, "__dict__") else None, str(twin) == str(error))
error = Exception(1)
error.__setstate__({"a": 1, "args": (5,)})
print(error.a, error.args)
error.__setstate__(None)
for state in (5, [], "x"):
    try:
        error.__setstate__(state)
    except TypeError as problem:
        print(problem)
error.__dict__ = {"b": 2}
print(error.b, hasattr(error, "a"), error.__reduce__())
try:
    error.__dict__ = None
except TypeError as problem:
    print(problem)
error.add_note("n")
print(error.__reduce__())
