package dev.taipan.vm.object;

import dev.taipan.vm.gc.Disposable;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * {@code memoryview}: where the items of a window lie in the bytes of another object. Only whether
 * it is released, and its hash, change. Every access checks its bounds, because other threads may
 * release the view at any time.
 */
public final class MemoryView extends HostObject implements ByteTarget, Disposable {
  private static final VarHandle RELEASED;

  static {
    try {
      RELEASED = MethodHandles.lookup().findVarHandle(MemoryView.class, "released", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final BufferLease lease;
  final ItemFormat item;

  /** Bytes of an item: the format's, or the source's where the format cannot be read. */
  final int itemSize;

  final long offset;

  /** Items and distance in bytes of each dimension. */
  final int[] shape;

  final long[] strides;
  final boolean readOnly;

  /**
   * Whether no further view may be made of it: the one that {@code __release_buffer__} is given.
   */
  final boolean restricted;

  /** Set once, by whoever ends the lease's share. */
  @SuppressWarnings("unused") // through RELEASED
  private volatile boolean released;

  /** EMPTY until it was asked for; any thread writes the same. */
  volatile long hash;

  MemoryView(
      BufferLease lease,
      ItemFormat item,
      int itemSize,
      long offset,
      int[] shape,
      long[] strides,
      boolean readOnly,
      boolean restricted) {
    this.lease = lease;
    this.item = item;
    this.itemSize = itemSize;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
    this.readOnly = readOnly;
    this.restricted = restricted;
  }

  /** Distances of items that lie one after the other, the last index fastest. */
  static long[] plainStrides(int[] shape, int itemSize) {
    long[] strides = new long[shape.length];
    long size = itemSize;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = size;
      size *= shape[i];
    }
    return strides;
  }

  public long object() {
    return lease.source;
  }

  public int dimensions() {
    return shape.length;
  }

  public int[] shape() {
    return shape.clone();
  }

  public long[] strides() {
    return strides.clone();
  }

  /** How many items there are in all dimensions together. */
  public int count() {
    int count = 1;
    for (int length : shape) {
      count *= length;
    }
    return count;
  }

  @Override
  public int itemSize() {
    return itemSize;
  }

  @Override
  public String format() {
    return item.text();
  }

  /** Whether the items lie one after the other, the last index fastest. */
  public boolean isContiguous() {
    return isContiguous(shape.length - 1, -1);
  }

  /** Whether the items lie one after the other, the first index fastest. */
  public boolean isFortran() {
    return isContiguous(0, 1);
  }

  private boolean isContiguous(int from, int step) {
    long expected = itemSize;
    boolean good = true;
    for (int i = from; i >= 0 && i < shape.length; i += step) {
      if (shape[i] == 0) {
        return true;
      }
      good &= shape[i] == 1 || strides[i] == expected;
      expected *= shape[i];
    }
    return good;
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public boolean isWritable(ThreadState ts) {
    return !readOnly && isContiguous();
  }

  @Override
  public int byteLength(ThreadState ts) {
    return check(ts).count() * itemSize;
  }

  @Override
  public void lease(ThreadState ts) {
    check(ts);
  }

  @Override
  public void writeBytes(ThreadState ts, int at, byte[] bytes) {
    int room = Math.max(0, Math.min(bytes.length, byteLength(ts) - at));
    byte[] part = room == bytes.length ? bytes : Arrays.copyOf(bytes, room);
    Buffers.write(ts, lease.source, (int) offset + at, part);
  }

  /** Ends the view's share of the lease, once; true if the lease ended with it. */
  boolean end() {
    return (boolean) RELEASED.compareAndSet(this, false, true) && lease.end();
  }

  @Override
  public void dispose() {
    if ((boolean) RELEASED.compareAndSet(this, false, true)) {
      lease.drop();
    }
  }

  public MemoryView check(ThreadState ts) {
    if (released) {
      throw Errors.valueError(ts, "operation forbidden on released memoryview object");
    }
    return this;
  }

  public boolean isReleased() {
    return released;
  }

  @Override
  public byte[] toByteArray(ThreadState ts) {
    check(ts);
    return bytes(ts, false);
  }

  /** The items' bytes one after the other, in the order of the last or of the first index. */
  byte[] bytes(ThreadState ts, boolean fortran) {
    byte[] out = new byte[count() * itemSize];
    if (out.length == 0) {
      return out;
    }
    if (fortran ? isFortran() : isContiguous()) {
      read(ts, offset, out);
      return out;
    }
    long low = offset;
    long high = offset + itemSize;
    for (int i = 0; i < shape.length; i++) {
      long reach = (shape[i] - 1) * strides[i];
      low += Math.min(reach, 0);
      high += Math.max(reach, 0);
    }
    byte[] all = new byte[(int) (high - low)];
    read(ts, low, all);
    gather(fortran, 0, (int) (offset - low), all, out, 0);
    return out;
  }

  private int gather(boolean fortran, int depth, int from, byte[] all, byte[] out, int to) {
    if (depth == shape.length) {
      System.arraycopy(all, from, out, to, itemSize);
      return to + itemSize;
    }
    int dimension = fortran ? shape.length - 1 - depth : depth;
    int at = to;
    for (int i = 0; i < shape[dimension]; i++) {
      at = gather(fortran, depth + 1, from + (int) (i * strides[dimension]), all, out, at);
    }
    return at;
  }

  private void read(ThreadState ts, long at, byte[] target) {
    if (!Buffers.read(ts, lease.source, at, target)) {
      throw Errors.indexError(ts, "index out of bounds");
    }
  }

  /** The item whose bytes begin at a place that has been checked. */
  long load(ThreadState ts, long at) {
    byte[] bytes = new byte[itemSize];
    read(ts, at, bytes);
    return item.unpack(ts, bytes, 0);
  }

  /** Overwrites the item at a place that has been checked. */
  void store(ThreadState ts, long at, byte[] bytes) {
    check(ts);
    Buffers.write(ts, lease.source, (int) at, bytes);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(lease.source);
    visitor.visit(lease.owner);
    visitor.visit(lease.shown);
  }
}
