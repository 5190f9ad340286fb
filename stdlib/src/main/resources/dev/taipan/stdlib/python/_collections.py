"""The containers that the library's collections module expects from native code.

deque is Java's. The dicts are dicts with a method or two: what they add runs no slower as Python code, and every
step of it is one atomic operation of the dict.
"""

from _deque import deque, _deque_iterator, _deque_reverse_iterator, _dict_pop_first, _dict_to_end, _dict_to_front

_shown = set()


def _once(text):
    """A __repr__ that shows an object inside itself as dots."""
    def __repr__(self):
        import _thread
        key = id(self), _thread.get_ident()
        if key in _shown:
            return '...'
        _shown.add(key)
        try:
            return text(self)
        finally:
            _shown.discard(key)
    return __repr__


def _count_elements(mapping, iterable):
    """Count elements in the iterable, updating the mapping"""
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1


class _tuplegetter:
    __slots__ = ('_index', '__doc__')
    __module__ = 'collections'

    def __init__(self, index, doc, /):
        if not isinstance(index, int):
            raise TypeError(f"'{type(index).__name__}' object cannot be interpreted as an integer")
        self._index = index
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not isinstance(instance, tuple):
            raise TypeError(f"descriptor for index '{self._index}' for tuple subclasses "
                            f"doesn't apply to '{type(instance).__name__}' object")
        index = self._index
        if index >= tuple.__len__(instance):
            raise IndexError('tuple index out of range')
        return tuple.__getitem__(instance, index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __reduce__(self):
        return _tuplegetter, (self._index, self.__doc__)

    def __repr__(self):
        return f'_tuplegetter({self._index!r}, {self.__doc__!r})'


class defaultdict(dict):
    """defaultdict(default_factory=None, /, [...]) --> dict with default factory"""

    __slots__ = ('default_factory', '__weakref__')
    __module__ = 'collections'

    def __new__(cls, /, *args, **kwargs):
        self = dict.__new__(cls)
        self.default_factory = None
        return self

    def __init__(self, /, *args, **kwargs):
        factory, *rest = args or (None,)
        if factory is not None and not callable(factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = factory
        dict.__init__(self, *rest, **kwargs)

    def __missing__(self, key, /):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        if type(self).__setitem__ is dict.__setitem__:
            # Of two threads that miss a key at once, both get the value of one.
            return dict.setdefault(self, key, value)
        self[key] = value
        return value

    def copy(self, /):
        """D.copy() -> a shallow copy of D."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __repr__(self, /):
        return f'{type(self).__name__}({_factory_text(self)}, {dict.__repr__(self)})'

    def __reduce__(self, /):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    @classmethod
    def __class_getitem__(cls, item, /):
        import types
        return types.GenericAlias(cls, item)


@_once
def _factory_text(self):
    return repr(self.default_factory)


_absent = object()


class OrderedDict(dict):
    """Dictionary that remembers insertion order"""

    __module__ = 'collections'

    def __init__(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f'expected at most 1 arguments, got {len(args)}')
        self.__update(*args, **kwargs)

    def update(self, /, *args, **kwargs):
        """Like dict.update(), by way of the class's own assignment."""
        if len(args) > 1:
            raise TypeError(f'update() takes at most 1 positional argument ({len(args)} given)')
        if type(self).__setitem__ is dict.__setitem__:
            dict.update(self, *args, **kwargs)
            return
        if args:
            other = args[0]
            if isinstance(other, dict) or hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
            elif hasattr(other, 'items'):
                for key, value in other.items():
                    self[key] = value
            else:
                for key, value in other:
                    self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    __update = update

    def popitem(self, last=True):
        """Remove and return a (key, value) pair: the last one, or the first if last is false."""
        if not dict.__len__(self):
            raise KeyError('dictionary is empty')
        return dict.popitem(self) if last else _dict_pop_first(self)

    def move_to_end(self, key, last=True):
        """Move an existing element to the end (or beginning if last is false)."""
        if last:
            _dict_to_end(self, key)
        else:
            _dict_to_front(self, key)

    def pop(self, key, default=_absent):
        """od.pop(key[,default]) -> v, remove specified key and return the corresponding value."""
        return dict.pop(self, key) if default is _absent else dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """Insert key with a value of default if key is not in the dictionary."""
        if type(self).__setitem__ is dict.__setitem__ and type(self).__contains__ is dict.__contains__:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self, /):
        """od.copy() -> a shallow copy of od"""
        cls = type(self)
        made = cls()
        if cls is OrderedDict:
            dict.update(made, self)
        else:
            for key in self:
                made[key] = self[key]
        return made

    @classmethod
    def fromkeys(cls, /, iterable, value=None):
        """Create a new ordered dictionary with keys from iterable and values set to value."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        same = dict.__eq__(self, other)
        if same is not True or not isinstance(other, OrderedDict):
            return same
        for mine, theirs in zip(dict.keys(self), dict.keys(other)):
            if mine is not theirs and mine != theirs:
                return False
        return True

    def __ne__(self, other, /):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other, /):
        self.update(other)
        return self

    @_once
    def __repr__(self, /):
        if not dict.__len__(self):
            return f'{type(self).__name__}()'
        items = self if type(self) is OrderedDict else self.items()
        return f'{type(self).__name__}({dict(items)!r})'

    def __reduce__(self, /):
        """Return state information for pickling"""
        return type(self), (), self.__getstate__(), None, iter(self.items())

    @classmethod
    def __class_getitem__(cls, item, /):
        import types
        return types.GenericAlias(cls, item)
