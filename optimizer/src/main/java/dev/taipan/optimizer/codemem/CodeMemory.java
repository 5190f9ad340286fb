package dev.taipan.optimizer.codemem;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where machine code lives: 16-byte aligned blocks below one limit.
 *
 * <p>Safe on shared objects: any thread may install, store slots and free. Whoever frees must know
 * that no thread is in the block any more; this class keeps no retirement list.
 *
 * <p>Shared fields: {@code free}, {@code used} and {@code entry} belong to {@code lock}, a leaf
 * lock under which nothing polls or calls out.
 */
public final class CodeMemory implements AutoCloseable {
  /** Block alignment. */
  public static final int ALIGNMENT = 16;

  private static final int PAGE = 4096;
  private static final VarHandle SLOT = JAVA_LONG.varHandle();

  private final long limit;
  private final TwoViews views;
  private final ReentrantLock lock = new ReentrantLock();
  private final FreeRanges free;
  private long used;
  private NativeEntry entry;

  /**
   * Reserves the memory.
   *
   * @param limit how many bytes of code there may be; rounded up to whole pages
   * @throws UnsupportedOperationException if this system can't map executable memory
   */
  public CodeMemory(long limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.limit = (limit + PAGE - 1) & -PAGE;
    views = new TwoViews(this.limit);
    free = new FreeRanges(this.limit);
  }

  /**
   * Copies {@code code} into a new block.
   *
   * @throws CodeMemoryFullException if there is no room
   */
  public CodeBlock install(byte[] code, InstructionCache cache) {
    CodeBlock block = allocate(code.length);
    MemorySegment.copy(
        MemorySegment.ofArray(code), 0, views.writable(), block.offset(), code.length);
    cache.sync(block.address(), views.writableAddress(block.offset()), code.length);
    return block;
  }

  private CodeBlock allocate(int wanted) {
    int bytes = (wanted + ALIGNMENT - 1) & -ALIGNMENT;
    lock.lock();
    try {
      long offset = free.take(bytes);
      if (offset < 0) {
        throw new CodeMemoryFullException(bytes, limit);
      }
      used += bytes;
      return new CodeBlock(views.executable(offset), offset, bytes);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stores an address into the aligned 8-byte slot at {@code position} of a block, through which
   * machine code jumps: a thread that jumps meanwhile takes the old or the new target.
   */
  public void setSlotRelease(CodeBlock block, int position, long target) {
    if (position < 0 || position + Long.BYTES > block.bytes()) {
      throw new IndexOutOfBoundsException("slot " + position + " of " + block.bytes());
    }
    SLOT.setRelease(views.writable(), block.offset() + position, target);
  }

  /** What the slot holds. */
  public long getSlotAcquire(CodeBlock block, int position) {
    return (long) SLOT.getAcquire(views.writable(), block.offset() + position);
  }

  /** A copy of a block's bytes. */
  public byte[] bytes(CodeBlock block) {
    return views.writable().asSlice(block.offset(), block.bytes()).toArray(JAVA_BYTE);
  }

  /** Gives a block back. No thread may be in it or come to it any more. */
  public void free(CodeBlock block) {
    lock.lock();
    try {
      free.give(block.offset(), block.bytes());
      used -= block.bytes();
    } finally {
      lock.unlock();
    }
  }

  /** The entry from Java, made from the architecture's trampoline at the first call. */
  public NativeEntry entry(byte[] trampoline, InstructionCache cache) {
    lock.lock();
    try {
      if (entry == null) {
        entry = new NativeEntry(install(trampoline, cache).address());
      }
      return entry;
    } finally {
      lock.unlock();
    }
  }

  /** The bytes in blocks that were not freed. */
  public long used() {
    lock.lock();
    try {
      return used;
    } finally {
      lock.unlock();
    }
  }

  /** The most bytes there may be. */
  public long limit() {
    return limit;
  }

  /** Unmaps everything: no thread may be in any block, and none may be entered again. */
  @Override
  public void close() {
    views.unmap();
  }
}
