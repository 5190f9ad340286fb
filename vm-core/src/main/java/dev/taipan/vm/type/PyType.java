package dev.taipan.vm.type;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ClassLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.BuiltinMaker;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A Python class: the Java side of a CLASS cell.
 *
 * <p>Reads take no lock: resolution order, slot cache and attribute cache are immutable arrays
 * behind volatile fields, and the namespace is a dict with lock-free reads. Every change goes
 * through {@link #set} or {@link #replaceBases}, under the type lock, and drops the caches of the
 * class and all its subclasses; a change after the class's version was handed out stops the world,
 * so that between two polls a version that was compared stays true.
 */
public final class PyType implements Traced {
  /** Fixed properties of a class. */
  public enum Flag {
    /** Made by a class statement or {@code type()}; its attributes may be set. */
    HEAP,
    /** Classes may derive from it. */
    BASE,
    /** Instances have a {@code __dict__}. */
    DICT,
    /** Instances can be referenced weakly. */
    WEAKREF,
    /** Has a {@code __del__}. */
    FINALIZER,
    /** Has abstract methods left; cannot be instantiated. */
    ABSTRACT,
    /** Instances match sequence patterns. */
    SEQUENCE,
    /** Instances match mapping patterns. */
    MAPPING,
    /** A class pattern with one positional sub-pattern matches the subject itself. */
    MATCH_SELF
  }

  /** Inline attribute words that an instance gets at most. */
  static final int MAX_INLINE = 32;

  /** A class that has been versioned this often is never versioned again. */
  private static final int MAX_VERSIONS = 1000;

  /** Guards every change to any class of any runtime in the JVM; a leaf lock without polls. */
  static final ReentrantLock TYPE_LOCK = new ReentrantLock();

  /**
   * Whether some class has a key that only Python code can compare with a name. From then on no
   * namespace is written or searched under the type lock.
   */
  private static volatile boolean codeKeys;

  private final Runtime runtime;
  private final Kind kind;
  private final BuiltinTable table;
  private volatile String name;
  private volatile long qualname;
  private volatile PyType base;
  private volatile PyType[] bases;
  private volatile PyType[] mro;

  /**
   * Cleared while a metaclass's {@code mro} has not yet said which order a new class has; the one
   * that stands here meanwhile is for this package's own use.
   */
  private volatile boolean complete = true;

  /**
   * Whether every class of the order would tell this one of a change. A metaclass's {@code mro} may
   * name classes that are no ancestors; then nothing is cached.
   */
  private volatile boolean cacheable = true;

  private volatile PyType metaclass;
  private volatile int flags;
  private volatile long[] slots;
  private volatile MethodCache cache = MethodCache.EMPTY;
  private volatile boolean populated;
  private final long cell;
  private final long dict;
  private volatile Shape shape;
  private volatile Shape dictShape;

  /** Guarded by the type lock. */
  final Subclasses subclasses = new Subclasses();

  private final int order;

  /** What relies on the class as it is; guarded by the type lock. */
  private final List<ClassWatcher> watchers = new ArrayList<>();

  private int versions;

  /** How calls of the class go; whoever finds another one than another thread is as right. */
  private volatile BuiltinMaker maker;

  PyType(
      Runtime runtime,
      long cell,
      String name,
      Kind kind,
      BuiltinTable table,
      PyType[] bases,
      PyType base,
      long dict,
      int flags) {
    this.runtime = runtime;
    this.cell = cell;
    this.name = name;
    this.kind = kind;
    this.table = table;
    this.bases = bases;
    this.base = base;
    this.dict = dict;
    this.flags = flags;
    this.populated = table == null;
    this.slots = SlotWords.fresh();
    this.order = runtime.classOrder();
    noteKeys(dict);
  }

  private static void noteKeys(long namespace) {
    if (!Dicts.hasSimpleKeys(namespace)) {
      codeKeys = true;
    }
  }

  // ---- What it is

  public Runtime runtime() {
    return runtime;
  }

  /** The CLASS cell: the class as a word. */
  public long cell() {
    return cell;
  }

  public String name() {
    return name;
  }

  /** {@code __name__}: without the module that a built-in type's name begins with. */
  public String plainName() {
    return table == null ? name : table.name();
  }

  public void setName(String name) {
    this.name = name;
  }

  /** The qualified name (a str word), or EMPTY where it is the plain name. */
  public long qualname() {
    return qualname;
  }

  public void setQualname(long qualname) {
    this.qualname = qualname;
  }

  /** The native layout of its instances. */
  public Kind kind() {
    return kind;
  }

  /** The Java builtins behind it; null for a class made by a script. */
  public BuiltinTable table() {
    return table;
  }

  public PyType base() {
    return base;
  }

  public PyType[] bases() {
    return bases;
  }

  /** The resolution order; callers do not change the array. */
  public PyType[] mro() {
    return mro;
  }

  public PyType metaclass() {
    return metaclass;
  }

  void setMetaclass(PyType metaclass) {
    this.metaclass = metaclass;
  }

  /**
   * The namespace: a dict cell that only this class writes. It is written under the type lock, so
   * it is nobody's own ({@link dev.taipan.vm.thread.ObjectLock#giveUp}).
   */
  public long dict() {
    populate();
    return dict;
  }

  public boolean has(Flag flag) {
    return (flags >>> flag.ordinal() & 1) != 0;
  }

  /** Sets or clears a property; under the type lock or before publication. */
  public void mark(Flag flag, boolean on) {
    flags = on ? flags | 1 << flag.ordinal() : flags & ~(1 << flag.ordinal());
  }

  /**
   * The shape of a new instance. It changes as the class grows: read it once for one cell, so that
   * the id that is stored and the size that is allocated are of one shape.
   */
  public Shape shape() {
    return shape;
  }

  /** The shape of an instance whose attributes lie in a dict. */
  public Shape dictShape() {
    return dictShape;
  }

  /**
   * Notes that an instance has outgrown its inline words: later instances get more. A few steps
   * only, so that a class does not breed shapes; two threads at once take one step. May stop the
   * world, where what makes instances relies on their shape.
   */
  public void wantInlineSlots(ThreadState ts, int slots) {
    Shape current = shape;
    boolean wanted =
        slots > current.inlineSlots()
            && current.inlineSlots() < MAX_INLINE
            && !runtime.isMakingModules();
    if (!wanted || enlargeUnversioned(current, slots)) {
      return;
    }
    changeStopped(
        ts,
        () -> {
          if (shape == current) {
            shape = enlarged(current, slots);
          }
        });
  }

  /** Enlarges the shape at once where nothing relies on it; false if the world must be stopped. */
  private boolean enlargeUnversioned(Shape current, int slots) {
    TYPE_LOCK.lock();
    try {
      if (version() != 0) {
        return false;
      }
      if (shape == current) {
        shape = enlarged(current, slots);
        invalidate(new ArrayList<>());
      }
      return true;
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  private Shape enlarged(Shape current, int slots) {
    int inline = Math.min(MAX_INLINE, Math.max(slots, current.inlineSlots() * 2));
    return runtime.shapes().root(this, inline, current.reservedSlots());
  }

  void setShapes(Shape shape, Shape dictShape) {
    this.shape = shape;
    this.dictShape = dictShape;
  }

  void setMro(PyType[] mro) {
    this.mro = mro;
    boolean follows = Mro.followsBases(this, mro, bases);
    for (PyType b : bases) {
      follows &= b.cacheable;
    }
    cacheable = follows;
    complete = true;
  }

  /** An order to go by while the class is being made. */
  void setProvisionalMro(PyType[] mro) {
    this.mro = mro;
    complete = false;
  }

  /** Whether the class has its resolution order. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether a dying instance must be handed to {@code __del__} first. */
  public boolean hasFinalizer() {
    return has(Flag.FINALIZER);
  }

  public boolean isSubtypeOf(PyType other) {
    if (this == other) {
      return true;
    }
    for (PyType t : mro) {
      if (t == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a look-up runs no code, and all classes that it depends on tell of their changes. A
   * namespace may have keys that only Python code can compare with a name; who looks up ahead of
   * time would run that twice.
   */
  public boolean isPredictable() {
    for (PyType t : mro) {
      if (!Dicts.hasSimpleKeys(t.dict)) {
        return false;
      }
    }
    return cacheable;
  }

  // ---- Looking up

  /** What an interned name resolves to along the resolution order, unbound; EMPTY if nothing. */
  public long lookup(ThreadState ts, long interned) {
    MethodCache current = cache;
    long value = current.get(interned);
    if (value == MethodCache.ABSENT) {
      return 0L;
    }
    if (value != 0L) {
      return value;
    }
    value = lookupSlowly(ts, interned);
    if (!cacheable) {
      return value;
    }
    remember(current, interned, value == 0L ? MethodCache.ABSENT : value);
    return value;
  }

  private void remember(MethodCache seen, long interned, long value) {
    TYPE_LOCK.lock();
    try {
      // Only into the cache that was current before the search: a change since then has installed
      // another one, or the name in it.
      if (cache == seen && seen.get(interned) == 0L) {
        cache = seen.with(interned, value);
      }
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /** As {@link #lookup}, past the cache; for whoever holds the type lock. */
  long find(ThreadState ts, long interned) {
    return lookupSlowly(ts, interned);
  }

  private long lookupSlowly(ThreadState ts, long interned) {
    for (PyType t : mro) {
      long value = Dicts.getStr(ts, t.dict(), interned);
      if (value != 0L) {
        return value;
      }
    }
    return 0L;
  }

  public BuiltinMaker maker() {
    return maker;
  }

  public void setMaker(BuiltinMaker maker) {
    this.maker = maker;
  }

  /** The special method as it stands in a namespace (unbound); EMPTY if the class has none. */
  public long slot(ThreadState ts, Slot slot) {
    long[] current = slots;
    int at = slot.ordinal();
    long value = at < current.length ? current[at] : SlotWords.UNKNOWN;
    if (value == SlotWords.UNKNOWN) {
      value = slotSlowly(ts, slot);
      if (cacheable) {
        remember(current, at, value);
      }
    }
    return value;
  }

  /** Into the words that were current before the search, so that a change since is not undone. */
  @SuppressWarnings("ReferenceEquality") // each change installs another array
  private void remember(long[] seen, int at, long value) {
    if (at < seen.length) {
      seen[at] = value;
      return;
    }
    TYPE_LOCK.lock();
    try {
      if (slots == seen) {
        long[] words = SlotWords.unknown();
        words[at] = value;
        slots = words;
      }
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /** As {@link #lookupSlowly}, but fills no namespace whose table has nothing to say. */
  private long slotSlowly(ThreadState ts, Slot slot) {
    for (PyType t : mro) {
      if (t.populated || t.declares(slot)) {
        long value = Dicts.getStr(ts, t.dict(), runtime.slotName(slot));
        if (value != 0L) {
          return value;
        }
      }
    }
    return 0L;
  }

  /** Whether instances have a special method; fills no namespace to know. */
  public boolean hasSlot(ThreadState ts, Slot slot) {
    for (PyType t : mro) {
      if (t.populated ? Dicts.getStr(ts, t.dict, runtime.slotName(slot)) != 0L : t.declares(slot)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link TypeFactory#fill} will give the namespace a special method. */
  private boolean declares(Slot slot) {
    return table.has(slot.pythonName()) || slot == Slot.HASH && table.has(Slot.EQ.pythonName());
  }

  // ---- Changing

  /**
   * Sets (or with EMPTY deletes) an entry of the namespace; false if there was nothing to delete.
   */
  public boolean set(ThreadState ts, long interned, long value) {
    populate();
    boolean[] done = new boolean[1];
    if (codeKeys) {
      done[0] = store(ts, interned, value);
      changeStopped(ts, () -> {});
      if (done[0] && interned == runtime.slotName(Slot.DEL)) {
        findFinalizer(ts);
      }
    } else if (!changeUnversioned(ts, interned, value, done)) {
      runtime
          .world()
          .stop(
              ts,
              () -> {
                List<ClassWatcher> watching = new ArrayList<>();
                done[0] = change(ts, interned, value, watching);
                watching.forEach(watcher -> watcher.changed(ts));
              });
    }
    if (done[0] && value != 0L && interned == runtime.slotName(Slot.DEL)) {
      FinalizerChange.reachInstances(ts, this);
    }
    return done[0];
  }

  /** Changes the class at once where nothing relies on it; false if the world must be stopped. */
  private boolean changeUnversioned(ThreadState ts, long interned, long value, boolean[] done) {
    TYPE_LOCK.lock();
    try {
      if (!codeKeys && isPlain(value) && isPlain(Dicts.getStr(ts, dict, interned))) {
        Dicts.setStr(ts, dict, interned, value);
        overwritten(ts, interned, value, Strs.startsWithUnderscore(interned));
        done[0] = true;
        return true;
      }
      if (version() == 0) {
        done[0] = change(ts, interned, value, new ArrayList<>());
        return true;
      }
      return false;
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /** Sets an entry of a class that only its maker knows, as making it would have; does not stop. */
  public void setNew(ThreadState ts, long interned, long value) {
    TYPE_LOCK.lock();
    try {
      assert version() == 0 : "a class that somebody relies on";
      change(ts, interned, value, new ArrayList<>());
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /**
   * Whether a class attribute is a mere value, which nothing but a load of it depends on: special
   * methods and descriptors are callable or have special methods themselves.
   */
  public boolean isPlain(long value) {
    if (value == 0L) {
      return false;
    }
    return switch (runtime.kindOf(value)) {
      case SMALL_INT, INT, FLOAT, BOOL, STR, BYTES, TUPLE, LIST, DICT, SET -> true;
      default -> false;
    };
  }

  /**
   * The version stays: readers of the value look again. Under the type lock.
   *
   * @param found what the name leads to now
   * @param special whether the name may be that of a slot
   */
  private void overwritten(ThreadState ts, long interned, long found, boolean special) {
    // A reader that has missed in this cache and has found the old value may not add it: so the
    // name is in the cache before the change is over.
    if (cacheable && !cache.overwrite(interned, found)) {
      cache = cache.with(interned, found);
    }
    if (special) {
      slots = SlotWords.fresh();
    }
    for (int i = 0; i < watchers.size(); i++) {
      watchers.get(i).overwritten(ts, interned);
    }
    for (int i = 0; i < subclasses.count(); i++) {
      PyType subclass = subclasses.get(i);
      if (subclass != null) {
        subclass.overwritten(ts, interned, subclass.lookupSlowly(ts, interned), special);
      }
    }
  }

  private boolean store(ThreadState ts, long interned, long value) {
    if (value == 0L) {
      return Dicts.deleteStr(ts, dict, interned) != 0L;
    }
    Dicts.setStr(ts, dict, interned, value);
    return true;
  }

  private boolean change(ThreadState ts, long interned, long value, List<ClassWatcher> watching) {
    TYPE_LOCK.lock();
    try {
      if (!store(ts, interned, value)) {
        return false;
      }
      invalidate(watching);
      if (interned == runtime.slotName(Slot.DEL)) {
        findFinalizer(ts);
      }
      return true;
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /** After a change of {@code __del__}; under the type lock, unless that runs Python code. */
  private void findFinalizer(ThreadState ts) {
    mark(Flag.FINALIZER, slot(ts, Slot.DEL) != 0L);
    for (PyType subclass : subclasses()) {
      subclass.findFinalizer(ts);
    }
  }

  /** Drops what was cached of this class and its subclasses. Under the type lock. */
  private void invalidate(List<ClassWatcher> watching) {
    cache = MethodCache.fresh();
    slots = SlotWords.fresh();
    ClassLayout.setVersion(cell, 0);
    watching.addAll(watchers);
    watchers.clear();
    for (int i = 0; i < subclasses.count(); i++) {
      PyType subclass = subclasses.get(i);
      if (subclass != null) {
        subclass.invalidate(watching);
      }
    }
    // Behind all else: who has seen this number sees what has changed.
    runtime.classChanges().incrementAndGet();
  }

  /**
   * Tells the watcher of the next change. The caller has handed out the version and not polled
   * since, so the class is still as it was then.
   */
  public void watch(ThreadState ts, ClassWatcher watcher) {
    TYPE_LOCK.lock();
    try {
      assert version() != 0 : "a class that nobody may rely on";
      watchers.add(watcher);
      watcher.watching(ts);
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /**
   * Another list of bases with the resolution orders that follow from it, all at once for every
   * reader. Where a class would have no consistent order nothing changes, and the answer says what
   * is wrong; else null.
   */
  String replaceBases(ThreadState ts, PyType[] newBases, PyType newBase) {
    String[] failure = new String[1];
    changeStopped(
        ts,
        () -> {
          PyType[] oldBases = bases;
          Map<PyType, PyType[]> before = new HashMap<>();
          bases = newBases;
          PyType failed = recomputeMro(before);
          if (failed == null) {
            base = newBase;
            Subclasses.move(this, oldBases, newBases);
          } else {
            failure[0] = ResolutionOrder.inconsistent(failed, failed.bases);
            bases = oldBases;
            before.forEach(PyType::setMro);
          }
        });
    return failure[0];
  }

  /** Other bases alone: the orders follow, and then the links of the bases. */
  void changeBases(ThreadState ts, PyType[] newBases, PyType newBase) {
    changeStopped(
        ts,
        () -> {
          bases = newBases;
          base = newBase;
        });
  }

  /** Another resolution order. */
  void changeMro(ThreadState ts, PyType[] order) {
    changeStopped(ts, () -> setMro(order));
  }

  /** Another metaclass, with the shape that goes with it. */
  public void changeMetaclass(ThreadState ts, PyType other, Shape shape) {
    changeStopped(
        ts,
        () -> {
          metaclass = other;
          Memory.putIntRelease(cell + Cells.ID, shape.id());
        });
  }

  /** Changes what the class inherits, with nobody looking, and drops what was cached of it. */
  public void changeStopped(ThreadState ts, Runnable change) {
    runtime
        .world()
        .stop(
            ts,
            () -> {
              List<ClassWatcher> watching = new ArrayList<>();
              TYPE_LOCK.lock();
              try {
                change.run();
                invalidate(watching);
              } finally {
                TYPE_LOCK.unlock();
              }
              watching.forEach(watcher -> watcher.changed(ts));
            });
  }

  /** Null, or the class that has no consistent order; notes the orders that it replaces. */
  private PyType recomputeMro(Map<PyType, PyType[]> before) {
    PyType[] linear = Mro.linearize(this, bases);
    if (linear == null) {
      return this;
    }
    before.putIfAbsent(this, mro);
    setMro(linear);
    for (int i = 0; i < subclasses.count(); i++) {
      PyType subclass = subclasses.get(i);
      PyType failed = subclass == null ? null : subclass.recomputeMro(before);
      if (failed != null) {
        return failed;
      }
    }
    return null;
  }

  /** The direct subclasses that are alive. */
  public List<PyType> subclasses() {
    TYPE_LOCK.lock();
    try {
      return subclasses.alive();
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  /** Where the class stands among others of the same base, before the order of their making. */
  int order() {
    return order;
  }

  // ---- Versions

  /** The version that a guard compares; 0 while none has been handed out since the last change. */
  public int version() {
    return ClassLayout.version(cell);
  }

  /**
   * The current version, handing one out if there is none; 0 for a class that changes too often, or
   * whose attributes only Python code can find: nobody may run that under the type lock.
   */
  public int assignVersion() {
    TYPE_LOCK.lock();
    try {
      int version = ClassLayout.version(cell);
      if (version == 0 && versions < MAX_VERSIONS && isPredictable()) {
        for (PyType b : bases) {
          if (b.assignVersion() == 0) {
            return 0;
          }
        }
        versions++;
        version = runtime.nextTypeVersion();
        ClassLayout.setVersion(cell, version);
      }
      return version;
    } finally {
      TYPE_LOCK.unlock();
    }
  }

  // ---- Java builtins

  /**
   * Fills the namespace from the Java table on first use: most builtin types are never asked for
   * most of their methods.
   */
  private void populate() {
    if (!populated) {
      TYPE_LOCK.lock();
      try {
        if (!populated) {
          TypeFactory.fill(this, dict);
          populated = true;
        }
      } finally {
        TYPE_LOCK.unlock();
      }
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(dict);
    visitor.visit(qualname);
    for (PyType t : bases) {
      visitor.visit(t.cell);
    }
    if (mro != null) {
      for (PyType t : mro) {
        visitor.visit(t.cell);
      }
    }
    if (metaclass != null) {
      visitor.visit(metaclass.cell);
    }
  }

  @Override
  public String toString() {
    return "PyType[" + name + "]";
  }
}
