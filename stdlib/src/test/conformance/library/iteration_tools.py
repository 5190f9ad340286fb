# itertools, operator, heapq, bisect and functools as programs combine them.
import bisect
import collections
import functools
import heapq
import itertools as it
import operator as op
import queue
import threading

print(list(it.accumulate([3, 1, 4, 1, 5], max)), list(it.accumulate("abc", initial="-")), list(it.batched("abcdefg", 3)), list(it.pairwise("abcd")))
print([(k, list(g)) for k, g in it.groupby("aabbbca")], [k for k, _ in it.groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print(list(it.product("ab", [1, 2])), len(list(it.product("ab", repeat=5))), list(it.permutations("abc", 2)), list(it.combinations("abcd", 2))[::2], list(it.combinations_with_replacement("ab", 3)))
print(list(it.compress("abcdef", [1, 0, 1, 0, 1])), list(it.dropwhile(str.islower, "abCd")), list(it.takewhile(str.islower, "abCd")), list(it.filterfalse(None, [0, 1, "", "x"])), list(it.starmap(pow, [(2, 5), (3, 2)])), list(it.zip_longest("abc", "x", fillvalue="-")))
a, b, c = it.tee(iter(range(4)), 3)
print(next(a), list(b), list(a), list(it.islice(c, 1, None, 2)), list(it.chain.from_iterable(["ab", "cd"])), list(it.islice(it.cycle("ab"), 5)))
groups = it.groupby([1, 1, 2])
_, first = next(groups)
next(groups)
print(list(first))
for bad in (lambda: list(it.batched("a", 0)), lambda: it.islice([1], -1), lambda: it.product(repeat=-1), lambda: it.combinations("a", -1), lambda: it.count("a"), lambda: list(it.starmap(pow, [1])), lambda: next(it.chain())):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
rows = [{"n": i, "k": "abc"[i % 3], "p": (i * 7 % 5, i)} for i in range(7)]
by = op.itemgetter("k")
print({k: [r["n"] for r in g] for k, g in it.groupby(sorted(rows, key=by), by)}, op.attrgetter("real", "imag")(3 + 4j), op.methodcaller("split", ",", 1)("a,b,c"), op.itemgetter(2, 0)("abc"))


def primes():
    composites, n = {}, 2
    while True:
        steps = composites.pop(n, None)
        if steps is None:
            composites[n * n] = [n]
            yield n
        else:
            for step in steps:
                composites.setdefault(n + step, []).append(step)
        n += 1


def dijkstra(graph, start):
    done, heap = {}, [(0, start)]
    while heap:
        far, node = heapq.heappop(heap)
        if node not in done:
            done[node] = far
            for other, cost in graph[node]:
                heapq.heappush(heap, (far + cost, other))
    return done


print(list(it.islice(primes(), 15)), dijkstra({"a": [("b", 7), ("c", 3)], "b": [], "c": [("b", 1), ("d", 9)], "d": []}, "a"))
print(heapq.nlargest(2, rows, key=op.itemgetter("p"))[1]["n"], heapq.nsmallest(3, [5, 1, 4]), list(heapq.merge([1, 4, 7], [2, 4], [9], key=lambda x: x)), list(heapq.merge("db", "ca", reverse=True)))
grades = [bisect.bisect([60, 70, 80, 90], s) for s in (33, 60, 77, 90, 100)]
names = ["bo", "ada", "eve"]
names.sort(key=len)
bisect.insort_right(names, "cy", key=len)
bisect.insort_left(names, "di", key=len)
print("".join("FDCBA"[g] for g in grades), names, bisect.bisect_left(range(0, 10**12, 3), 10**11), bisect.bisect([1, 2, 3], 2, 2, 3))


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(150), fibonacci.cache_info())
calls = collections.Counter()
counting = threading.Lock()


@functools.lru_cache(maxsize=8, typed=True)
def counted(x):
    with counting:
        calls[type(x).__name__] += 1
    return x


def hammer():
    for i in range(300):
        counted(i % 5)
        counted(float(i % 3))


threads = [threading.Thread(target=hammer) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
info = counted.cache_info()
print(info.hits + info.misses, info.currsize, info.misses == sum(calls.values()))
compose = functools.partial(functools.reduce, lambda f, g: lambda x: g(f(x)))
print(compose([len, str, "{:>4}".format])("word"), functools.reduce(op.or_, [{"a": 1}, {"b": 2}]), sorted("bAc", key=functools.cmp_to_key(lambda x, y: (x.lower() > y.lower()) - (x.lower() < y.lower()))))

work, results = queue.Queue(4), queue.SimpleQueue()


def worker():
    while (item := work.get()) is not None:
        results.put((item, item * item))
        work.task_done()
    work.task_done()


pool = [threading.Thread(target=worker) for _ in range(4)]
for t in pool:
    t.start()
for item in it.chain(range(60), it.repeat(None, 4)):
    work.put(item, timeout=60)
work.join()
for t in pool:
    t.join()
found = dict(results.get_nowait() for _ in range(results.qsize()))
print(len(found), sum(found.values()), work.unfinished_tasks, results.empty())
