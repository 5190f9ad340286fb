package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * A bound method, immutable. Which kind the cell has is what its function is: a built-in method
 * (BUILTIN_METHOD), a slot wrapper (METHOD_WRAPPER), any other callable (METHOD).
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  function (any callable)
 *   +24  self
 * </pre>
 */
public final class MethodLayout {
  public static final int FUNCTION = 16;
  public static final int SELF = 24;
  public static final int SIZE = 32;

  private MethodLayout() {}

  public static long create(ThreadState ts, long function, long self) {
    return create(ts, Kind.METHOD, function, self);
  }

  public static long create(ThreadState ts, Kind kind, long function, long self) {
    long cell = Heap.allocate(ts, kind.id, SIZE);
    Memory.putLong(cell + FUNCTION, function);
    Memory.putLong(cell + SELF, self);
    Memory.storeStoreFence();
    return cell;
  }

  /** Whether this is a cell with this layout. */
  public static boolean isBound(long word) {
    if (!Word.isCell(word)) {
      return false;
    }
    int id = Cells.id(word);
    return id == Kind.METHOD.id || id == Kind.BUILTIN_METHOD.id || id == Kind.METHOD_WRAPPER.id;
  }

  public static long function(long cell) {
    assert isBound(cell) : Word.describe(cell);
    return Memory.getLong(cell + FUNCTION);
  }

  public static long self(long cell) {
    assert isBound(cell) : Word.describe(cell);
    return Memory.getLong(cell + SELF);
  }
}
