"""Where names live: locals, closures, globals, class bodies, comprehensions, del."""


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


x = "global"


def reads(): return x
def shadows():
    x = "local"
    return x
def unbound():
    print(x)
    x = 1
def deleted():
    y = 1
    del y
    return y
def declared():
    global made
    made = 5
    return made
def outer():
    x = "outer"
    def inner(): return x
    x = "changed"
    return inner
def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step
def free_unbound():
    def inner(): return later
    result = inner
    if not result: later = 1
    return result()
def late():
    fs = [lambda: i for i in range(3)]
    return [f() for f in fs]
def bound():
    return [f() for f in [lambda i=i: i for i in range(3)]]
def nested():
    a = 1
    def f():
        b = 2
        def g():
            nonlocal a, b
            a += 10
            b += 20
            return a, b
        return g
    return f()() , a
def comp():
    x = 5
    return [x for x in range(3)], x
def walrus():
    total = 0
    parts = [total := total + v for v in range(4)]
    return parts, total
def args_closure(a, *b, c=1, **d):
    return (lambda: (a, b, c, d))()
def del_free():
    z = 1
    def g(): return z
    del z
    return g()
def recursion(n): return 1 if n == 0 else n * recursion(n - 1)
def exec_locals():
    y = 1
    exec("y = 2; w = 3")
    return y, "w" in locals()
def local_names(a, b=2):
    c = 3
    if False:
        d = 4
    return sorted(locals())
def loop_var():
    for i in range(3): pass
    return i
def loop_empty():
    for j in []: pass
    return j
def except_var():
    try: raise ValueError("v")
    except ValueError as e: kept = e
    try: return e
    except UnboundLocalError as u: return str(u), str(kept)
def with_var():
    class M:
        def __enter__(self): return "entered"
        def __exit__(self, *a): pass
    with M() as m: pass
    return m
def import_var():
    import sys as s
    return s.__name__
def def_var():
    def x(): pass
    class y: pass
    return x.__qualname__, y.__qualname__
def nested_comp(): return [[i * j for j in range(i)] for i in range(4)]
def gen_late():
    k = 1
    g = (k + i for i in range(3))
    k = 10
    return list(g)
def gen_first():
    src = [1, 2]
    g = (i for i in src)
    src = [3]
    return list(g)
def dict_comp(): return {k: v for k, v in zip("ab", range(2))}
def set_comp(): return sorted({i % 3 for i in range(10)})
def cond_comp(): return [i for i in range(10) if i % 2 if i % 3]
def multi_comp(): return [(i, j) for i in range(2) for j in "ab" if i or j == "b"]
def lambda_default(y=x): return y
def nonlocal_delete():
    v = 1
    def g():
        nonlocal v
        del v
    g()
    return v
def shadow_builtin():
    len = lambda o: "mine"
    return len([])
def cell_contents(): return [c.cell_contents for c in counter().__closure__ if not callable(c.cell_contents)]


for f in (reads, shadows, unbound, deleted, declared, lambda: outer()(), free_unbound, late, bound, nested, comp, walrus, lambda: args_closure(1, 2, c=3, e=4), del_free, lambda: recursion(10), exec_locals, lambda: local_names(1), loop_var, loop_empty, except_var, with_var, import_var, def_var, nested_comp, gen_late, gen_first, dict_comp, set_comp, cond_comp, multi_comp, lambda_default, nonlocal_delete, shadow_builtin, cell_contents, lambda: undefined_name, lambda: made):
    show(f)
step = counter()
print(step(), step(5), step(), counter()())


class K:
    x = "class"
    y = [x for _ in range(2)]
    z = x + "!"
    try:
        w = [x2 for _ in range(1)]
    except NameError as e:
        w = str(e)
    def m(self): return x
    def n(self): return __class__.__name__
    f = lambda self: x
    class Inner:
        seen = x
    del z
    locals()["q"] = 9


k = K()
print(K.y, K.w, k.m(), k.n(), k.f(), K.Inner.seen, hasattr(K, "z"), K.q)
show(lambda: k.z)


class Priv:
    __a = 1
    def __m(self): return self.__a
    def call(self): return self.__m()
    __slots__ = ("__s",)
    def sets(self):
        self.__s = 3
        return self.__s


print(sorted(n for n in vars(Priv) if "Priv" in n), Priv().call(), Priv().sets(), Priv()._Priv__m())


def make():
    class Local:
        def get(self): return captured
    captured = "cap"
    return Local


print(make()().get(), make().__qualname__, make().get.__qualname__)
for source in ("def f():\n x = 1\n global x", "def f(x):\n nonlocal x", "nonlocal x", "def f():\n nonlocal nope", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f(a, a): pass", "lambda a, a: 1", "def f():\n nonlocal x\n global x", "x: int = 1\ndef f():\n global x\n x: int = 2", "[x := 1 for x in y]", "[i for i in (j := 1)]", "class C:\n [y := 1 for z in w]", "def f():\n return\nreturn", "yield 1", "await x", "break", "continue", "for i in x:\n def f():\n  break", "def f():\n  try:\n    pass\n  finally:\n    continue", "from x import *\ndef f():\n from y import *", "def f(*): pass", "def f(a=1, b): pass", "f(a=1, 2)", "f(**a, *b)", "f(a for a in b, c)", "f(a=1, a=2)", "f(1=2)", "f(True=1)", "x = yield", "None = 1", "a + 1 = 2", "f() = 1", "(a, 1) = 2", "*a = 1", "*a, *b = c", "del f()", "del 1", "with x as 1: pass", "for 1 in x: pass", "import a.b as 1", "a = = 1", "if x = 1: pass", "{1: 2, **3, 4}", "x++", "print 1", "exec 'a'", "async def f():\n [await x for x in y]\nasync for z in w: pass", "class C(a=1, a=2): pass", "try: pass", "try:\n pass\nexcept:\n pass\nexcept A:\n pass", "try:\n pass\nexcept A:\n pass\nexcept* B:\n pass", "raise x from", "assert", "global", "lambda: (yield)", "@x\ny = 1", "else: pass", "a b", "1a", "0777", "'abc", "'''abc", "(1", "1)", "[1}", "\\ x", "a\n  b", "if 1:\npass", "if 1:\n  a\n b", "\ta\n        b", "x = 1 if 2", "not", "a if b else", "f'{'", "f'{}'", "f'{a!x}'", "f'{a b}'", "b'\xe9'", "'\\x1'", "'\\N{nope}'", "u'a' b'b'", "1_", "1__0", "0b2", "0o8", "0xg", "1e", "1.e+", "import", "from . import", "from x import", "from x import (a", "from x import a,", "match x:\n case 1: pass\n case _: pass\n case 2: pass", "def f(**k, a): pass", "def f(a, /, b, /): pass", "def f(*a, /): pass", "lambda *: 1", "a: int: str", "(a, b): int", "[a, b] += 1", "(a, b) += 1", "a, b += 1", "x = *a", "return 1", "del (a, b), [c], *d", "return *a"):
    try:
        compile(source, "f", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
