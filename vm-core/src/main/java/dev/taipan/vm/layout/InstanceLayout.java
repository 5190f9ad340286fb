package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * An instance of a Python class: attribute words behind a shape. The same two parts, overflow word
 * and inline slots, stand behind the fixed part of a subclass of a native kind, so that an
 * attribute is found in the same way there, from {@link #attributes}.
 *
 * <p>Attributes that do not fit inline go to a chain of chunks. A chunk never moves while the
 * instance lives and a slot never serves another name: an attribute may be overwritten by one
 * release store without the lock.
 *
 * <pre>
 *   +0   header
 *   +8   overflow: first chunk + 1, or a dict cell, or 0          } the attribute words
 *   +16  slot 0, slot 1, ... (count from the shape)               }
 *
 *   chunk: owned block {+0 next chunk or 0, +8 capacity, +16 words}
 * </pre>
 */
public final class InstanceLayout {
  public static final int OVERFLOW = 8;
  public static final int SLOTS = 16;

  /** Set in the overflow word when it is the address of a chunk and not a dict. */
  public static final long CHUNK_TAG = 1;

  public static final int CHUNK_NEXT = 0;
  public static final int CHUNK_CAPACITY = 8;
  public static final int CHUNK_WORDS = 16;

  /** Words of the first chunk; each further one has twice as many. */
  public static final int FIRST_CHUNK = 6;

  private InstanceLayout() {}

  /** An instance whose slots are EMPTY. */
  public static long create(ThreadState ts, int shapeId, int slots) {
    long cell = Heap.allocate(ts, shapeId, SLOTS + ((long) slots << 3));
    Memory.fillWords(cell + OVERFLOW, 1L + slots, Word.EMPTY);
    Memory.storeStoreFence();
    return cell;
  }

  /**
   * Offset of the overflow word in a cell; the inline slots follow it. Behind the fixed part of a
   * native kind, or behind the items where their number varies.
   */
  public static long attributes(long cell, Kind kind) {
    long offset =
        switch (kind) {
          case INSTANCE -> OVERFLOW;
          case INT -> IntLayout.bytes(cell);
          case STR -> StrLayout.CHARS + (long) StrLayout.length(cell) * StrLayout.width(cell);
          case BYTES -> BytesLayout.DATA + Memory.getLong(cell + BytesLayout.LENGTH);
          case TUPLE -> TupleLayout.ITEMS + (Memory.getLong(cell + TupleLayout.LENGTH) << 3);
          default -> kind.size;
        };
    return (offset + 7) & ~7L;
  }

  /** Whether the attribute words of all cells of the kind lie at the same offset. */
  public static boolean hasFixedAttributes(Kind kind) {
    return switch (kind) {
      case INT, STR, BYTES, TUPLE -> false;
      default -> true;
    };
  }

  /** Offset of the overflow word where {@link #hasFixedAttributes}. */
  public static int fixedAttributes(Kind kind) {
    return kind == Kind.INSTANCE ? OVERFLOW : (kind.size + 7) & ~7;
  }

  /** The overflow word: 0, a tagged chunk or a dict cell. */
  public static long overflow(long cell, long attributes) {
    return Memory.getLongAcquire(cell + attributes);
  }

  public static boolean isChunk(long overflow) {
    return (overflow & CHUNK_TAG) != 0;
  }

  /** Address of an inline slot. */
  public static long slot(long cell, long attributes, int index) {
    return cell + attributes + 8 + ((long) index << 3);
  }

  /** Address of an overflow slot, 0 if its chunk does not exist yet. */
  public static long overflowSlot(long cell, long attributes, int index) {
    long link = Memory.getLongAcquire(cell + attributes);
    if (!isChunk(link)) {
      return 0;
    }
    int rest = index;
    long chunk = link - CHUNK_TAG;
    while (chunk != 0) {
      int capacity = (int) Memory.getLong(chunk + CHUNK_CAPACITY);
      if (rest < capacity) {
        return chunk + CHUNK_WORDS + ((long) rest << 3);
      }
      rest -= capacity;
      chunk = Memory.getLongAcquire(chunk + CHUNK_NEXT);
    }
    return 0;
  }

  /** As {@link #overflowSlot}, adding chunks as needed; under the object lock. */
  public static long ensureOverflowSlot(ThreadState ts, long cell, long attributes, int index) {
    long found = overflowSlot(cell, attributes, index);
    while (found == 0) {
      addChunk(ts, cell, attributes);
      found = overflowSlot(cell, attributes, index);
    }
    return found;
  }

  private static void addChunk(ThreadState ts, long cell, long attributes) {
    int capacity = FIRST_CHUNK;
    long link = cell + attributes;
    long next = Memory.getLong(link);
    assert next == 0 || isChunk(next) : "instance with a dict";
    long tag = CHUNK_TAG;
    while (next != 0) {
      link = (next & ~CHUNK_TAG) + CHUNK_NEXT;
      capacity <<= 1;
      next = Memory.getLong(link);
      tag = 0;
    }
    long chunk = Heap.allocateBlock(ts, CHUNK_WORDS + ((long) capacity << 3));
    Memory.putLong(chunk + CHUNK_NEXT, 0);
    Memory.putLong(chunk + CHUNK_CAPACITY, capacity);
    Memory.fillWords(chunk + CHUNK_WORDS, capacity, Word.EMPTY);
    Memory.putLongRelease(link, chunk + tag);
  }
}
