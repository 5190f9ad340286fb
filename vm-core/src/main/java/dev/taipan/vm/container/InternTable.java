package dev.taipan.vm.container;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import java.nio.charset.StandardCharsets;

/**
 * The interned str cells: one for each content, alive for ever. Open addressing by hash. Writers
 * hold {@code lock}; a table only gains cells and a larger one is published when it is complete, so
 * whoever finds a cell without the lock is right, and whoever finds none looks again under it.
 */
public final class InternTable implements Traced {
  /** A start interns some 4,000 strs. */
  private static final int FIRST_SIZE = 1 << 14;

  private final VmLock lock = new VmLock();
  private volatile long[] table = new long[FIRST_SIZE];

  /** Under {@code lock}; read by anybody who wants to know it about. */
  private int count;

  public InternTable() {}

  /** The one cell with this text. */
  public long intern(ThreadState ts, String text) {
    return intern(ts, Strings.fromJava(ts, text));
  }

  /** The one cells with the words of a text of ASCII that are apart by single blanks. */
  public void internWords(ThreadState ts, String text, long[] cells) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int start = 0;
    for (int i = 0; i < cells.length; i++) {
      int end = Strings.endOfWord(bytes, start);
      cells[i] = intern(ts, Strings.fromAscii(ts, bytes, start, end - start));
      start = end + 1;
    }
  }

  /** The one cell with the content of an exact str: the first that was interned. */
  public long intern(ThreadState ts, long str) {
    if (StrLayout.isInterned(str)) {
      return str;
    }
    long hash = Strings.hash(ts, str);
    long known = known(table, str, hash);
    return known != 0 ? known : add(ts, str, hash);
  }

  /** The cell with that content, 0 if there was none. */
  private static long known(long[] table, long str, long hash) {
    int mask = table.length - 1;
    int index = (int) (hash ^ hash >>> 32) & mask;
    long there = table[index];
    while (there != 0) {
      Memory.loadFence();
      if (Strings.equal(there, str)) {
        return there;
      }
      index = (index + 1) & mask;
      there = table[index];
    }
    return 0;
  }

  private long add(ThreadState ts, long str, long hash) {
    lock.lockSoon(ts);
    try {
      long[] current = table;
      int index = place(current, str, hash);
      if (current[index] != 0) {
        return current[index];
      }
      StrLayout.setInterned(str);
      Memory.storeStoreFence();
      current[index] = str;
      if (++count * 2 > current.length) {
        table = larger(current);
      }
      return str;
    } finally {
      lock.unlock(ts);
    }
  }

  /** Where a str with that content is, or else the free place for it; under {@code lock}. */
  private static int place(long[] table, long str, long hash) {
    int mask = table.length - 1;
    int index = (int) (hash ^ hash >>> 32) & mask;
    while (table[index] != 0 && !Strings.equal(table[index], str)) {
      index = (index + 1) & mask;
    }
    return index;
  }

  private static long[] larger(long[] old) {
    long[] table = new long[old.length * 2];
    for (long str : old) {
      if (str != 0) {
        table[place(table, str, StrLayout.cachedHash(str))] = str;
      }
    }
    return table;
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
