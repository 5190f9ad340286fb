package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * What all cells have in common.
 *
 * <pre>
 *   +0   shape id (32)   compared by every guard; 0 = free cell
 *   +4   lock (32)       byte 0 locked, byte 1 waiters, high half owner token (0: nobody's)
 *   +8   second word     per layout
 *   +16  payload
 * </pre>
 */
public final class Cells {
  public static final int ID = 0;
  public static final int LOCK = 4;
  public static final int TOKEN = 6;
  public static final int SECOND = 8;
  public static final int PAYLOAD = 16;

  /** Shape id of memory that holds no cell. */
  public static final int FREE = 0;

  private Cells() {}

  /** The shape id; a shape may change under a reader, so what follows from it needs acquire. */
  public static int id(long cell) {
    return Memory.getIntAcquire(cell + ID);
  }

  /** Publishes a change of shape after the slots that it makes visible. */
  public static void setId(long cell, int id) {
    Memory.putIntRelease(cell + ID, id);
  }

  /** Whether this is a cell of exactly this builtin type. */
  public static boolean is(long word, Kind kind) {
    return Word.isCell(word) && id(word) == kind.id;
  }

  /**
   * Allocates a cell with trailing attribute words (subclasses of native kinds), all EMPTY.
   *
   * @param bytes size without the attribute words
   */
  public static long create(ThreadState ts, int shapeId, long bytes, int attributeWords) {
    if (attributeWords == 0) {
      return Heap.allocate(ts, shapeId, bytes);
    }
    long offset = (bytes + 7) & ~7L;
    long cell = Heap.allocate(ts, shapeId, offset + ((long) attributeWords << 3));
    Memory.fillWords(cell + offset, attributeWords, Word.EMPTY);
    return cell;
  }

  /** Reads a shared slot that others may write; what it points to may be followed. */
  public static long load(long slot) {
    return Memory.getLongAcquire(slot);
  }

  /** The one funnel for stores of references to shared slots. */
  public static void store(long slot, long word) {
    assert Word.isWellFormed(word) : Word.describe(word);
    Memory.putLongRelease(slot, word);
  }

  /** Asserts that the address is a live cell with this native layout; returns it. */
  public static long check(long cell, Kind kind) {
    assert Heap.isLiveCell(cell, kind)
        : Heap.describeCell(cell) + " where " + kind + " is expected";
    return cell;
  }
}
