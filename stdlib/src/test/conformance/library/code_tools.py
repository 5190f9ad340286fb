import abc
import ast
import dis
import inspect
import io
import linecache
import sys
import symtable
import timeit
import tokenize
import traceback
import types
import warnings


def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    """Docs."""
    return a


sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation, sig.parameters["c"].kind.name, sig.bind(1, 2, 3, c=4, e=5).arguments, sig.replace(return_annotation=sig.empty))
for bad in (lambda: sig.bind(), lambda: sig.bind(1), lambda: sig.bind(1, c=2, a=3), lambda: inspect.signature(3)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Base(abc.ABC):
    @property
    @abc.abstractmethod
    def p(self): ...

    @classmethod
    def cm(cls, x): ...

    @staticmethod
    def sm(y=1): ...

    def m(self): ...


class Sub(Base):
    p = 1


print(inspect.isabstract(Base), Base.__abstractmethods__, inspect.signature(Sub), inspect.signature(Sub().m), inspect.signature(Sub.cm), inspect.getmro(Sub)[1].__name__, inspect.isfunction(f), inspect.ismethod(Sub().m), inspect.isbuiltin(len), inspect.isclass(Sub))
try:
    Base()
except TypeError as e:
    print(e)
print([n for n, _ in inspect.getmembers(Sub, inspect.isroutine) if not n.startswith("_")], inspect.getdoc(f), inspect.getfullargspec(f), inspect.unwrap(f) is f, inspect.getattr_static(Sub, "sm"). __class__.__name__)
print(inspect.cleandoc("  a\n     b\n   c"), inspect.getcallargs(lambda x, *y: 0, 1, 2), inspect.isgeneratorfunction(lambda: (yield)), inspect.getclosurevars(lambda: sys).globals.keys())


def gen():
    yield inspect.currentframe().f_code.co_name


g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
linecache.cache["<made>"] = (0, None, ["def made():\n", "    return 1\n", "\n", "x = 1\n"], "<made>")
ns = {}
exec(compile("def made():\n    return 1\n\nx = 1\n", "<made>", "exec"), ns)
print(inspect.getsource(ns["made"]), inspect.getsourcelines(ns["made"]))

tree = ast.parse("x: int = [i ** 2 for i in y if i] or f'{a!r:>{w}}'\nasync def g(*, k=1): await h(**k)\nmatch z:\n    case {'a': 1, **r} | [_, *s]: pass\n")
print(ast.dump(tree.body[0], indent=1))
print(ast.unparse(tree))
print(ast.literal_eval("{'a': [1, -2.5, (3j, None)], b'x': {1, 2}}"), [type(n).__name__ for n in ast.walk(tree.body[0])][:6], ast.get_docstring(ast.parse("'doc'")))


class Swap(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value + 1), node) if isinstance(node.value, int) else node


print(eval(compile(ast.fix_missing_locations(Swap().visit(ast.parse("1 + 2", mode="eval"))), "<t>", "eval")))
for bad in (lambda: ast.literal_eval("f()"[:0] + "1 +"), lambda: ast.parse("x ="), lambda: compile(ast.Expression(ast.Name("x")), "", "eval"), lambda: ast.Name(1, 2, 3, 4)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

table = symtable.symtable("def f(a):\n  global g\n  b = 1\n  def h(): return b\n  class K: x = 1\n", "?", "exec")
func = table.get_children()[0]
print(table.get_type(), func.get_name(), func.get_parameters(), sorted(func.get_locals()), func.get_globals(), func.lookup("b").is_local(), func.get_children()[0].get_frees(), [c.get_type() for c in func.get_children()], func.get_lineno(), func.is_nested(), func.lookup("g").is_declared_global())
print([(tokenize.tok_name[t.type], t.string) for t in tokenize.generate_tokens(io.StringIO("if x:\n  y = f'{a}'  # c\n").readline)])
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO(b"a = (1,\n  2)\n").readline)), tokenize.detect_encoding(io.BytesIO(b"# coding: latin-1\n").readline))


def outer():
    inner()


def inner():
    raise ValueError("deep") from KeyError("cause")


try:
    outer()
except ValueError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print([(fs.name, fs.line) for fs in traceback.extract_tb(e.__traceback__)], "".join(te.format_exception_only()), te.__cause__.exc_type.__name__ if te.__cause__ else None)
    print("".join(line for line in te.format() if "File" not in line))
    print(len(traceback.format_stack()) > 0, traceback.format_exception_only(e), len(list(traceback.walk_tb(e.__traceback__))))
print(traceback.format_exception_only(SyntaxError("bad", ("f", 3, 2, "x y", 3, 3))))
print("".join(traceback.format_exception(ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2)])]))))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("one", DeprecationWarning)
    warnings.warn_explicit("two", UserWarning, "file.py", 7)
    print([(str(w.message), w.category.__name__) for w in caught], warnings.formatwarning("m", UserWarning, "f", 1, "line"))
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="bad.*")
    try:
        warnings.warn("bad thing")
    except UserWarning as e:
        print("raised", e)
    warnings.filterwarnings("ignore")
    warnings.warn("quiet")

M = types.new_class("M", (Base,), {}, lambda ns: ns.update(p=5))
print(M().p, types.SimpleNamespace(a=1, b="x"), types.MappingProxyType({1: 2}), types.GenericAlias(list, int), types.ModuleType("m", "doc").__doc__, types.resolve_bases((list[int],)), isinstance(f, types.FunctionType), types.UnionType.__name__, types.DynamicClassAttribute.__name__, types.coroutine(gen).__name__, types.get_original_bases(M))
code = types.FunctionType(f.__code__, {}, "other", (9,)).__code__
print(code.co_name, code.co_varnames, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_firstlineno, code.replace(co_name="z").co_name, f.__code__ == code)
print(timeit.timeit("x + 1", "x = 1", number=10) >= 0, len(timeit.repeat("pass", number=1, repeat=3)), timeit.Timer(lambda: None).autorange is not None)
out = io.StringIO()
dis.dis(lambda: 1, file=out)
print(len(out.getvalue()) > 20, len(list(dis.get_instructions(f))) > 0, dis.code_info(f).splitlines()[0], dis.stack_effect(dis.opmap["POP_TOP"]))
