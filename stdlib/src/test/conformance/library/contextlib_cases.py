import asyncio
import contextlib
import io
import sys
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("exit", name)


with managed("a") as a:
    print(a)
    raise ValueError("inside")


@managed("deco")
def decorated():
    print("body")


decorated()


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two():
    yield 1
    yield 2


for cm in (no_yield, two):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)
try:
    with managed("b"):
        raise KeyError("through")
except KeyError as e:
    print("got", e, e.__context__)
with suppress(KeyError, ZeroDivisionError):
    1 / 0
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as g:
    print(repr(g))
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
with ExitStack() as stack:
    for n in "xy":
        stack.enter_context(managed(n))
    stack.callback(print, "callback", 1)
    kept = stack.pop_all()
print("moved")
kept.close()


class Raises:
    def __enter__(self): return self
    def __exit__(self, *e): raise TypeError("from exit")


try:
    with ExitStack() as s:
        s.enter_context(Raises())
        s.push(lambda *e: print("pushed", e[0]) or True)
        raise ValueError("first")
except TypeError as e:
    print(e, repr(e.__context__))
try:
    with ExitStack() as s:
        s.enter_context(3)
except TypeError as e:
    print(e)


class Thing:
    def close(self): print("closed")


with closing(Thing()), nullcontext(5) as five:
    print(five)


class Deco(ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *e): print("out"); return False


@Deco()
def f(): print("f"); return 3


print(f(), isinstance(Deco(), AbstractContextManager), issubclass(int, AbstractContextManager))


@asynccontextmanager
async def amanaged():
    print("aenter")
    try:
        yield 5
    finally:
        print("aexit")


async def main():
    async with amanaged() as v:
        print(v)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(amanaged())
        stack.push_async_callback(asyncio.sleep, 0)
    async with contextlib.aclosing(gen()) as g:
        async for x in g:
            print(x)
            break


async def gen():
    try:
        yield 1
    finally:
        print("gen closed")


asyncio.run(main())
with contextlib.chdir("/"):
    import os
    print(os.getcwd())
