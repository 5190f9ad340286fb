"""The containers that the library's collections module expects from native code.

Every change of a deque is one operation of its list, so threads may share one.
"""


class deque:
    __slots__ = ("_list", "_maxlen", "__weakref__", "__dict__")
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._list = []
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, x):
        self._list.append(x)
        if self._maxlen is not None and len(self._list) > self._maxlen:
            del self._list[0]

    def appendleft(self, x):
        self._list.insert(0, x)
        if self._maxlen is not None and len(self._list) > self._maxlen:
            self._list.pop()

    def pop(self):
        try:
            return self._list.pop()
        except IndexError:
            raise IndexError("pop from an empty deque") from None

    def popleft(self):
        try:
            return self._list.pop(0)
        except IndexError:
            raise IndexError("pop from an empty deque") from None

    def extend(self, iterable):
        for item in list(iterable) if iterable is self else iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable) if iterable is self else iterable:
            self.appendleft(item)

    def clear(self):
        self._list.clear()

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, x):
        return self._list.count(x)

    def index(self, x, *bounds):
        try:
            return self._list.index(x, *bounds)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def insert(self, i, x):
        if self._maxlen is not None and len(self._list) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._list.insert(i, x)

    def remove(self, value):
        try:
            self._list.remove(value)
        except ValueError:
            raise ValueError("deque.remove(x): x not in deque") from None

    def reverse(self):
        self._list.reverse()

    def rotate(self, n=1):
        items = self._list
        if items:
            n %= len(items)
            items[:] = items[-n:] + items[:-n]

    def __len__(self):
        return len(self._list)

    def __bool__(self):
        return len(self._list) > 0

    def __iter__(self):
        items = self._list
        size = len(items)
        for item in items:
            yield item
            if len(items) != size:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return reversed(self._list)

    def __contains__(self, x):
        return x in self._list

    def __getitem__(self, i):
        if isinstance(i, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        try:
            return self._list[i]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, i, value):
        try:
            self._list[i] = value
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __delitem__(self, i):
        try:
            del self._list[i]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __add__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self._list * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._list[:] = type(self)(self._list * n, self._maxlen)._list
        return self

    def __eq__(self, other):
        return self._list == other._list if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._list < other._list if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._list <= other._list if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._list > other._list if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._list >= other._list if isinstance(other, deque) else NotImplemented

    def __repr__(self):
        items = "[...]" if self in self._list else repr(self._list)
        if self._maxlen is None:
            return f"{type(self).__name__}({items})"
        return f"{type(self).__name__}({items}, maxlen={self._maxlen})"

    def __reduce__(self):
        return type(self), (list(self._list), self._maxlen)

    def __class_getitem__(cls, item):
        return cls


deque.__module__ = "collections"


class defaultdict(dict):
    __slots__ = ("default_factory", "__weakref__", "__dict__")

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        return self.setdefault(key, factory())

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})"

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())


defaultdict.__module__ = "collections"
