package dev.taipan.vm.code;

import dev.taipan.vm.memory.Memory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Instruction words in memory, shared by all threads.
 *
 * <pre>
 *   |63      arg (signed)      32|31  aux  16|15|14  op  0|   then the cache words
 *                                             instrumented
 * </pre>
 *
 * <p>An instrumented word is no case of the interpreter's loop, so it comes to {@code
 * Instrumented}, which reports its events and has the generic instruction do the work. It never has
 * a member's opcode, and nothing but {@link #restore} makes it an ordinary word again.
 *
 * <p>Every store to shared code goes through {@link #replace} or {@link #setCache}, which count: on
 * a steady path there are none, and a test asks for that. A whole word is replaced by
 * compare-and-set, so a specializing thread cannot undo what another one did to the site.
 */
public final class Instructions {
  private static final long OP_MASK = 0x7FFF;
  private static final long INSTRUMENTED = 0x8000;
  private static final long HALF_MASK = 0xFFFF;
  private static final int AUX_SHIFT = 16;
  private static final int ARG_SHIFT = 32;
  private static final AtomicLong PUBLICATIONS = new AtomicLong();

  private Instructions() {}

  public static long word(int op, int aux, int arg) {
    return (long) arg << ARG_SHIFT | (aux & HALF_MASK) << AUX_SHIFT | op;
  }

  /** The opcode, whether instrumented or not. */
  public static int op(long pc) {
    return (int) (Memory.getLongOpaque(pc) & OP_MASK);
  }

  public static int arg(long pc) {
    return (int) (Memory.getLongOpaque(pc) >> ARG_SHIFT);
  }

  /** The index of the site's counter in a profile. */
  public static int aux(long pc) {
    return (int) (Memory.getLongOpaque(pc) >>> AUX_SHIFT & HALF_MASK);
  }

  /**
   * Puts another member of the family in the place of {@code expected}; false if it is gone, or if
   * the instruction is instrumented.
   */
  public static boolean replace(long pc, int expected, int op) {
    long word = Memory.getLongOpaque(pc);
    if ((word & HALF_MASK) != expected) {
      return false;
    }
    PUBLICATIONS.incrementAndGet();
    return Memory.compareAndSetLong(pc, word, (word & ~OP_MASK) | op);
  }

  /** Whether a word is this instruction and reports no events. */
  public static boolean isPlain(long word, int op) {
    return (word & HALF_MASK) == op;
  }

  public static boolean isInstrumented(long pc) {
    return (Memory.getLongOpaque(pc) & INSTRUMENTED) != 0;
  }

  /** The generic instruction of a word, instrumented or not. */
  public static long generic(long word) {
    return word & ~HALF_MASK | Op.head((int) (word & OP_MASK));
  }

  /** The generic instruction of what stands in a word's place for the opcode. */
  public static int generic(int half) {
    return Op.head(half & (int) OP_MASK);
  }

  /** Makes the generic form of an instruction report its events. */
  public static void instrument(long pc) {
    for (long word = Memory.getLongOpaque(pc);
        (word & INSTRUMENTED) == 0;
        word = Memory.getLongOpaque(pc)) {
      PUBLICATIONS.incrementAndGet();
      Memory.compareAndSetLong(pc, word, generic(word) | INSTRUMENTED);
    }
  }

  /** Makes an instrumented instruction an ordinary one. */
  public static void restore(long pc) {
    for (long word = Memory.getLongOpaque(pc);
        (word & INSTRUMENTED) != 0;
        word = Memory.getLongOpaque(pc)) {
      PUBLICATIONS.incrementAndGet();
      Memory.compareAndSetLong(pc, word, word & ~INSTRUMENTED);
    }
  }

  public static long cache(long pc, int index) {
    return Memory.getLongAcquire(pc + 8 + 8L * index);
  }

  public static void setCache(long pc, int index, long word) {
    PUBLICATIONS.incrementAndGet();
    Memory.putLongRelease(pc + 8 + 8L * index, word);
  }

  /** A cache word that names its member. */
  public static long fact(int member, int index, int id) {
    return (long) id << 32 | (index & 0xFFFFFFL) << 8 | member;
  }

  /** How many stores to shared code there were. */
  public static long publications() {
    return PUBLICATIONS.get();
  }
}
