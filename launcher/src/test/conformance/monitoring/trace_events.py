"""sys.settrace: which events come on which lines."""
import sys


def record(function, *args):
    events = []
    first = function.__code__.co_firstlineno

    def tracer(frame, event, arg):
        if event == "exception":
            arg = arg[0].__name__
        if event in ("call", "line"):
            arg = ""
        events.append((frame.f_code.co_name, frame.f_lineno - first, event, arg))
        return tracer

    sys.settrace(tracer)
    try:
        function(*args)
    except Exception as error:
        events.append(("raised", type(error).__name__))
    sys.settrace(None)
    print(function.__name__, args)
    for event in events[:-1] if events[-1][0] == "record" else events:
        print("  ", *event)


def straight():
    a = 1
    b = 2; c = 3
    return a + b + c


def branches(x):
    if x > 2:
        y = 1
    elif x > 1:
        y = 2
    else:
        y = 3
    return y if y else 0


def loops(n):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        total += i
    else:
        total += 100
    while total > 100:
        total -= 1
    while True:
        break
    return total


def one_line(n):
    for i in range(n): n = n
    while n: n -= 1
    return [x for x in range(2)]


def inner():
    raise ValueError("x")


def caught():
    try:
        inner()
    except ValueError as e:
        return str(e)
    finally:
        b = 2


def uncaught():
    with open("/nonexistent-file") as f:
        pass


def generator():
    yield 1
    x = yield 2
    return x


def drive():
    for v in generator():
        pass
    g = generator()
    next(g)
    try:
        g.throw(KeyError)
    except KeyError:
        pass


def delegate():
    r = yield from generator()
    return r


def drive_delegate():
    return list(delegate())


def nested():
    f = lambda x: x + 1
    class C:
        a = 1
        def m(self):
            return f(self.a)
    return C().m()


def matched(x):
    match x:
        case [a, b]:
            return a
        case {"k": v}:
            return v
        case _:
            return None


record(straight)
for x in (1, 2, 3):
    record(branches, x)
record(loops, 3)
record(one_line, 2)
record(caught)
record(uncaught)
record(drive)
record(drive_delegate)
record(nested)
for x in ([1, 2], {"k": 5}, 3):
    record(matched, x)
