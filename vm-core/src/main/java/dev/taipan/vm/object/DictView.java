package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code dict.keys()}, {@code values()} and {@code items()}: live, so all it holds is the dict. */
public final class DictView extends HostObject {
  private final long dict;

  /** A mode of {@link DictIterators}: keys, values or items. */
  private final int mode;

  private DictView(long dict, int mode) {
    this.dict = dict;
    this.mode = mode;
  }

  public static long create(ThreadState ts, long dict, int mode) {
    return Hosts.create(ts, ts.runtime().types().dictView(mode), new DictView(dict, mode));
  }

  public long dict() {
    return dict;
  }

  boolean isOfKeys() {
    return mode == DictIterators.KEYS;
  }

  /** Whether this is a view of keys or items. */
  boolean isSetLike() {
    return mode != DictIterators.VALUES;
  }

  public long iter(ThreadState ts) {
    return DictIterators.create(ts, mode, dict);
  }

  public long reversed(ThreadState ts) {
    return DictIterators.create(ts, mode | DictIterators.BACKWARD, dict);
  }

  public boolean contains(ThreadState ts, long item) {
    if (mode == DictIterators.KEYS) {
      return Dicts.get(ts, dict, item) != Word.EMPTY;
    }
    if (!Tuples.isTuple(ts, item) || Tuples.length(item) != 2) {
      return false;
    }
    long value = Dicts.get(ts, dict, Tuples.get(item, 0));
    if (value == Word.EMPTY) {
      return false;
    }
    int mark = ts.rootMark();
    ts.root(value);
    try {
      return Comparison.equal(ts, value, Tuples.get(item, 1));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code dict_keys([...])}. */
  public String show(ThreadState ts, long self, String name) {
    return ReprGuard.show(
        ts,
        self,
        "...",
        thread -> {
          int mark = thread.rootMark();
          try {
            long list = items(thread);
            thread.root(list);
            return name + "(" + Sequences.show(thread, list, "[", "]") + ")";
          } finally {
            thread.rootRelease(mark);
          }
        });
  }

  /** A list of the parts that the view shows, of one moment. */
  public long items(ThreadState ts) {
    return Snapshots.ofDict(ts, dict, mode);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(dict);
  }
}
