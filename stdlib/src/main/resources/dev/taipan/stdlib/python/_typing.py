"""Type variables, the base of generic classes, and lazy aliases; the compiler's own operations lead here too.

Bounds, constraints and values of the new syntax are functions that run when they are first asked for. Two threads
that ask at once may both run one; all get the first result that was stored.
"""

import sys


# It stands in classes where it must not be bound.
@staticmethod
def _idfunc(x, /):
    return x


def _typing():
    import typing
    return typing


def _caller():
    return sys._getframemodulename(2)


def _set_module(variable, module):
    if module != 'typing':
        variable.__module__ = module


def _union(left, right):
    return _typing().Union[left, right]


def _no_subclass(kind):
    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError(f"type 'typing.{kind}' is not an acceptable base type")
    return classmethod(__init_subclass__)


class _Variable:
    """What the three kinds of variables share."""

    __slots__ = ('__name__', '__dict__', '__weakref__')
    __module__ = 'typing'

    def __reduce__(self):
        return self.__name__

    def __setattr__(self, name, value):
        if name in type(self)._readonly:
            raise AttributeError('readonly attribute')
        object.__setattr__(self, name, value)

    def __mro_entries__(self, bases, /):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


def _checked(value, message):
    # None stands for its class as everywhere in annotations.
    return _typing()._type_check(value, message)


def _variance(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError('Bivariant types are not supported.')
    if infer_variance and (covariant or contravariant):
        raise ValueError('Variance cannot be specified with infer_variance.')


def _name_checked(kind, name):
    if not isinstance(name, str):
        raise TypeError(f"{kind}() argument 'name' must be str, not {type(name).__name__}")
    return name


class _WithVariance(_Variable):
    __slots__ = ('__covariant__', '__contravariant__', '__infer_variance__')
    __module__ = 'typing'

    def _set(self, covariant, contravariant, infer_variance):
        put = object.__setattr__
        put(self, '__covariant__', bool(covariant))
        put(self, '__contravariant__', bool(contravariant))
        put(self, '__infer_variance__', bool(infer_variance))

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


class TypeVar(_WithVariance):
    """Type variable."""

    __slots__ = ('_bound', '_evaluate_bound', '_constraints', '_evaluate_constraints')
    __module__ = 'typing'
    _readonly = frozenset(('__name__', '__covariant__', '__contravariant__', '__infer_variance__',
                           '__bound__', '__constraints__'))

    def __new__(cls, name, *constraints, bound=None, covariant=False, contravariant=False,
                infer_variance=False):
        _name_checked('typevar', name)
        _variance(covariant, contravariant, infer_variance)
        if bound is not None:
            bound = _checked(bound, 'Bound must be a type.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self = cls._make(name, covariant, contravariant, infer_variance)
        put = object.__setattr__
        put(self, '_bound', bound)
        if constraints:
            message = 'TypeVar(name, constraint, ...): constraints must be types.'
            constraints = tuple(_checked(c, message) for c in constraints)
        put(self, '_constraints', constraints)
        _set_module(self, _caller())
        return self

    @classmethod
    def _make(cls, name, covariant, contravariant, infer_variance, evaluate_bound=None,
              evaluate_constraints=None):
        self = object.__new__(cls)
        put = object.__setattr__
        put(self, '__name__', name)
        self._set(covariant, contravariant, infer_variance)
        put(self, '_bound', None)
        put(self, '_constraints', ())
        put(self, '_evaluate_bound', evaluate_bound)
        put(self, '_evaluate_constraints', evaluate_constraints)
        return self

    __init_subclass__ = _no_subclass('TypeVar')

    @property
    def __bound__(self):
        evaluate = self._evaluate_bound
        if evaluate is not None:
            value = evaluate()
            if self._evaluate_bound is not None:
                object.__setattr__(self, '_bound', value)
                object.__setattr__(self, '_evaluate_bound', None)
        return self._bound

    @property
    def __constraints__(self):
        evaluate = self._evaluate_constraints
        if evaluate is not None:
            value = evaluate()
            if self._evaluate_constraints is not None:
                object.__setattr__(self, '_constraints', value)
                object.__setattr__(self, '_evaluate_constraints', None)
        return self._constraints

    def __typing_subst__(self, arg, /):
        return _typing()._typevar_subst(self, arg)


class _Part:
    """The args or kwargs of a ParamSpec."""

    __slots__ = ('__origin__', '__weakref__')
    __module__ = 'typing'

    def __init__(self, origin):
        object.__setattr__(self, '__origin__', origin)

    def __setattr__(self, name, value):
        if name == '__origin__':
            raise AttributeError('readonly attribute')
        object.__setattr__(self, name, value)

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __repr__(self):
        origin = self.__origin__
        name = origin.__name__ if isinstance(origin, ParamSpec) else repr(origin)
        return f'{name}.{self._what}'

    def __mro_entries__(self, bases, /):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecArgs(_Part):
    """The args for a ParamSpec object."""

    __slots__ = ()
    __module__ = 'typing'
    _what = 'args'
    __init_subclass__ = _no_subclass('ParamSpecArgs')


class ParamSpecKwargs(_Part):
    """The kwargs for a ParamSpec object."""

    __slots__ = ()
    __module__ = 'typing'
    _what = 'kwargs'
    __init_subclass__ = _no_subclass('ParamSpecKwargs')


class ParamSpec(_WithVariance):
    """Parameter specification."""

    __slots__ = ('__bound__',)
    __module__ = 'typing'
    _readonly = frozenset(('__name__', '__covariant__', '__contravariant__', '__infer_variance__',
                           '__bound__', 'args', 'kwargs'))

    def __new__(cls, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
        _name_checked('paramspec', name)
        _variance(covariant, contravariant, infer_variance)
        if bound is not None:
            bound = _checked(bound, 'Bound must be a type.')
        self = cls._make(name, covariant, contravariant, infer_variance, bound)
        _set_module(self, _caller())
        return self

    @classmethod
    def _make(cls, name, covariant, contravariant, infer_variance, bound=None):
        self = object.__new__(cls)
        object.__setattr__(self, '__name__', name)
        self._set(covariant, contravariant, infer_variance)
        object.__setattr__(self, '__bound__', bound)
        return self

    __init_subclass__ = _no_subclass('ParamSpec')

    @property
    def args(self):
        """Represents positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """Represents keyword arguments."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg, /):
        return _typing()._paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing()._paramspec_prepare_subst(self, alias, args)


class TypeVarTuple(_Variable):
    """Type variable tuple."""

    __slots__ = ()
    __module__ = 'typing'
    _readonly = frozenset(('__name__',))

    def __new__(cls, name):
        _name_checked('typevartuple', name)
        self = cls._make(name)
        _set_module(self, _caller())
        return self

    @classmethod
    def _make(cls, name):
        self = object.__new__(cls)
        object.__setattr__(self, '__name__', name)
        return self

    __init_subclass__ = _no_subclass('TypeVarTuple')

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield _typing().Unpack[self]

    def __typing_subst__(self, arg, /):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing()._typevartuple_prepare_subst(self, alias, args)


def _unpacked(params):
    """The parameters with each variable tuple in its starred form."""
    return tuple(_typing().Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params)


class TypeAliasType:
    """Type alias."""

    __slots__ = ('__name__', '__type_params__', '_module', '_value', '_evaluate', '__weakref__')

    def __new__(cls, name, value, *, type_params=()):
        _name_checked('typealias', name)
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        self = cls._make(name, type_params, None, _caller())
        object.__setattr__(self, '_value', value)
        return self

    @classmethod
    def _make(cls, name, type_params, evaluate, module):
        self = object.__new__(cls)
        put = object.__setattr__
        put(self, '__name__', name)
        put(self, '__type_params__', type_params)
        put(self, '_module', module)
        put(self, '_value', None)
        put(self, '_evaluate', evaluate)
        return self

    __init_subclass__ = _no_subclass('TypeAliasType')

    def __setattr__(self, name, value):
        if name in ('__name__', '__value__', '__module__'):
            raise AttributeError('readonly attribute' if name == '__name__' else
                                 f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        if name in ('__type_params__', '__parameters__'):
            raise AttributeError(f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}'")

    @property
    def __value__(self):
        evaluate = self._evaluate
        if evaluate is not None:
            value = evaluate()
            if self._evaluate is not None:
                object.__setattr__(self, '_value', value)
                object.__setattr__(self, '_evaluate', None)
        return self._value

    @property
    def __module__(self):
        return self._module

    @property
    def __parameters__(self):
        return _unpacked(self.__type_params__)

    def __repr__(self):
        return self.__name__

    def __getitem__(self, item):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        import types
        return types.GenericAlias(self, item)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __reduce__(self):
        return self.__name__


class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()
    __module__ = 'typing'
    _is_protocol = False

    def __class_getitem__(cls, /, *args, **kwargs):
        return _typing()._generic_class_getitem(cls, *args, **kwargs)

    def __init_subclass__(cls, /, *args, **kwargs):
        return _typing()._generic_init_subclass(cls, *args, **kwargs)


# What the compiler's operations for the new syntax call.

def _new_typevar(name):
    return TypeVar._make(name, False, False, True)


def _new_bound(name, evaluate):
    return TypeVar._make(name, False, False, True, evaluate_bound=evaluate)


def _new_constrained(name, evaluate):
    return TypeVar._make(name, False, False, True, evaluate_constraints=evaluate)


def _new_paramspec(name):
    return ParamSpec._make(name, False, False, True)


def _new_typevartuple(name):
    return TypeVarTuple._make(name)


def _new_alias(name, params, evaluate, module):
    return TypeAliasType._make(name, params or (), evaluate, module)


def _generic_base(params):
    return _typing()._GenericAlias(Generic, _unpacked(params))
