package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.gc.References;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.RuntimePolls;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * {@code gc}. Nothing is counted by reference, so all memory depends on the collector: it cannot be
 * turned off, and there are no generations.
 */
@BuiltinModule("gc")
public final class GcModule {
  private static final int GENERATIONS = 3;

  /** Finalizers may let go of more; so many times at most is looked again. */
  private static final int ROUNDS = 5;

  private GcModule() {}

  /** Constants and lists. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "garbage", Lists.create(ts, 0));
    Dicts.set(ts, namespace, "callbacks", Lists.create(ts, 0));
    GcDebug.fill(ts, namespace);
  }

  private static GcState state(ThreadState ts) {
    return StandardLibrary.of(ts).gcState();
  }

  /** Kinds whose cells can refer to others: what CPython's collector would track. */
  private static boolean isContainer(Kind kind) {
    return switch (kind) {
      case TUPLE, LIST, DICT, SET, FROZENSET, FUNCTION, METHOD, CELL -> true;
      case GENERATOR, COROUTINE, ASYNC_GENERATOR, CLASS, INSTANCE, FRAME -> true;
      case HOST,
          BUILTIN,
          BUILTIN_METHOD,
          METHOD_WRAPPER,
          WEAKREF,
          SLICE,
          LIST_ITER,
          TUPLE_ITER,
          DICT_ITER ->
          true;
      default -> false;
    };
  }

  /** Kinds that a program makes on purpose: what a count of garbage should be about. */
  private static boolean isCounted(Kind kind) {
    return switch (kind) {
      case TUPLE, LIST, DICT, SET, FROZENSET, FUNCTION, CLASS, INSTANCE -> true;
      case GENERATOR, COROUTINE, ASYNC_GENERATOR -> true;
      default -> false;
    };
  }

  @Builtin("collect(generation=2)")
  static long collect(ThreadState ts, int generation) {
    if (generation < 0 || generation >= GENERATIONS) {
      throw Errors.valueError(ts, "invalid generation");
    }
    tell(ts, "start", generation, 0);
    long start = System.nanoTime();
    int debug = state(ts).debug;
    GcDebug.noteStart(ts, debug, generation);
    long found = 0;
    boolean again = true;
    for (int round = 0; again && round < ROUNDS; round++) {
      found += ts.heap.collector.collectAndCount(ts, GcModule::isCounted);
      again = ts.heap.finalizers.isPending();
      RuntimePolls.runFinalizers(ts);
    }
    if (GcDebug.isKeeping(debug)) {
      found = GcDebug.takeKept(ts, debug, list(ts, "garbage"));
    }
    GcDebug.noteEnd(ts, debug, found, System.nanoTime() - start);
    GcState state = state(ts);
    state.collections.incrementAndGet(generation);
    state.collected.addAndGet(generation, found);
    tell(ts, "stop", generation, found);
    return Word.boxInt(found);
  }

  /** One of the module's lists; EMPTY if a program took it away. */
  private static long list(ThreadState ts, String name) {
    long gc = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "gc"));
    if (gc == Word.EMPTY) {
      return Word.EMPTY;
    }
    long list = Dicts.getStr(ts, Modules.dict(ts, gc), ts.runtime().intern(ts, name));
    return list != Word.EMPTY && Lists.isList(ts, list) ? list : Word.EMPTY;
  }

  /** Calls {@code gc.callbacks}. */
  private static void tell(ThreadState ts, String phase, int generation, long found) {
    long list = list(ts, "callbacks");
    if (list == Word.EMPTY || Lists.length(list) == 0) {
      return;
    }
    int mark = ts.rootMark();
    try {
      ts.root(list);
      long info = Dicts.create(ts);
      ts.root(info);
      Dicts.set(ts, info, "generation", Word.boxInt(generation));
      Dicts.set(ts, info, "collected", Word.boxInt(found));
      Dicts.set(ts, info, "uncollectable", Word.boxInt(0));
      int i = 0;
      for (long callback = Lists.get(ts, list, 0);
          callback != Word.EMPTY;
          callback = Lists.get(ts, list, ++i)) {
        tellOne(ts, callback, phase, info);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void tellOne(ThreadState ts, long callback, String phase, long info) {
    int mark = ts.rootMark();
    try {
      ts.root(callback);
      Calls.call2(ts, callback, Strs.of(ts, phase), info);
    } catch (Raised signal) {
      ts.runtime().unraisable(ts, null, callback);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("enable()")
  static void enable(ThreadState ts) {
    state(ts).disabled = false;
  }

  @Builtin("disable()")
  static void disable(ThreadState ts) {
    state(ts).disabled = true;
  }

  @Builtin("isenabled()")
  static boolean isEnabled(ThreadState ts) {
    return !state(ts).disabled;
  }

  @Builtin("get_count()")
  static long getCount(ThreadState ts) {
    long blocks = ts.heap.allocatedSinceCollection() >>> 10;
    return Tuples.of(ts, Word.boxInt(blocks), Word.boxInt(0), Word.boxInt(0));
  }

  @Builtin("get_threshold()")
  static long getThreshold(ThreadState ts) {
    int[] all = state(ts).thresholds;
    return Tuples.of(ts, Word.boxInt(all[0]), Word.boxInt(all[1]), Word.boxInt(all[2]));
  }

  @Builtin("set_threshold(threshold0, threshold1=, threshold2=, /)")
  static void setThreshold(ThreadState ts, long first, long second, long third) {
    int[] all = state(ts).thresholds;
    long[] given = {first, second, third};
    for (int i = 0; i < GENERATIONS; i++) {
      if (given[i] != Word.EMPTY) {
        all[i] = Numbers.asJavaInt(ts, given[i]);
      }
    }
  }

  @Builtin("get_debug()")
  static int getDebug(ThreadState ts) {
    return state(ts).debug;
  }

  @Builtin("set_debug(flags, /)")
  static void setDebug(ThreadState ts, int flags) {
    state(ts).debug = flags;
    boolean keeping = GcDebug.isKeeping(flags);
    if (keeping != ts.heap.collector.keepsGarbage()) {
      ts.heap.collector.keepGarbage(ts, keeping ? GcModule::isContainer : null);
    }
  }

  @Builtin("get_stats()")
  static long getStats(ThreadState ts) {
    GcState state = state(ts);
    long list = Lists.create(ts, GENERATIONS);
    for (int i = 0; i < GENERATIONS; i++) {
      long dict = Dicts.create(ts);
      Dicts.set(ts, dict, "collections", Word.boxInt(state.collections.get(i)));
      Dicts.set(ts, dict, "collected", Word.boxInt(state.collected.get(i)));
      Dicts.set(ts, dict, "uncollectable", Word.boxInt(0));
      Lists.append(ts, list, dict);
    }
    return list;
  }

  @Builtin("freeze()")
  static void freeze(ThreadState ts) {
    // Nothing moves and nothing has an age, so there is nothing to set apart but the number.
    state(ts).frozen.addAndGet(Lists.length(getObjects(ts, Word.NONE)));
  }

  @Builtin("unfreeze()")
  static void unfreeze(ThreadState ts) {
    state(ts).frozen.set(0);
  }

  @Builtin("get_freeze_count()")
  static long getFreezeCount(ThreadState ts) {
    return Word.boxInt(state(ts).frozen.get());
  }

  @Builtin("is_finalized(obj, /)")
  static boolean isFinalized(ThreadState ts, long object) {
    return ts.heap.finalizers.isFinalized(object);
  }

  @Builtin("is_tracked(obj, /)")
  static boolean isTracked(ThreadState ts, long object) {
    if (!Word.isCell(object)) {
      return false;
    }
    return switch (ts.runtime().kindOf(object)) {
      case TUPLE, DICT -> isSubclass(ts, object) || hasTracked(ts, object);
      case INT, STR, BYTES, FLOAT, COMPLEX, BYTEARRAY -> isSubclass(ts, object);
      case INSTANCE -> ts.runtime().typeOf(object) != ts.runtime().types().object;
      case CLASS -> Classes.of(ts, object).has(PyType.Flag.HEAP);
      default -> isContainer(ts.runtime().kindOf(object));
    };
  }

  private static boolean isSubclass(ThreadState ts, long object) {
    Kind kind = ts.runtime().kindOf(object);
    return ts.runtime().typeOf(object) != ts.runtime().types().ofKind(kind);
  }

  private static boolean hasTracked(ThreadState ts, long object) {
    boolean[] found = new boolean[1];
    References.forEachReferent(
        ts,
        object,
        word -> found[0] |= Word.isCell(word) && isContainer(ts.runtime().kindOf(word)));
    return found[0];
  }

  @Builtin("get_referents(*objs)")
  static long getReferents(ThreadState ts, long objects) {
    ts.runtime().completeModules(ts);
    WordList found = new WordList();
    for (int i = 0; i < Tuples.length(objects); i++) {
      long object = Tuples.get(objects, i);
      if (Word.isCell(object)) {
        References.forEachReferent(ts, object, found::add);
      }
    }
    return found.toList(ts);
  }

  @Builtin("get_objects(generation=None)")
  static long getObjects(ThreadState ts, long generation) {
    if (generation != Word.NONE) {
      long number = Numbers.asJavaLong(ts, generation);
      if (number < -1) {
        throw Errors.valueError(ts, "generation parameter cannot be negative");
      }
      if (number >= GENERATIONS) {
        throw Errors.valueError(
            ts, "generation parameter must be less than the number of available generations (3)");
      }
    }
    ts.runtime().completeModules(ts);
    WordList found = new WordList();
    ts.heap.collector.forEachCell(
        ts,
        cell -> {
          if (isContainer(ts.runtime().kindOf(cell))) {
            found.add(cell);
          }
        });
    return found.toList(ts);
  }

  @Builtin("get_referrers(*objs)")
  static long getReferrers(ThreadState ts, long objects) {
    ts.runtime().completeModules(ts);
    WordList found = new WordList();
    References.forEachReference(
        ts,
        (from, to) -> {
          boolean seen = found.count > 0 && found.words[found.count - 1] == from;
          if (from != objects && !seen && isOneOf(objects, to)) {
            found.add(from);
          }
        });
    return found.toList(ts);
  }

  private static boolean isOneOf(long tuple, long word) {
    for (int i = 0; i < Tuples.length(tuple); i++) {
      if (Tuples.get(tuple, i) == word && Word.isCell(word)) {
        return true;
      }
    }
    return false;
  }
}
