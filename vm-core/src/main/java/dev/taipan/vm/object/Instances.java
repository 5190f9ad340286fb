package dev.taipan.vm.object;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Shape.Storage;
import dev.taipan.vm.value.Word;

/**
 * The attributes that an object itself holds.
 *
 * <p>Protocol: a slot is read opaque and written with release under a shape that was read before;
 * slots never move, so no lock is needed to overwrite. A new attribute is added under the object's
 * lock: slot first, then the shape's id with release. Turning to a dict (deletion, {@code
 * __dict__}, too many names) stops the world, so that no thread stands between reading a shape and
 * using its slot.
 */
public final class Instances {
  private Instances() {}

  /** The object's own attribute, EMPTY if it has none of that (interned) name. */
  public static long get(ThreadState ts, long object, long name) {
    if (!Word.isCell(object)) {
      return 0L;
    }
    Shape shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
    return switch (shape.storage()) {
      case SLOTS -> {
        int slot = shape.find(name);
        yield slot < 0 ? 0L : load(address(object, shape, slot));
      }
      case DICT -> Dicts.getStr(ts, overflowDict(object, shape), name);
      case NONE -> {
        long dict = dictWithoutStorage(ts, object, shape.kind());
        yield dict == 0L ? 0L : Dicts.getStr(ts, dict, name);
      }
    };
  }

  /** The dict of a function or module, EMPTY if there is none. */
  private static long dictWithoutStorage(ThreadState ts, long object, Kind kind) {
    if (kind == Kind.FUNCTION) {
      return FunctionLayout.dict(object);
    }
    return kind == Kind.HOST && Hosts.orNull(ts, object) instanceof PyModule module
        ? module.dict()
        : 0L;
  }

  private static long load(long address) {
    return address == 0L ? 0L : Memory.getLongAcquire(address);
  }

  private static long overflowDict(long object, Shape shape) {
    return InstanceLayout.overflow(object, InstanceLayout.attributes(object, shape.kind()));
  }

  /**
   * Where a slot lies from the start of each cell of the shape; 0 if it lies in a chunk, or behind
   * something of varying length.
   */
  public static int inlineOffset(Shape shape, int slot) {
    return slot < shape.inlineSlots() && InstanceLayout.hasFixedAttributes(shape.kind())
        ? InstanceLayout.fixedAttributes(shape.kind()) + 8 + 8 * slot
        : 0;
  }

  /** The address of a slot, 0 if it lies in a chunk that does not exist. */
  private static long address(long object, Shape shape, int slot) {
    long attributes = InstanceLayout.attributes(object, shape.kind());
    return slot < shape.inlineSlots()
        ? InstanceLayout.slot(object, attributes, slot)
        : InstanceLayout.overflowSlot(object, attributes, slot - shape.inlineSlots());
  }

  /** Whether the object can take attributes of any name. */
  static boolean hasStorage(ThreadState ts, long object) {
    if (!Word.isCell(object)) {
      return false;
    }
    Shape shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
    return shape.storage() != Storage.NONE
        || shape.kind() == Kind.FUNCTION
        || Hosts.orNull(ts, object) instanceof PyModule;
  }

  /** Sets an attribute of an object that {@link #hasStorage}. */
  public static void set(ThreadState ts, long object, long name, long value) {
    Runtime runtime = ts.runtime();
    for (; ; ) {
      Shape shape = runtime.shapes().get(Memory.getIntAcquire(object));
      if (shape.storage() != Storage.SLOTS) {
        Dicts.setStr(ts, ownDict(ts, object, shape), name, value);
        return;
      }
      int slot = shape.find(name);
      if (slot >= 0) {
        Memory.putLongRelease(address(object, shape, slot), value);
        return;
      }
      if (shape.isFull()) {
        useDict(ts, object, value);
        continue;
      }
      int added = add(ts, runtime, object, shape, name, value);
      if (added >= 0) {
        wantSlot(ts, shape, added);
        return;
      }
    }
  }

  /**
   * Sets, in one step, an attribute of that name if the object, which {@link #hasStorage}, has
   * none.
   */
  static boolean setMissing(ThreadState ts, long object, long name, long value) {
    for (; ; ) {
      Shape shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
      if (shape.storage() != Storage.SLOTS) {
        return Dicts.setDefaultStr(ts, ownDict(ts, object, shape), name, value) == value;
      }
      int slot = shape.find(name);
      if (slot >= 0) {
        return false;
      }
      if (shape.isFull()) {
        useDict(ts, object, value);
        continue;
      }
      int added = add(ts, ts.runtime(), object, shape, name, value);
      if (added >= 0) {
        wantSlot(ts, shape, added);
        return true;
      }
    }
  }

  /** Where a slot did not fit into the cell, further instances get room for it. */
  private static void wantSlot(ThreadState ts, Shape shape, int added) {
    if (added >= shape.inlineSlots()) {
      shape.type().wantInlineSlots(ts, added + 1);
    }
  }

  /** Adds a slot and gives its number; -1 if the shape has changed meanwhile. */
  private static int add(
      ThreadState ts, Runtime runtime, long object, Shape shape, long name, long value) {
    Shape next = shape.with(name, runtime.shapes());
    int slot = next.slotCount() - 1;
    ObjectLock.beginWrite(ts, object);
    try {
      if (Cells.id(object) != shape.id()) {
        return -1;
      }
      long attributes = InstanceLayout.attributes(object, shape.kind());
      long address =
          slot < shape.inlineSlots()
              ? InstanceLayout.slot(object, attributes, slot)
              : InstanceLayout.ensureOverflowSlot(
                  ts, object, attributes, slot - shape.inlineSlots());
      Memory.putLongRelease(address, value);
      Memory.putIntRelease(object + Cells.ID, next.id());
    } finally {
      ObjectLock.endWrite(ts, object);
    }
    return slot;
  }

  /** Deletes an attribute; false if there is none. */
  public static boolean delete(ThreadState ts, long object, long name) {
    boolean isModule = Hosts.orNull(ts, object) instanceof PyModule;
    if (!isModule && get(ts, object, name) == 0L) {
      return false;
    }
    long dict = dict(ts, object);
    return Dicts.deleteStr(ts, dict, name) != 0L;
  }

  /**
   * The object's {@code __dict__} as a dict cell that is its attributes from now on; EMPTY if it
   * has none.
   */
  public static long dict(ThreadState ts, long object) {
    Shape shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
    if (shape.storage() == Storage.SLOTS) {
      useDict(ts, object, Word.EMPTY);
      shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
    }
    return hasStorage(ts, object) ? ownDict(ts, object, shape) : 0L;
  }

  private static long ownDict(ThreadState ts, long object, Shape shape) {
    if (shape.kind() == Kind.FUNCTION) {
      return Functions.dict(ts, object);
    }
    if (shape.storage() == Storage.DICT) {
      return overflowDict(object, shape);
    }
    return Modules.dict(ts, object);
  }

  /** Replaces {@code __dict__} as a whole. */
  public static void replaceDict(ThreadState ts, long object, long dict) {
    Runtime runtime = ts.runtime();
    runtime
        .world()
        .stop(
            ts,
            () -> {
              Shape shape = runtime.shapes().get(Cells.id(object));
              long attributes = InstanceLayout.attributes(object, shape.kind());
              Memory.putLongRelease(object + attributes, dict);
              Memory.putIntRelease(object + Cells.ID, shape.type().dictShape().id());
            });
  }

  /** Gives an object without attributes, which has not escaped, those of a dict for its own. */
  public static void adopt(ThreadState ts, long object, long dict) {
    Shape shape = ts.runtime().shapes().get(Cells.id(object));
    Memory.putLongRelease(object + InstanceLayout.attributes(object, shape.kind()), dict);
    Memory.putIntRelease(object + Cells.ID, shape.type().dictShape().id());
  }

  /** The stop may wait for a collection; {@code value} is what the caller goes on with. */
  private static void useDict(ThreadState ts, long object, long value) {
    Runtime runtime = ts.runtime();
    long dict = Dicts.create(ts);
    int mark = ts.rootMark();
    ts.root(dict);
    ts.root(object);
    ts.root(value);
    runtime
        .world()
        .stop(
            ts,
            () -> {
              Shape shape = runtime.shapes().get(Cells.id(object));
              if (shape.storage() == Storage.SLOTS) {
                copySlots(ts, object, shape, dict);
                long attributes = InstanceLayout.attributes(object, shape.kind());
                Memory.putLongRelease(object + attributes, dict);
                Memory.putIntRelease(object + Cells.ID, shape.type().dictShape().id());
              }
            });
    ts.rootRelease(mark);
  }

  private static void copySlots(ThreadState ts, long object, Shape shape, long dict) {
    for (int slot = shape.reservedSlots(); slot < shape.slotCount(); slot++) {
      long value = load(address(object, shape, slot));
      if (value != 0L) {
        Dicts.setStr(ts, dict, shape.nameAt(slot), value);
      }
    }
  }

  /** What a {@code __slots__} member holds, EMPTY while unset. */
  static long reserved(ThreadState ts, long object, int slot) {
    Shape shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
    return load(address(object, shape, slot));
  }

  static void setReserved(ThreadState ts, long object, int slot, long value) {
    Shape shape = ts.runtime().shapes().get(Memory.getIntAcquire(object));
    Memory.putLongRelease(address(object, shape, slot), value);
  }

  /** A new instance of a class whose instances are plain objects. */
  public static long create(ThreadState ts, PyType type) {
    Shape shape = type.shape();
    assert shape.kind() == Kind.INSTANCE : type.name() + " has a layout of its own";
    long cell = InstanceLayout.create(ts, shape.id(), shape.inlineSlots());
    if (type.hasFinalizer()) {
      ts.heap.finalizers.register(cell);
    }
    return cell;
  }
}
