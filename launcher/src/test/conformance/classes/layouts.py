# A cell is as large as the shape in its header says, whatever becomes of its class.


class Early:
    pass


early = [Early() for _ in range(300)]


class Growing:
    pass


for count in range(60):
    growing = Growing()
    for name in range(count):
        setattr(growing, f"name{name}", name)


class Wide(Growing):
    pass


for index, instance in enumerate(early):
    instance.index = index
for instance in early[::2]:
    instance.__class__ = Wide
more = [Early() for _ in range(300)]
for index, instance in enumerate(early):
    instance.other = str(index)
for instance in more:
    instance.late = [instance]
print(sum(instance.index for instance in early), len({type(i) for i in early}))
print(all(instance.other == str(instance.index) for instance in early))

# __new__ makes instances of its own class and of those derived from it, nothing else.
BUILTIN = (
    list, dict, set, frozenset, tuple, str, bytes, bytearray, int, bool, float, complex, type,
    object, Exception, ImportError, range, slice, property, type(None), type(len),
)
for maker in BUILTIN:
    for made in BUILTIN:
        if not hasattr(maker, "__new__") or issubclass(made, maker):
            continue
        try:
            maker.__new__(made)
        except TypeError as error:
            if maker is list:
                print(error)
        else:
            print("made", maker, made)
for text in (
    "list.__new__()", "list.__new__(3)", "int.__new__(bool)", "object.__new__(list)",
    "object.__new__()", "type.__new__(int)",
):
    try:
        eval(text)
    except TypeError as error:
        print(text, error)


class Number(int):
    pass


class Smaller(Number):
    pass


print(int.__new__(Smaller, 4), type(int.__new__(Smaller, 4)).__name__)


for base in (set, frozenset, list, dict, int, tuple, str, bytes, bytearray, Exception, object, property, type, super, staticmethod, float, zip, bool, slice):
    for slots in (("a",), (), "__weakref__", ("__weakref__", "__weakref__"), "__dict__", ("__dict__", "__weakref__")):
        try:
            made = type("Made", (base,), {"__slots__": slots})
            print(base.__name__, slots, "__weakref__" in made.__dict__, "__dict__" in made.__dict__, made.__dictoffset__ != 0, made.__weakrefoffset__ != 0)
        except TypeError as e:
            print(base.__name__, slots, e)


import types
class C: pass
class S: __slots__ = ()
class D: __slots__ = ("__dict__",)
class W: __slots__ = ("__weakref__",)
class L(list): pass
class LS(list): __slots__ = ()
class T(tuple): pass
class I(int): pass
class E(ValueError): pass
class ES(ValueError): __slots__ = ()
class M(type): pass
class CS(C): __slots__ = ()
class Sub(S): pass
for t in (C, S, D, W, L, LS, T, I, E, ES, M, CS, Sub, object, int, str, bytes, list, tuple, dict, set, frozenset, type, float, bool, complex, BaseException, ValueError, OSError, types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, types.GeneratorType, types.CodeType, types.FrameType, property, staticmethod, classmethod, super, slice, range, memoryview, bytearray, types.MappingProxyType, types.CellType, types.GenericAlias, types.UnionType, types.CoroutineType, types.AsyncGeneratorType, enumerate, zip, map, filter, reversed, types.TracebackType, type(None), type(...)):
    print(t.__name__, t.__dictoffset__ != 0, t.__weakrefoffset__ != 0)
