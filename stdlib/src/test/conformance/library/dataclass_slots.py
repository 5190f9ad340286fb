"""Which slots a data class adds depends on what its bases' instances have."""
import dataclasses
import weakref


class Empty: __slots__ = ()


class Weak: __slots__ = ("__weakref__",)


class Named:
    __slots__ = ("name",)


for base in (object, Empty, Weak, Named, Exception, list, dict, str, int):
    for weakref_slot in (False, True):
        try:
            made = dataclasses.make_dataclass("Made", [("x", "int"), ("name", "str", "n")], bases=(base,), slots=True, weakref_slot=weakref_slot)
        except TypeError as e:
            print(base.__name__, weakref_slot, e)
            continue
        print(base.__name__, weakref_slot, made.__slots__, made.__dictoffset__ != 0, made.__weakrefoffset__ != 0, made.__match_args__)
        if base is not int and base is not str:
            instance = made(1)
            try:
                print(weakref.ref(instance)() is instance)
            except TypeError as e:
                print(e)
            try:
                instance.other = 1
                print(vars(instance))
            except AttributeError as e:
                print(e)
