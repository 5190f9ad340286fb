"""Two to four threads use the same objects of the library's types at once.

usage: library_types.py [SEED [OPERATIONS [THREADS [planted]]]]

Each class below is a sharing: objects that all threads use, a `step` that one thread does, and a `check` of what
must hold at the end. Every thread chooses its steps by its own generator of random numbers. Whatever is put
somewhere is numbered, so each loss, each double and each torn record is seen; what a computation gives is compared
with what one thread alone gets. The last line is `N operations, seed S: ok`; a violation ends the program with an
exception. With `planted` a deque is looked at before something is taken, and the program must find that.
"""
import array
import bisect
import collections
import csv
import functools
import hashlib
import heapq
import io
import itertools
import json
import operator
import os
import queue
import random
import re
import struct
import sys
import tempfile
import threading
import zlib

from sharings import require, run, violations

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 1
OPERATIONS = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
THREADS = int(sys.argv[3]) if len(sys.argv) > 3 else 4
PLANTED = sys.argv[4:] == ["planted"]


def require_same(what, got, wanted):
    """Two collections with the same items, in whatever order."""
    got, wanted = collections.Counter(got), collections.Counter(wanted)
    if got != wanted:
        violations.append((what, "lost", list((wanted - got).items())[:5], "too many", list((got - wanted).items())[:5]))


class Sharing:
    """What threads note is kept by thread, so that noting is no sharing of its own."""

    def __init__(self):
        self.given = [[] for _ in range(THREADS)]
        self.taken = [[] for _ in range(THREADS)]

    def number(self, tid):
        """A new number of this thread's."""
        mine = self.given[tid]
        made = tid * 1000000 + len(mine)
        mine.append(made)
        return made

    def all_given(self):
        return list(itertools.chain.from_iterable(self.given))

    def all_taken(self):
        return list(itertools.chain.from_iterable(self.taken))

    def check(self):
        require_same(type(self).__name__, self.all_taken(), self.all_given())


# ---- collections


class Deque(Sharing):
    def __init__(self):
        super().__init__()
        self.deque = collections.deque()
        self.short = collections.deque(maxlen=7)

    def step(self, tid, dice):
        what = dice.randrange(9)
        if what == 0:
            self.deque.append(self.number(tid))
        elif what == 1:
            self.deque.appendleft(self.number(tid))
        elif what == 2:
            self.deque.extend([self.number(tid) for _ in range(3)])
        elif what == 3:
            self.deque.extendleft((self.number(tid), self.number(tid)))
        elif what < 6:
            take = self.deque.pop if what == 4 else self.deque.popleft
            try:
                for _ in range(3):
                    if PLANTED:
                        seen = self.deque[-1]
                        sum(range(300))
                        self.deque.pop()
                        self.taken[tid].append(seen)
                    else:
                        self.taken[tid].append(take())
            except IndexError:
                pass
        elif what == 6:
            self.deque.rotate(dice.randrange(-3, 4))
        elif what == 7:
            try:
                require(all(type(item) is int for item in self.deque), "item of a deque")
            except RuntimeError:
                pass  # changed meanwhile
            require(len(self.deque.copy()) >= 0)
        else:
            self.short.append(tid)
            require(len(self.short) <= 7, "length of a limited deque", len(self.short))

    def check(self):
        self.taken[0] += self.deque
        super().check()


class DefaultDict(Sharing):
    def __init__(self):
        super().__init__()
        self.lists = collections.defaultdict(list)
        self.counts = collections.defaultdict(int)

    def step(self, tid, dice):
        self.lists[dice.randrange(200)].append(self.number(tid))
        self.counts[tid, dice.randrange(20)] += 1

    def check(self):
        for items in self.lists.values():
            self.taken[0] += items
        super().check()
        require(sum(self.counts.values()) == len(self.all_given()), "counts of a defaultdict")


class Counters(Sharing):
    def __init__(self):
        super().__init__()
        self.counter = collections.Counter()

    def step(self, tid, dice):
        words = [(tid, dice.randrange(5)) for _ in range(4)]
        self.counter.update(words)
        self.given[tid] += words
        require(len(dict(self.counter)) <= 5 * THREADS, "keys of a Counter")

    def check(self):
        require_same("Counter", self.counter.elements(), self.all_given())


class Ordered(Sharing):
    STAYING = ["stays %d" % i for i in range(8)]

    def __init__(self):
        super().__init__()
        self.dict = collections.OrderedDict()
        self.kept = collections.OrderedDict.fromkeys(self.STAYING, 1)

    def step(self, tid, dice):
        what = dice.randrange(6)
        if what < 2:
            number = self.number(tid)
            self.dict[number] = -number
        elif what < 4:
            try:
                key, value = self.dict.popitem(last=what == 2)
            except KeyError as error:
                require("empty" in str(error), "popitem", error)
                return
            require(key == -value, "item of an OrderedDict", key, value)
            self.taken[tid].append(key)
        elif what == 4:
            self.kept.move_to_end(dice.choice(self.STAYING), last=dice.random() < 0.8)
        else:
            for key in self.STAYING:
                require(self.kept.get(key) == 1, "a key that moves is there", key)
            require(len(self.kept) == 8, "keys that move", len(self.kept))

    def check(self):
        require(len(list(self.dict)) == len(self.dict), "length of an OrderedDict")
        self.taken[0] += self.dict
        super().check()
        require(sorted(self.kept) == self.STAYING, "keys that moved", list(self.kept))


class Layers(Sharing):
    """Named tuples and chained maps of what does not change."""

    Point = collections.namedtuple("Point", "x y", defaults=(5,))

    def __init__(self):
        super().__init__()
        self.chain = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})

    def step(self, tid, dice):
        n = dice.randrange(100)
        point = self.Point(n)._replace(y=n + 1)
        require(point == (n, n + 1) and point.x + 1 == point.y, "namedtuple", point)
        require((self.chain["a"], self.chain["b"], len(self.chain)) == (1, 3, 2), "ChainMap")


# ---- itertools


class Counting(Sharing):
    """Iterators that end nowhere or after so many steps, each step with a result of its own."""

    def __init__(self):
        super().__init__()
        self.count = itertools.count()
        self.rounds = 0
        self.fresh()

    def fresh(self):
        self.sources = {
            "repeat": (itertools.repeat("x", 60), ["x"] * 60),
            "product": (itertools.product("abc", repeat=4), list(itertools.product("abc", repeat=4))),
            "permutations": (itertools.permutations(range(5)), list(itertools.permutations(range(5)))),
            "combinations": (itertools.combinations(range(8), 3), list(itertools.combinations(range(8), 3))),
            "with replacement": (
                itertools.combinations_with_replacement(range(5), 3),
                list(itertools.combinations_with_replacement(range(5), 3)),
            ),
        }

    def step(self, tid, dice):
        self.taken[tid].append(("count", next(self.count)))
        name = dice.choice(list(self.sources))
        for item in itertools.islice(self.sources[name][0], 3):
            self.taken[tid].append((name, item))

    def check(self):
        for name, (iterator, _) in self.sources.items():
            self.taken[0] += [(name, item) for item in iterator]
        ended = next(self.count)
        wanted = [("count", n) for n in range(ended)]
        for name, (_, items) in self.sources.items():
            wanted += [(name, item) for item in items]
        require_same("itertools", self.all_taken(), wanted)


class Streams(Sharing):
    """Iterators over a shared source: nothing is invented, and what one gives has its form."""

    def __init__(self):
        super().__init__()
        self.fresh()

    def fresh(self):
        numbers = itertools.count()
        self.items = {
            "cycle": (itertools.cycle("abc"), lambda item: item in "abc"),
            "chain": (itertools.chain.from_iterable([[n, n] for n in range(500)]), lambda item: 0 <= item < 500),
            "islice": (itertools.islice(itertools.count(), 0, 2000, 2), lambda item: 0 <= item < 2000),
            "accumulate": (itertools.accumulate(itertools.repeat(1, 1000)), lambda item: 0 < item <= 1000),
            "pairwise": (itertools.pairwise(itertools.count()), lambda item: len(item) == 2),
            "batched": (itertools.batched(itertools.repeat(7, 1000), 3), lambda item: set(item) == {7} and len(item) <= 3),
            "zip": (zip(numbers, itertools.repeat("x")), lambda item: item[1] == "x"),
            "zip_longest": (itertools.zip_longest(range(300), "ab"), lambda item: len(item) == 2),
            "enumerate": (enumerate(itertools.repeat("y")), lambda item: item[1] == "y"),
            "takewhile": (itertools.takewhile(lambda n: n < 900, itertools.count()), lambda item: 0 <= item < 900),
            "filterfalse": (itertools.filterfalse(lambda n: n % 2, itertools.count()), lambda item: item % 2 == 0),
            "compress": (itertools.compress(itertools.count(), itertools.cycle([1, 0])), lambda item: item >= 0),
            "starmap": (itertools.starmap(pow, itertools.repeat((2, 5))), lambda item: item == 32),
            "map": (map(str, itertools.count()), str.isdigit),
            "groupby": (itertools.groupby(itertools.repeat(3, 900)), lambda item: item[0] == 3),
            "tee": (itertools.tee(itertools.count(), 2)[0], lambda item: item >= 0),
        }

    def step(self, tid, dice):
        name = dice.choice(list(self.items))
        iterator, fits = self.items[name]
        try:
            for item in itertools.islice(iterator, 4):
                require(fits(item), name, item)
        except RuntimeError as error:
            require("re-enter the tee" in str(error), name, error)  # what Python promises of it
        if dice.randrange(400) == 0:
            self.fresh()


# ---- functools and operator


class Cached(Sharing):
    def __init__(self):
        super().__init__()
        self.calls = [0] * THREADS
        self.bounded = functools.lru_cache(maxsize=30)(lambda n: (n, n * n))
        self.unbounded = functools.cache(lambda n: (n, str(n)))
        self.typed = functools.lru_cache(maxsize=4, typed=True)(lambda n: type(n))

    def step(self, tid, dice):
        n = dice.randrange(60)
        require(self.bounded(n) == (n, n * n), "lru_cache", n)
        require(self.unbounded(n) == (n, str(n)), "cache", n)
        given = dice.choice([1, 1.0, True])
        require(self.typed(given) is type(given), "typed cache", given)
        self.calls[tid] += 1
        info = self.bounded.cache_info()
        require(info.currsize <= 30, "size of a cache", info)

    def check(self):
        for cached in (self.bounded, self.unbounded, self.typed):
            info = cached.cache_info()
            require(info.hits + info.misses == sum(self.calls), "hits and misses", info, sum(self.calls))
        require(self.unbounded.cache_info().currsize <= 60, "size", self.unbounded.cache_info())


class Lazy:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def made(self):
        return [self.n]


class Functions(Sharing):
    def __init__(self):
        super().__init__()
        self.partial = functools.partial(lambda *a, **k: (a, sorted(k.items())), 1, x=2)
        self.lazy = [Lazy(n) for n in range(400)]
        self.single = functools.singledispatch(lambda value: "object")
        self.single.register(int, lambda value: "int")
        self.getters = operator.itemgetter(1, "k"), operator.attrgetter("n", "made"), operator.methodcaller("split", ",", maxsplit=1)

    def step(self, tid, dice):
        n = dice.randrange(400)
        require(self.partial(n, y=n) == ((1, n), [("x", 2), ("y", n)]), "partial")
        lazy = self.lazy[n]
        require(lazy.made == [n] and lazy.made is lazy.__dict__["made"], "cached_property", n)
        kind = type("Kind%d" % (n % 7), (int,), {}) if n % 50 == 0 else int
        require(self.single(kind(n)) == "int" and self.single("x") == "object", "singledispatch")
        item, attribute, method = self.getters
        require(item({1: n, "k": 2}) == (n, 2) and attribute(lazy) == (n, [n]), "getters")
        require(method("%d,b,c" % n) == [str(n), "b,c"], "methodcaller")
        require(functools.reduce(operator.add, range(n), 0) == n * (n - 1) // 2, "reduce")
        ordered = sorted([3, n, 1], key=functools.cmp_to_key(lambda a, b: a - b))
        require(ordered == sorted([3, n, 1]), "cmp_to_key")


# ---- lists that modules of functions work on


class Sorted(Sharing):
    """Numbers that several threads put in their places: none is lost. A heap wants a lock, as queue has it."""

    def __init__(self):
        super().__init__()
        self.heap = []
        self.lock = threading.Lock()
        self.lined_up = []

    def step(self, tid, dice):
        bisect.insort(self.lined_up, self.number(tid))
        if dice.randrange(2):
            with self.lock:
                heapq.heappush(self.heap, self.number(tid))
        else:
            with self.lock:
                if self.heap:
                    self.taken[tid].append(heapq.heappop(self.heap))

    def check(self):
        self.taken[0] += self.heap + self.lined_up
        super().check()


class Arrays(Sharing):
    def __init__(self):
        super().__init__()
        self.array = array.array("q")
        self.cells = array.array("l", [0] * 64)
        self.kept = 0

    def step(self, tid, dice):
        what = dice.randrange(5)
        try:
            if what < 2:
                self.array.append(self.number(tid))
            elif what == 2:
                self.taken[tid].append(self.array.pop())
            elif what == 3:
                view = memoryview(self.cells)
                require(len(view) == 64 and len(self.array.tobytes()) % 8 == 0, "bytes of an array")
                view.release()
            else:
                place = tid + THREADS * dice.randrange(64 // THREADS)
                self.cells[place] += 1
        except (IndexError, BufferError):
            if what < 2:
                self.given[tid].pop()

    def check(self):
        self.taken[0] += self.array
        super().check()


class Queues(Sharing):
    def __init__(self):
        super().__init__()
        self.queues = [queue.SimpleQueue(), queue.Queue(), queue.LifoQueue(), queue.PriorityQueue()]

    def step(self, tid, dice):
        chosen = dice.choice(self.queues)
        if dice.randrange(2):
            chosen.put(self.number(tid))
        else:
            try:
                self.taken[tid].append(chosen.get_nowait())
            except queue.Empty:
                pass

    def check(self):
        for chosen in self.queues:
            while not chosen.empty():
                self.taken[0].append(chosen.get())
        super().check()


# ---- random numbers


class Dice(Sharing):
    """A shared generator gives the numbers that it gives to one thread, each to one."""

    def __init__(self):
        super().__init__()
        self.random = random.Random(SEED)
        self.bits = random.Random(SEED)
        self.own = random.Random(SEED + 1)

    def step(self, tid, dice):
        self.taken[tid].append(self.random.random())
        self.given[tid].append(self.bits.getrandbits(96))
        what = dice.randrange(5)
        if what == 0:
            require(0 <= self.own.randrange(1000) < 1000, "randrange")
        elif what == 1:
            require(self.own.choice("abc") in "abc", "choice")
        elif what == 2:
            require(sorted(self.own.sample(range(50), 10))[-1] < 50, "sample")
        elif what == 3:
            require(-50 < self.own.gauss(0, 1) < 50, "gauss")
        else:
            mine = list(range(12))
            self.own.shuffle(mine)
            require(sorted(mine) == list(range(12)), "shuffle")

    def check(self):
        alone, bits = random.Random(SEED), random.Random(SEED)
        drawn = self.all_taken()
        require_same("random", drawn, [alone.random() for _ in drawn])
        require_same("getrandbits", self.all_given(), [bits.getrandbits(96) for _ in drawn])


# ---- files

RECORD = 24


def record(number):
    return ("<%d %s" % (number, "x" * RECORD))[: RECORD - 2] + ">\n"


class Files(Sharing):
    """Each write and each read is of a whole record, of which none is torn, lost or there twice."""

    def __init__(self):
        super().__init__()
        folder = tempfile.mkdtemp(prefix="library-types-")
        self.paths = [os.path.join(folder, name) for name in ("binary", "text", "raw", "lines", "source")]
        self.folder = folder
        self.binary = open(self.paths[0], "wb", buffering=200)
        self.text = open(self.paths[1], "w", encoding="utf-8")
        self.raw = open(self.paths[2], "ab", buffering=0)
        self.lines = open(self.paths[3], "w", encoding="utf-8", buffering=1)
        self.string = io.StringIO()
        self.bytes = io.BytesIO()
        self.outputs = [[[] for _ in range(THREADS)] for _ in range(6)]
        self.count = 4000
        with open(self.paths[4], "w") as source:
            source.writelines(map(record, range(self.count)))
        self.reader = open(self.paths[4], "rb", buffering=100)
        self.text_reader = open(self.paths[4], encoding="ascii")
        self.bytes_reader = io.BytesIO("".join(map(record, range(self.count))).encode())
        self.string_reader = io.StringIO("".join(map(record, range(self.count))))
        self.read = [[[] for _ in range(THREADS)] for _ in range(4)]

    def step(self, tid, dice):
        which = dice.randrange(6)
        mine = self.outputs[which][tid]
        text = record(tid * 100000 + len(mine))
        files = self.binary, self.bytes, self.raw, self.text, self.string, self.lines
        files[which].write(text if which > 2 else text.encode())
        mine.append(text)
        if dice.randrange(20) == 0:
            files[which].flush()
        which = dice.randrange(4)
        if which < 2:
            got = (self.reader, self.bytes_reader)[which].read(RECORD).decode()
        else:
            got = (self.text_reader, self.string_reader)[which - 2].readline()
        if got:
            self.read[which][tid].append(got)
        if dice.randrange(10) == 0:
            self.reader.peek(3)
            require(self.bytes.tell() >= 0 and self.string.tell() >= 0, "tell")

    def check(self):
        written = [self.bytes.getvalue().decode(), self.string.getvalue()]
        for file in (self.binary, self.text, self.raw, self.lines):
            file.close()
        for name in self.paths[:4]:
            with open(name) as file:
                written.append(file.read())
        order = [1, 4, 0, 3, 2, 5]
        for text, which in zip(written, order):
            wanted = itertools.chain.from_iterable(self.outputs[which])
            require_same("file %d" % which, text.splitlines(True), wanted)
        readers = self.reader, self.bytes_reader, self.text_reader, self.string_reader
        for which, file in enumerate(readers):
            rest = file.read()
            rest = rest if which > 1 else rest.decode()
            got = list(itertools.chain.from_iterable(self.read[which])) + rest.splitlines(True)
            require_same("reader %d" % which, got, map(record, range(self.count)))
            file.close()
        for path in self.paths:
            os.unlink(path)
        os.rmdir(self.folder)


class Rows(Sharing):
    """csv: a written row is one row, a row that is read has all its fields."""

    def __init__(self):
        super().__init__()
        self.file = io.StringIO()
        self.writer = csv.writer(self.file)
        self.reader = csv.reader(iter([]))

    def row(self, number):
        return [str(number), "a,b", 'say "%d"' % number, "two\nlines"]

    def step(self, tid, dice):
        if dice.randrange(30) == 0:
            made = [self.row(n) for n in range(40)]
            lines = io.StringIO()
            csv.writer(lines).writerows(made)
            lines.seek(0)
            require(list(csv.reader(lines)) == made, "rows of one's own")
        self.writer.writerow(self.row(self.number(tid)))

    def check(self):
        self.file.seek(0)
        rows = list(csv.reader(self.file))
        require(all(row == self.row(int(row[0])) for row in rows), "row")
        self.taken[0] += [int(row[0]) for row in rows]
        super().check()


class SharedReader(Sharing):
    """One csv reader of single lines: no field of one row is in another."""

    def __init__(self):
        super().__init__()
        self.reader = csv.reader([])

    def step(self, tid, dice):
        if dice.randrange(100) == 0:
            self.reader = csv.reader(["%d,%d,%d" % (n, n, n) for n in range(300)])
        for row in itertools.islice(self.reader, 2):
            require(len(row) == 3 and row[0] == row[1] == row[2], "row of a shared reader", row)


# ---- texts and bytes


class Patterns(Sharing):
    TEXTS = ["aab" * 5, "x=1, y=22", "Taipan 3.12 on two cores", "", "aXbXc", "\u00e4\u00f6 und \u00fc"]
    PATTERNS = [r"(a+)(b)?", r"(?P<name>\w)=(\d+)", r"\s+", r"[^\W\d]+", r"(?i)x", r"(?:(a)|b)*c?"]

    def __init__(self):
        super().__init__()
        self.patterns = [re.compile(p) for p in self.PATTERNS]
        self.wanted = {(p, t): self.all(p, t) for p in self.patterns for t in self.TEXTS}
        self.scanners = [p.scanner("x=1, y=22" * 30) for p in self.patterns]

    def all(self, pattern, text):
        return (
            [(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(text)],
            pattern.findall(text),
            pattern.split(text),
            pattern.sub(lambda m: "<" + m.group() + ">", text),
            pattern.subn(r"\g<0>!", text, 2),
        )

    def step(self, tid, dice):
        pattern, text = dice.choice(self.patterns), dice.choice(self.TEXTS)
        require(self.all(pattern, text) == self.wanted[pattern, text], "pattern", pattern, text)
        try:
            match = dice.choice(self.scanners).search()
            require(match is None or match.end() <= 270, "scanner")
        except ValueError as error:
            require("already executing" in str(error), "scanner", error)
        if dice.randrange(20) == 0:
            n = dice.randrange(700)
            require(re.sub("a{%d}" % n, "b", "a" * n, count=1).startswith("b"), "cached patterns", n)
        if dice.randrange(300) == 0:
            re.purge()


class Structs(Sharing):
    def __init__(self):
        super().__init__()
        self.struct = struct.Struct("<hIq?4sd")
        self.space = bytearray(self.struct.size * 64)

    def step(self, tid, dice):
        n = dice.randrange(30000)
        values = (n - 15000, n, -n * n, n % 2 == 0, b"%4d" % (n % 10000), n / 8)
        require(self.struct.unpack(self.struct.pack(*values)) == values, "struct", n)
        place = (tid + THREADS * dice.randrange(64 // THREADS)) * self.struct.size
        self.struct.pack_into(self.space, place, *values)
        require(self.struct.unpack_from(self.space, place) == values, "place", n)
        packed = self.struct.pack(*values) * 3
        require(list(self.struct.iter_unpack(packed)) == [values] * 3, "iter_unpack")


class Texts(Sharing):
    def __init__(self):
        super().__init__()
        self.encoder = json.JSONEncoder(sort_keys=True, indent=None)
        self.pretty = json.JSONEncoder(indent=1)
        self.decoder = json.JSONDecoder()

    def step(self, tid, dice):
        n = dice.randrange(1000)
        value = {"n": n, "list": [n, None, True, n / 4], "text": "\u00e4\n%d" % n, "deep": {"k%d" % n: [[], {}]}}
        require(self.decoder.decode(self.encoder.encode(value)) == value, "json", n)
        require(self.decoder.decode(self.pretty.encode(value)) == value, "json with lines", n)
        require("".join(self.pretty.iterencode(value)) == self.pretty.encode(value), "json in pieces", n)


class Streaming(Sharing):
    """Hashes and a compressor that all threads feed with one and the same block: only their number counts."""

    BLOCK = b"one and the same block" * 3

    def __init__(self):
        super().__init__()
        self.hashes = [hashlib.sha256(), hashlib.md5(), hashlib.blake2b(), hashlib.sha3_256()]
        self.compressor = zlib.compressobj()
        self.head = self.compressor.compress(self.BLOCK)
        self.fed = [0] * THREADS
        self.packed = zlib.compress(self.BLOCK * 50)

    def step(self, tid, dice):
        for made in self.hashes:
            made.update(self.BLOCK)
        self.fed[tid] += 1
        require(len(self.hashes[0].copy().digest()) == 32, "digest")
        got = self.compressor.compress(self.BLOCK)
        if got:
            self.taken[tid].append(got)
        reader = zlib.decompressobj()
        require(reader.decompress(self.packed) + reader.flush() == self.BLOCK * 50, "decompressobj")
        data = self.BLOCK * dice.randrange(1, 5) + bytes([tid])
        require(zlib.decompress(zlib.compress(data, dice.randrange(10))) == data, "zlib")
        require(zlib.crc32(data[5:], zlib.crc32(data[:5])) == zlib.crc32(data), "crc32")

    def check(self):
        fed = sum(self.fed)
        for made in self.hashes:
            alone = hashlib.new(made.name, self.BLOCK * fed)
            require(made.digest() == alone.digest(), "hash", made.name)
        end = self.compressor.flush()
        pieces = self.all_taken()
        if not pieces:  # the order of pieces that several threads got is nobody's to know
            whole = zlib.decompress(self.head + end)
            require(whole == self.BLOCK * (fed + 1), "compressor", len(whole))


SHARINGS = [
    kind()
    for kind in (
        Deque, DefaultDict, Counters, Ordered, Layers, Counting, Streams, Cached, Functions, Sorted, Arrays, Queues, Dice,
        Files, Rows, SharedReader, Patterns, Structs, Texts, Streaming,
    )
]
if PLANTED:
    del SHARINGS[1:]
COSTLY = (Patterns, Streaming, Texts)
run(SHARINGS, SEED, OPERATIONS, THREADS, "operations", lambda sharing: 1 if isinstance(sharing, COSTLY) else 5, 1500)
