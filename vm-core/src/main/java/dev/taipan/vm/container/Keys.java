package dev.taipan.vm.container;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Hash and equality of keys as far as they need no Python code. */
public final class Keys {
  private Keys() {}

  /** Whether hash and equality need no Python code: an exact str or a small int. */
  public static boolean isSimple(long key) {
    return Word.isInt(key) || Cells.is(key, Kind.STR);
  }

  /** The hash of any key; may poll unless the key is simple. */
  public static long hash(ThreadState ts, long key) {
    if (Word.isInt(key)) {
      return hashInt(Word.unboxInt(key));
    }
    return Cells.is(key, Kind.STR) ? Strings.hash(ts, key) : ts.heap.keyEquality().hash(ts, key);
  }

  /** The hash of an int of at most 49 bits, which is below the modulus 2^61-1. */
  public static long hashInt(long value) {
    return value == -1 ? -2 : value;
  }

  /** A hash that needs no Python code, of a simple key that has been hashed before. */
  static long knownHash(ThreadState ts, long key) {
    return Word.isInt(key) ? hashInt(Word.unboxInt(key)) : Strings.hash(ts, key);
  }

  /** Whether two simple keys are equal. */
  static boolean equalSimple(long stored, long key) {
    return stored == key || (Word.isCell(stored) && Word.isCell(key) && Strings.equal(stored, key));
  }
}
