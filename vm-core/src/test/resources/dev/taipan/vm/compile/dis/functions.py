def outer(a, b=1, *args, k, k2="x", **kw) -> int:
    "The docstring."
    c = a
    def inner(x: int = a):
        nonlocal c
        c = x + b
        return lambda: (c, x)
    return inner(*args, k=k, **kw)

@decorate(1)
async def later(x):
    async with x as y:
        await y
    return [z async for z in y]

def gen():
    got = yield 1
    yield from got
