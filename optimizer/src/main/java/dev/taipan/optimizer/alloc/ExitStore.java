package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.ValueKind;

/** One store that an exit does; offsets are bytes from the root frame. */
public sealed interface ExitStore {
  /** A word known now, constants boxed: {@code [root + offset] = word}. */
  record Constant(int offset, long word) implements ExitStore {}

  /**
   * A value, boxed as its kind says: I64 to an int word, F64 to a double word (a NaN made canonical
   * first), BOOL to True or False; WORD and CELL as they are.
   *
   * @param value the value, never a constant
   * @param location its register or spill slot at the exit
   */
  record Value(int offset, int value, ValueKind kind, int location) implements ExitStore {}

  /** An address in the value stack: {@code [root + offset] = root + target}. */
  record FrameAddress(int offset, int target) implements ExitStore {}

  /** {@code [thread block + current frame] = root + base}. Comes last. */
  record CurrentFrame(int base) implements ExitStore {}
}
