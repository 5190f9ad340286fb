from itertools import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def n(it, k=20):
    return list(islice(it, k))


print(n(count(3), 4), n(count(1.5, 0.5), 4), n(count(10, -3), 4), count(1), count(2, 3), n(count(2**62 - 1, 2**61), 3))
print(n(count(0.1, 0.1), 12))
t(lambda: count('a'))
t(lambda: count(1, 'a'))
t(lambda: count(1, 2, 3))
print(n(repeat('x', 3)), repeat('x', 3), repeat(1), n(repeat(2), 3), n(repeat(2, -1)), repeat(5, times=2))
t(lambda: repeat())
t(lambda: repeat(1, 'a'))
t(lambda: repeat(1).__length_hint__())
print(repeat(1, 4).__length_hint__())
print(n(chain('ab', [1, 2], ())), n(chain.from_iterable(['ab', 'cd'])), n(chain()))
t(lambda: n(chain(1)))
t(lambda: chain(a=1))
print(n(cycle('abc'), 8), n(cycle([])))
t(lambda: cycle())
t(lambda: cycle(1))
print(n(accumulate([1, 2, 3, 4])), n(accumulate([1, 2, 3], lambda a, b: a * b)), n(accumulate([1, 2], initial=10)), n(accumulate([])))
print(n(accumulate([], initial=5)), n(accumulate('abc')), n(accumulate(iterable=[1, 2], func=max)))
t(lambda: n(accumulate([1, 'a'])))
print(n(batched('abcdefg', 3)), n(batched([], 2)))
t(lambda: batched('a', 0))
t(lambda: batched('a'))
print(n(compress('abcdef', [1, 0, 1, 0, 1])), n(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), n(takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(n(filterfalse(None, [0, 1, '', 2])), n(filterfalse(lambda x: x % 2, range(6))), n(starmap(pow, [(2, 3), [3, 2]])), n(pairwise('abcd')), n(pairwise('a')))
t(lambda: n(starmap(pow, [1])))
t(lambda: dropwhile(1))
t(lambda: n(takewhile(1, [1])))
for args in [(3,), (1, 3), (0, None), (1, None, 2), (None,), (2, 10, 3), (5, 2), (0,), (None, None, None)]:
    print(args, list(islice('abcdefg', *args)))
for args in [(-1,), ('a',), (1, -1), (-1, 2), (1, 2, 0), (1, 2, -1), (1, 'a'), ('a', 1), (1, 2, 'a'), (), (1, 2, 3, 4), (2**70,)]:
    t(lambda: islice('abc', *args))
it = iter(range(10))
print(list(islice(it, 2, 6, 3)), next(it))
print(n(zip_longest('ab', 'wxyz', fillvalue='-')), n(zip_longest('abc', '')), n(zip_longest()))
t(lambda: zip_longest('a', 1))
t(lambda: zip_longest('a', x=1))
print(n(product('ab', [1, 2])), n(product('ab', repeat=2)), n(product()), n(product('ab', [])), n(product('ab', repeat=0)))
t(lambda: product('a', repeat=-1))
t(lambda: product('a', foo=1))
print(n(combinations('abcd', 2)), n(combinations('ab', 3)), n(combinations('ab', 0)))
print(n(combinations_with_replacement('abc', 2)), n(combinations_with_replacement('', 2)), n(combinations_with_replacement('', 0)))
print(n(permutations('abc')), n(permutations('abc', 2)), n(permutations('ab', 3)), n(permutations('abc', 0)))
for f in combinations, combinations_with_replacement, permutations:
    t(lambda: f('abc', -1))
    t(lambda: f('abc', 'a'))
    t(lambda: f())
print([(k, list(g)) for k, g in groupby('aabbba')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print([k for k, g in groupby('aabbba')])
g = groupby('aab')
k, a = next(g)
next(a)
k2, b = next(g)
print(k, k2, list(a), list(b))
a, b, c = tee(iter('abcde'), 3)
print(next(a), next(a), list(b), next(a), list(a), list(c), tee([], 0), len(tee('a', 1)))
t(lambda: tee('a', -1))
t(lambda: tee(1))
a, b = tee(count())
import copy
next(a)
c = copy.copy(a)
print(next(c), next(a), next(b))


def again():
    def g():
        yield next(x)
    x, y = tee(g())
    return next(x)


t(again)
for f in (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, zip_longest):
    print(f, f.__module__, f.__name__, iter(f('abc', 1)) if f is batched else '')if f is not batched else None


class Sub(chain):
    pass


class Init(chain):
    def __init__(self, *args, new=None):
        self.new = new


s = Sub('ab', 'c')
s.x = 1
print(list(s), s.x, type(s) is Sub, Init('a', new=4).new, chain[int])
t(lambda: Sub('a', new=3))
try:
    class C(count):
        pass
    print('subclassed')
except TypeError as e:
    print(e)
