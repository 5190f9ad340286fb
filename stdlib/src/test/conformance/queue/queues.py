import queue
import threading


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


q = queue.SimpleQueue()
t(q.get_nowait)
t(lambda: q.get(timeout=0.01))
t(lambda: q.get(timeout=-1))
t(lambda: q.get(False))
q.put(1)
q.put(2, block=False)
q.put_nowait(3)
print(q.qsize(), q.empty(), q.get(), q.get(timeout=1), q.get_nowait(), q.empty())
print(queue.Empty.__module__, queue.SimpleQueue[int])
out = []


def consume(source):
    total = 0
    while (x := source.get()) is not None:
        total += x
    out.append(total)


def run(source):
    out.clear()
    consumers = [threading.Thread(target=consume, args=(source,)) for _ in range(3)]
    producers = [
        threading.Thread(target=lambda k=k: [source.put(i) for i in range(k, 3000, 3)]) for k in range(3)
    ]
    for x in consumers + producers:
        x.start()
    for x in producers:
        x.join()
    for x in consumers:
        source.put(None)
    for x in consumers:
        x.join()
    print(type(source).__name__, sum(out) == sum(range(3000)), source.qsize())


run(queue.SimpleQueue())
run(queue.Queue())
run(queue.Queue(4))
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print(p.get(), p.get(), p.get())
f = queue.Queue(1)
f.put(1)
t(lambda: f.put(2, timeout=0.01))
t(lambda: f.put_nowait(2))
print(f.full(), f.get())
t(f.task_done)
t(f.task_done)
