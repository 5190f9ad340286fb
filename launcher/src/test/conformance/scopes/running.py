import sys
import types


def refuse(label, f):
    try:
        f()
    except Exception as e:
        print(label, type(e).__name__, e)
    else:
        print(label, "accepted")


# comprehensions that are part of a module's or class's code
letters = "outer"
print([locals()["x"] for x in (1, 2)], "x" in locals())
print([sorted(n for n in vars() if n == "y") for y in (1,)])
print([("z" in dir()) for z in (1, 2)])
print([eval("w + 1") for w in (1, 2)])
[exec("letters = v") for v in (1, 2)]
print(letters)
print([sys._getframe().f_locals["a"] for a in (1, 2)])
print([(lambda: q)() + locals()["q"] for q in (1, 2)])


class C:
    base = 10
    a = [locals()["x"] for x in (1, 2)]
    b = [("base" in locals(), "__module__" in locals()) for x in (1,)]
    c = [eval("x") for x in (1, 2)]


print(C.a, C.b, C.c)


def f():
    base = 10
    return [sorted(locals()) for x in (1,)], [eval("x") for x in (1, 2)]


print(f())


# exec with a closure
def make():
    a, b = 2, 3
    result = []

    def free():
        result.append(a * b)

    return free, result


free, result = make()
exec(free.__code__, free.__globals__, closure=free.__closure__)
print(result)
cells = tuple(types.CellType(v) for v in (7, 8)) + free.__closure__[2:]
exec(free.__code__, free.__globals__, closure=cells)
print(result)
refuse("none", lambda: exec(free.__code__, {}))
refuse("none", lambda: exec(free.__code__, {}, closure=None))
refuse("short", lambda: exec(free.__code__, {}, closure=cells[:2]))
refuse("list", lambda: exec(free.__code__, {}, closure=list(cells)))
refuse("no cell", lambda: exec(free.__code__, {}, closure=(1, 2, 3)))
refuse("needless", lambda: exec(f.__code__, {}, closure=cells))
refuse("text", lambda: exec("1", {}, closure=cells))
refuse("eval", lambda: eval(free.__code__))


# builtins are inherited
def length(s):
    return len(s)


names = {}
g = types.FunctionType(length.__code__, names)
print(g("abc"), names, g.__builtins__ is length.__builtins__)
names = {"type": type, "__builtins__": {"None": None}}
exec("def f3(s): pass\nf4 = type(f3)(f3.__code__, {})", names)
print(names["f3"].__builtins__, names["f4"].__builtins__, names["f4"].__globals__)
names = {}
exec("x = len('ab')", names)
print(names["x"], sorted(names), type(names["__builtins__"]).__name__)


# code.replace
code = length.__code__
print(code.replace(co_name="other").co_name, code.replace(co_firstlineno=7).co_firstlineno)
print(code.replace(co_consts=code.co_consts + (5,)).co_consts[-1])


def answer():
    return 42


answer.__code__ = answer.__code__.replace(
    co_consts=tuple(43 if c == 42 else c for c in answer.__code__.co_consts)
)
print(answer())


def deep():
    return [lambda: "inner", (1, frozenset({2}), b"x", 1.5, 2j, ...)]


def rebuild(code):
    return code.replace(
        co_consts=tuple(rebuild(c) if isinstance(c, types.CodeType) else c for c in code.co_consts)
    )


deep.__code__ = rebuild(deep.__code__)
print(deep()[0](), deep()[1])


def attribute(x):
    return x.real


attribute.__code__ = attribute.__code__.replace(co_names=("imag",))
print(attribute(3 + 4j))
refuse("type", lambda: code.replace(co_name=1))
refuse("type", lambda: code.replace(co_consts=[1]))


class Cell:
    def method(self):
        super()


def cell_of(x):
    return (lambda: x).__closure__[0]


refuse("cell", lambda: Cell.method(cell_of(Cell())))
print(Cell.method(Cell()))
