"""Trace and profile functions belong to threads."""
import sys
import threading
import time


def work():
    total = 0
    for i in range(3):
        total += i
    return total


FIRST = work.__code__.co_firstlineno


def make(log):
    def tracer(frame, event, arg):
        if frame.f_code is work.__code__:
            log.append((event, frame.f_lineno - FIRST))
        return tracer
    return tracer


logs = [[], [], []]
barrier = threading.Barrier(3)


def run(k):
    if k < 2:
        sys.settrace(make(logs[k]))
    barrier.wait()
    for _ in range(k + 1):
        work()
    barrier.wait()
    sys.settrace(None)
    work()


threads = [threading.Thread(target=run, args=(k,)) for k in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(logs[0])
print(logs[1] == logs[0] * 2, logs[2])

log = []
threading.settrace(make(log))
print(threading.gettrace() is not None, sys.gettrace())
t = threading.Thread(target=work)
t.start()
t.join()
threading.settrace(None)
work()
print(log == logs[0])

log = []
ready = threading.Event()
go = threading.Event()


def waits():
    ready.set()
    go.wait()
    work()


t = threading.Thread(target=waits)
t.start()
ready.wait()
threading.settrace_all_threads(make(log))
go.set()
t.join()
threading.settrace_all_threads(None)
print(log == logs[0], sys.gettrace())

calls = []
ready.clear()
go.clear()
t = threading.Thread(target=waits)
t.start()
ready.wait()
threading.setprofile_all_threads(
    lambda frame, event, arg: frame.f_code is work.__code__ and calls.append(event))
go.set()
t.join()
threading.setprofile_all_threads(None)
print(calls, sys.getprofile())

# A loop that runs in another thread meets the events at once.
stop = []
seen = set()
ticks = [0]


def spins():
    n = 0
    while not stop:
        n += 1
        ticks[0] = n
    return n


def line(code, number):
    if code is spins.__code__:
        seen.add(number - code.co_firstlineno)
        if len(seen) == 3:
            stop.append(1)
        return sys.monitoring.DISABLE


m = sys.monitoring
m.use_tool_id(4, "lines")
m.register_callback(4, m.events.LINE, line)
t = threading.Thread(target=spins)
t.start()
while not ticks[0]:
    time.sleep(0.001)
m.set_events(4, m.events.LINE)
t.join()
m.set_events(4, 0)
m.free_tool_id(4)
print(sorted(seen)[:3])
