# What close gives, and where generators stand after close, throw and return.
import inspect


def t(f, *args):
    try:
        return "gives %r" % (f(*args),)
    except BaseException as e:
        return "raises %r with value %r" % (e, getattr(e, "value", "none"))


def plain():
    yield 1
    yield 2
    return "end"


def stops():
    try:
        yield 1
    except GeneratorExit:
        raise StopIteration("by hand")


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "at exit"


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield "still here"


def fails():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


def cleans():
    try:
        yield 1
    finally:
        print("cleaned")


def swallows():
    while True:
        try:
            yield 1
        except ValueError as e:
            print("swallowed", e)


def delegates():
    got = yield from plain()
    print("got", got)
    return got + "!"


class Exit(GeneratorExit):
    pass


def exits():
    yield 1
    raise GeneratorExit("own")


for make in (plain, stops, returns, ignores, fails, cleans, swallows, delegates, exits):
    print(make.__name__)
    for how in ("close", "next close", "next next close", "close close", "next close next", "next throw", "next throw next close", "throw", "next exit close", "all close", "next own close", "next send close"):
        g = make()
        out = []
        for step in how.split():
            if step == "close":
                out.append(t(g.close))
            elif step == "next":
                out.append(t(next, g))
            elif step == "throw":
                out.append(t(g.throw, ValueError("thrown")))
            elif step == "exit":
                out.append(t(g.throw, GeneratorExit))
            elif step == "own":
                out.append(t(g.throw, Exit("x")))
            elif step == "send":
                out.append(t(g.send, "sent"))
            elif make is not swallows:
                out.append(t(list, g))
        print(" ", how, out, inspect.getgeneratorstate(g))
