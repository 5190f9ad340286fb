"""Loops with else, try with finally, with, return and break through them."""


def log(*words):
    print(*words)
    return words[0]


def find(items, wanted):
    for item in items:
        if item == wanted:
            log("found", item)
            break
        log("not", item)
    else:
        log("nowhere")
    return "end"


print(find([1, 2, 3], 2), find([1], 5), find([], 1))
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("else", n)


def leave(how):
    for i in range(3):
        try:
            log("try", i)
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise KeyError(i)
        except KeyError as error:
            log("except", error)
        else:
            log("else")
        finally:
            log("finally", i)
    else:
        return "exhausted"
    return "broken"


for how in ["return", "break", "continue", "raise", "none"]:
    print(how, leave(how))


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    for i in range(2):
        try:
            raise ValueError(i)
        finally:
            continue
    return "swallowed"


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            log("inner finally")
            try:
                raise KeyError("second")
            except KeyError:
                log("handled")
    except ValueError as error:
        log("outer", error, error.__context__)
    return "done"


print(override(), swallow(), nested())


class Manager:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    def __enter__(self):
        log("enter", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        log("exit", self.name, kind and kind.__name__)
        return self.swallows


def manage(how):
    for i in range(2):
        with Manager("a") as a, Manager("b", True) as b:
            log(a, b)
            if how == "raise":
                raise OSError("gone")
            if how == "return":
                return "returned"
            if how == "break":
                break
            continue
    return "through"


for how in ["raise", "return", "break", "none"]:
    print(how, manage(how))
with (Manager("x"), Manager("y") as y):
    pass
for i in range(2):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        print("never")


def conditional(value):
    if value > 10:
        return "large"
    elif value > 5:
        return "middle"
    elif not value:
        return "zero"
    else:
        return "small"


print([conditional(v) for v in (0, 3, 7, 30)])
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1.0 == True, log("once", 1) in ["once"] != False)
print(log("a") and log("b") or log("c"), not log("d"))
x = 5
del x
try:
    x
except NameError as error:
    print(error)
assert True, "unused"
try:
    assert 0, "told"
except AssertionError as error:
    print("assertion", error)
try:
    raise ValueError("first") from KeyError("cause")
except (TypeError, ValueError) as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("while") from None
except RuntimeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
