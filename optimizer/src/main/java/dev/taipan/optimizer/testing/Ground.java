package dev.taipan.optimizer.testing;

/**
 * The memory that random traces are written for: what lies in which frame slot, and what the cells
 * there look like. {@link Sandbox} fills it, {@link RandomTrace} relies on it.
 *
 * <pre>
 *   root frame: header, then slots
 *     0..5 ints   6..9 doubles   10..11 bools   12..14 cells   15..19 any word   20..22 EMPTY   23 int 0
 *   cell: +0 shape id   +16 raw number 0..8   +24 block   +32 int word  +40 double word  +48 any
 *   thread block: room for {@link #NEW_CELLS} new cells of {@link #NEW_BYTES}
 *   block: +0 capacity 8   +8 eight words, some of them EMPTY
 * </pre>
 */
final class Ground {
  static final int FIRST_SLOT = 96;
  static final int INTS = 0;
  static final int FLOATS = 6;
  static final int BOOLS = 10;
  static final int CELLS = 12;
  static final int ANY = 15;
  static final int EMPTY = 20;
  static final int COUNTER = 23;
  static final int SLOTS = 24;
  static final int FRAME_BYTES = FIRST_SLOT + 8 * SLOTS;

  /** Cell slots alternate between a native kind and an instance. */
  static final int[] CELL_IDS = {9, 300, 9};

  /** As a list's length, the block as its items. */
  static final int CELL_NUMBER = 16;

  static final int CELL_BLOCK = 24;
  static final int CELL_INT = 32;
  static final int CELL_FLOAT = 40;
  static final int CELL_ANY = 48;
  static final int CELL_BYTES = 64;
  static final int CAPACITY = 8;
  static final int BLOCK_WORDS = 8;
  static final int BLOCK_BYTES = BLOCK_WORDS + 8 * CAPACITY;

  static final int NEW_BYTES = 48;
  static final int NEW_CELLS = 12;

  private Ground() {}

  static int slot(int index) {
    return FIRST_SLOT + 8 * index;
  }
}
