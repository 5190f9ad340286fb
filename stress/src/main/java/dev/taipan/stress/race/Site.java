package dev.taipan.stress.race;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.memory.Memory;

/** An instruction of a family with a generic form and two members, and one cache word. */
final class Site {
  static final int GENERIC = 100;
  static final int FIRST = 101;
  static final int SECOND = 102;
  static final int ARGUMENT = -77;
  static final int COUNTER = 55;

  private static final int WORDS = 2;
  private static final int SITES = 1 << 16;
  private static final long BASE = Memory.allocate(8L * WORDS * SITES);

  private Site() {}

  /** A generic site with an empty cache, out of a ring of them. */
  static long fresh(int number) {
    long pc = BASE + 8L * WORDS * (number & (SITES - 1));
    Memory.putLong(pc, Instructions.word(GENERIC, COUNTER, ARGUMENT));
    Memory.putLong(pc + 8, 0);
    return pc;
  }

  /** As a specializer does: the cache, then the opcode. */
  static void specialize(long pc, int member) {
    int op = Instructions.op(pc);
    Instructions.setCache(pc, 0, fact(member));
    Instructions.replace(pc, op, member);
  }

  /** A fact whose parts all name its member. */
  static long fact(int member) {
    return Instructions.fact(member, member, member);
  }

  /** Whether the parts of a cache word belong together. */
  static boolean isWhole(long word) {
    int member = (int) (word & 0xFF);
    return word == 0 || word == fact(member);
  }
}
