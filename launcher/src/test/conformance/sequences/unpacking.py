"""What unpacking asks of an iterable, what it leaves, and what it says if the number does not fit."""
import itertools


def compiled(targets):
    names = [t.strip("*") for t in targets]
    space = {}
    exec("def f(v):\n    [%s] = v\n    return [%s]\n" % (", ".join(targets), ", ".join(names)), space)
    return space["f"]


class Asked:
    """Tells what it is asked."""

    def __init__(self, n):
        self.n, self.log = n, []

    def __len__(self):
        self.log.append("len")
        return self.n

    def __length_hint__(self):
        self.log.append("hint")
        return self.n

    def __getitem__(self, i):
        self.log.append(i)
        if i >= self.n:
            raise IndexError
        return i

    def __iter__(self):
        self.log.append("iter")
        return self

    def __next__(self):
        self.log.append("next")
        if not self.n:
            raise StopIteration("ignored")
        self.n -= 1
        return self.n


class Old:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i


class Raises:
    def __iter__(self):
        yield 1
        raise KeyError("inside")


def outcome(f, v):
    try:
        return f(v)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


ALL = [list("abcd"[:n]) for n in range(5)]
for n in range(4):
    for at in range(-1, n + 1):
        targets = list("abcd"[:n])
        if at >= 0:
            targets.insert(at, "*r")
        if not targets:
            continue
        f = compiled(targets)
        print(", ".join(targets))
        for k in range(5):
            values = ALL[k]
            asked, it = Asked(k), iter(range(k + 3))
            kinds = values, tuple(values), "".join(values), dict.fromkeys(values), iter(values), range(k), Old(k), asked
            print("  ", k, *(outcome(f, v) for v in kinds), asked.log)
            if at < 0:
                print("      endless", outcome(f, itertools.count()), outcome(f, it), list(it))
        print("   other", outcome(f, None), outcome(f, 5), outcome(f, Raises()), outcome(f, {1, 2} if n != 2 or at >= 0 else {1}))

# Nested targets, and where they are stored while others are still missing.
log = []


class Place:
    def __setattr__(self, name, value):
        log.append((name, value))


p, d = Place(), {}
(p.a, [p.b, *p.c], (d["x"], p.d)), *p.e = [(1, "two", iter([3, 4])), 5, 6]
print(log, d)
for p.f, *p.g in ["ab", (1,), range(3)]:
    pass
print(log[5:])
log.clear()
try:
    p.a, (p.b, p.c), p.d = 1, (2, 3, 4), 5
except ValueError as e:
    print(e, log)
