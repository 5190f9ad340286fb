"""Threads look at what others run, and replace what others stand on.

usage: live_objects.py [SEED [STEPS [THREADS]]]

Frames and generators are read while another thread runs them, files are detached and begun again beneath a reader,
modules are taken out in the middle of a circle of imports, classes have keys that only Python code compares, functions
are registered and forgotten. Python promises little of such a program, but it must end, without a fault of the runtime,
and what it does see must be whole. The last line is `N steps, seed S: ok`.
"""
import atexit
import codecs
import gc
import importlib
import io
import itertools
import os
import shutil
import sys
import tempfile

from sharings import require, run

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 1
STEPS = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
THREADS = int(sys.argv[3]) if len(sys.argv) > 3 else 4


class Seen:
    """A kind whose steps see all that there is to see."""

    def check(self):
        pass


class Frames(Seen):
    """Frames that other threads have left or are in: locals that are set together are seen together or old."""

    def __init__(self):
        self.frames = [None] * 8

    def leaf(self, n):
        first = second = n
        self.frames[n % 8] = sys._getframe()
        return [first, second, *range(n % 7)]

    def other(self, n, *more, **keywords):
        one = two = n
        self.frames[(n + 4) % 8] = sys._getframe()
        texts = [str(i) for i in range(n % 5)]
        return self.leaf(n + 1), texts, one, two

    def step(self, tid, dice):
        n = dice.randrange(20)
        if dice.randrange(2):
            for _ in range(5):
                self.leaf(n)
                self.other(n, 1, 2, 3, a=4)
            return
        frame = self.frames[dice.randrange(8)]
        while frame is not None:
            seen = dict(frame.f_locals)
            if "second" in seen:
                require(seen.get("first", seen["second"]) == seen["second"], "locals", seen)
            require(frame.f_lineno is None or frame.f_lineno > 0 and frame.f_lasti >= -1, "place")
            repr(frame)
            frame = frame.f_back


class Delegate:
    """An iterator that ends when something is thrown into it."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n

    def throw(self, *given):
        raise StopIteration

    def close(self):
        pass


class Generators(Seen):
    """One generator that several threads resume, throw into, close and look at."""

    def __init__(self):
        self.fresh()

    def fresh(self):
        def numbers():
            while True:
                try:
                    low = high = 5
                    yield low
                    yield from Delegate(3)
                    yield from iter([1, 2])
                    yield high
                except LookupError:
                    yield 7

        self.generator = numbers()

    def step(self, tid, dice):
        generator = self.generator
        what = dice.randrange(12)
        try:
            if what < 6:
                next(generator)
            elif what < 9:
                generator.throw(KeyError("thrown"))
            elif what < 11:
                frame = generator.gi_frame
                seen = {} if frame is None else dict(frame.f_locals)
                require(set(seen.values()) <= {5}, "locals of a generator", seen)
                repr(generator), generator.gi_yieldfrom
            elif dice.randrange(20) == 0:
                generator.close()
        except (StopIteration, LookupError):
            self.fresh()
        except (ValueError, RuntimeError) as error:
            require("already executing" in str(error) or "ignored GeneratorExit" in str(error), repr(error))


class Files:
    """Files that are read, written, moved in, cut, closed, detached and begun again."""

    def __init__(self):
        handle, self.path = tempfile.mkstemp(prefix="live-objects-")
        os.close(handle)
        self.open()

    def open(self):
        self.binary = open(self.path, "w+b", buffering=64)
        self.text = open(self.path, "w+", encoding="utf-8", newline="")

    def step(self, tid, dice):
        binary, text = self.binary, self.text
        what = dice.randrange(14)
        try:
            if what == 0:
                binary.write(b"abc\n" * dice.randrange(30))
            elif what == 1:
                binary.seek(dice.randrange(50))
            elif what == 2:
                require(len(binary.read(10)) <= 10 and len(binary.readline()) <= 4096, "read")
            elif what == 3:
                binary.tell(), binary.flush(), binary.peek(4), binary.truncate(dice.randrange(200))
            elif what < 7:
                text.write("\u00e4bc\n" * dice.randrange(30))
            elif what == 7:
                text.seek(0), text.read(dice.randrange(100)), text.readline()
            elif what == 8:
                text.tell(), text.flush(), text.reconfigure(line_buffering=dice.random() < 0.5)
            elif what == 9:
                text.seek(0), text.truncate()
            elif dice.randrange(10) == 0:
                if what == 10:
                    dice.choice([binary, text]).close()
                elif what == 11:
                    dice.choice([binary, text]).detach()
                elif what == 12:
                    binary.__init__(io.FileIO(self.path, "r+"), 64)
                else:
                    text.__init__(open(self.path, "r+b"), "utf-8")
        except (ValueError, OSError, RuntimeError):
            if dice.randrange(4) == 0:
                self.open()

    def check(self):
        os.unlink(self.path)


class Imports:
    """A circle of modules that threads import, run again and take out."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="live-objects-")
        sys.path.insert(0, self.folder)
        for i in range(4):
            with open(os.path.join(self.folder, "circle%d.py" % i), "w") as file:
                file.write("import circle%d\nvalue = %d\n" % ((i + 1) % 4, i))

    def step(self, tid, dice):
        name = "circle%d" % dice.randrange(4)
        what = dice.randrange(5)
        try:
            if what < 3:
                module = importlib.import_module(name)
                require(module.__name__ == name and getattr(module, "value", int(name[-1])) == int(name[-1]), name)
            elif what == 3:
                importlib.reload(sys.modules[name])
            else:
                for i in range(4):
                    sys.modules.pop("circle%d" % i, None)
        except (ImportError, KeyError, AttributeError):
            pass  # another thread has taken it out

    def check(self):
        sys.path.remove(self.folder)
        shutil.rmtree(self.folder)


class Spaces(Seen):
    """A class whose namespace has keys that are compared by code, which collects."""

    comparisons = itertools.count()

    class Key(str):
        def __eq__(self, other):
            if next(Spaces.comparisons) % 50 == 0:
                gc.collect()
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    def __init__(self):
        self.base = type("Base", (), {self.Key("a"): 1, self.Key("b"): 2})
        self.derived = type("Derived", (self.base,), {})

    def step(self, tid, dice):
        cls = dice.choice([self.base, self.derived])
        what = dice.randrange(5)
        if what == 0:
            cls.a = dice.randrange(5)
        elif what == 1:
            cls.c = lambda self: 1
        elif what == 2:
            require(0 <= cls.a < 5 and cls.b == 2, "values")
        elif what == 3:
            getattr(cls(), "absent%d" % dice.randrange(10), 0)
        else:
            try:
                del cls.c
            except AttributeError:
                pass


class Registries:
    """Functions that are registered and forgotten; those that are equal go together."""

    def __init__(self):
        self.before = atexit._ncallbacks()

    def ended(self, *given):
        pass

    def step(self, tid, dice):
        what = dice.randrange(3)
        if what == 0:
            atexit.register(self.ended, tid)
            atexit.unregister(self.ended)
        elif what == 1:
            codecs.register(self.ended)
            codecs.unregister(self.ended)
        else:
            try:
                "x".encode("no such encoding %d" % dice.randrange(1000))
            except LookupError:
                pass
            gc.callbacks.append(self.ended)
            gc.callbacks.remove(self.ended)

    def check(self):
        atexit.unregister(self.ended)
        require(atexit._ncallbacks() == self.before, "functions at exit", atexit._ncallbacks(), self.before)


SHARINGS = [kind() for kind in (Frames, Generators, Files, Imports, Spaces, Registries)]
run(SHARINGS, SEED, STEPS, THREADS, "steps", lambda sharing: 8, 600)
