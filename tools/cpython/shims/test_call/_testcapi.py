"""What test_call asks of CPython's C interface: calls with the arguments in a tuple, said in Python.

The module makes lists of functions written in C while it is imported; without them none of its
tests would run. There is no C interface here, so such a function is a name that can be passed on,
and a test that calls one, or asks for a type written in C, is skipped.
"""

import unittest

LIMITED_API_AVAILABLE = False


def pyobject_fastcall(function, args):
    return function(*(args or ()))


def pyobject_fastcalldict(function, args, kwargs):
    return function(*(args or ()), **(kwargs or {}))


def pyobject_vectorcall(function, args, names):
    args = args or ()
    count = len(args) - len(names or ())
    return function(*args[:count], **dict(zip(names or (), args[count:])))


class FunctionInC:
    """A function of the C test extension, which nobody can call here."""

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, *args, **kwargs):
        raise unittest.SkipTest("needs a function written in C: " + self.__name__)


class FunctionsInC(type):
    meth_varargs = FunctionInC("meth_varargs")
    meth_varargs_keywords = FunctionInC("meth_varargs_keywords")
    meth_o = FunctionInC("meth_o")
    meth_noargs = FunctionInC("meth_noargs")
    meth_fastcall = FunctionInC("meth_fastcall")
    meth_fastcall_keywords = FunctionInC("meth_fastcall_keywords")


meth_varargs = FunctionsInC.meth_varargs
meth_varargs_keywords = FunctionsInC.meth_varargs_keywords
meth_o = FunctionsInC.meth_o
meth_noargs = FunctionsInC.meth_noargs
meth_fastcall = FunctionsInC.meth_fastcall
meth_fastcall_keywords = FunctionsInC.meth_fastcall_keywords


class TypeInC(metaclass=FunctionsInC):
    """A type of the C test extension with these functions as methods."""

    def __getattr__(self, name):
        return getattr(type(self), name)


MethInstance = MethClass = MethStatic = TypeInC


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise unittest.SkipTest("needs the C test extension: " + name)
