# Prints every object that can be reached from the modules of a start, each once, with all that a
# program can ask it: two starts that print the same have made the same objects in the same order.
import sys

start = list(sys.modules)
print(start)
import _abc

function = type(lambda: 0)
cell = type((lambda x: lambda: x)(0).__closure__[0])
module = type(sys)
builtin = {
    "builtin_function_or_method", "method_descriptor", "wrapper_descriptor", "getset_descriptor",
    "member_descriptor", "classmethod_descriptor",
}
numbers = {}
queue = []
own = [numbers, queue, globals()]


def ref(value):
    if isinstance(value, (int, float, bytes)) or value in (None, ..., NotImplemented):
        return repr(value)
    if id(value) not in numbers:
        numbers[id(value)] = len(queue)
        queue.append(value)
    return f"#{numbers[id(value)]}"


def refs(values):
    return " ".join(map(ref, values))


def names(values):
    return sorted(getattr(value, "__qualname__", None) or repr(value) for value in values)


def show_class(c):
    yield f"{c.__module__} {c.__qualname__} {c.__name__} {c.__flags__:x} {c.__base__}"
    yield refs([c.__bases__, c.__mro__, type(c)])
    yield f"{[d.__module__ + '.' + d.__qualname__ for d in type.__subclasses__(c)]}"
    yield ref(c.__dict__)
    if "_abc_impl" in c.__dict__:
        yield f"{names(_abc._get_dump(c)[0])}"


def show_function(f):
    code = f.__code__
    yield f"{f.__module__} {f.__qualname__} {f.__name__} {f.__doc__!r} {f.__type_params__}"
    yield f"{code.co_filename} {code.co_firstlineno} {code.co_qualname} {code.co_name is f.__name__}"
    yield refs([f.__defaults__, f.__kwdefaults__, f.__closure__, f.__dict__, f.__annotations__])
    yield refs([f.__globals__, f.__builtins__])


def show(value):
    kind = type(value)
    if isinstance(value, type):
        yield from show_class(value)
    elif kind is function:
        yield from show_function(value)
    elif kind is str:
        yield repr(value)
    elif kind in (list, tuple):
        yield refs(value)
    elif kind in (set, frozenset):
        yield f"{names(value)}"
    elif kind is dict or kind.__name__ == "mappingproxy":
        yield " ".join(f"{ref(k)}:{ref(v)}" for k, v in value.items())
    elif kind is module:
        yield f"{value.__name__} {ref(vars(value))}"
    elif kind is cell:
        yield ref(value.cell_contents)
    elif kind is property:
        yield refs([value.fget, value.fset, value.fdel, value.__doc__])
    elif kind in (staticmethod, classmethod):
        yield refs([value.__func__, vars(value)])
    elif kind.__name__ in builtin:
        yield value.__qualname__
        yield refs(getattr(value, name, None) for name in ("__self__", "__objclass__"))
    elif kind.__name__ == "SimpleNamespace":
        yield refs(sorted(vars(value)))
    else:
        yield refs([kind, getattr(value, "__dict__", None)])


print(_abc.get_cache_token(), refs(sys.modules[name] for name in start if name != "__main__"))
done = 0
while done < len(queue):
    value = queue[done]
    done += 1
    if not any(value is mine for mine in own):
        print(f"#{done - 1} {type(value).__module__}.{type(value).__qualname__}", *show(value))
print(done > 2000)
