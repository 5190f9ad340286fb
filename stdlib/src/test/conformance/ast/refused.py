import ast

ONE, X = ast.Constant(1), ast.Name("x", ast.Load())
for statement in (
    ast.Delete([]), ast.Delete([X]), ast.Assign([], ONE), ast.Assign([ONE], ONE), ast.Assign([X], ONE), ast.If(ONE, [], []), ast.While(ONE, [], []),
    ast.Expr(ast.Name("x", ast.Store())), ast.Try([ast.Pass()], [], [], []), ast.Try([ast.Pass()], [], [ast.Pass()], [ast.Pass()]), ast.Raise(None, X),
    ast.ImportFrom("a", [ast.alias("b")], -1), ast.Import([]), ast.Global([]), ast.With([], [ast.Pass()]), ast.Expr(ast.BoolOp(ast.And(), [X])),
    ast.Expr(ast.Compare(X, [], [])), ast.Expr(ast.Compare(X, [ast.Lt()], [X, X])), ast.Expr(ast.Dict([X], [])), ast.Expr(ast.ListComp(X, [])),
    ast.Expr(ast.Name("None", ast.Load())), ast.Match(X, []), ast.Match(X, [ast.match_case(ast.MatchOr([ast.MatchAs()]), None, [ast.Pass()])]),
    ast.FunctionDef("f", ast.arguments([], [], None, [ast.arg("k")], [], None, []), [ast.Pass()], []), ast.For(ast.Name("x", ast.Store()), X, [ast.Pass()], []),
):
    try:
        compile(ast.fix_missing_locations(ast.Module([statement], [])), "made", "exec")
        print(type(statement).__name__, "is good")
    except ValueError as e:
        print(type(statement).__name__, e)
