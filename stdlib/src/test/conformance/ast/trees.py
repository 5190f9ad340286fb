import ast
src='''
@d
def f(a, /, b:int=1, *c, k, m=2, **kw) -> x:
    "doc"
    for i in range(3):
        if i > 1 and not i: yield i, [1,2.5,1j,b'x',...,None]
        else: pass
    with a as b, c: x[1:2] = {1:2, **z}
    return lambda q: (q := f"{a!r:>{w}} x")
class C(B, metaclass=M):
    x: int = 3
    async def g(self):
        async with y: await z
        return [i async for i in a if i]
match z:
    case [1, *r] | {"a": b, **q}: pass
    case P(1, k=None) if x: pass
    case _: pass
try: pass
except* E as e: raise X from y
type T[U: int, *V, **W] = int
from . import a as b
global gg
u'x'
'''
t=ast.parse(src)
print(ast.dump(t, include_attributes=True))
print(ast.unparse(t))
ns={}
exec(compile(ast.parse('x = 1 + 2\ny = [i*i for i in range(x)]'),'f','exec'),ns); print(ns['y'])
print(eval(compile(ast.Expression(ast.BinOp(ast.Constant(1),ast.Add(),ast.Constant(41),lineno=1,col_offset=0)) if 0 else ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(1),ast.Add(),ast.Constant(41)))),'f','eval')))
print(ast.literal_eval('{"a": [1, 2.5, (3, None)], b"x": -1+2j}'))
for f in (lambda: compile(ast.Module([],[]),'f','eval'), lambda: compile(ast.Module([ast.Pass()],[]),'f','exec'),lambda: compile(ast.fix_missing_locations(ast.Module([ast.Expr(None)],[])),'f','exec'),lambda: compile(ast.fix_missing_locations(ast.Module([ast.Expr(3)],[])),'f','exec'),lambda: compile(ast.fix_missing_locations(ast.Module([None],[])),'f','exec'),lambda: compile(ast.fix_missing_locations(ast.Module([ast.Expr(ast.Name(3,ast.Load()))],[])),'f','exec'),lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Constant([1]))),'f','eval'), lambda: compile(ast.Module(3,[]),'f','exec'), lambda: ast.parse('x ='), lambda: compile(3,'f','exec')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(ast.dump(ast.parse('(int, *str) -> x', mode='func_type')))
print(ast.dump(ast.parse('x = 1 # type: int\n', type_comments=True)))
print(ast.dump(ast.parse('x + 1', mode='eval')))
