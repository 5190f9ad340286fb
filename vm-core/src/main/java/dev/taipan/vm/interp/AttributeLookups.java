package dev.taipan.vm.interp;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.ClassMethod;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Descriptors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.MemberDescriptor;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Shape.Storage;
import dev.taipan.vm.type.Slot;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread's table from (shape, name) to where the attribute is, for the generic instructions: the
 * answer of several look-ups in classes and shapes, any of which may be the slowest.
 *
 * <p>An answer counts as long as no class of the runtime has changed since it was looked up: the
 * number of changes, taken before the look-up, is part of the entry. Overwriting one plain value of
 * a class by another is no such change, so no plain values stand here: only slots, methods and new
 * slots. A method's word is alive while the entry counts, since its class still has it.
 */
final class AttributeLookups {
  /** The answer for attributes that must be looked up each time; no word has this value. */
  static final long VARIES = 1;

  /** The answer where a module's dict comes first. */
  static final long IN_MODULE = 2;

  /** The answer where the class has a plain value, which may be another each time. */
  static final long IN_CLASS = 3;

  /** Set in an answer for a class: the function takes the class as its first argument. */
  static final long TAKES_CLASS = 4;

  /** Set in an answer for a load that is an exact property: it reads by its getter. */
  static final long READS = 8;

  /** What no method has of these; cells lie at multiples of 16. */
  static final long MARKS = 15;

  /** No answer up to here is a word. */
  static final long LARGEST = IN_CLASS;

  /** The low bits of an answer that adds a slot; above them stands the id of the next shape. */
  private static final int OFFSET_BITS = 24;

  private static final int ENTRY_BITS = 10;
  private static final int ENTRIES = 1 << ENTRY_BITS;
  private static final int WORDS = 4;

  /** Spreads what it is multiplied with over the high bits. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  /** Names are addresses of cells, so the lowest bit tells stores from loads. */
  private static final long STORE = 1;

  private final AtomicLong changes;

  /**
   * For each entry name, shape id (or a class), number of changes, answer; an empty entry has no
   * name.
   */
  private final long[] table = new long[ENTRIES * WORDS];

  private AttributeLookups(AtomicLong changes) {
    this.changes = changes;
  }

  static AttributeLookups of(ThreadState ts) {
    AttributeLookups own = ts.interpreter.lookups;
    if (own == null) {
      own = new AttributeLookups(ts.runtime().classChanges());
      ts.interpreter.lookups = own;
    }
    return own;
  }

  /** What is known for a load already, else {@link #VARIES}. */
  static long loaded(ThreadState ts, long owner, long name) {
    int id = Memory.getIntAcquire(owner);
    return id == Kind.CLASS.id ? VARIES : known(ts, id, name);
  }

  /** The same for a store. */
  static long stored(ThreadState ts, long owner, long name) {
    return known(ts, Memory.getIntAcquire(owner), name | STORE);
  }

  private static long known(ThreadState ts, int id, long key) {
    AttributeLookups own = ts.interpreter.lookups;
    if (own == null) {
      return VARIES;
    }
    int at = entry(id, key);
    return own.counts(at, id, key) ? own.table[at + 3] : VARIES;
  }

  // A look-up that misses may poll, and the object have another shape then: the first time varies.

  /** For a load: the negated offset of a slot, the word of a method, or {@link #VARIES}. */
  long load(ThreadState ts, int id, long name) {
    int at = entry(id, name);
    if (counts(at, id, name)) {
      return table[at + 3];
    }
    long seen = changes.getAcquire();
    learn(at, id, name, seen, lookUp(ts, ts.runtime().shapes().get(id), name));
    return VARIES;
  }

  /** For a load from a class whose class is {@code type}: a function, or {@link #VARIES}. */
  long ofClass(ThreadState ts, long cls, long name) {
    int at = entry(cls, name);
    if (counts(at, cls, name)) {
      return table[at + 3];
    }
    long seen = changes.getAcquire();
    learn(at, cls, name, seen, inClass(ts, Classes.of(ts, cls), name));
    return VARIES;
  }

  private static long inClass(ThreadState ts, PyType cls, long name) {
    PyType metaclass = ts.runtime().types().type;
    long meta = metaclass.lookup(ts, name);
    if (cls.metaclass() != metaclass
        || !cls.isPredictable()
        || meta != 0L && Descriptors.isData(ts, meta)) {
      return VARIES;
    }
    long value = cls.lookup(ts, name);
    Object host = value == 0L ? null : Hosts.orNull(ts, value);
    if (host instanceof StaticMethod method) {
      value = isExact(ts, value) ? method.function() : 0L;
    }
    if (host instanceof ClassMethod method) {
      boolean takes = isExact(ts, value) && Attributes.isMethod(ts, method.function());
      return takes ? method.function() | TAKES_CLASS : VARIES;
    }
    if (cls.isPlain(value)) {
      return IN_CLASS;
    }
    Kind kind = value == 0L ? Kind.NONE : ts.runtime().kindOf(value);
    return kind == Kind.FUNCTION || kind == Kind.BUILTIN ? value : VARIES;
  }

  /** Whether the class of a descriptor is no script's. */
  private static boolean isExact(ThreadState ts, long descriptor) {
    return !ts.runtime().typeOf(descriptor).has(PyType.Flag.HEAP);
  }

  /** For a store: the negated offset of a slot, {@link #VARIES}, or how a slot is added. */
  long store(ThreadState ts, int id, long name) {
    long key = name | STORE;
    int at = entry(id, key);
    if (counts(at, id, key)) {
      return table[at + 3];
    }
    long seen = changes.getAcquire();
    learn(at, id, key, seen, target(ts, ts.runtime().shapes().get(id), name));
    return VARIES;
  }

  static int addedOffset(long answer) {
    return (int) answer & (1 << OFFSET_BITS) - 1;
  }

  static int nextShape(long answer) {
    return (int) (answer >>> OFFSET_BITS);
  }

  private static int entry(long owner, long key) {
    return (int) ((key + owner * ENTRIES * 31) * SPREAD >>> -ENTRY_BITS) * WORDS;
  }

  /** Whether an entry is that of a shape's id or a class, and has not been outlived. */
  private boolean counts(int at, long owner, long key) {
    return table[at] == key && table[at + 1] == owner && table[at + 2] == changes.getAcquire();
  }

  private void learn(int at, long owner, long key, long seen, long answer) {
    table[at] = key;
    table[at + 1] = owner;
    table[at + 2] = seen;
    table[at + 3] = answer;
  }

  private static long lookUp(ThreadState ts, Shape shape, long name) {
    PyType type = shape.type();
    Runtime runtime = ts.runtime();
    if (type == runtime.types().module) {
      long own = type.lookup(ts, name);
      return own != 0L && Descriptors.isData(ts, own) ? VARIES : IN_MODULE;
    }
    if (!type.isPredictable()
        || type.slot(ts, Slot.GETATTRIBUTE) != runtime.types().objectGetattribute) {
      return VARIES;
    }
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L && Descriptors.isData(ts, descriptor)) {
      return isProperty(ts, type, descriptor)
          ? descriptor | READS
          : slot(shape, reserved(ts, type, descriptor));
    }
    if (shape.storage() == Storage.DICT || hasHiddenDict(runtime, shape)) {
      return VARIES;
    }
    int slot = shape.find(name);
    if (slot >= 0) {
      return slot(shape, slot);
    }
    if (type.isPlain(descriptor)) {
      return IN_CLASS;
    }
    return descriptor != 0L && Attributes.isMethod(ts, descriptor) ? descriptor : VARIES;
  }

  /** Whether nothing but a getter decides what is read. */
  private static boolean isProperty(ThreadState ts, PyType type, long descriptor) {
    return Hosts.orNull(ts, descriptor) instanceof PyProperty
        && ts.runtime().typeOf(descriptor) == ts.runtime().types().property
        && type.slot(ts, Slot.GETATTR) == 0L;
  }

  /** Functions and modules, and what derives from them, have a dict that no shape tells of. */
  private static boolean hasHiddenDict(Runtime runtime, Shape shape) {
    return shape.kind() == Kind.FUNCTION || shape.type().isSubtypeOf(runtime.types().module);
  }

  /** The slot behind a {@code __slots__} member, -1 for other descriptors. */
  private static int reserved(ThreadState ts, PyType type, long descriptor) {
    return Hosts.orNull(ts, descriptor) instanceof MemberDescriptor member
            && type.isSubtypeOf(member.owner())
        ? member.slot()
        : -1;
  }

  private static long slot(Shape shape, int slot) {
    int offset = slot < 0 ? 0 : Instances.inlineOffset(shape, slot);
    return offset == 0 ? VARIES : -offset;
  }

  private static long target(ThreadState ts, Shape shape, long name) {
    PyType type = shape.type();
    Runtime runtime = ts.runtime();
    if (!type.isPredictable() || type.slot(ts, Slot.SETATTR) != runtime.types().objectSetattr) {
      return VARIES;
    }
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L && Descriptors.isData(ts, descriptor)) {
      return slot(shape, reserved(ts, type, descriptor));
    }
    if (shape.storage() != Storage.SLOTS) {
      return VARIES;
    }
    int slot = shape.find(name);
    if (slot >= 0) {
      return slot(shape, slot);
    }
    return shape.isFull() ? VARIES : added(shape, shape.with(name, runtime.shapes()));
  }

  private static long added(Shape shape, Shape next) {
    int offset = Instances.inlineOffset(shape, next.slotCount() - 1);
    return offset == 0 || offset >>> OFFSET_BITS != 0
        ? VARIES
        : (long) next.id() << OFFSET_BITS | offset;
  }
}
