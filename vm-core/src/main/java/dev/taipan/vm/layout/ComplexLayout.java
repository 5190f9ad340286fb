package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A complex number, immutable.
 *
 * <pre>
 *   +0   header
 *   +8   real part (double)
 *   +16  imaginary part (double)
 * </pre>
 */
public final class ComplexLayout {
  public static final int REAL = 8;
  public static final int IMAGINARY = 16;
  public static final int SIZE = 24;

  private ComplexLayout() {}

  public static long create(ThreadState ts, double real, double imaginary) {
    return create(ts, Kind.COMPLEX.id, real, imaginary, 0);
  }

  public static long create(
      ThreadState ts, int shapeId, double real, double imaginary, int attributeWords) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putDouble(cell + REAL, real);
    Memory.putDouble(cell + IMAGINARY, imaginary);
    Memory.storeStoreFence();
    return cell;
  }

  public static double real(long cell) {
    return Memory.getDouble(Cells.check(cell, Kind.COMPLEX) + REAL);
  }

  public static double imaginary(long cell) {
    return Memory.getDouble(Cells.check(cell, Kind.COMPLEX) + IMAGINARY);
  }
}
