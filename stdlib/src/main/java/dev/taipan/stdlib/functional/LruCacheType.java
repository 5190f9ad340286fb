package dev.taipan.stdlib.functional;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@code lru_cache} makes of a function. Looking up takes no lock; threads that miss a key at
 * once each call the function, and the first result stays. A bounded cache's dict leads to entries,
 * whose order of use is {@link CacheOrder}'s; an unbounded one's leads to the values.
 */
@BuiltinType(name = "_lru_cache_wrapper", module = "functools", dict = true)
final class LruCacheType extends HostObject {
  private static final long UNBOUNDED = -1;

  private final long function;
  private final long limit;
  private final boolean typed;
  private final long infoType;
  private final long cache;
  private final CacheOrder order = new CacheOrder();
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong misses = new AtomicLong();

  private LruCacheType(long function, long limit, boolean typed, long infoType, long cache) {
    this.function = function;
    this.limit = limit;
    this.typed = typed;
    this.infoType = infoType;
    this.cache = cache;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(function);
    visitor.visit(infoType);
    visitor.visit(cache);
  }

  @Builtin(
      value = "__new__(cls, user_function, maxsize, typed, cache_info_type)",
      binding = Binding.NEW)
  static long create(
      ThreadState ts, long cls, long function, long maxsize, boolean typed, long infoType) {
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "the first argument must be callable");
    }
    long limit = UNBOUNDED;
    if (maxsize != Word.NONE) {
      if (!dev.taipan.vm.object.Numbers.hasIndex(ts, maxsize)) {
        throw Errors.typeError(ts, "maxsize should be integer or None");
      }
      limit = Math.max(0, Indices.size(ts, maxsize));
    }
    LruCacheType host = new LruCacheType(function, limit, typed, infoType, Dicts.create(ts));
    return Hosts.create(ts, Classes.of(ts, cls), host);
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    LruCacheType self =
        Hosts.receiver(
            ts, LruCacheType.class, "__call__", "functools._lru_cache_wrapper", args, nargs);
    if (self.limit == 0) {
      self.misses.getAndIncrement();
      return Calls.call(ts, self.function, args + 8, nargs - 1, kwnames);
    }
    int mark = ts.rootMark();
    try {
      long key = self.key(ts, args + 8, nargs - 1, kwnames);
      ts.root(key);
      long hash = Hashing.hash(ts, key);
      long found = dev.taipan.vm.container.Dicts.get(ts, self.cache, key, hash);
      if (found != Word.EMPTY) {
        self.hits.getAndIncrement();
        return self.value(ts, found);
      }
      self.misses.getAndIncrement();
      long result = Calls.call(ts, self.function, args + 8, nargs - 1, kwnames);
      ts.root(result);
      self.store(ts, key, hash, result);
      return result;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long value(ThreadState ts, long found) {
    if (limit == UNBOUNDED) {
      return found;
    }
    CacheOrder.Entry entry = Hosts.get(ts, found, CacheOrder.Entry.class);
    order.used(ts, entry);
    return entry.value();
  }

  private void store(ThreadState ts, long key, long hash, long result) {
    if (limit == UNBOUNDED) {
      dev.taipan.vm.container.Dicts.put(ts, cache, key, hash, result);
      return;
    }
    CacheOrder.Entry entry = new CacheOrder.Entry(key, result, hash);
    long cell = Hosts.create(ts, StandardLibrary.type(ts, CacheEntryTypeTable.TABLE), entry);
    int mark = ts.rootMark();
    try {
      ts.root(cell);
      if (dev.taipan.vm.container.Dicts.setDefault(ts, cache, key, hash, cell) != cell) {
        return;
      }
      CacheOrder.Entry oldest = order.add(ts, entry, limit);
      if (oldest != null) {
        // Its cell is still in the dict, which keeps the key alive until it is gone.
        ts.root(oldest.key());
        dev.taipan.vm.container.Dicts.remove(ts, cache, oldest.key(), oldest.hash());
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A single int or str is its own key; else a tuple, the class as a mark before the keywords. */
  private long key(ThreadState ts, long args, int nargs, long kwnames) {
    int keywords = kwnames == Word.EMPTY ? 0 : TupleLayout.length(kwnames);
    if (!typed && keywords == 0 && nargs == 1) {
      long only = Memory.getLong(args);
      if (Word.isInt(only) || Strs.isExactStr(only)) {
        return only;
      }
    }
    int size = nargs + (keywords > 0 ? 1 + 2 * keywords : 0);
    long[] words = new long[typed ? size + nargs + keywords : size];
    int at = 0;
    for (int i = 0; i < nargs; i++) {
      words[at++] = Memory.getLong(args + 8L * i);
    }
    if (keywords > 0) {
      words[at++] = StandardLibrary.type(ts, LruCacheTypeTable.TABLE).cell();
    }
    for (int i = 0; i < keywords; i++) {
      words[at++] = TupleLayout.get(kwnames, i);
      words[at++] = Memory.getLong(args + 8L * (nargs + i));
    }
    for (int i = 0; typed && i < nargs + keywords; i++) {
      words[at++] = ts.runtime().typeOf(Memory.getLong(args + 8L * i)).cell();
    }
    return Tuples.of(ts, words);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    return instance == Word.NONE ? self : Functions.bind(ts, self, instance);
  }

  @Builtin("cache_info(self, /)")
  static long cacheInfo(ThreadState ts, LruCacheType self) {
    int mark = ts.rootMark();
    try {
      long area = ts.rootAddress();
      ts.root(Ints.of(ts, self.hits.get()));
      ts.root(Ints.of(ts, self.misses.get()));
      ts.root(self.limit == UNBOUNDED ? Word.NONE : Ints.of(ts, self.limit));
      ts.root(Word.boxInt(self.size(ts)));
      return Calls.call(ts, self.infoType, area, 4, Word.EMPTY);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long size(ThreadState ts) {
    return limit == UNBOUNDED ? Dicts.size(ts, cache) : order.size(ts);
  }

  @Builtin("cache_clear(self, /)")
  static void cacheClear(ThreadState ts, LruCacheType self) {
    self.hits.set(0);
    self.misses.set(0);
    self.order.clear(ts);
    dev.taipan.vm.container.Dicts.clear(ts, self.cache);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    return Attributes.get(ts, self, "__qualname__");
  }

  @Builtin("__copy__(self, /)")
  static long copy(long self) {
    return self;
  }

  @Builtin("__deepcopy__(self, memo, /)")
  static long deepcopy(long self, long memo) {
    return self;
  }
}
