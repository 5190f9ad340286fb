package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;

/** Visits what cells refer to, word for word: their memory and weak targets are not looked at. */
abstract class ReferenceScanner extends CellScanner {
  ReferenceScanner(Heap heap) {
    super(heap);
  }

  @Override
  public final void visitWords(long address, long count) {
    for (long i = 0; i < count; i++) {
      visit(Memory.getLong(address + (i << 3)));
    }
  }

  @Override
  public final void visitBlock(long block) {}

  @Override
  final void weakref(long cell) {}
}
