package dev.taipan.specializer;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;

/** Reading operands off the stack. */
final class Operands {
  private Operands() {}

  /** The word {@code depth} places below the top; 1 is the top itself. */
  static long at(long sp, int depth) {
    return Memory.getLong(sp - 8L * depth);
  }

  /** The shape of a cell. */
  static Shape shape(ThreadState ts, long cell) {
    return ts.runtime().shapes().get(Memory.getIntAcquire(cell));
  }

  /** The interned name that an instruction of the frame's code means. */
  static long name(ThreadState ts, long fp, int index) {
    return ((CodeObject) ts.heap.hosts.get(CodeLayout.host(FrameLayout.code(fp)))).name(index);
  }

  /** The native kind of an exact built-in cell, null for any other word. */
  static Kind kind(long word) {
    return Word.isCell(word) ? Kind.ofId(Cells.id(word)) : null;
  }
}
