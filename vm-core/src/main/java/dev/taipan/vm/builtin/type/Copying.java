package dev.taipan.vm.builtin.type;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;

/**
 * What {@code copy} and {@code pickle} ask of every object. Protocols 0 and 1 are the library's own
 * (module {@code copyreg}); from 2 on an object is its class, the arguments of {@code __new__}, its
 * state, and the items of a list or dict.
 */
final class Copying {
  /** From here on objects are made by {@code __new__} instead of {@code copyreg}. */
  private static final int NEW_OBJECT_PROTOCOL = 2;

  private Copying() {}

  static long reduce(ThreadState ts, long object, int protocol) {
    if (protocol >= NEW_OBJECT_PROTOCOL) {
      return byNew(ts, object);
    }
    long copyreg = Imports.module(ts, "copyreg");
    return Calls.named(ts, copyreg, "_reduce_ex", object, Ints.of(ts, protocol));
  }

  /** An overridden {@code __reduce__} wins over every protocol. */
  static long reduceEx(ThreadState ts, long object, int protocol) {
    long name = ts.runtime().intern(ts, "__reduce__");
    if (isInherited(ts, object, name)) {
      return reduce(ts, object, protocol);
    }
    return Calls.named(ts, object, "__reduce__");
  }

  static long getstate(ThreadState ts, long object) {
    return state(ts, object, false);
  }

  private static boolean isInherited(ThreadState ts, long object, long name) {
    Runtime runtime = ts.runtime();
    long base = runtime.types().named("object").lookup(ts, name);
    return runtime.typeOf(object).lookup(ts, name) == base && Instances.get(ts, object, name) == 0L;
  }

  private static long byNew(ThreadState ts, long object) {
    PyType type = ts.runtime().typeOf(object);
    int mark = ts.rootMark();
    try {
      ConstructorArguments given = ConstructorArguments.of(ts, object);
      long positional = given.positional();
      ts.root(positional);
      long keywords = given.named();
      ts.root(keywords);
      boolean list = Lists.isList(ts, object);
      boolean dict = Dicts.isDict(ts, object);
      boolean stateless = positional == 0L && !list && !dict;
      long copyreg = Imports.module(ts, "copyreg");
      ts.root(copyreg);
      boolean named = keywords != 0L && Dicts.size(ts, keywords) > 0;
      long maker = Attributes.get(ts, copyreg, named ? "__newobj_ex__" : "__newobj__");
      ts.root(maker);
      long arguments =
          named
              ? Tuples.of(ts, type.cell(), positional, keywords)
              : withClass(ts, type, positional);
      ts.root(arguments);
      long state = currentState(ts, object, stateless);
      ts.root(state);
      long items = list ? Iteration.iter(ts, object) : Word.NONE;
      ts.root(items);
      long pairs = dict ? itemsOf(ts, object) : Word.NONE;
      ts.root(pairs);
      return Tuples.of(ts, maker, arguments, state, items, pairs);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long itemsOf(ThreadState ts, long dict) {
    int mark = ts.rootMark();
    try {
      long items = Calls.named(ts, dict, "items");
      ts.root(items);
      return Iteration.iter(ts, items);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long withClass(ThreadState ts, PyType type, long positional) {
    int count = positional == 0L ? 0 : Tuples.length(positional);
    long[] words = new long[count + 1];
    words[0] = type.cell();
    for (int i = 0; i < count; i++) {
      words[i + 1] = Tuples.get(positional, i);
    }
    return Tuples.of(ts, words);
  }

  private static long currentState(ThreadState ts, long object, boolean complete) {
    return isInherited(ts, object, ts.runtime().intern(ts, "__getstate__"))
        ? state(ts, object, complete)
        : Calls.named(ts, object, "__getstate__");
  }

  /**
   * The attributes: a dict or None, and if slots are set a pair of that and their dict.
   *
   * @param complete the attributes must be all there is to the object
   */
  private static long state(ThreadState ts, long object, boolean complete) {
    PyType type = ts.runtime().typeOf(object);
    if (complete && type.kind() != Kind.INSTANCE && object != Word.NONE) {
      throw cannotPickle(ts, type);
    }
    int mark = ts.rootMark();
    try {
      long dict = attributes(ts, object);
      ts.root(dict);
      long listed = Dicts.getStr(ts, type.dict(), ts.runtime().intern(ts, "__slotnames__"));
      if (type.shape().reservedSlots() == 0 && listed == 0L) {
        return dict;
      }
      long slots = slots(ts, object, type);
      ts.root(slots);
      return Dicts.size(ts, slots) == 0 ? dict : Tuples.of(ts, dict, slots);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static RuntimeException cannotPickle(ThreadState ts, PyType type) {
    return Errors.typeError(ts, "cannot pickle '%s' object", type.name());
  }

  /** The object's {@code __dict__}, None without one or while it is empty. */
  private static long attributes(ThreadState ts, long object) {
    if (!Word.isCell(object)) {
      return Word.NONE;
    }
    Shape shape = ts.runtime().shapes().get(Cells.id(object));
    if (shape.storage() == Shape.Storage.SLOTS && shape.slotCount() == shape.reservedSlots()) {
      return Word.NONE;
    }
    long dict = Instances.dict(ts, object);
    return dict == 0L || Dicts.size(ts, dict) == 0 ? Word.NONE : dict;
  }

  private static long slots(ThreadState ts, long object, PyType type) {
    int mark = ts.rootMark();
    try {
      long values = Dicts.create(ts);
      ts.root(values);
      long names = slotNames(ts, type);
      ts.root(names);
      if (names == Word.NONE) {
        return values;
      }
      for (int i = 0; i < Tuples.length(names); i++) {
        long name = Tuples.get(names, i);
        long value = Attributes.findQuietly(ts, object, ts.runtime().intern(ts, name));
        if (value != 0L) {
          Dicts.set(ts, values, name, value);
        }
      }
      return values;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The names of the class's slots, in a tuple that nobody else changes. */
  private static long slotNames(ThreadState ts, PyType type) {
    long known = Dicts.getStr(ts, type.dict(), ts.runtime().intern(ts, "__slotnames__"));
    int mark = ts.rootMark();
    try {
      if (known == 0L) {
        long copyreg = Imports.module(ts, "copyreg");
        ts.root(copyreg);
        known = Calls.named(ts, copyreg, "_slotnames", type.cell());
      }
      ts.root(known);
      if (known != Word.NONE && !Lists.isList(ts, known)) {
        throw Errors.typeError(
            ts,
            "%s.__slotnames__ should be a list or None, not %s",
            type.name(),
            ts.runtime().typeOf(known).name());
      }
      return known == Word.NONE ? known : Lists.toTuple(ts, known);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
