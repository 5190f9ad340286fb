import gc
import sys


def step(awaitable, value=None):
    try:
        return "yields", awaitable.send(value)
    except BaseException as e:
        return type(e).__name__, e.args


def refuse(label, f):
    try:
        f()
    except Exception as e:
        print(label, type(e).__name__, e)
    else:
        print(label, "accepted")


class Wait:
    def __await__(self):
        try:
            got = yield "waiting"
        except BaseException as e:
            print("thrown into the awaited:", type(e).__name__)
            raise
        return got


async def numbers(n):
    try:
        for i in range(n):
            sent = yield i
            if sent is not None:
                print("sent", sent)
        await Wait()
    finally:
        print("leaving")


print(sys.get_asyncgen_hooks())
print(type(sys.get_asyncgen_hooks()).__name__, len(sys.get_asyncgen_hooks()))
first, last = [], []
old = sys.get_asyncgen_hooks()
sys.set_asyncgen_hooks(firstiter=lambda g: first.append(g.__name__))
print(sys.get_asyncgen_hooks().firstiter is not None, sys.get_asyncgen_hooks().finalizer)
sys.set_asyncgen_hooks(finalizer=lambda g: last.append(g.__name__))
refuse("first", lambda: sys.set_asyncgen_hooks(firstiter=1))
refuse("last", lambda: sys.set_asyncgen_hooks(finalizer="x"))
refuse("positions", lambda: sys.set_asyncgen_hooks(1, 2))
print(sys.get_asyncgen_hooks().firstiter is not None)

keep = []
g = numbers(2)
keep.append(g)
print(first)
a = g.__anext__()
print(first)
print(step(a))
print(step(g.asend("hello")), first)
waiting = g.__anext__()
print(step(waiting))
refuse("again", lambda: a.send(None))
closing = g.aclose()
print(step(closing), first)
refuse("closed", lambda: closing.send(None))
print(step(g.__anext__()), last)
print(step(waiting, "go on"), g.ag_running)

for method in ("asend", "athrow", "aclose"):
    g = numbers(1)
    keep.append(g)
    getattr(g, method)(*{"asend": (None,), "athrow": (ValueError,), "aclose": ()}[method])
    print(method, first[-1], len(first))


def abandon():
    g = numbers(3)
    print(step(g.__anext__()))


last.clear()
abandon()
gc.collect()
print("finalized", last)
sys.set_asyncgen_hooks(*old)
print(sys.get_asyncgen_hooks() == old)


async def raising():
    raise StopAsyncIteration("inner")
    yield


print(step(raising().__anext__()))


async def stopping():
    raise StopIteration(3)
    yield


print(step(stopping().__anext__()))


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
keep.append(g)
print(step(g.__anext__()))
print(step(g.aclose()))
g = numbers(1)
refuse("not started", lambda: g.asend(5).send(None))
refuse("not started", lambda: numbers(1).athrow(ValueError).send(5))


async def waits():
    try:
        await Wait()
        yield 1
    except ValueError:
        yield "caught"
    finally:
        print("done")


g = waits()
a = g.__anext__()
print(step(a))
refuse("running", lambda: g.__anext__().send(None))
refuse("running", lambda: g.aclose().send(None))
refuse("running", lambda: g.athrow(ValueError).send(None))
print(g.ag_running, type(g.ag_await).__name__, g.ag_suspended)
try:
    print(a.throw(ValueError("x")))
except StopIteration as e:
    print("stop", e.value)
print(g.ag_running, g.ag_await)
print(step(g.aclose()), g.ag_frame)

g = numbers(1)
a = g.__anext__()
a.close()
refuse("closed", lambda: a.send(None))


async def inner():
    try:
        yield 1
        yield 2
    finally:
        print("inner ends")


async def outer():
    async for x in inner():
        yield x * 10


async def collect():
    return [x async for x in outer()]


print(step(collect()))


async def one():
    return await anext(inner_gen, "default")


inner_gen = inner()
for _ in range(3):
    print(step(one()))
refuse("anext", lambda: anext(1))
refuse("aiter", lambda: aiter([]))


# origins
async def coro():
    pass


def made():
    return coro()


print(sys.get_coroutine_origin_tracking_depth())
c = made()
print(c.cr_origin)
c.close()
sys.set_coroutine_origin_tracking_depth(1)
c = made()
print(len(c.cr_origin), c.cr_origin[0][1:])
c.close()
sys.set_coroutine_origin_tracking_depth(5)
c = made()
print([place[2] for place in c.cr_origin])
c.close()
refuse("depth", lambda: sys.set_coroutine_origin_tracking_depth(-1))
refuse("depth", lambda: sys.set_coroutine_origin_tracking_depth("x"))
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)