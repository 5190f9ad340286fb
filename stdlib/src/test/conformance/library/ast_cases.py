"""Trees made by hand: what compile refuses and in which words; versions of the grammar."""
import ast
import sys


def refusal(node, mode='exec'):
    if isinstance(node, ast.pattern):
        node = ast.Match(ast.Name('x', ast.Load()), [ast.match_case(node, None, [ast.Pass()])])
    if isinstance(node, ast.expr):
        node = ast.Expr(node)
    tree = ast.fix_missing_locations(ast.Module([node], []))
    try:
        compile(tree, 'made', mode)
        return 'compiled'
    except (ValueError, TypeError) as e:
        return f'{type(e).__name__}: {e}'


load, store = ast.Name('x', ast.Load()), ast.Name('x', ast.Store())
one = ast.Constant(1)

# Clauses are looked at before what they are for, defaults after the parameters.
wrong = ast.comprehension(ast.Name('x', ast.Load()), load, [], 0)
for kind in (ast.ListComp, ast.SetComp, ast.GeneratorExp):
    print(refusal(kind(store, [wrong])))
print(refusal(ast.DictComp(store, load, [wrong])))


def parameters(**given):
    empty = dict(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[])
    return ast.Lambda(ast.arguments(**empty | given), one)


print(refusal(parameters(kwonlyargs=[ast.arg('a', store)])))
print(refusal(parameters(defaults=[store])))
print(refusal(parameters(kw_defaults=[one])))
print(refusal(parameters(args=[ast.arg('a', None)], defaults=[store])))
print(refusal(parameters(kwonlyargs=[ast.arg('a', None)], kw_defaults=[None])))

# Only the keys of a dict may be missing.
print(refusal(ast.Dict([load], [None])))
print(refusal(ast.Dict([None], [load])))

# Patterns hold literals, dotted names and captures.
P = ast
patterns = [
    P.MatchValue(ast.Constant(...)),
    P.MatchValue(ast.Constant(True)),
    P.MatchValue(ast.Constant((1, 2))),
    P.MatchValue(load),
    P.MatchValue(ast.UnaryOp(ast.USub(), ast.Constant(1j))),
    P.MatchValue(ast.UnaryOp(ast.USub(), ast.Constant('a'))),
    P.MatchValue(ast.UnaryOp(ast.UAdd(), one)),
    P.MatchValue(ast.BinOp(one, ast.Add(), ast.Constant(2j))),
    P.MatchValue(ast.BinOp(one, ast.Mult(), ast.Constant(2j))),
    P.MatchValue(ast.BinOp(one, ast.Add(), one)),
    P.MatchSingleton(1),
    P.MatchSingleton(None),
    P.MatchSequence([P.MatchStar('_')]),
    P.MatchSequence([P.MatchStar('True')]),
    P.MatchStar('a'),
    P.MatchAs(P.MatchStar('a'), 'b'),
    P.MatchAs(None, 'None'),
    P.MatchOr([P.MatchStar('a'), P.MatchStar('b')]),
    P.MatchMapping([ast.Constant(None)], [P.MatchAs(None, 'a')], None),
    P.MatchMapping([ast.Constant(...)], [P.MatchAs(None, 'a')], None),
    P.MatchMapping([one], [P.MatchStar('a')], None),
    P.MatchMapping([], [], '_'),
    P.MatchClass(ast.Attribute(one, 'a', ast.Load()), [], [], []),
    P.MatchClass(ast.Attribute(load, 'a', ast.Load()), [], ['None'], [P.MatchAs(None, 'a')]),
    P.MatchClass(ast.Attribute(load, 'a', ast.Load()), [P.MatchStar('a')], [], []),
]
for pattern in patterns:
    print(refusal(pattern))

# Positions.
for changes in (dict(lineno=10), dict(lineno=-5), dict(lineno=-5, end_lineno=-5), dict(col_offset=9),
                dict(col_offset=-3), dict(col_offset=-3, end_col_offset=-3)):
    tree = ast.parse('a = 1')
    vars(tree.body[0]).update(changes)
    try:
        compile(tree, 'made', 'exec')
        print('compiled')
    except ValueError as e:
        print(e)

# What a constant may be.
for value in (int, (1, int), frozenset({1, int}), [1], (1, (2, [3]))):
    print(refusal(ast.Constant(value)))
empty = eval(compile(ast.fix_missing_locations(ast.Expression(ast.Constant(b''))), 'made', 'eval'))
nothing = b''
print(empty is nothing, bytes() is nothing)

# Syntax of older versions.
samples = ['x @ y', 'x @= y', 'async def f(): pass', '1_000', 'x: int', '(x): int', 'x.y: int = 1', 'def f(a, /): pass',
           'lambda a, /: a', '(x := 1)', 'with (a as b): pass', 'with (a): pass', 'match x:\n case 1: pass',
           'try: pass\nexcept* E: pass', 'type X = int', 'class X[T]: pass', 'def f[T](): pass', 'x = 1']
for sample in samples:
    for version in range(4, 13):
        try:
            ast.parse(sample, feature_version=(3, version))
            print(repr(sample), 'since', version)
            break
        except SyntaxError as e:
            if version == 4:
                print(e.msg)
for version in ((2, 7), (4, 0)):
    try:
        ast.parse('x', feature_version=version)
    except ValueError as e:
        print(e)

# Digits of a literal.
sys.set_int_max_str_digits(1000)
try:
    ast.literal_eval('3' * 1001)
except SyntaxError as e:
    print(e.msg)
sys.set_int_max_str_digits(0)
print(ast.literal_eval('3' * 9000) % 10**9)
sys.set_int_max_str_digits(4300)

# Classes of the tree say what they hold.
for cls in (ast.withitem, ast.GtE, ast.Name, ast.cmpop, ast.mod, ast.type_ignore, ast.arg, ast.expr, ast.pattern):
    print(cls.__doc__)


class Number(ast.Constant):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = 1


number = Number(42)
print(number.value, number.extra, ast.Constant.__new__(Number, 1).__dict__)
