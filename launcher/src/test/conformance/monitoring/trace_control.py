"""What trace functions may do: frames' own functions, locals, jumps, errors, nesting."""
import sys
import warnings

warnings.simplefilter("ignore")


def target(n):
    a = 1
    b = 2
    c = a + b + n
    return c


def show(label, tracer):
    sys.settrace(tracer)
    try:
        result = target(10)
    except Exception as error:
        result = repr(error)
    now = sys.gettrace()
    sys.settrace(None)
    print(label, result, now is tracer)


def only_calls(frame, event, arg):
    print("  call", frame.f_code.co_name, frame.f_locals)


def change_locals(frame, event, arg):
    if event == "line" and frame.f_lineno == target.__code__.co_firstlineno + 3:
        frame.f_locals["a"] = 100
        frame.f_locals["b"] = 200
    return change_locals


def fails(frame, event, arg):
    if event == "line":
        raise RuntimeError("in the trace function")
    return fails


def jumper(start, stop):
    first = target.__code__.co_firstlineno

    def tracer(frame, event, arg):
        if event == "line" and frame.f_lineno == first + start and not done:
            done.append(1)
            try:
                frame.f_lineno = first + stop
            except ValueError as error:
                print("  refused", error)
        return tracer

    done = []
    return tracer


show("none", None)
show("only calls", only_calls)
show("locals", change_locals)
show("error", fails)
show("jump forward", jumper(2, 3))
show("jump back", jumper(3, 1))
show("jump before", jumper(2, -1))
show("jump after", jumper(2, 50))


def lines_off(frame, event, arg):
    frame.f_trace_lines = False
    frame.f_trace_opcodes = False
    print("  ", event, frame.f_lineno - target.__code__.co_firstlineno)
    return lines_off


show("no lines", lines_off)


def blocks():
    out = []
    for i in (1, 2):
        out.append(i)
    try:
        out.append(3)
    except ValueError:
        out.append(4)
    with open(__file__):
        out.append(5)
    return out


def jump_in_blocks(start, stop):
    first = blocks.__code__.co_firstlineno
    done = []

    def tracer(frame, event, arg):
        if frame.f_code is blocks.__code__ and event == "line" and not done:
            if frame.f_lineno == first + start:
                done.append(1)
                frame.f_lineno = first + stop
        return tracer

    sys.settrace(tracer)
    try:
        print("blocks", start, stop, blocks())
    except ValueError as error:
        print("blocks", start, stop, error)
    sys.settrace(None)


for pair in ((3, 10), (2, 5), (1, 3), (5, 7), (6, 9), (9, 10), (9, 2), (10, 4)):
    jump_in_blocks(*pair)

try:
    sys._getframe().f_lineno = 3
except ValueError as error:
    print(error)
frame = sys._getframe()
print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
for name, value in (("f_trace_lines", 1), ("f_trace_opcodes", "x")):
    try:
        setattr(frame, name, value)
    except TypeError as error:
        print(name, error)
frame.f_trace = print
print(frame.f_trace is print)
del frame.f_trace
print(frame.f_trace)


def starts_in_the_middle():
    def tracer(frame, event, arg):
        print("  ", event, frame.f_lineno - first)
        return tracer

    first = sys._getframe().f_lineno
    sys._getframe().f_trace = tracer
    sys.settrace(tracer)
    x = 1
    y = 2
    sys.settrace(None)
    z = 3


starts_in_the_middle()


def outer_call():
    log = []

    def tracer(frame, event, arg):
        if frame.f_code is target.__code__:
            log.append(event)
            if event == "return" and len(log) < 20:
                sys.call_tracing(target, (5,))
        return tracer

    sys.settrace(tracer)
    target(1)
    sys.settrace(None)
    print(log[:12], len(log) >= 20)


outer_call()


def profiled():
    events = []

    def profiler(frame, event, arg):
        name = getattr(arg, "__name__", arg) if event.startswith("c_") else frame.f_code.co_name
        events.append((event, name))

    sys.setprofile(profiler)
    target(2)
    len([])
    [].append(1)
    "a".upper()
    try:
        int("x")
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    sys.setprofile(None)
    for event in events:
        print("  ", *event)


profiled()
print(sys.getprofile(), sys.gettrace())
