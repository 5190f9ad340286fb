def show(label, f, *args):
    try:
        print(label, f(*args))
    except BaseException as e:
        print(label, type(e).__name__, e.args)


class Step:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return ("got", got)


def run(coro, *sends):
    out = []
    values = [None, *sends]
    try:
        for v in values:
            out.append(coro.send(v))
        out.append("pending")
    except StopIteration as e:
        out.append(("result", e.value))
    except BaseException as e:
        out.append((type(e).__name__, e.args))
    return out


async def one():
    return await Step(1)


async def two():
    a = await one()
    b = await Step(2)
    return a, b


print(run(one(), "x"), run(two(), "x", "y"))
c = two()
print(c.cr_running, c.cr_frame is not None, c.cr_await, c.__name__, type(c).__name__)
c.send(None)
print(c.cr_await.__name__, c.cr_suspended)
show("throw", c.throw, ValueError("in"))
print(c.cr_frame)
show("reuse", c.send, None)
c.close()
c = one()
show("just started", c.send, 1)
c.close()
show("closed", c.send, None)


async def bad_await():
    await 5


print(run(bad_await()))
w = one().__await__()
print(type(w).__name__, next(w))
show("wrapper", w.send, "z")


class ACM:
    def __init__(self, swallow=False):
        self.swallow = swallow

    async def __aenter__(self):
        await Step("aenter")
        return "entered"

    async def __aexit__(self, t, v, tb):
        await Step("aexit")
        print("aexit", t and t.__name__)
        return self.swallow


async def with_():
    async with ACM() as v:
        await Step("body")
    async with ACM(True):
        raise ValueError("gone")
    return v


print(run(with_(), 1, 2, 3, 4, 5))


async def with_bad():
    async with 5:
        pass


print(run(with_bad()))


class AIter:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await Step("anext")
        return self.i


async def for_():
    r = []
    async for x in AIter(2):
        r.append(x)
    else:
        r.append("else")
    return r


print(run(for_(), 1, 2, 3))


async def agen(n):
    try:
        for i in range(n):
            await Step(("wait", i))
            got = yield i
            if got:
                print("agen got", got)
    finally:
        print("agen finally")


async def use():
    return [x async for x in agen(2)], {x: y async for x in agen(1) for y in "a"}


print(run(use(), 1, 2, 3))


async def comp():
    return [await Step(i) for i in range(2)], [x async for x in agen(3) if x % 2], sum([y async for y in AIter(3)])


print(run(comp(), *range(10)))
g = agen(3)
print(type(g).__name__, g.__name__, g.ag_running, g.ag_frame is not None, g.ag_await)
s = g.asend(None)
print(type(s).__name__, s.send(None), g.ag_running)
show("value", s.send, None)
show("reuse asend", s.send, None)
s = g.asend("hello")
print(s.send(None))
show("next", s.send, None)
t = g.athrow(KeyError("k"))
print(type(t).__name__)
show("athrow", t.send, None)
show("after", g.__anext__().send, None)
g = agen(3)
show("started", g.asend(1).send, None)
g = agen(2)
a = g.__anext__()
a.send(None)
show("first", a.send, None)
show("aclose", g.aclose().send, None)
show("closed", g.__anext__().send, None)
g = agen(1)
show("aclose fresh", g.aclose().send, None)


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
show("s1", g.__anext__().send, None)
show("ignored", g.aclose().send, None)


async def raises():
    yield 1
    raise StopAsyncIteration("x")


g = raises()
show("r1", g.__anext__().send, None)
show("r2", g.__anext__().send, None)


async def stop():
    raise StopIteration("y")


show("stop", stop().send, None)
print(type(aiter(AIter(1))).__name__)
show("aiter", aiter, 5)
show("anext", anext, 5)


async def nexts():
    it = AIter(1)
    return await anext(it), await anext(it, "default")


print(run(nexts(), 1, 2))
print(one.__code__.co_flags & 128, agen.__code__.co_flags & 512)


async def tasks():
    r = []
    for c in (one(), one()):
        r.append(await c)
    try:
        await Step(9)
    except ValueError as e:
        r.append(str(e))
    return r


c = tasks()
print(c.send(None), c.send(1), c.send(2))
show("thrown", c.throw, ValueError("boom"))
