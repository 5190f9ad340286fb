"""sys.monitoring: tools, events, callbacks, DISABLE, local events."""
import sys

m = sys.monitoring
E = m.events
print(sorted(vars(E).items(), key=lambda item: item[1]))
print(m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID)


def attempt(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


attempt("use", m.use_tool_id, 3, "one")
attempt("again", m.use_tool_id, 3, "two")
attempt("range", m.use_tool_id, 6, "two")
attempt("name", m.get_tool, 3)
attempt("nobody", m.get_tool, 4)
attempt("unused", m.set_events, 4, E.LINE)
attempt("alone", m.set_events, 3, E.C_RETURN)
attempt("many", m.register_callback, 3, E.LINE | E.CALL, print)
attempt("events", m.get_events, 3)
attempt("all", m._all_events)
attempt("code", m.set_local_events, 3, 5, E.LINE)


def f(x):
    y = x + 1
    if y > 2:
        y = len([y])
    return y


def gen():
    yield 1
    yield 2
    return 3


def bad():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")


FIRST = f.__code__.co_firstlineno
INTERESTING = {f.__code__: "f", gen.__code__: "gen", bad.__code__: "bad"}
log = []


def show(value):
    if value is m.MISSING:
        return "MISSING"
    if isinstance(value, BaseException):
        return type(value).__name__
    return getattr(value, "__name__", value)


def recorder(name):
    def callback(code, *args):
        if code in INTERESTING:
            if name == "LINE":
                log.append((name, INTERESTING[code], args[0] - code.co_firstlineno))
            elif name in ("JUMP", "BRANCH", "INSTRUCTION"):
                log.append((name, INTERESTING[code]))
            else:
                log.append((name, INTERESTING[code], *map(show, args[1:])))
    return callback


def run(label, events, action):
    log.clear()
    m.set_events(3, events)
    try:
        action()
    except Exception as error:
        log.append(("raised", type(error).__name__))
    m.set_events(3, 0)
    print(label)
    for entry in log:
        print("  ", *entry)


for name, bit in vars(E).items():
    if bit:
        m.register_callback(3, bit, recorder(name))
run("lines", E.LINE, lambda: f(1))
run("start and return", E.PY_START | E.PY_RETURN, lambda: f(5))
run("calls", E.CALL, lambda: f(5))
run("branches", E.BRANCH | E.JUMP, lambda: (f(0), f(5)))
run("generator", E.PY_START | E.PY_RESUME | E.PY_YIELD | E.PY_RETURN, lambda: list(gen()))
run("exceptions", E.RAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND | E.RERAISE, bad)


def throwing():
    g = gen()
    next(g)
    g.throw(IndexError)


run("throw", E.PY_THROW | E.PY_UNWIND | E.RAISE, throwing)

# DISABLE
count = 0


def once(code, line):
    global count
    if code is f.__code__:
        count += 1
    return m.DISABLE


m.register_callback(3, E.LINE, once)
m.set_events(3, E.LINE)
f(1)
f(1)
print("disabled", count)
f(5)
print("another branch", count)
m.restart_events()
f(1)
print("restarted", count)
m.set_events(3, 0)
f(1)
m.set_events(3, E.LINE)
f(1)
print("asked again", count)
m.set_events(3, 0)
m.restart_events()
m.register_callback(3, E.RAISE, lambda *args: m.DISABLE)
m.set_events(3, E.RAISE)
try:
    bad()
except Exception as error:
    print(type(error).__name__, error)
m.set_events(3, 0)

# local events
m.register_callback(3, E.LINE, recorder("LINE"))
m.set_local_events(3, f.__code__, E.LINE)
print(m.get_local_events(3, f.__code__), m.get_local_events(3, gen.__code__), m.get_events(3))
log.clear()
f(1)
list(gen())
print(log)
m.set_local_events(3, f.__code__, 0)
log.clear()
f(1)
print(log)

# two tools, a callback that raises
m.use_tool_id(4, "second")
order = []
m.register_callback(3, E.PY_START, lambda code, offset: order.append(3))
m.register_callback(4, E.PY_START, lambda code, offset: order.append(4))
m.set_local_events(3, f.__code__, E.PY_START)
m.set_local_events(4, f.__code__, E.PY_START)
f(1)
print(order)


def fails(code, offset):
    raise RuntimeError("callback")


m.register_callback(4, E.PY_START, fails)
attempt("raises", f, 1)
print(order)
m.set_local_events(3, f.__code__, 0)
m.set_local_events(4, f.__code__, 0)
print(m.register_callback(4, E.PY_START, None) is fails)
m.free_tool_id(4)
m.free_tool_id(3)
print(m.get_tool(3), m.get_tool(4))
attempt("freed", f, 5)
