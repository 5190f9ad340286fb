package dev.taipan.vm.type;

import dev.taipan.vm.container.InternTable;
import dev.taipan.vm.thread.ThreadState;

/** The names of special methods as a runtime's interned strs, both ways. Immutable. */
public final class SlotNames {
  /** Four times as many places as names. */
  private static final int PLACES = 512;

  private final long[] names = new long[Slot.count()];

  /** Open addressing by the cells' addresses; the ordinals beside them. */
  private final long[] cells = new long[PLACES];

  private final byte[] ordinals = new byte[PLACES];

  /** Interns the names. */
  public SlotNames(InternTable interned, ThreadState ts) {
    interned.internWords(ts, Slot.TEXT, names);
    for (int i = 0; i < names.length; i++) {
      int place = place(names[i]);
      cells[place] = names[i];
      ordinals[place] = (byte) i;
    }
  }

  /** Where a cell is, or else the free place for it. */
  private int place(long cell) {
    int place = (int) (cell >>> 4) & PLACES - 1;
    while (cells[place] != 0 && cells[place] != cell) {
      place = place + 1 & PLACES - 1;
    }
    return place;
  }

  /** The interned name of a special method. */
  public long name(Slot slot) {
    return names[slot.ordinal()];
  }

  /** The special method of an interned name, null for any other. */
  Slot named(long interned) {
    int place = place(interned);
    return cells[place] == 0 ? null : Slot.at(ordinals[place]);
  }
}
