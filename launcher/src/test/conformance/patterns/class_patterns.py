"""Class patterns: which attributes positions stand for, and what is wrong with the class or the pattern."""


def compiled(pattern, cls):
    names = [n for n in ("n", "m", "o") if n in pattern.replace("none", "")]
    source = "def f(v):\n    match v:\n        case %s:\n            return [%s]\n    return '-'\n" % (pattern, ", ".join(names))
    space = {"C": cls}
    exec(source, space)
    return space["f"]


def outcome(pattern, cls, value):
    try:
        return compiled(pattern, cls)(value)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


class Three:
    __match_args__ = ("x", "y", "z")
    z = "class"

    def __init__(self, *values):
        for name, value in zip("xyz", values):
            setattr(self, name, value)


class Sub(Three):
    pass


class Fewer(Three):
    __match_args__ = ("y",)


class Twice:
    __match_args__ = ("x", "x")
    x = 1


class Bad:
    __match_args__ = ["x"]
    x = 1


class Numbers:
    __match_args__ = ("x", 5)
    x = 1


class Text(str):
    __match_args__ = ()


class Named(str):
    __match_args__ = ("upper",)


class NoArgs:
    x = 1


class Asks:
    log = []
    __match_args__ = ("a", "b")

    def __getattr__(self, name):
        self.log.append(name)
        if name == "b":
            raise AttributeError(name)
        if name == "c":
            raise KeyError(name)
        return name


class Meta(type):
    @property
    def __match_args__(cls):
        return ("x",)

    def __instancecheck__(cls, value):
        return value == 5


class ByMeta(metaclass=Meta):
    pass


class Raising(type):
    @property
    def __match_args__(cls):
        raise ValueError("match args")


class ByRaising(metaclass=Raising):
    pass


class Lacking(type):
    @property
    def __match_args__(cls):
        raise AttributeError("no match args")


class ByLacking(metaclass=Lacking):
    x = 1


PATTERNS = (
    "C()", "C(n)", "C(n, m)", "C(n, m, o)", "C(n, m, o, 1)", "C(x=n)", "C(n, x=m)", "C(n, y=m)", "C(n, m, x=o)", "C(n, m, y=o)",
    "C(n, z=m)", "C(z=n, x=m)", "C(w=n)", "C(1, n)", "C(2, n)", "C(1, y=2, z=n)", "C(_, _, _)", "C(n, none=m)", "C(upper=n)",
)
CASES = (
    (Three, Three(1, 2, 3)), (Three, Three(1)), (Three, Sub(1, 2)), (Sub, Three(1, 2)), (Sub, Sub(1, 2, 3)), (Fewer, Fewer(1, 2, 3)),
    (Twice, Twice()), (Bad, Bad()), (Numbers, Numbers()), (Text, Text("t")), (str, Text("t")), (NoArgs, NoArgs()), (int, True), (int, 2),
    (dict, {"x": 1}), (tuple, (1, 2)), (object, 1), (ByMeta, 5), (ByMeta, 6), (ByRaising, ByRaising()), (ByLacking, ByLacking()), (5, 5), ("C", 5), (int | str, 5),
    (float, 1), (bytes, b"b"), (type, int), (BaseException, ValueError("e")),
)
for cls, value in CASES:
    print(getattr(cls, "__name__", cls), type(value).__name__)
    for pattern in PATTERNS:
        got = outcome(pattern, cls, value)
        if got != "-":
            print("  ", pattern, got if isinstance(got, str) else [g for g in got if not callable(g)])

print(type(compiled("C(n)", Named)(Named("k"))[0]).__name__)
for pattern in ("C(n, m)", "C(n, c=m)", "C(b=n)", "C(n, b=m)", "C(x=n, y=m)"):
    Asks.log.clear()
    print(pattern, outcome(pattern, Asks, Asks()), Asks.log)

for source in (
    "C(n, n)", "C(x=n, x=m)", "C(x=1, n)", "C(n) | C(m)", "C(n) | m", "_ | C()", "C(*n)", "C(**n)", "{**n, 1: m}", "{1: n, 1: m}",
    "[*n, *m]", "n.x(m)", "C.x.y()", "-n", "1 + 2", "1 + 2j", "-1 - 2j", "f''", "{n: 1}", "{C.x: n}", "{**_}", "(n as _)", "n as m.x",
    "None()", "[n, *n]", "n as n", "(n, m) as n", "'a' 'b'", "True as n", "{-1: n, -1: m}", "{'a': n, 'a': m}", "{1: n, 1.0: m}",
):
    try:
        compile("match 1:\n    case %s:\n        pass\n    case _:\n        pass\n" % source, "<pattern>", "exec")
        print(source, "ok")
    except SyntaxError as e:
        print(source, "|", e.msg, e.lineno, e.offset)
