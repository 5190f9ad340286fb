# How the class of an exception is named in a report: with its module, unless that is builtins or __main__.
import io
import sys


def last_line(error):
    out, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, None)
        return sys.stderr.getvalue().splitlines()[-1]
    finally:
        sys.stderr = out


class Plain(Exception):
    pass


class Outer:
    class Inner(ValueError):
        pass


for module in ("__main__", "builtins", "some.where", "", "a"):
    Plain.__module__ = Outer.Inner.__module__ = module
    print(repr(module), last_line(Plain("x")), last_line(Outer.Inner()), last_line(Plain("")))
for module in (None, 5):
    Plain.__module__ = module
    print(repr(module), last_line(Plain("x")))
Plain.__module__ = "m"
Plain.__qualname__ = "other.name"
print(last_line(Plain("y")))
Plain.__name__ = "unseen"
print(last_line(Plain(1, 2)))


class Silent(Exception):
    __module__ = "q"

    def __str__(self):
        return ""


class Broken(Exception):
    def __str__(self):
        raise ValueError


print(last_line(Silent("a")), last_line(Broken()), last_line(KeyError("k")), last_line(SystemError()))
Plain.__module__ = "in.report"
raise Plain("the end")
