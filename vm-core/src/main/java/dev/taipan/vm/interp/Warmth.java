package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.spi.Specializer;
import dev.taipan.vm.spi.TraceRecorder;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;

/**
 * What happens when a counter fires: sites specialize, loops and functions start a recording, and
 * executors run. Also the polls of loops and functions.
 */
final class Warmth {
  private static final int JUMP_WORDS = 2;

  private Warmth() {}

  /** For a family's head: counts, and asks the specializer when it is time. */
  static void count(ThreadState ts, long fp, long pc, long sp) {
    if (ts.interpreter.counting) {
      countSite(ts, fp, pc, sp);
    }
  }

  private static void countSite(ThreadState ts, long fp, long pc, long sp) {
    long word = Memory.getLongOpaque(pc);
    OpCounts counts = ts.interpreter.counts;
    if (counts != null) {
      counts.headRuns(pc);
    }
    if (Profiles.fires(ts, fp, word)) {
      Specializer specializer = ts.runtime().services().specializer();
      boolean success = specializer != null && specializer.specialize(ts, fp, pc, sp);
      Profiles.restart(fp, word, success);
      if (counts != null) {
        counts.attempted(ts, (int) word & 0x7FFF, pc, sp, success);
      }
    }
  }

  static long resume(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    return isWatched(ts, fp, pc) ? States.RELOAD : resumed(ts, fp, pc, w);
  }

  /** A RESUME that has told what it had to tell, or need not; the frame is saved. */
  static long resumed(ThreadState ts, long fp, long pc, long w) {
    ts.poll();
    Jit jit = ts.runtime().services().jit();
    if (Instructions.op(pc) == Op.RESUME && !Instructions.isInstrumented(pc)) {
      Instructions.replace(pc, Op.RESUME, jit == null ? Op.RESUME_NO_JIT : Op.RESUME_JIT);
    }
    TraceRecorder recorder = null;
    if (jit != null && Profiles.fires(ts, fp, w)) {
      Profiles.restart(fp, w, false);
      recorder = ts.interpreter.tracing ? null : jit.hotFunction(ts, fp, pc);
    }
    FrameLayout.setPc(fp, pc + 8 * Frames.RESUME_WORDS);
    return request(ts, recorder);
  }

  /**
   * Brings code up to date that is entered for the first time since other events were asked for;
   * whether its RESUME has something to tell before it is executed: another thread may have brought
   * it up to date after this one had fetched the word.
   */
  private static boolean isWatched(ThreadState ts, long fp, long pc) {
    long code = FrameLayout.code(fp);
    if (Monitoring.isStale(ts, code)) {
      ts.runtime().monitoring().refresh(ts, code);
    }
    return Instructions.isInstrumented(pc);
  }

  static long jumpBackward(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    ts.poll();
    Jit jit = ts.runtime().services().jit();
    countIteration(ts);
    // Under -X stats the generic form stays, because its fast members do not count.
    boolean plain = Instructions.op(pc) == Op.JUMP_BACKWARD && !Instructions.isInstrumented(pc);
    if (plain && !ts.runtime().options().stats()) {
      int member = jit == null ? Op.JUMP_BACKWARD_NO_JIT : Op.JUMP_BACKWARD_JIT;
      Instructions.replace(pc, Op.JUMP_BACKWARD, member);
    }
    long target = pc + 8 * (JUMP_WORDS + (w >> 32));
    TraceRecorder recorder = null;
    if (jit != null && Profiles.fires(ts, fp, w)) {
      Profiles.restart(fp, w, false);
      boolean records = !ts.interpreter.tracing && !Instructions.isInstrumented(pc);
      recorder = records ? jit.hotLoop(ts, fp, pc, target) : null;
    }
    FrameLayout.setPc(fp, target);
    return request(ts, recorder);
  }

  /** A thread's own word: nothing is shared. Complete under -X stats only. */
  private static void countIteration(ThreadState ts) {
    long counter = ts.block + ThreadLayout.TIER1_ITERATIONS;
    Memory.putLongOpaque(counter, Memory.getLong(counter) + 1);
  }

  /** Enters the executor of a loop, from its head. */
  static long enterAtLoop(ThreadState ts, long fp, long pc, long sp, long w) {
    Frames.save(fp, pc, sp);
    ts.poll();
    countIteration(ts);
    return enter(ts, fp, pc, pc + 8 * (JUMP_WORDS + (w >> 32)));
  }

  /** Enters the executor of a function, behind its RESUME. */
  static long enterAtResume(ThreadState ts, long fp, long pc, long sp) {
    Frames.save(fp, pc, sp);
    if (isWatched(ts, fp, pc)) {
      return States.RELOAD;
    }
    ts.poll();
    return enter(ts, fp, pc, pc + 8 * Frames.RESUME_WORDS);
  }

  private static long enter(ThreadState ts, long fp, long pc, long start) {
    FrameLayout.setPc(fp, start);
    Jit jit = ts.runtime().services().jit();
    if (jit == null || ts.interpreter.tracing) {
      return States.RELOAD;
    }
    return request(ts, jit.enter(ts, fp, (int) (Instructions.cache(pc, 0) >>> 32)));
  }

  private static long request(ThreadState ts, TraceRecorder recorder) {
    if (recorder == null) {
      return States.RELOAD;
    }
    ts.interpreter.requested = recorder;
    return States.SWITCH;
  }
}
