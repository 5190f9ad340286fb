"""Events that are switched on or off while a function is not running reach it when it is entered."""
import sys

m = sys.monitoring
log = []


def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                log.append("got")
    except KeyError:
        log.append("caught")
        yield -1
    finally:
        log.append("end")


def delegates(n):
    result = yield from numbers(n)
    return result


def plain(x):
    y = x + 1
    return y


def calls(x):
    return plain(x) * 2


def nested(depth, action):
    if depth:
        nested(depth - 1, action)
    else:
        action()
    return depth


OURS = {f.__code__ for f in (numbers, delegates, plain, calls, nested)}


def tracer(frame, event, arg):
    if frame.f_code not in OURS:
        return None
    first = frame.f_code.co_firstlineno
    shown = arg if event == "return" else arg and arg[0].__name__
    log.append((event, frame.f_code.co_name, frame.f_lineno - first, shown))
    return tracer


def traced(action):
    sys.settrace(tracer)
    try:
        action()
    except BaseException as e:
        log.append(type(e).__name__)
    finally:
        sys.settrace(None)


def show(title):
    print(title)
    for entry in log:
        print("   ", entry)
    log.clear()


# Code that ran before, code that never ran, and code that ran with events.
calls(1)
traced(lambda: calls(1))
show("calls")
calls(1)
show("nobody")
traced(lambda: plain(5))
show("plain")


# Suspended generators: asked for more, sent to, thrown into, closed.
def suspended(make=numbers):
    g = make(5)
    next(g)
    return g


def ask(g, how):
    def action():
        return how(g)
    return action


hows = {
    "next": next,
    "send": lambda g: g.send("x"),
    "throw KeyError": lambda g: g.throw(KeyError("k")),
    "throw OSError": lambda g: g.throw(OSError("o")),
    "close": lambda g: g.close(),
}
for make in numbers, delegates:
    for name, how in hows.items():
        g = suspended(make)
        traced(ask(g, how))
        show(make.__name__ + " " + name)
        log.append(("then", next(g, "ended")))
        g.close()
        show("untraced")

# Begun with events, ended without, and the other way round.
g = suspended()
traced(lambda: next(g))
log.clear()
print(g.throw(KeyError("k")), list(g), log)
log.clear()

# Frames that wait for a call to return.
kept = []


def begin():
    for f in frames_above(sys._getframe()):
        f.f_trace = tracer
    sys.settrace(tracer)


def frames_above(frame):
    while frame is not None and frame.f_code is not nested.__code__:
        frame = frame.f_back
    while frame is not None and frame.f_code is nested.__code__:
        yield frame
        frame = frame.f_back


nested(2, begin)
sys.settrace(None)
show("returning")

# Profile functions, on and off again many times.
profile = []


def profiler(frame, event, arg):
    if frame.f_code in OURS:
        profile.append((event, frame.f_code.co_name))


for i in range(3):
    sys.setprofile(profiler)
    calls(i)
    sys.setprofile(None)
    calls(i)
print(profile)

# Both at once, one of them given up first.
profile.clear()
sys.setprofile(profiler)
traced(lambda: plain(1))
calls(2)
sys.setprofile(None)
print(profile)
show("both")

# Tools: what was switched off stays so until it is asked for again, in code entered later too.
m.use_tool_id(1, "tool")
seen = []


def starts(code, offset):
    if code in OURS:
        seen.append(code.co_name)
        return m.DISABLE


m.register_callback(1, m.events.PY_START, starts)
m.set_events(1, m.events.PY_START)
for i in range(3):
    calls(i)
print(seen)
m.restart_events()
plain(1)
plain(1)
print(seen)
calls(1)
print(seen)
seen.clear()
m.set_events(1, 0)
calls(1)
m.set_events(1, m.events.PY_START)
calls(1)
print(seen)

# Local events of code that was left long ago, beside those for all.
seen.clear()
m.set_events(1, 0)
m.set_local_events(1, plain.__code__, m.events.PY_RETURN)
m.register_callback(1, m.events.PY_RETURN, lambda code, at, value: seen.append((code.co_name, value)))
calls(3)
print(seen)
m.set_local_events(1, plain.__code__, 0)
calls(3)
print(seen)
m.free_tool_id(1)
