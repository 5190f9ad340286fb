"""What a function's attributes may be set to, and deleted."""


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


def f(a: int, b: "x" = 1, *, c: str = "k") -> None:
    """Its text."""


for name, values in (
    ("__annotations__", (None, {"z": 1}, [], 5, (), {}, type("D", (dict,), {})(q=2))),
    ("__defaults__", (None, (1,), [], {}, 5, (1, 2, 3))),
    ("__kwdefaults__", (None, {"c": 3}, [], 5, {})),
    ("__doc__", (None, "other", 5)),
    ("__name__", ("g", None, 5, "")),
    ("__qualname__", ("a.g", None, b"x")),
    ("__module__", (None, "m", 5)),
    ("__dict__", ({}, None, [], {"k": 1})),
    ("__type_params__", ((), None, [], (1,))),
    ("__code__", (None, 5, (lambda a, b=1, *, c=2: (a, b, c)).__code__)),
    ("__closure__", (None, ())),
    ("__globals__", ({},)),
    ("__builtins__", ({},)),
):
    before = getattr(f, name)
    for value in values:
        shown = "code" if name == "__code__" and value not in (None, 5) else repr(value)
        attempt(f"{name} = {shown}:", lambda: setattr(f, name, value))
        if name not in ("__code__", "__globals__", "__builtins__"):
            print("   ", getattr(f, name))
    attempt(f"del {name}", lambda: delattr(f, name))
    if name not in ("__code__", "__globals__", "__builtins__"):
        print("   ", getattr(f, name))
    attempt(f"call after {name}", lambda: f(1))
    try:
        setattr(f, name, before)
    except Exception:
        pass


def plain():
    pass


print(plain.__annotations__, plain.__annotations__ is plain.__annotations__)
del plain.__annotations__
print(plain.__annotations__)
plain.__annotations__["a"] = 1
print(plain.__annotations__)
plain.__annotations__ = None
print(plain.__annotations__)
