package dev.taipan.vm.gc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Cells that are marked and not yet scanned: a ring that others steal from, and behind it a stack
 * of the owner's own. Owner: {@link #push}, {@link #pop}; anyone: {@link #steal}.
 *
 * <p>The ring is the work-stealing deque of Chase and Lev with a fixed size: the owner works at
 * {@code bottom}, thieves take at {@code top} by CAS, and the last element is fought for by CAS.
 */
final class MarkDeque {
  private static final int SIZE = 1 << 13;
  private static final int MASK = SIZE - 1;
  private static final VarHandle TOP;
  private static final VarHandle BOTTOM;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TOP = lookup.findVarHandle(MarkDeque.class, "top", long.class);
      BOTTOM = lookup.findVarHandle(MarkDeque.class, "bottom", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long[] ring = new long[SIZE];

  @SuppressWarnings("unused") // through TOP
  private long top;

  @SuppressWarnings("unused") // through BOTTOM
  private long bottom;

  private long[] own = new long[1024];
  private int ownCount;

  void push(long cell) {
    long b = (long) BOTTOM.getOpaque(this);
    long t = (long) TOP.getAcquire(this);
    if (b - t < SIZE) {
      SLOT.setOpaque(ring, (int) b & MASK, cell);
      BOTTOM.setRelease(this, b + 1);
      return;
    }
    if (ownCount == own.length) {
      own = Arrays.copyOf(own, ownCount * 2);
    }
    own[ownCount++] = cell;
  }

  /** The cell pushed last, 0 if there is none. */
  long pop() {
    if (ownCount > 0) {
      return own[--ownCount];
    }
    long b = (long) BOTTOM.getOpaque(this) - 1;
    BOTTOM.setVolatile(this, b);
    long t = (long) TOP.getVolatile(this);
    if (t > b) {
      BOTTOM.setOpaque(this, b + 1);
      return 0;
    }
    long cell = (long) SLOT.getOpaque(ring, (int) b & MASK);
    if (t == b) {
      if (!TOP.compareAndSet(this, t, t + 1)) {
        cell = 0;
      }
      BOTTOM.setOpaque(this, b + 1);
    }
    return cell;
  }

  /** A cell from the other end, 0 if there is none or another thread was quicker. */
  long steal() {
    long t = (long) TOP.getVolatile(this);
    long b = (long) BOTTOM.getVolatile(this);
    if (t >= b) {
      return 0;
    }
    long cell = (long) SLOT.getOpaque(ring, (int) t & MASK);
    return TOP.compareAndSet(this, t, t + 1) ? cell : 0;
  }

  boolean looksEmpty() {
    return (long) TOP.getAcquire(this) >= (long) BOTTOM.getAcquire(this);
  }
}
