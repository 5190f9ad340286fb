"""What Python's FAQ calls atomic, and what is like it, beside other threads that change the same object.

usage: one_step.py [SEED [STEPS [THREADS [planted]]]]

Each class below is a sharing: an object, what one thread does with it, and what must hold at every moment and at the
end. Every thread chooses by its own generator of random numbers. The last line is `N steps, seed S: ok`; a violation
ends the program with an exception. With `planted` a list is sorted as a script would, and the program must find that.
"""
import array
import sys
import threading
import types

from sharings import require, run

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 1
STEPS = int(sys.argv[2]) if len(sys.argv) > 2 else 40000
THREADS = int(sys.argv[3]) if len(sys.argv) > 3 else 4
PLANTED = sys.argv[4:] == ["planted"]


class Sorting:
    """Nothing that is appended beside a sort is lost, and who reads never finds the list empty."""

    def __init__(self):
        self.numbers = list(range(64))
        self.words = [str(n) for n in range(20)]
        self.appended = [0] * THREADS

    def sort(self, items, reverse):
        if PLANTED:
            ordered = sorted(items, reverse=reverse)
            items[:] = ordered
        else:
            items.sort(reverse=reverse)

    def step(self, tid, dice):
        what = dice.randrange(8)
        if what < 2:
            self.sort(self.numbers, what == 1)
        elif what == 2:
            self.sort(self.words, False)
        elif what == 3:
            self.numbers.append(64 + self.appended[tid] * THREADS + tid)
            self.appended[tid] += 1
        else:
            require(self.numbers[dice.randrange(64)] >= 0 and self.numbers[-1] >= 0, "item")
            require(set(self.numbers[:]) >= set(range(64)), "items of a list that is sorted")
            require(len(self.words) == len(set(self.words.copy())) == 20, "words")

    def check(self):
        wanted = list(range(64)) + [64 + n * THREADS + tid for tid in range(THREADS) for n in range(self.appended[tid])]
        require(sorted(self.numbers) == sorted(wanted), "numbers", len(self.numbers), len(wanted))


class Copying:
    """A copy, a slice, a tuple of a list whose first item goes to its middle: all items, at every moment."""

    def __init__(self):
        self.items = list(range(30))
        self.lock = threading.Lock()

    def step(self, tid, dice):
        items = self.items
        if dice.randrange(3) == 0:
            with self.lock:
                first = items[0]
                items.insert(dice.randrange(5, 25), first)
                items.pop(0)
        else:
            for copy in (items[:], items.copy(), list(items), tuple(items), [*items], items[0:99], items[::1], items * 1):
                require(set(copy) == set(range(30)), "copy", copy)

    def check(self):
        require(sorted(self.items) == list(range(30)), "items", self.items)


class Ends:
    """The last item is there as long as there is one."""

    def __init__(self):
        self.items = [0]
        self.longer = [0]

    def step(self, tid, dice):
        what = dice.randrange(4)
        if what == 0:
            self.items.append(tid)
            self.items.pop()
            self.longer.extend([tid] * 100)
            del self.longer[1:]
        else:
            for _ in range(10):
                require(0 <= self.items[-1] < THREADS and self.items[-1:] != [] and 0 <= self.longer[-1] < THREADS, "last")
                self.items[-1] = 0

    def check(self):
        require(self.items == [0] and len(self.longer) == 1, "ends", self.items, self.longer)


class Removing:
    """What is removed is what was asked for, whatever moves meanwhile."""

    def __init__(self):
        self.items = ["stays"] * 3
        self.array = array.array("l", [-1, -1])
        self.bytes = bytearray(b"..")

    def step(self, tid, dice):
        mine = (tid, dice.randrange(1000))
        place = dice.randrange(6) - 3
        self.items.insert(place, mine)
        self.array.insert(place, tid)
        self.bytes.insert(place, tid)
        if dice.randrange(4) == 0:
            self.bytes.reverse()
        self.items.remove(mine)
        self.array.remove(tid)
        self.bytes.remove(tid)

    def check(self):
        require(self.items == ["stays"] * 3, "list", self.items)
        require(self.array.tolist() == [-1, -1], "array", self.array)
        require(self.bytes == b"..", "bytearray", self.bytes)


class Updating:
    """A dict is updated as a whole: whoever copies it sees all of one update, with another's or none."""

    def __init__(self):
        self.dict = dict.fromkeys("abcdefgh", 0)

    def step(self, tid, dice):
        what = dice.randrange(4)
        if what == 0:
            self.dict.update(dict.fromkeys("abcdefgh", dice.randrange(1000)))
        elif what == 1:
            self.dict |= dict.fromkeys("abcdefgh", tid)
        else:
            values = set(self.dict.copy().values())
            require(len(values) == 1, "values of one update", values)

    def check(self):
        require(len(set(self.dict.values())) == 1, "values at the end", self.dict)


class Intersecting:
    """What is added beside an intersection is in the set afterwards, if it is in the other one too."""

    def __init__(self):
        self.set = set(range(50))
        self.all = set(range(1000))

    def step(self, tid, dice):
        what = dice.randrange(4)
        if what == 0:
            self.set &= self.all
        elif what == 1:
            self.set.intersection_update(self.all, range(1000))
        else:
            mine = 50 + tid + THREADS * dice.randrange(900 // THREADS)
            self.set.add(mine)
            require(mine in self.set and 7 in self.set, "member", mine)
            self.set.discard(mine)
            require(mine not in self.set, "removed member", mine)

    def check(self):
        require(self.set == set(range(50)), "set", len(self.set))


class Firsts:
    """What is made when it is first asked for is made once: notes, annotations, a function's own things."""

    def __init__(self):
        self.lock = threading.Lock()
        self.round = self.fresh()

    def fresh(self):
        def function(x: int): pass

        class Plain: pass

        return ValueError(), Plain, types.ModuleType("m"), function, {}, [0] * THREADS

    def step(self, tid, dice):
        error, plain, module, function, names, taken = self.round
        n = taken[tid]
        if n == 3:
            with self.lock:
                if self.round[5] is taken and min(taken) == 3:
                    self.require_all(*self.round)
                    self.round = self.fresh()
            return
        key = "k%d_%d" % (tid, n)
        error.add_note(key)
        for holder in (plain, module, function):
            holder.__annotations__[key] = tid
        function.__dict__[key] = tid
        exec("%s: int" % key, names)
        taken[tid] = n + 1

    def require_all(self, error, plain, module, function, names, taken):
        keys = sorted("k%d_%d" % (tid, n) for tid in range(THREADS) for n in range(3))
        require(sorted(error.__notes__) == keys, "notes", error.__notes__)
        for holder in (plain, module, function):
            require(sorted(set(holder.__annotations__) - {"x"}) == keys, "annotations", holder, holder.__annotations__)
        require(sorted(function.__dict__) == keys, "attributes", function.__dict__)
        require(sorted(names["__annotations__"]) == keys, "declared", names["__annotations__"])

    def check(self):
        if min(self.round[5]) == 3:
            self.require_all(*self.round)


class Ending:
    """A copy of something large comes to an end though other threads change it all the time."""

    def __init__(self):
        self.set = set(range(30000))
        self.list = list(range(30000))

    def step(self, tid, dice):
        if tid == 0 and dice.randrange(20) == 0:
            require(len(list(self.set)) >= 30000 and len(self.list[:]) >= 30000, "large copies")
            require(len(tuple(self.list)) >= 30000, "large tuple")
        else:
            for n in range(100):
                self.set.add(30000 + tid)
                self.list.append(tid)
                self.set.discard(30000 + tid)
                self.list.pop()

    def check(self):
        require(len(self.set) == len(self.list) == 30000, "large", len(self.set), len(self.list))


SHARINGS = [kind() for kind in (Sorting, Copying, Ends, Removing, Updating, Intersecting, Firsts, Ending)]
if PLANTED:
    del SHARINGS[1:]
run(SHARINGS, SEED, STEPS, THREADS, "steps", lambda sharing: 8, 600)
