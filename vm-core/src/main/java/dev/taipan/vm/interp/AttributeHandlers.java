package dev.taipan.vm.interp;

import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The generic forms of attribute access. */
final class AttributeHandlers {
  private AttributeHandlers() {}

  static long load(ThreadState ts, long fp, long pc, long owner, int arg) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    return Attributes.get(ts, owner, Frames.name(ts, fp, arg >> 1));
  }

  /** Gives the callable; the receiver to pass first, or EMPTY, goes to {@code self}. */
  static long loadMethod(ThreadState ts, long fp, long pc, long owner, int arg, long self) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long callable = Attributes.loadMethod(ts, owner, Frames.name(ts, fp, arg >> 1));
    Memory.putLong(self, ts.callSelf());
    return callable;
  }

  static void store(ThreadState ts, long fp, long pc, long owner, int arg, long value) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    Attributes.set(ts, owner, Frames.name(ts, fp, arg), value);
  }

  static void delete(ThreadState ts, long fp, long owner, int arg) {
    Attributes.delete(ts, owner, Frames.name(ts, fp, arg));
  }

  /** super, class and self lie at {@code operands}. */
  static long loadSuper(ThreadState ts, long fp, long operands, int arg, long self) {
    long result =
        Supers.get(
            ts,
            fp,
            Memory.getLong(operands),
            Memory.getLong(operands + 8),
            Memory.getLong(operands + 16),
            Frames.name(ts, fp, arg >> 2),
            (arg & 2) != 0);
    if ((arg & 1) != 0) {
      Memory.putLong(self, Word.EMPTY);
    }
    return result;
  }
}
