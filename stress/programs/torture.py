"""Four threads change the same objects while all of them read, iterate, copy, sort, compare, pickle, collect and raise.

usage: torture.py [SEED [OPERATIONS [THREADS [planted]]]]

Every operation is chosen by the thread's own generator of random numbers. What a thread may expect is
decided by who owns what: each key, attribute and token below has one owner or is conserved, so every
loss, every value under a wrong key and every double is seen. The last line is `N operations, seed S: ok`;
a violation is printed and ends the program with an exception. With `planted` the append loses what another
thread appended meanwhile, and the program must find that.
"""
import _thread
import collections
import faulthandler
import functools
import gc
import io
import itertools
import pickle
import random
import sys
import types
import weakref
from sys import argv

SEED = int(argv[1]) if len(argv) > 1 else 1
OPERATIONS = int(argv[2]) if len(argv) > 2 else 40000
THREADS = int(argv[3]) if len(argv) > 3 else 4
PLANTED = argv[4:] == ["planted"]
KEYS = 60
TOKENS = 64

# A run that hangs says where each thread is and ends.
faulthandler.dump_traceback_later(1500, exit=True)

violations = []
guard = _thread.allocate_lock()


def violated(what, *facts):
    violations.append((what, facts))


def require(condition, what, *facts):
    if not condition:
        violated(what, *facts)


class Key:
    """A key whose equality is Python code."""

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number

    def __hash__(self):
        return hash(self.number % 7)


class Thing:
    size = (0, 0)

    def __init__(self):
        self.base = 1

    def pair(self):
        return (0, 0)


class OtherThing(Thing):
    """What a thing may turn into."""


class Mortal:
    """Counted when it is finalized; some come back once."""

    def __init__(self, owner, back):
        self.owner = owner
        self.back = back

    def __del__(self):
        shared.buried.append(self.owner)
        if self.back:
            shared.risen.append(self)


@functools.lru_cache(maxsize=50)
def cached(n):
    return (n, n * n)


class Slotted:
    __slots__ = ("left", "right")

    def __init__(self):
        self.left = 0
        self.right = 0


def with_defaults(a=0, b=0):
    return (a, b)


def define(n):
    global with_defaults

    def with_defaults(a=n, b=n):
        return (a, b)


class Shared:
    """Everything the threads fight over."""

    def __init__(self):
        self.log = []
        self.numbers = list(range(50))
        self.dict = {}
        self.keyed = {}
        self.first = {}
        self.set = set()
        self.thing = Thing()
        self.slotted = Slotted()
        self.here = list(range(TOKENS))
        self.there = []
        self.counter = 0
        self.text = ""
        self.changing = OtherThing()
        self.module = types.ModuleType("torture_module")
        self.queue = collections.deque(range(TOKENS))
        self.numbering = itertools.count()
        self.dealt = []
        self.buried = collections.deque()
        self.risen = collections.deque(maxlen=20)
        self.weak = weakref.WeakValueDictionary()
        self.file = io.StringIO()
        self.written = io.BytesIO()
        self.dice = random.Random(SEED)
        self.bytes = bytearray()


shared = Shared()


class Worker:
    def __init__(self, tid, seed):
        self.tid = tid
        self.state = seed * 7919 + tid * 104729 + 1
        self.logged = 0
        self.counted = 0
        self.items = {}
        self.keyed = {}
        self.members = set()
        self.first = {}
        self.attributes = {}
        self.operations = 0
        self.born = 0
        self.lines = 0
        self.done = False

    def random(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n

    # ---- lists

    def append(self):
        entry = self.tid * 10000000 + self.logged
        if PLANTED:
            end = len(shared.log)
            self.compute()
            shared.log[end:] = [entry]
        else:
            shared.log.append(entry)
        self.logged += 1

    def read_log(self):
        log = shared.log
        n = len(log)
        if n:
            value = log[self.random(n)]
            require(type(value) is int, "log item", value)
            require(len(log[-3:]) > 0, "slice of a list that only grows")

    def move_token(self):
        source, target = shared.here, shared.there
        if self.random(2):
            source, target = target, source
        try:
            token = source.pop(self.random(5) - 1)
        except IndexError:
            return
        if self.random(2):
            target.append(token)
        else:
            target.insert(self.random(4), token)

    def shuffle(self):
        numbers = shared.numbers
        what = self.random(7)
        if what == 0:
            numbers.reverse()
        elif what == 1:
            try:
                numbers.sort()
            except ValueError:
                pass
        elif what == 2:
            numbers.extend(numbers[:5])
        elif what == 3:
            del numbers[40:]
        elif what == 4:
            numbers[2:4] = [self.random(100), self.random(100), 7]
        elif what == 5:
            try:
                numbers[self.random(30)] = self.random(1000)
            except IndexError:
                pass
        else:
            numbers += [1, 2, 3]
            if len(numbers) > 500:
                numbers.clear()

    def read_numbers(self):
        numbers = shared.numbers
        what = self.random(6)
        if what == 0:
            for value in numbers:
                require(type(value) is int, "number", value)
        elif what == 1:
            ordered = sorted(numbers)
            for i in range(1, len(ordered)):
                require(ordered[i - 1] <= ordered[i], "order of a sorted copy")
        elif what == 2:
            copy = numbers.copy()
            require(copy == list(copy), "a copy equals itself")
        elif what == 3:
            numbers == shared.here
            sum(numbers)
        elif what == 4:
            3 in numbers
            numbers.count(3)
        else:
            tuple(numbers)
            [value for value in reversed(numbers)]

    # ---- dicts

    def put(self):
        i = self.random(KEYS)
        key = "k%d.%d" % (self.tid, i) if i % 3 else self.tid * 1000 + i
        if self.random(3):
            value = (key, self.random(1000))
            shared.dict[key] = value
            self.items[key] = value
        elif key in self.items:
            mine = self.items.pop(key)
            got = shared.dict.pop(key)
            require(got == mine, "value of a removed key", key, got, mine)
        else:
            require(shared.dict.get(key) is None, "phantom key", key)

    def get(self):
        for key in list(self.items):
            got = shared.dict.get(key)
            require(got == self.items[key], "own item", key, got)
            if self.random(4) == 0:
                break
        other = "k%d.%d" % (self.random(THREADS), self.random(KEYS))
        try:
            value = shared.dict[other]
        except KeyError:
            return
        require(value[0] == other, "value under another key", other, value)

    def walk(self):
        what = self.random(4)
        try:
            if what == 0:
                for key in shared.dict:
                    require(type(key) is str or type(key) is int, "key", key)
            elif what == 1:
                for key, value in shared.dict.items():
                    require(value[0] == key, "item", key, value)
            elif what == 2:
                copy = dict(shared.dict)
                for key in copy:
                    require(copy[key][0] == key, "item of a copy", key)
                for key in self.items:
                    require(key in copy, "own key in a copy", key)
            else:
                for value in shared.dict.copy().values():
                    require(len(value) == 2, "value", value)
        except RuntimeError:
            pass  # changed size during iteration

    def put_keyed(self):
        number = self.random(20) * THREADS + self.tid
        if self.random(3):
            shared.keyed[Key(number)] = number
            self.keyed[number] = True
        else:
            got = shared.keyed.pop(Key(number), None)
            mine = self.keyed.pop(number, None)
            require((got == number) == (mine is True), "key compared by code", number, got, mine)

    def agree(self):
        key = self.random(500)
        got = shared.first.setdefault(key, (self.tid, self.operations))
        before = self.first.setdefault(key, got)
        require(got is before or got == before, "setdefault gives one value", key, got, before)

    # ---- sets

    def change_set(self):
        member = self.random(KEYS) * THREADS + self.tid
        if self.random(2):
            shared.set.add(member)
            self.members.add(member)
        else:
            shared.set.discard(member)
            self.members.discard(member)
        require((member in shared.set) == (member in self.members), "member", member)

    def read_set(self):
        what = self.random(4)
        try:
            if what == 0:
                for member in shared.set:
                    require(type(member) is int, "member", member)
            elif what == 1:
                require(self.members <= shared.set, "own members")
            elif what == 2:
                mixed = shared.set | self.members
                require(self.members <= mixed, "own members in a union")
            else:
                copy = shared.set.copy()
                require(len(copy & self.members) == len(self.members), "own members in a copy")
        except RuntimeError:
            pass

    # ---- objects, classes, functions, globals

    def set_attribute(self):
        thing = shared.thing
        name = "a%d_%d" % (self.tid, self.random(12))
        if self.random(40) == 0 and name in self.attributes:
            delattr(thing, name)
            del self.attributes[name]
            return
        value = self.random(1000)
        setattr(thing, name, value)
        self.attributes[name] = value

    def get_attribute(self):
        thing = shared.thing
        require(thing.base == 1, "base", thing.base)
        for name in self.attributes:
            require(getattr(thing, name, None) == self.attributes[name], "attribute", name)
        setattr(shared.slotted, "left", self.tid)
        require(0 <= shared.slotted.left < THREADS, "slot")

    def new_thing(self):
        if self.random(50) == 0:
            with guard:
                shared.thing_count = getattr(shared, "thing_count", 0) + 1
        thing = Thing()
        for i in range(self.random(10)):
            setattr(thing, "x%d" % i, i)
        require(thing.base == 1, "a new object")

    def change_class(self):
        n = self.random(1000)
        what = self.random(3)
        if what == 0:
            Thing.size = (n, n)
        elif what == 1:
            Thing.pair = lambda self: (n, n)
        else:
            define(n)

    def use_class(self):
        thing = shared.thing
        for pair in (Thing.size, thing.size, thing.pair(), with_defaults()):
            require(pair[0] == pair[1], "two halves", pair)

    def change_global(self):
        name = "g%d" % self.random(30)
        space = define.__globals__
        if self.random(4):
            space[name] = name
        else:
            space.pop(name, None)

    def read_global(self):
        try:
            require(g1 == "g1", "global g1", g1)
        except NameError:
            pass
        try:
            require(g2 == "g2", "global g2", g2)
        except NameError:
            pass

    # ---- the rest

    def count(self):
        with guard:
            shared.counter += 1
        self.counted += 1

    def build(self):
        text = shared.text
        if len(text) > 2000:
            text = ""
        text += "ab" * self.random(20)
        shared.text = text
        require(text == "" or text[:2] == "ab" and text[-2:] == "ab", "text", text)
        require(hash(text) == hash(text + ""), "hash of a str")

    def fail(self):
        def inner(n):
            if n == 0:
                raise ValueError(self.tid)
            return inner(n - 1) + 1

        try:
            inner(self.random(10))
        except ValueError as error:
            require(error.args == (self.tid,), "an exception of this thread", error.args)
        try:
            [][self.random(3)]
        except IndexError:
            pass

    def generate(self):
        def numbers(n):
            for i in range(n):
                yield i

        n = self.random(30)
        require([i for i in numbers(n)] == list(range(n)), "generator", n)
        cells = [lambda i=i: i + n for i in range(5)]
        require([cell() for cell in cells] == [i + n for i in range(5)], "closures")

    def compute(self):
        total = 0
        for i in range(100):
            total += i * i
        require(total == 328350, "sum of squares", total)
        x = 0.5
        for i in range(50):
            x = x * 3.5 * (1.0 - x)
        require(0.0 <= x <= 1.0, "floats", x)

    # ---- the library's types

    def pickle(self):
        what = self.random(4)
        try:
            if what == 0:
                copy = pickle.loads(pickle.dumps(shared.dict))
                for key in copy:
                    require(copy[key][0] == key, "item of a pickled copy", key)
            elif what == 1:
                copy = pickle.loads(pickle.dumps(shared.numbers))
                for value in copy:
                    require(type(value) is int, "number of a pickled copy", value)
            elif what == 2:
                copy = pickle.loads(pickle.dumps(shared.thing))
                require(type(copy) is Thing and copy.base == 1, "a pickled object")
                for name in self.attributes:
                    require(getattr(copy, name, None) == self.attributes[name], "attribute of a pickled copy", name)
            else:
                require(self.members <= pickle.loads(pickle.dumps(shared.set)), "own members in a pickled copy")
        except RuntimeError:
            pass  # changed size during iteration

    def compare(self):
        what = self.random(5)
        if what == 0:
            require((shared.numbers < shared.here) in (True, False), "order of lists")
        elif what == 1:
            copy = dict(shared.dict)
            require(copy == dict(copy), "equal dicts")
            require((shared.dict == copy) in (True, False), "equality of dicts")
        elif what == 2:
            try:
                require((shared.keyed == dict(shared.keyed)) in (True, False), "equality by code")
            except RuntimeError:
                pass
        elif what == 3:
            require(shared.set >= self.members, "a set holds its members")
        else:
            ordered = sorted(list(shared.numbers), key=lambda n: -n)
            require(all(a >= b for a, b in zip(ordered, ordered[1:])), "order by a key")

    def collect(self):
        if self.random(60) == 0:
            gc.collect()

    def turn(self):
        thing = shared.changing
        thing.__class__ = OtherThing if self.random(2) else Thing
        require(thing.base == 1 and isinstance(thing, Thing), "an object that changes its class")

    def use_module(self):
        module = shared.module
        name = "m%d_%d" % (self.tid, self.random(5))
        setattr(module, name, self.operations)
        require(getattr(module, name) == self.operations, "own name in a module", name)
        sys.modules["torture_module"] = module
        if self.random(4) == 0:
            sys.modules.pop("torture_module", None)
        try:
            import torture_module

            require(torture_module is module, "the module that was put there")
        except ImportError:
            pass

    def pass_on(self):
        try:
            token = shared.queue.popleft() if self.random(2) else shared.queue.pop()
        except IndexError:
            return
        shared.queue.rotate(self.random(5))
        if self.random(2):
            shared.queue.append(token)
        else:
            shared.queue.appendleft(token)

    def number(self):
        shared.dealt.append(next(shared.numbering))

    def die(self):
        mortal = Mortal(self.tid, self.random(4) == 0)
        self.born += 1
        shared.weak[self.random(40)] = mortal
        found = shared.weak.get(self.random(40))
        require(found is None or type(found) is Mortal, "a weak value", found)
        if self.random(8) == 0:
            mortal.itself = mortal

    def write(self):
        shared.file.write("%d\n" % self.tid)
        shared.written.write(b"%d" % self.tid)
        self.lines += 1

    def remember(self):
        n = self.random(100)
        require(cached(n) == (n, n * n), "a remembered result", n)
        require(0 <= shared.dice.random() < 1, "a random number")

    def buffer(self):
        data = shared.bytes
        try:
            data.extend(b"ab" * self.random(20))
            with memoryview(data) as view:
                require(len(bytes(view)) == len(view), "bytes of a view")
            if len(data) > 2000:
                data.clear()
        except BufferError:
            pass  # another thread looks at it

    def run(self):
        work = [
            self.append, self.read_log, self.move_token, self.shuffle, self.read_numbers,
            self.put, self.get, self.walk, self.put_keyed, self.agree, self.change_set,
            self.read_set, self.set_attribute, self.get_attribute, self.new_thing,
            self.change_class, self.use_class, self.change_global, self.read_global,
            self.count, self.build, self.fail, self.generate, self.compute,
            self.pickle, self.compare, self.collect, self.turn, self.use_module, self.pass_on,
            self.number, self.die, self.write, self.remember, self.buffer,
        ]
        rare = (self.walk, self.change_class, self.get, self.pickle, self.turn)
        while self.operations < OPERATIONS and not violations:
            operation = work[self.random(len(work))]
            if operation in rare and self.random(3):
                continue
            operation()
            self.operations += 1


def start(worker):
    lock = _thread.allocate_lock()
    lock.acquire()

    def body():
        try:
            worker.run()
            worker.done = True
        finally:
            lock.release()

    _thread.start_new_thread(body, ())
    return lock


def check(workers):
    """What must hold when all threads have ended."""
    for worker in workers:
        require(worker.done, "thread ended early", worker.tid)
        low = worker.tid * 10000000
        mine = [n - low for n in shared.log if low <= n < low + 10000000]
        require(mine == list(range(worker.logged)), "appends", worker.tid, len(mine), worker.logged)
        for key in worker.items:
            require(shared.dict.get(key) == worker.items[key], "dict at the end", key)
        for number in worker.keyed:
            require(shared.keyed.get(Key(number)) == number, "keyed dict at the end", number)
        for key in worker.first:
            require(shared.first[key] == worker.first[key], "setdefault at the end", key)
        for name in worker.attributes:
            require(getattr(shared.thing, name, None) == worker.attributes[name], "attribute", name)
    logged = sum([worker.logged for worker in workers])
    require(len(shared.log) == logged, "log", len(shared.log), logged)
    items = sum([len(worker.items) for worker in workers])
    require(len(shared.dict) == items, "dict size", len(shared.dict), items)
    keyed = sum([len(worker.keyed) for worker in workers])
    require(len(shared.keyed) == keyed, "keyed dict size", len(shared.keyed), keyed)
    members = set()
    for worker in workers:
        members |= worker.members
    require(shared.set == members, "set", len(shared.set), len(members))
    require(sorted(shared.here + shared.there) == list(range(TOKENS)), "tokens", shared.here, shared.there)
    require(sorted(shared.queue) == list(range(TOKENS)), "tokens of the deque", shared.queue)
    require(sorted(shared.dealt) == list(range(len(shared.dealt))), "numbers dealt once each")
    lines = sorted(shared.file.getvalue().split())
    written = sorted(shared.written.getvalue().decode())
    wanted = [str(worker.tid) for worker in workers for _ in range(worker.lines)]
    require(lines == wanted, "lines", len(lines), len(wanted))
    require(written == wanted, "bytes written", len(written), len(wanted))
    check_mortals(workers)
    require(shared.counter == sum([worker.counted for worker in workers]), "counter", shared.counter)


def check_mortals(workers):
    """Each was finalized once, however often it came back."""
    shared.risen.clear()
    for _ in range(5):
        gc.collect()
    buried = collections.Counter(shared.buried)
    for worker in workers:
        require(buried[worker.tid] == worker.born, "finalized once each", worker.tid, buried[worker.tid], worker.born)


workers = [Worker(tid, SEED) for tid in range(THREADS)]
for lock in [start(worker) for worker in workers]:
    lock.acquire()
if not violations:
    check(workers)
if violations:
    for violation in violations[:10]:
        print("violated:", violation)
    raise AssertionError("seed %d: %d violations" % (SEED, len(violations)))
print("%d operations, seed %d: ok" % (sum([worker.operations for worker in workers]), SEED))
faulthandler.cancel_dump_traceback_later()
