"""What built-in functions and methods are: types, names, equality, what inspect says of them."""
import copy
import inspect
import pickle
import types
import weakref


class Names(list):
    pass


class Holder:
    plain = [].append
    of_class = classmethod([].index)


numbers = [1, 2]
lasting = Names()
CALLABLES = {
    "bound method": numbers.append,
    "bound special method": numbers.__add__,
    "method of a class": dict.fromkeys,
    "function": len,
    "method": list.append,
    "special method": list.__add__,
    "item of a list": list.__getitem__,
    "item of a dict": dict.__getitem__,
    "in a set": set.__contains__,
    "in a tuple": tuple.__contains__,
    "format": int.__format__,
    "bound format": (1).__format__,
    "size": object.__sizeof__,
    "reduce": object.__reduce_ex__,
    "round": float.__round__,
    "reversed": list.__reversed__,
    "class method as it lies": vars(dict)["fromkeys"],
    "new": object.__new__,
    "static method": str.maketrans,
    "a function bound by hand": types.MethodType(len, numbers),
    "type's own": int.__call__,
    "hash": "x".__hash__,
}
for what, callable_ in CALLABLES.items():
    print(what, type(callable_).__name__, callable_.__name__, callable_.__qualname__, callable(callable_))
    print(
        inspect.ismethod(callable_),
        inspect.isbuiltin(callable_),
        inspect.ismethoddescriptor(callable_),
        inspect.isroutine(callable_),
        inspect.isfunction(callable_),
    )

print(types.BuiltinMethodType is type(numbers.append), types.MethodWrapperType is type(numbers.__add__))
for callable_ in (numbers.append, numbers.__add__, dict.fromkeys, lasting.append, len, print):
    print(repr(callable_).partition(" at 0x")[0])
print(lasting.append.__qualname__, Names.append.__qualname__, Names.__new__.__qualname__, numbers.append.__module__, len.__module__)
print(numbers.append.__self__ is numbers, numbers.__add__.__self__ is numbers, numbers.__add__.__objclass__, len.__self__.__name__)

print("equality")
print(numbers.append == numbers.append, numbers.append == [1, 2].append, numbers.append != numbers.append)
print(numbers.__add__ == numbers.__add__, numbers.__add__ == [1, 2].__add__, numbers.append == numbers.__add__)
print(hash(numbers.append) == hash(numbers.append), {numbers.append: 1}[numbers.append], numbers.append is numbers.append)
print(numbers.append == len, len == len, numbers.append in [numbers.append])

print("calls")
append = numbers.append
for i in range(100):
    append(i)
print(len(numbers), numbers.__len__(), numbers.index(99), [].__add__([3]), numbers.__getitem__(3))
print(list(map(numbers.__contains__, [5, 500])), sorted("bca", key="cab".index))
index = numbers.index
print(index(*[7]), index(7, 3), (lambda f: f(8))(index))
for bad in ("append()", "append(1, 2)", "append(x=1)", "numbers.__len__(1)", "numbers.__add__(1)"):
    try:
        eval(bad)
    except TypeError as error:
        print(error)

print("a class method as it lies in its class")
from_keys = vars(dict)["fromkeys"]
print(from_keys(dict, [1], 2))
for arguments in ((), (3,), (list, [1])):
    try:
        from_keys(*arguments)
    except TypeError as error:
        print(error)

print("in a class")
print(type(Holder().plain).__name__, type(Holder.of_class).__name__)
print(pickle.loads(pickle.dumps(numbers[:5].index))(2), pickle.loads(pickle.dumps([4].__len__))(), pickle.loads(pickle.dumps(len)) is len)
print(copy.copy(append) is append, weakref.ref(len)() is len, weakref.ref(append)() is append)
for callable_ in (numbers.__add__, list.append, list.__add__):
    try:
        weakref.ref(callable_)
    except TypeError as error:
        print(error)
print(inspect.signature(numbers.append), inspect.signature(numbers.__add__), inspect.signature(list.append))
print(append.__doc__ == list.append.__doc__, append.__text_signature__ == list.append.__text_signature__)
for callable_ in (append, numbers.__add__):
    try:
        callable_.anything = 1
    except AttributeError as error:
        print(error)


# What super() finds has the same kind however often it is looked up.
class Found(list):
    def method(self):
        return super().append

    def slot(self):
        return super().__len__


found = Found()
print({(type(found.method()).__name__, type(found.slot()).__name__) for _ in range(50)})
print({(found.method() == found.append, hash(found.method()) == hash(found.append)) for _ in range(50)})

# None has methods, too; a function of a module has no receiver.
print(None.__format__.__qualname__, repr(None.__format__).split(" at ")[0], repr(len), len.__qualname__)
print(None.__format__.__reduce__()[1], len.__reduce__())


class Unnamed(type):
    def __getattribute__(cls, name):
        return 5 if name == "__qualname__" else super().__getattribute__(name)


class OfUnnamed(list, metaclass=Unnamed):
    pass


try:
    OfUnnamed().append.__qualname__
except TypeError as error:
    print(error)
