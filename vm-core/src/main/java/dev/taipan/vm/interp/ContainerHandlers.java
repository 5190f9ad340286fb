package dev.taipan.vm.interp;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Formatting;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Slices;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Building, filling and taking apart containers, and formatting. */
final class ContainerHandlers {
  private ContainerHandlers() {}

  static long tuple(ThreadState ts, long items, int count) {
    return count == 0 ? Tuples.empty(ts) : Tuples.fromMemory(ts, items, count);
  }

  static long list(ThreadState ts, long items, int count) {
    return ListLayout.copyOf(ts, items, count);
  }

  /** The set is rooted because adding may run an item's {@code __hash__}. */
  static long set(ThreadState ts, long items, int count) {
    int mark = ts.rootMark();
    try {
      long set = Sets.create(ts);
      ts.root(set);
      for (int i = 0; i < count; i++) {
        Sets.add(ts, set, Memory.getLong(items + 8L * i));
      }
      return set;
    } finally {
      ts.rootRelease(mark);
    }
  }

  static long map(ThreadState ts, long items, int pairs) {
    int mark = ts.rootMark();
    try {
      long map = Dicts.create(ts);
      ts.root(map);
      for (long at = items; at < items + 16L * pairs; at += 16) {
        Dicts.set(ts, map, Memory.getLong(at), Memory.getLong(at + 8));
      }
      return map;
    } finally {
      ts.rootRelease(mark);
    }
  }

  static long string(ThreadState ts, long items, int count) {
    return Strs.join(ts, items, count);
  }

  static long slice(ThreadState ts, long items, int count) {
    long step = count == 3 ? Memory.getLong(items + 16) : Word.NONE;
    return Slices.create(ts, Memory.getLong(items), Memory.getLong(items + 8), step);
  }

  /** len(value); an exact built-in container says it itself. */
  static long length(ThreadState ts, long value) {
    if (Word.isCell(value)) {
      int id = Cells.id(value);
      if (id == Kind.STR.id) {
        return Word.boxInt(StrLayout.length(value));
      }
      if (id == Kind.LIST.id) {
        return Word.boxInt(ListLayout.length(value));
      }
      if (id == Kind.TUPLE.id) {
        return Word.boxInt(TupleLayout.length(value));
      }
      if (id == Kind.DICT.id) {
        return Word.boxInt(DictLayout.used(value));
      }
      if (id == Kind.SET.id) {
        return Word.boxInt(SetLayout.used(value));
      }
    }
    return Ints.of(ts, Subscript.length(ts, value));
  }

  /** isinstance of the two words at {@code args}; a class without hooks is asked here. */
  static long isInstance(ThreadState ts, long callable, long args) {
    long cls = Memory.getLong(args + 8);
    if (Cells.is(cls, Kind.CLASS)) {
      PyType wanted = Classes.of(ts, cls);
      PyType own = ts.runtime().typeOf(Memory.getLong(args));
      if (own == wanted
          || (wanted.metaclass() == ts.runtime().types().type && own.isSubtypeOf(wanted))) {
        return Word.TRUE;
      }
    }
    return Calls.call(ts, callable, args, 2, Word.EMPTY);
  }

  static void listAppend(ThreadState ts, long list, long value) {
    Lists.append(ts, list, value);
  }

  static void setAdd(ThreadState ts, long set, long value) {
    Sets.add(ts, set, value);
  }

  static void mapAdd(ThreadState ts, long map, long key, long value) {
    Dicts.set(ts, map, key, value);
  }

  static void listExtend(ThreadState ts, long list, long iterable) {
    try {
      Lists.extend(ts, list, iterable);
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.TypeError) || Iteration.isIterable(ts, iterable)) {
        throw signal;
      }
      throw Errors.typeError(
          ts, "Value after * must be an iterable, not %s", ts.runtime().typeOf(iterable).name());
    }
  }

  static void setUpdate(ThreadState ts, long set, long iterable) {
    Sets.update(ts, set, iterable);
  }

  static void dictUpdate(ThreadState ts, long dict, long mapping) {
    if (!Dicts.isDict(ts, mapping) && Attributes.find(ts, mapping, "keys") == Word.EMPTY) {
      throw Errors.typeError(
          ts, "'%s' object is not a mapping", ts.runtime().typeOf(mapping).name());
    }
    Dicts.update(ts, dict, mapping);
  }

  /** {@code dict} is the address of the dict on the stack; three words below lies the callable. */
  static void dictMerge(ThreadState ts, long dict, long mapping) {
    long callable = Memory.getLong(dict - 24);
    long target = Memory.getLong(dict);
    if (!Dicts.isDict(ts, mapping) && Attributes.find(ts, mapping, "keys") == Word.EMPTY) {
      throw Errors.typeError(
          ts,
          "%s argument after ** must be a mapping, not %s",
          Calls.describe(ts, callable),
          ts.runtime().typeOf(mapping).name());
    }
    long twice = Dicts.merge(ts, target, mapping);
    if (twice != Word.EMPTY) {
      throw Errors.typeError(
          ts,
          "%s got multiple values for keyword argument '%s'",
          Calls.describe(ts, callable),
          Representation.strText(ts, twice));
    }
  }

  // ---- formatting

  static long format(ThreadState ts, long value) {
    return Cells.is(value, Kind.STR) ? value : Formatting.format(ts, value, Strs.empty(ts));
  }

  static long formatWithSpec(ThreadState ts, long value, long spec) {
    return Formatting.format(ts, value, spec);
  }

  static long convert(ThreadState ts, long value, int how) {
    return switch (how) {
      case 1 -> Representation.str(ts, value);
      case 2 -> Representation.repr(ts, value);
      default -> Representation.ascii(ts, value);
    };
  }
}
