"""Iterator building blocks. Counting is native; the rest is written in terms of iterators."""

from _itertools import count


class _Iterator:
    __slots__ = ("_items",)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)

    def __class_getitem__(cls, item):
        return cls


class repeat:
    __slots__ = ("_object", "_left")

    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        left = self._left
        if left is not None:
            if left <= 0:
                raise StopIteration
            self._left = left - 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


class chain(_Iterator):
    __slots__ = ()

    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        made = cls()
        made._items = _chained(iterable)
        return made


class cycle(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(iterator):
        saved = []
        for item in iterator:
            yield item
            saved.append(item)
        while saved:
            yield from saved


class accumulate(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._run(iter(iterable), func, initial)

    @staticmethod
    def _run(iterator, func, total):
        if total is None:
            for total in iterator:
                break
            else:
                return
        yield total
        for item in iterator:
            total = total + item if func is None else func(total, item)
            yield total


class batched(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, n):
        if n < 1:
            raise ValueError("n must be at least one")
        self._items = self._run(iter(iterable), n)

    @staticmethod
    def _run(iterator, n):
        while batch := tuple(islice(iterator, n)):
            yield batch


class compress(_Iterator):
    __slots__ = ()

    def __init__(self, data, selectors):
        self._items = (item for item, wanted in zip(data, selectors) if wanted)


class dropwhile(_Iterator):
    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                yield item
                break
        yield from iterator


class takewhile(_Iterator):
    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                return
            yield item


class filterfalse(_Iterator):
    __slots__ = ()

    def __init__(self, function, iterable, /):
        if function is None:
            self._items = (item for item in iterable if not item)
        else:
            self._items = (item for item in iterable if not function(item))


class starmap(_Iterator):
    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._items = (function(*arguments) for arguments in iterable)


class pairwise(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(iterator):
        for before in iterator:
            break
        else:
            return
        for item in iterator:
            yield before, item
            before = item


def _bound(value, least):
    if value is not None and (not hasattr(value, "__index__") or value < least):
        what = "Step" if least else "Indices"
        if least:
            raise ValueError("Step for islice() must be a positive integer or None.")
        raise ValueError(f"{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")


class islice(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, *bounds):
        if not bounds or len(bounds) > 3:
            raise TypeError(f"islice expected at least 2 arguments, got {len(bounds) + 1}")
        if len(bounds) == 1:
            start, stop, step = 0, bounds[0], 1
        else:
            start, stop, step = (bounds + (None,))[:3]
        if stop is not None and (not hasattr(stop, "__index__") or stop < 0):
            raise ValueError(
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            )
        _bound(start, 0)
        _bound(step, 1)
        self._items = self._run(
            iter(iterable), start or 0, stop, 1 if step is None else step
        )

    @staticmethod
    def _run(iterator, start, stop, step):
        position = 0
        wanted = start
        while stop is None or wanted < stop:
            while position < wanted:
                for _ in iterator:
                    break
                else:
                    return
                position += 1
            for item in iterator:
                break
            else:
                return
            position += 1
            yield item
            wanted += step
        if stop is not None:
            while position < stop:
                for _ in iterator:
                    break
                else:
                    return
                position += 1


class zip_longest(_Iterator):
    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._items = self._run([iter(i) for i in iterables], fillvalue)

    @staticmethod
    def _run(iterators, fill):
        active = len(iterators)
        while active:
            row = []
            for i, iterator in enumerate(iterators):
                if iterator is None:
                    row.append(fill)
                    continue
                for item in iterator:
                    row.append(item)
                    break
                else:
                    active -= 1
                    if not active:
                        return
                    iterators[i] = None
                    row.append(fill)
            yield tuple(row)


class product(_Iterator):
    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        self._items = self._run([tuple(i) for i in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[i] for pool, i in zip(pools, places)])
            for at in reversed(range(len(pools))):
                places[at] += 1
                if places[at] < len(pools[at]):
                    break
                places[at] = 0
            else:
                return


class combinations(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        places = list(range(r))
        while True:
            yield tuple([pool[i] for i in places])
            for at in reversed(range(r)):
                if places[at] != at + n - r:
                    break
            else:
                return
            places[at] += 1
            for after in range(at + 1, r):
                places[after] = places[after - 1] + 1


class combinations_with_replacement(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if not n and r:
            return
        places = [0] * r
        while True:
            yield tuple([pool[i] for i in places])
            for at in reversed(range(r)):
                if places[at] != n - 1:
                    break
            else:
                return
            places[at:] = [places[at] + 1] * (r - at)


class permutations(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        for places in product(range(len(pool)), repeat=r):
            if len(set(places)) == r:
                yield tuple([pool[i] for i in places])


class groupby(_Iterator):
    __slots__ = ()

    def __init__(self, iterable, key=None):
        self._items = self._run(iter(iterable), key)

    @staticmethod
    def _run(iterator, key):
        for item in iterator:
            break
        else:
            return
        state = [item, item if key is None else key(item), False]

        def members(current):
            while not state[2] and state[1] == current:
                yield state[0]
                for item in iterator:
                    state[0] = item
                    state[1] = item if key is None else key(item)
                    break
                else:
                    state[2] = True

        while not state[2]:
            current = state[1]
            group = members(current)
            yield current, group
            for _ in group:
                pass


class _Branch(_Iterator):
    __slots__ = ()


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def branch(queue):
        while True:
            if not queue:
                for item in iterator:
                    break
                else:
                    return
                for each in queues:
                    each.append(item)
            yield queue.pop(0)

    made = []
    for queue in queues:
        one = _Branch()
        one._items = branch(queue)
        made.append(one)
    return tuple(made)
