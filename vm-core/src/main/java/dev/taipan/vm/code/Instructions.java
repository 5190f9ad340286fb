package dev.taipan.vm.code;

import dev.taipan.vm.memory.Memory;
import java.util.concurrent.atomic.LongAdder;

/**
 * Instruction words in memory, shared by all threads.
 *
 * <pre>
 *   |63      arg (signed)      32|31  aux  16|15   op   0|   then the cache words
 * </pre>
 *
 * <p>Every store to shared code goes through {@link #replace} or {@link #setCache}, which count: on
 * a steady path there are none, and a test asks for that. A whole word is replaced by
 * compare-and-set, so a specializing thread cannot undo what another one did to the site.
 */
public final class Instructions {
  private static final long OP_MASK = 0xFFFF;
  private static final int AUX_SHIFT = 16;
  private static final int ARG_SHIFT = 32;
  private static final LongAdder PUBLICATIONS = new LongAdder();

  private Instructions() {}

  public static long word(int op, int aux, int arg) {
    return (long) arg << ARG_SHIFT | (aux & OP_MASK) << AUX_SHIFT | op;
  }

  public static int op(long pc) {
    return (int) (Memory.getLongOpaque(pc) & OP_MASK);
  }

  public static int arg(long pc) {
    return (int) (Memory.getLongOpaque(pc) >> ARG_SHIFT);
  }

  /** The index of the site's counter in a profile. */
  public static int aux(long pc) {
    return (int) (Memory.getLongOpaque(pc) >>> AUX_SHIFT & OP_MASK);
  }

  /** Puts another member of the family in the place of {@code expected}; false if it is gone. */
  public static boolean replace(long pc, int expected, int op) {
    long word = Memory.getLongOpaque(pc);
    if ((word & OP_MASK) != expected) {
      return false;
    }
    PUBLICATIONS.increment();
    return Memory.compareAndSetLong(pc, word, (word & ~OP_MASK) | op);
  }

  public static long cache(long pc, int index) {
    return Memory.getLongAcquire(pc + 8 + 8L * index);
  }

  public static void setCache(long pc, int index, long word) {
    PUBLICATIONS.increment();
    Memory.putLongRelease(pc + 8 + 8L * index, word);
  }

  /** A cache word that names its member. */
  public static long fact(int member, int index, int id) {
    return (long) id << 32 | (index & 0xFFFFFFL) << 8 | member;
  }

  /** How many stores to shared code there were. */
  public static long publications() {
    return PUBLICATIONS.sum();
  }
}
