"""LINE events alone, begun and ended while generators are suspended, and lines that are disabled."""
import sys
M = sys.monitoring
T = 2
def run(name, drop, body):
    global seen
    seen = []
    M.use_tool_id(T, "t")
    def cb(code, line):
        if code is not target: return
        rel = line - target.co_firstlineno
        seen.append(rel)
        if rel in drop: return M.DISABLE
    M.register_callback(T, M.events.LINE, cb)
    body()
    M.set_events(T, 0)
    M.register_callback(T, M.events.LINE, None)
    M.free_tool_id(T)
    M.restart_events()
    print(name, seen)

def on(): M.set_events(T, M.events.LINE)
def off(): M.set_events(T, 0)

def two():
    n = 0
    while True:
        n += 1
        if n > 3: break
target = two.__code__
run("two", (), lambda: (on(), two()))
run("two drop 3", (3,), lambda: (on(), two()))
run("two drop 4", (4,), lambda: (on(), two()))

def flat():
    n = 0
    while True:
        n += 1
        try:
            1 // (3 - n)
        except ZeroDivisionError:
            break
target = flat.__code__
run("flat", (), lambda: (on(), flat()))
run("flat drop 3", (3,), lambda: (on(), flat()))
run("flat drop 4 5", (4, 5), lambda: (on(), flat()))

def gen():
    a = 1
    while True:
        yield 1
        a += 1
        b = yield 2
        a = 3; yield 3; a = 4
target = gen.__code__
for before in range(1, 5):
    for between in range(0, 6):
        def body():
            g = gen()
            on()
            for _ in range(before): next(g)
            off()
            for _ in range(between): next(g)
            on()
            seen.append('on')
            for _ in range(4): next(g)
            off()
        run("gen %d %d" % (before, between), (), body)
def body():
    g = gen()
    on()
    for _ in range(2): next(g)
    off()
    for _ in range(2): next(g)
    on()
    try: g.throw(KeyError)
    except KeyError: pass
    off()
run("throw", (), body)
def gen2():
    yield 1
    while True: yield (yield 2)
target = gen2.__code__
def body():
    g = gen2()
    next(g); next(g)
    on()
    for _ in range(3): next(g)
    off()
run("gen2", (), body)
class A:
    def __await__(self): yield 1; yield 2
async def co():
    await A()
    x = await A(); y = 2
    return x
target = co.__code__
def body():
    c = co()
    c.send(None)
    on()
    c.send(None)
    c.send(None)
    off()
    c.send(None)
    on()
    try: c.send(None)
    except StopIteration: pass
    off()
run("co", (), body)
target = two.__code__
run("two drop 2 3", (2,3), lambda: (on(), two()))
run("two drop 2 3 4", (2,3,4), lambda: (on(), two()))
def calls():
    n = 0
    while True:
        n = pow(n, 1)
        n = n + 1
        if n > 3:
            return n
target = calls.__code__
run("calls drop 3 4", (2,3,4), lambda: (on(), calls()))
run("calls drop 3 4", (2,3,5), lambda: (on(), calls()))
run("calls drop 3 4", (2,4,5), lambda: (on(), calls()))
run("calls drop 3 4", (3,4,5), lambda: (on(), calls()))
def g3(n):
    while n:
        n = yield n
        n = yield n
target = g3.__code__
for before in range(4):
  for between in range(4):
    def body():
        g = g3(1)
        on()
        for _ in range(before): g.send(1 if _ else None)
        off()
        for _ in range(between): g.send(1 if before + _ else None)
        on()
        seen.append('on')
        for _ in range(4): g.send(1 if before + between + _ else None)
        off()
    run("g3 %d %d" % (before, between), (), body)
    run("g3 %d %d" % (before, between), (2,), body)
    run("g3 %d %d" % (before, between), (3,), body)
    run("g3 %d %d" % (before, between), (2,3), body)
