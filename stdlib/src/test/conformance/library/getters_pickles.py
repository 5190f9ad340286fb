"""Getters, caches, partial objects, iterators that are copied, pickle as a class uses it and broken streams."""
import copy, functools, inspect, itertools, operator, pickle, warnings, enum
warnings.simplefilter('ignore')

for getter in (operator.itemgetter, operator.attrgetter):
    print(getter('a'), getter('a', 'b'), repr(getter))
for kind, made in ((operator.itemgetter, operator.itemgetter(0)), (operator.attrgetter, operator.attrgetter('a')),
                   (operator.methodcaller, operator.methodcaller('f')), (functools.partial, functools.partial(len)),
                   (functools._lru_cache_wrapper, functools.lru_cache(len))):
    for args in ((), (1,)):
        try:
            kind.__call__(*args)
        except TypeError as e:
            print(e)


class Key:
    asked = 0

    def __hash__(self):
        Key.asked += 1
        return 7


key = Key()
cached = functools.lru_cache(maxsize=1)(lambda *args: args[1:])
for call in ((key, 1), (key, 1), (2, 2), (key, 1), (3, 3)):
    cached(*call)
    print(Key.asked, cached.cache_info())


class Sub(functools.partial):
    pass


class Plain:
    pass


for thing in (functools.partial(len), Sub(len), Plain(), ValueError()):
    thing.x = 1
    try:
        del thing.__dict__
        print('gone', vars(thing))
    except TypeError as e:
        print(e, thing.x)

sums = itertools.accumulate([None, None, 3], operator.is_)
next(sums)
for again in (pickle.loads(pickle.dumps(sums)), copy.copy(sums), copy.deepcopy(sums)):
    print(list(again))


class Colour(enum.Enum):
    RED = 1


print(Colour.__name__ is Colour.__name__, Colour.__module__ is Colour.__module__)
print([(a.name, a.kind) for a in inspect.classify_class_attrs(Colour) if a.name.startswith('__n')])


class Format:
    dumps, loads, dump, load = pickle.dumps, pickle.loads, pickle.dump, pickle.load


print(Format().loads(Format().dumps([1, (2,)])), pickle.loads(pickle.dumps(pickle.dumps)) is pickle.dumps)
print(repr(pickle.dumps), pickle.loads.__name__, inspect.signature(pickle.dumps))
for data in (b'0', b'1.', b'(t', b'.', b'\x80\x02J\x01', b'\xff', b'z', b'', b'(K\x01',
             b'a', b'\x80\x04R.', b'h\x00.', b'\x80\x09.'):
    try:
        print(pickle.loads(data))
    except (pickle.UnpicklingError, EOFError, ValueError) as e:
        print(data, type(e).__name__)


def fail(number):
    return [][number]


class Failing:
    def __reduce__(self):
        return fail, (0,)


try:
    pickle.loads(pickle.dumps(Failing()))
except IndexError as e:
    print('IndexError', e)
try:
    pickle.loads(b'\x80\x03coperator\ngetitem\n]K\x00\x86R.')
except IndexError as e:
    print('IndexError', e)
for data in (b'', b'0', b'a', b'\xff', b'z', b'\x80\x02J\x01'):
    try:
        pickle.loads(data)
    except (pickle.UnpicklingError, EOFError) as e:
        print(e)
print(int.from_bytes == int.from_bytes, hash(int.from_bytes) == hash(int.from_bytes), int.from_bytes == bool.from_bytes,
      Colour.__init_subclass__ == Colour.__init_subclass__, len({dict.fromkeys, dict.fromkeys, Sub}))
