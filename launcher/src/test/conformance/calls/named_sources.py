"""Dicts with ways of their own as sources; how errors about a call name what is called."""


class Ways(dict):
    """Its keys are not those of the dict below."""

    def keys(self):
        print("keys")
        return ["x", "y"]

    def __getitem__(self, key):
        print("item", key)
        return key * 2


class Iterated(Ways):
    def __iter__(self):
        print("iterated")
        return iter(["z"])


class Mapping:
    def keys(self):
        return iter("ab")

    def __getitem__(self, key):
        return key + "!"


for kind in (Ways, Iterated, Mapping):
    source = kind() if kind is Mapping else kind(k=1)
    target = {"t": 0}
    target.update(source)
    print(kind.__name__, target, dict(source), {**source})
    target |= source if kind is not Mapping else {}
    print(target, (lambda **names: names)(**source))


class Named:
    def __call__(self, *args, **kwargs): return args, kwargs

    def __str__(self): return "a named"


for name in (5, None, "shown", b"x"):
    called = Named()
    called.__qualname__ = name
    for call in (lambda: called(*1), lambda: called(**1), lambda: called(a=1, **{"a": 2}), lambda: called(**{1: 2})):
        try:
            call()
        except TypeError as e:
            print(name, e)
for module in (5, None, "builtins", "shown"):
    called = Named()
    called.__qualname__ = "name"
    called.__module__ = module
    try:
        called(*1)
    except TypeError as e:
        print(module, e)
for function in (bytes.maketrans, list.append, [].append, str.join, "".join, int.__add__, (1).__add__):
    print(function.__qualname__, function.__text_signature__)
