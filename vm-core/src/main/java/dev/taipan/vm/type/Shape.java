package dev.taipan.vm.type;

import dev.taipan.vm.gc.ShapeInfo;
import dev.taipan.vm.layout.Kind;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a header's id stands for: a native layout, a class and, for ordinary instances, where each
 * attribute lies.
 *
 * <p>A shape never changes after it is published; adding an attribute leads to another shape. Slots
 * are numbered in order of first use and a number never gets another name within a family of
 * shapes, so a load guarded by an id is right for good. The transition table is the only mutable
 * part: entries are only added, under the lock of its map.
 */
public final class Shape implements ShapeInfo {
  /** How an instance of the shape keeps its attributes; see {@code InstanceLayout}. */
  public enum Storage {
    /** No attributes of its own beyond reserved slots. */
    NONE,
    /** Inline words, then overflow chunks, numbered by this shape. */
    SLOTS,
    /** A dict, whose address stands in the overflow word. */
    DICT
  }

  /**
   * Past this many names, or this many ways on from one shape, an instance is better off with a
   * dict.
   */
  public static final int MAX_NAMES = 128;

  private final int id;
  private final Kind kind;
  private final PyType type;
  private final Storage storage;
  private final int inlineSlots;
  private final int reservedSlots;
  private final Shape parent;
  private final long lastName;
  private final int slotCount;

  /** For shapes without names. */
  private static final long[] NO_NAMES = new long[4];

  private static final int[] NO_POSITIONS = new int[4];

  /**
   * Attribute name (an interned str cell) to shape; see the class comment. Null where attributes do
   * not lie in slots.
   */
  private final ConcurrentHashMap<Long, Shape> transitions;

  /**
   * Open-addressed table of interned names, fixed at construction; {@code positions[i]} is the slot
   * of {@code names[i]}.
   */
  private final long[] names;

  private final int[] positions;

  Shape(int id, Kind kind, PyType type, Storage storage, int inlineSlots, int reservedSlots) {
    this(id, kind, type, storage, inlineSlots, reservedSlots, null, 0L, reservedSlots);
  }

  private Shape(
      int id,
      Kind kind,
      PyType type,
      Storage storage,
      int inlineSlots,
      int reservedSlots,
      Shape parent,
      long lastName,
      int slotCount) {
    this.id = id;
    this.kind = kind;
    this.type = type;
    this.storage = storage;
    this.inlineSlots = inlineSlots;
    this.reservedSlots = reservedSlots;
    this.parent = parent;
    this.lastName = lastName;
    this.slotCount = slotCount;
    this.transitions = storage == Storage.SLOTS ? new ConcurrentHashMap<>(2) : null;
    int named = slotCount - reservedSlots;
    if (named == 0) {
      this.names = NO_NAMES;
      this.positions = NO_POSITIONS;
      return;
    }
    int size = Integer.highestOneBit(Math.max(2, named * 2)) * 2;
    this.names = new long[size];
    this.positions = new int[size];
    for (Shape s = this; s != null && s.lastName != 0L; s = s.parent) {
      int i = (int) (s.lastName >>> 4) & (size - 1);
      while (names[i] != 0L) {
        i = (i + 1) & (size - 1);
      }
      names[i] = s.lastName;
      positions[i] = s.slotCount - 1;
    }
  }

  public int id() {
    return id;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  public PyType type() {
    return type;
  }

  public Storage storage() {
    return storage;
  }

  /** Attribute words inside the cell itself, behind the overflow word. */
  @Override
  public int inlineSlots() {
    return inlineSlots;
  }

  /** The first slots, which belong to {@code __slots__} members and have no name here. */
  public int reservedSlots() {
    return reservedSlots;
  }

  /** Slots in use, reserved ones included. */
  public int slotCount() {
    return slotCount;
  }

  @Override
  public boolean hasFinalizer() {
    return type.hasFinalizer();
  }

  /**
   * Words that a cell of this shape has behind its kind's own part; 0 for shapes without
   * attributes.
   */
  @Override
  public int attributeWords() {
    return storage == Storage.NONE && reservedSlots == 0 ? 0 : 1 + inlineSlots;
  }

  /** Bytes of a cell of this shape, without what its kind adds by length. */
  public int sizeOf() {
    return Math.max(kind.size, 8) + 8 * attributeWords();
  }

  /** Whether one more name should lead to a dict instead. */
  public boolean isFull() {
    return slotCount - reservedSlots >= MAX_NAMES || hasManyWaysOn();
  }

  private boolean hasManyWaysOn() {
    return transitions != null && transitions.size() >= MAX_NAMES;
  }

  /** The slot of an interned name, or -1. */
  public int find(long name) {
    int mask = names.length - 1;
    int i = (int) (name >>> 4) & mask;
    while (names[i] != 0L) {
      if (names[i] == name) {
        return positions[i];
      }
      i = (i + 1) & mask;
    }
    return -1;
  }

  /** The name of a slot. */
  public long nameAt(int slot) {
    Shape s = this;
    while (s.slotCount - 1 != slot) {
      s = s.parent;
    }
    return s.lastName;
  }

  /** The shape with one more attribute; the same object for every thread that asks. */
  public Shape with(long name, ShapeTable table) {
    Shape known = transitions.get(name);
    return known != null ? known : grow(name, table);
  }

  private Shape grow(long name, ShapeTable table) {
    table.growth.lock();
    try {
      Shape known = transitions.get(name);
      if (known != null) {
        return known;
      }
      Shape grown =
          new Shape(
              table.takeId(),
              kind,
              type,
              storage,
              inlineSlots,
              reservedSlots,
              this,
              name,
              slotCount + 1);
      transitions.put(name, table.publish(grown));
      return grown;
    } finally {
      table.growth.unlock();
    }
  }
}
