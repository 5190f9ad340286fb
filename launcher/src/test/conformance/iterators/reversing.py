"""reversed: what it takes, what it refuses, what its iterator does."""
import abc
import operator


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


class Items:
    def __getitem__(self, i):
        return "abc"[i]


class Length:
    def __len__(self):
        return 3


class Both(Items, Length):
    pass


class Own:
    def __reversed__(self):
        return "anything"


class Refuses(Both):
    __reversed__ = None


class Shrinks(Both):
    size = 3

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if i >= self.size:
            raise IndexError
        return i


class Fails(Both):
    def __getitem__(self, i):
        if i == 1:
            raise StopIteration("early")
        return i


class Broken(Both):
    def __len__(self):
        raise ValueError("no length")


class Negative(Both):
    def __len__(self):
        return -1


for value in (Items(), Length(), Both(), Own(), Refuses(), Broken(), Negative(), {1}, frozenset(), {1: 2}, {}.keys(), {1: 2}.values(), {1: 2}.items(), "ab", b"ab",
              bytearray(b"ab"), memoryview(b"ab"), range(3), (1, 2), [1, 2], iter([1]), 5, None, (i for i in ()), int, list[int]):
    attempt(type(value).__name__, lambda: list(reversed(value)) if not isinstance(value, Own) else reversed(value))
it = reversed(Both())
print(operator.length_hint(it), next(it), operator.length_hint(it), list(it), operator.length_hint(it), next(it, "end"))
shrinks = Shrinks()
it = reversed(shrinks)
print(next(it), operator.length_hint(it))
shrinks.size = 1
print(operator.length_hint(it), next(it, "end"), next(it, "end"))
print(list(reversed(Fails())))
it = reversed(Both())
next(it)
print(it.__reduce__()[2:], it.__setstate__(0), list(it))
it = reversed(Both())
it.__setstate__(50)
print(list(it))
it = reversed(Both())
it.__setstate__(-5)
print(list(it))


class Base(abc.ABC):
    @classmethod
    @abc.abstractmethod
    def made(cls):
        pass

    @staticmethod
    @abc.abstractmethod
    def kept():
        pass

    @property
    @abc.abstractmethod
    def seen(self):
        pass

    @classmethod
    def plain(cls):
        pass


for name in "made", "kept", "seen", "plain":
    print(name, Base.__dict__[name].__isabstractmethod__)
print(classmethod(5).__isabstractmethod__, staticmethod(None).__isabstractmethod__, sorted(Base.__abstractmethods__))
attempt("Base", Base)


def steps():
    yield generator.gi_suspended, generator.gi_running
    yield 2


generator = steps()
print(generator.gi_suspended, generator.gi_running, next(generator), generator.gi_suspended, generator.gi_running)
generator.close()
print(generator.gi_suspended, generator.gi_frame)
