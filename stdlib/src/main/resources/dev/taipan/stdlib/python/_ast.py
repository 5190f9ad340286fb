"""The classes of syntax trees. The table below is the whole of them; Java code makes and reads their instances.

A family stands at the margin, followed by its node classes. Behind a field's type `*` marks a list, `?` a field that
may be missing; a family with `@` has positions in the source, with `@?` their ends may be missing.
"""

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


class AST:
    __module__ = 'ast'
    __qualname__ = 'AST'
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    __doc__ = None

    def __new__(cls, /, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        try:
            fields = tuple(cls._fields)
        except AttributeError:
            if args:
                raise
            fields = ()
        if len(args) > len(fields):
            raise TypeError(f'{cls.__name__} constructor takes at most {len(fields)}'
                            f' positional argument{"" if len(fields) == 1 else "s"}')
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError(f"{cls.__name__} got multiple values for argument '{name}'")
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), self.__dict__


_POSITIONS = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')

_TABLE = """
mod:
    Module(stmt* body, type_ignore* type_ignores)
    Interactive(stmt* body)
    Expression(expr body)
    FunctionType(expr* argtypes, expr returns)
stmt@?:
    FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
    AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
    ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
    Return(expr? value)
    Delete(expr* targets)
    Assign(expr* targets, expr value, string? type_comment)
    TypeAlias(expr name, type_param* type_params, expr value)
    AugAssign(expr target, operator op, expr value)
    AnnAssign(expr target, expr annotation, expr? value, int simple)
    For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    While(expr test, stmt* body, stmt* orelse)
    If(expr test, stmt* body, stmt* orelse)
    With(withitem* items, stmt* body, string? type_comment)
    AsyncWith(withitem* items, stmt* body, string? type_comment)
    Match(expr subject, match_case* cases)
    Raise(expr? exc, expr? cause)
    Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    Assert(expr test, expr? msg)
    Import(alias* names)
    ImportFrom(identifier? module, alias* names, int? level)
    Global(identifier* names)
    Nonlocal(identifier* names)
    Expr(expr value)
    Pass
    Break
    Continue
expr@?:
    BoolOp(boolop op, expr* values)
    NamedExpr(expr target, expr value)
    BinOp(expr left, operator op, expr right)
    UnaryOp(unaryop op, expr operand)
    Lambda(arguments args, expr body)
    IfExp(expr test, expr body, expr orelse)
    Dict(expr* keys, expr* values)
    Set(expr* elts)
    ListComp(expr elt, comprehension* generators)
    SetComp(expr elt, comprehension* generators)
    DictComp(expr key, expr value, comprehension* generators)
    GeneratorExp(expr elt, comprehension* generators)
    Await(expr value)
    Yield(expr? value)
    YieldFrom(expr value)
    Compare(expr left, cmpop* ops, expr* comparators)
    Call(expr func, expr* args, keyword* keywords)
    FormattedValue(expr value, int conversion, expr? format_spec)
    JoinedStr(expr* values)
    Constant(constant value, string? kind)
    Attribute(expr value, identifier attr, expr_context ctx)
    Subscript(expr value, expr slice, expr_context ctx)
    Starred(expr value, expr_context ctx)
    Name(identifier id, expr_context ctx)
    List(expr* elts, expr_context ctx)
    Tuple(expr* elts, expr_context ctx)
    Slice(expr? lower, expr? upper, expr? step)
expr_context:
    Load
    Store
    Del
boolop:
    And
    Or
operator:
    Add
    Sub
    Mult
    MatMult
    Div
    Mod
    Pow
    LShift
    RShift
    BitOr
    BitXor
    BitAnd
    FloorDiv
unaryop:
    Invert
    Not
    UAdd
    USub
cmpop:
    Eq
    NotEq
    Lt
    LtE
    Gt
    GtE
    Is
    IsNot
    In
    NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async):
excepthandler@?:
    ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults):
arg(identifier arg, expr? annotation, string? type_comment)@?:
keyword(identifier? arg, expr value)@?:
alias(identifier name, identifier? asname)@?:
withitem(expr context_expr, expr? optional_vars):
match_case(pattern pattern, expr? guard, stmt* body):
pattern@:
    MatchValue(expr value)
    MatchSingleton(constant value)
    MatchSequence(pattern* patterns)
    MatchMapping(expr* keys, pattern* patterns, identifier? rest)
    MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
    MatchStar(identifier? name)
    MatchAs(pattern? pattern, identifier? name)
    MatchOr(pattern* patterns)
type_ignore:
    TypeIgnore(int lineno, string tag)
type_param@:
    TypeVar(identifier name, expr? bound)
    ParamSpec(identifier name)
    TypeVarTuple(identifier name)
"""


def _make(spec, base):
    name, _, inside = spec.partition('(')
    pairs = [field.split(' ') for field in inside.rstrip(')').split(', ') if field]
    fields = tuple(field for _, field in pairs)
    namespace = {field: None for kind, field in pairs if kind.endswith('?')}
    namespace.update(__module__='ast', __doc__=spec, _fields=fields, __match_args__=fields)
    cls = type(name, (base,), namespace)
    globals()[name] = cls
    return cls


def _make_family(spec, members):
    family = _make(spec.rstrip('?@'), AST)
    if '@' in spec:
        family._attributes = _POSITIONS
        if spec.endswith('@?'):
            family.end_lineno = family.end_col_offset = None
    else:
        family._attributes = ()
    for member in members:
        _make(member, family)
    if members:
        between = ' | ' if all('(' not in member for member in members) else f'\n{" " * len(family.__name__)} | '
        family.__doc__ = f'{family.__name__} = {between.join(members)}'


def _make_all():
    families = {}
    for line in _TABLE.splitlines():
        if line.endswith(':'):
            members = families[line[:-1]] = []
        elif line:
            members.append(line.strip())
    for spec, members in families.items():
        _make_family(spec, members)


_make_all()
del _make, _make_family, _make_all, _TABLE, _POSITIONS
