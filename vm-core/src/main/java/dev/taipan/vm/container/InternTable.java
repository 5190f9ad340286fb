package dev.taipan.vm.container;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;

/**
 * The interned str cells: one for each content, alive for ever. Open addressing by hash; all access
 * under {@code lock} (a lookup of an interned str returns before it).
 */
public final class InternTable implements Traced {
  /** A start interns some 4,000 strs. */
  private static final int FIRST_SIZE = 1 << 14;

  private final VmLock lock = new VmLock();
  private long[] table = new long[FIRST_SIZE];
  private int count;

  public InternTable() {}

  /** The one cell with this text. */
  public long intern(ThreadState ts, String text) {
    return intern(ts, Strings.fromJava(ts, text));
  }

  /** The one cell with the content of an exact str: the first that was interned. */
  public long intern(ThreadState ts, long str) {
    if (StrLayout.isInterned(str)) {
      return str;
    }
    long hash = Strings.hash(ts, str);
    lock.lockSoon(ts);
    try {
      int index = find(str, hash);
      if (table[index] != 0) {
        return table[index];
      }
      table[index] = str;
      StrLayout.setInterned(str);
      if (++count * 2 > table.length) {
        grow();
      }
      return str;
    } finally {
      lock.unlock(ts);
    }
  }

  private int find(long str, long hash) {
    int mask = table.length - 1;
    int index = (int) (hash ^ hash >>> 32) & mask;
    while (table[index] != 0 && !Strings.equal(table[index], str)) {
      index = (index + 1) & mask;
    }
    return index;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long str : old) {
      if (str != 0) {
        table[find(str, StrLayout.cachedHash(str))] = str;
      }
    }
  }

  /** Number of interned strings. */
  public int size() {
    return count;
  }

  @Override
  public void trace(Visitor visitor) {
    for (long str : table) {
      visitor.visit(str);
    }
  }
}
