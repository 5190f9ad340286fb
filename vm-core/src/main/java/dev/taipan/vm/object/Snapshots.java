package dev.taipan.vm.object;

import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/**
 * What a container holds at one moment: the source of {@code list(d)}, {@code set(d)} or {@code
 * dict(d.items())} while other threads change {@code d}. A copy is taken under the container's lock
 * and then belongs to this thread alone. Nothing here polls.
 */
public final class Snapshots {
  private Snapshots() {}

  /**
   * A list of the items if the object is a dict, a view of one or a set, of the exact type, so that
   * iterating over it would run no Python code; any other object as it is.
   */
  public static long of(ThreadState ts, long iterable) {
    if (!Word.isCell(iterable)) {
      return iterable;
    }
    Types types = ts.runtime().types();
    PyType type = ts.runtime().typeOf(iterable);
    if (type == types.dict) {
      return ofDict(ts, iterable, DictIterators.KEYS);
    }
    if (type == types.set || type == types.frozenset) {
      return ofSet(ts, iterable);
    }
    return Hosts.orNull(ts, iterable) instanceof DictView view ? view.items(ts) : iterable;
  }

  /** A list of a dict's keys, values or items, as the modes of {@link DictIterators} say. */
  static long ofDict(ThreadState ts, long dict, int mode) {
    try (RootScope roots = ts.roots()) {
      long list = roots.keep(Lists.create(ts, Dicts.size(ts, dict)));
      Dicts.forEach(
          ts,
          dict,
          (key, value) ->
              Lists.append(
                  ts,
                  list,
                  switch (mode) {
                    case DictIterators.KEYS -> key;
                    case DictIterators.VALUES -> value;
                    default -> Tuples.of(ts, key, value);
                  }));
      return list;
    }
  }

  /** A list of a set's members in order of iteration. */
  static long ofSet(ThreadState ts, long set) {
    return dev.taipan.vm.container.Sets.toList(ts, set);
  }
}
