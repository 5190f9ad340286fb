"""The classes of syntax trees. The table below is the whole of them; Java code makes and reads their instances.

A family stands at the margin, followed by its node classes. `*` marks a list, `?` a field that may be missing;
a family with `@` has positions in the source, with `@?` their ends may be missing.
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
    Module(body* type_ignores*)
    Interactive(body*)
    Expression(body)
    FunctionType(argtypes* returns)
stmt@?:
    FunctionDef(name args body* decorator_list* returns? type_comment? type_params*)
    AsyncFunctionDef(name args body* decorator_list* returns? type_comment? type_params*)
    ClassDef(name bases* keywords* body* decorator_list* type_params*)
    Return(value?)
    Delete(targets*)
    Assign(targets* value type_comment?)
    TypeAlias(name type_params* value)
    AugAssign(target op value)
    AnnAssign(target annotation value? simple)
    For(target iter body* orelse* type_comment?)
    AsyncFor(target iter body* orelse* type_comment?)
    While(test body* orelse*)
    If(test body* orelse*)
    With(items* body* type_comment?)
    AsyncWith(items* body* type_comment?)
    Match(subject cases*)
    Raise(exc? cause?)
    Try(body* handlers* orelse* finalbody*)
    TryStar(body* handlers* orelse* finalbody*)
    Assert(test msg?)
    Import(names*)
    ImportFrom(module? names* level?)
    Global(names*)
    Nonlocal(names*)
    Expr(value)
    Pass
    Break
    Continue
expr@?:
    BoolOp(op values*)
    NamedExpr(target value)
    BinOp(left op right)
    UnaryOp(op operand)
    Lambda(args body)
    IfExp(test body orelse)
    Dict(keys* values*)
    Set(elts*)
    ListComp(elt generators*)
    SetComp(elt generators*)
    DictComp(key value generators*)
    GeneratorExp(elt generators*)
    Await(value)
    Yield(value?)
    YieldFrom(value)
    Compare(left ops* comparators*)
    Call(func args* keywords*)
    FormattedValue(value conversion format_spec?)
    JoinedStr(values*)
    Constant(value kind?)
    Attribute(value attr ctx)
    Subscript(value slice ctx)
    Starred(value ctx)
    Name(id ctx)
    List(elts* ctx)
    Tuple(elts* ctx)
    Slice(lower? upper? step?)
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
comprehension(target iter ifs* is_async):
excepthandler@?:
    ExceptHandler(type? name? body*)
arguments(posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*):
arg(arg annotation? type_comment?)@?:
keyword(arg? value)@?:
alias(name asname?)@?:
withitem(context_expr optional_vars?):
match_case(pattern guard? body*):
pattern@:
    MatchValue(value)
    MatchSingleton(value)
    MatchSequence(patterns*)
    MatchMapping(keys* patterns* rest?)
    MatchClass(cls patterns* kwd_attrs* kwd_patterns*)
    MatchStar(name?)
    MatchAs(pattern? name?)
    MatchOr(patterns*)
type_ignore:
    TypeIgnore(lineno tag)
type_param@:
    TypeVar(name bound?)
    ParamSpec(name)
    TypeVarTuple(name)
"""


def _make(spec, base):
    name, _, inside = spec.partition('(')
    marked = inside.rstrip(')').split()
    fields = tuple(field.rstrip('*?') for field in marked)
    namespace = {field[:-1]: None for field in marked if field.endswith('?')}
    namespace.update(__module__='ast', __doc__=spec.replace(' ', ', '), _fields=fields, __match_args__=fields)
    cls = type(name, (base,), namespace)
    globals()[name] = cls
    return cls


def _make_family(spec):
    family = _make(spec.rstrip('?@'), AST)
    if '@' in spec:
        family._attributes = _POSITIONS
        if spec.endswith('@?'):
            family.end_lineno = family.end_col_offset = None
    else:
        family._attributes = ()
    return family


def _make_all():
    family = None
    for line in _TABLE.splitlines():
        if line.endswith(':'):
            family = _make_family(line[:-1])
        elif line:
            _make(line.strip(), family)


_make_all()
del _make, _make_family, _make_all, _TABLE, _POSITIONS
