package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.thread.ThreadState;

/**
 * A thread's counters for one code object: 16 bits a site, 13 of value and 3 of back-off.
 *
 * <p>A count that reaches zero fires. After a success the site waits {@link #COOL_DOWN} misses;
 * after a failure it waits longer each time. Back-off 7 never fires.
 */
final class Profiles {
  /** Unused bytes before and behind a profile: another thread's must not share a cache line. */
  private static final long MARGIN = 64;

  private static final int BACKOFF_BITS = 3;
  private static final int BACKOFF_MASK = 7;
  private static final int STEP = 1 << BACKOFF_BITS;
  private static final int NEVER = 7;

  /** The first attempt is at the second execution. */
  private static final int WARM_UP = 1 << BACKOFF_BITS | 1;

  private static final int COOL_DOWN = 52 << BACKOFF_BITS;
  private static final int LONGEST = 6;

  /** By the old back-off; one less than primes near 2^(2b+1). */
  private static final int[] RESTART = {1, 6, 30, 126, 508, 2052, 8190};

  private Profiles() {}

  /** The frame's profile, made or found when it is first needed. */
  static long attach(ThreadState ts, long fp) {
    long profile = Memory.getLong(fp + FrameLayout.PROFILE);
    if (profile != 0) {
      return profile;
    }
    long cell = FrameLayout.code(fp);
    CodeObject code = Frames.codeOf(ts, cell);
    profile = ts.interpreter.profile(code.number());
    if (profile == 0) {
      profile = create(ts, cell);
      ts.interpreter.setProfile(code.number(), profile);
    }
    Memory.putLong(fp + FrameLayout.PROFILE, profile);
    return profile;
  }

  private static long create(ThreadState ts, long cell) {
    long profile = Memory.allocate(CodeLayout.profileSize(cell) + 2 * MARGIN) + MARGIN;
    long pc = CodeLayout.instructions(cell);
    long end = pc + 8 * CodeLayout.wordCount(cell);
    Memory.putShort(profile, (short) NEVER);
    while (pc < end) {
      long word = Memory.getLongOpaque(pc);
      int op = Instructions.op(pc);
      if (Op.isCounted(Op.head(op))) {
        Memory.putShort(profile + slot(word), (short) first(ts, Op.head(op)));
      }
      pc += 8L * (1 + Op.cacheWords(op));
    }
    return profile;
  }

  static void free(long profile) {
    Memory.free(profile - MARGIN);
  }

  private static int first(ThreadState ts, int head) {
    Jit jit = ts.runtime().services().jit();
    if (head == Op.JUMP_BACKWARD || head == Op.RESUME) {
      if (jit == null) {
        return NEVER;
      }
      int threshold = head == Op.RESUME ? jit.functionThreshold() : jit.loopThreshold();
      return threshold << BACKOFF_BITS | LONGEST;
    }
    boolean specializes =
        ts.runtime().services().specializer() != null && ts.runtime().options().specialize();
    return specializes ? WARM_UP : NEVER;
  }

  private static long slot(long word) {
    return word >>> 15 & 0x1FFFEL;
  }

  /** Counts one execution of the site down; true when it fires. */
  static boolean fires(ThreadState ts, long fp, long word) {
    long counter = attach(ts, fp) + slot(word);
    int count = Memory.getShort(counter) & 0xFFFF;
    if (count < STEP) {
      return count != NEVER;
    }
    Memory.putShort(counter, (short) (count - STEP));
    return false;
  }

  /** After an attempt. */
  static void restart(long fp, long word, boolean success) {
    long counter = Memory.getLong(fp + FrameLayout.PROFILE) + slot(word);
    int backoff = Math.min(Memory.getShort(counter) & BACKOFF_MASK, LONGEST);
    int next = RESTART[backoff] << BACKOFF_BITS | Math.min(backoff + 1, LONGEST);
    Memory.putShort(counter, (short) (success ? COOL_DOWN : next));
  }

  /** Makes the site fire at its next miss: so that a recording sees what fits now. */
  static void trigger(ThreadState ts, long fp, long word) {
    if (ts.runtime().options().specialize()) {
      Memory.putShort(attach(ts, fp) + slot(word), (short) 0);
    }
  }

  /** The counter of a site, for who shows it. */
  static int counter(long profile, int aux) {
    return Memory.getShort(profile + 2L * aux) & 0xFFFF;
  }

  static int value(int counter) {
    return counter >>> BACKOFF_BITS;
  }

  static int backoff(int counter) {
    return counter & BACKOFF_MASK;
  }
}
