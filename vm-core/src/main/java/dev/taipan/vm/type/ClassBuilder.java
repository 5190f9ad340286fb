package dev.taipan.vm.type;

import dev.taipan.vm.layout.ClassLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.MemberDescriptor;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the classes of scripts: chooses the base that decides the layout, reserves {@code
 * __slots__}, lays out shapes and links the class to its bases. What {@code type.__new__} does
 * around it (hooks, {@code __classcell__}) is its own matter.
 */
public final class ClassBuilder {
  /** Inline attribute words of a plain instance at least; see {@link OwnStores}. */
  private static final int FIRST_INLINE = 4;

  private static final int FIRST_INLINE_NATIVE = 2;

  private ClassBuilder() {}

  /** As the other one, for a class that Java code makes. */
  public static PyType build(
      ThreadState ts,
      PyType metaclass,
      String name,
      PyType[] bases,
      long namespace,
      List<Long> slots,
      boolean slotsHaveDict,
      boolean slotsHaveWeakref) {
    return build(
        ts, metaclass, name, bases, namespace, slots, slotsHaveDict, slotsHaveWeakref, type -> {});
  }

  /**
   * A new class.
   *
   * @param namespace a dict of the class's own, already stripped of what is no attribute
   * @param slots the mangled names of {@code __slots__} without {@code __dict__} and {@code
   *     __weakref__}; null if the class declares none
   * @param named gives the class what its metaclass's {@code mro} may ask for
   */
  public static PyType build(
      ThreadState ts,
      PyType metaclass,
      String name,
      PyType[] bases,
      long namespace,
      List<Long> slots,
      boolean slotsHaveDict,
      boolean slotsHaveWeakref,
      Consumer<PyType> named) {
    Runtime runtime = ts.runtime();
    PyType base = bestBase(ts, bases);
    // A module keeps all its attributes in its own dict, a derived class's instance too.
    boolean module = base.isSubtypeOf(runtime.types().module);
    boolean dict = !module && (slots == null || slotsHaveDict || hasFlag(bases, PyType.Flag.DICT));
    int flags = 1 << PyType.Flag.HEAP.ordinal() | 1 << PyType.Flag.BASE.ordinal();
    flags |= dict ? 1 << PyType.Flag.DICT.ordinal() : 0;
    boolean inherited = hasFlag(bases, PyType.Flag.WEAKREF);
    boolean weakref = inherited || (slots == null ? mayAddWeakref(base) : slotsHaveWeakref);
    flags |= weakref ? 1 << PyType.Flag.WEAKREF.ordinal() : 0;
    flags |= base.has(PyType.Flag.MATCH_SELF) ? 1 << PyType.Flag.MATCH_SELF.ordinal() : 0;
    Kind kind = base.kind() == Kind.FLOAT ? Kind.HOST : base.kind();
    Shape classShape = metaclass.shape();
    long cell = ClassLayout.create(ts, classShape.id(), classShape.attributeWords());
    ObjectLock.giveUp(ts, namespace);
    PyType type = new PyType(runtime, cell, name, kind, null, bases, base, namespace, flags);
    ClassLayout.setHost(cell, runtime.hosts().add(ts, type, cell));
    type.setMetaclass(metaclass);
    long hook = ResolutionOrder.hook(ts, type);
    PyType[] mro = firstOrder(ts, type, bases, base, hook != 0L);
    inheritPatternFlags(type, mro);
    layOut(ts, type, base, slots == null ? List.of() : slots, dict);
    // A class has a __dict__ by its own type: the read-only view of its namespace.
    if (dict && kind != Kind.CLASS && !hasFlag(bases, PyType.Flag.DICT)) {
      TypeFactory.addInstanceDict(ts, type, namespace);
    }
    if (weakref && !inherited) {
      TypeFactory.addInstanceWeakref(ts, type, namespace);
    }
    named.accept(type);
    if (hook != 0L) {
      int mark = ts.rootMark();
      ts.root(cell);
      ts.root(namespace);
      PyType[] asked = ResolutionOrder.ask(ts, type, hook);
      // What the hook did may have completed the class.
      if (!type.isComplete()) {
        type.setMro(asked);
        inheritPatternFlags(type, asked);
      }
      ts.rootRelease(mark);
    }
    Subclasses.move(type, new PyType[0], type.bases());
    return type;
  }

  /** Gives up a class that only its maker knows. */
  public static void forget(PyType type) {
    Subclasses.move(type, type.bases(), new PyType[0]);
  }

  /**
   * The linearisation; if the metaclass is still to be asked, an order that every class of the line
   * can be found by.
   */
  private static PyType[] firstOrder(
      ThreadState ts, PyType type, PyType[] bases, PyType base, boolean provisional) {
    if (!provisional) {
      PyType[] order = ResolutionOrder.linear(ts, type);
      type.setMro(order);
      return order;
    }
    PyType[] order = Mro.linearize(type, bases);
    if (order == null) {
      List<PyType> line = new ArrayList<>(List.of(type));
      for (PyType t = base; t != null; t = t.base()) {
        line.add(t);
      }
      order = line.toArray(PyType[]::new);
    }
    type.setProvisionalMro(order);
    return order;
  }

  /**
   * A class is a sequence or a mapping to patterns as the first one in its order that is either.
   */
  private static void inheritPatternFlags(PyType type, PyType[] mro) {
    for (PyType parent : mro) {
      if (parent.has(PyType.Flag.SEQUENCE) || parent.has(PyType.Flag.MAPPING)) {
        type.mark(PyType.Flag.SEQUENCE, parent.has(PyType.Flag.SEQUENCE));
        type.mark(PyType.Flag.MAPPING, parent.has(PyType.Flag.MAPPING));
        return;
      }
    }
  }

  private static boolean hasFlag(PyType[] bases, PyType.Flag flag) {
    for (PyType b : bases) {
      if (b.has(flag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class without {@code __slots__} gets weak references: not where sizes vary. */
  public static boolean mayAddWeakref(PyType base) {
    return switch (base.kind()) {
      case INT, BYTES, TUPLE -> false;
      default -> true;
    };
  }

  private static void layOut(
      ThreadState ts, PyType type, PyType base, List<Long> slots, boolean dict) {
    ShapeTable shapes = ts.runtime().shapes();
    int first = base.shape().reservedSlots();
    int reserved = first + slots.size();
    if (dict) {
      int inline = reserved + (type.kind() == Kind.INSTANCE ? FIRST_INLINE : FIRST_INLINE_NATIVE);
      inline = Math.max(inline, base.shape().inlineSlots());
      inline = Math.max(inline, Math.min(PyType.MAX_INLINE, reserved + OwnStores.count(ts, type)));
      type.setShapes(shapes.root(type, inline, reserved), shapes.dict(type, reserved));
    } else {
      type.setShapes(shapes.fixed(type, reserved), null);
    }
    for (int i = 0; i < slots.size(); i++) {
      long member =
          Hosts.create(
              ts,
              ts.runtime().types().memberDescriptor,
              new MemberDescriptor(type, slots.get(i), first + i));
      Dicts.setStr(ts, type.dict(), slots.get(i), member);
    }
  }

  /** The base whose layout the class extends; TypeError where two bases disagree. */
  public static PyType bestBase(ThreadState ts, PyType[] bases) {
    PyType best = null;
    PyType bestSolid = null;
    for (PyType candidate : bases) {
      if (!candidate.has(PyType.Flag.BASE)) {
        throw Errors.typeError(ts, "type '%s' is not an acceptable base type", candidate.name());
      }
      PyType solid = solid(candidate);
      if (best == null || solid != bestSolid && solid.isSubtypeOf(bestSolid)) {
        best = candidate;
        bestSolid = solid;
      } else if (!bestSolid.isSubtypeOf(solid)) {
        throw Errors.typeError(ts, "multiple bases have instance lay-out conflict");
      }
    }
    return best;
  }

  /** The nearest ancestor that added something to the layout. */
  static PyType solid(PyType type) {
    PyType t = type;
    while (t.base() != null && sameLayout(t, t.base())) {
      t = t.base();
    }
    return t;
  }

  private static boolean sameLayout(PyType type, PyType base) {
    boolean sameJava = type.table() == null || type.kind() == Kind.INSTANCE;
    boolean floats = type.kind() == Kind.HOST && base.kind() == Kind.FLOAT;
    return (type.kind() == base.kind() || floats)
        && sameJava
        && type.shape().reservedSlots() == base.shape().reservedSlots();
  }

  /** The most derived of the classes of a new class's bases and the metaclass asked for. */
  public static PyType metaclass(ThreadState ts, PyType asked, PyType[] candidates) {
    PyType winner = asked;
    for (PyType candidate : candidates) {
      if (winner.isSubtypeOf(candidate)) {
        continue;
      }
      if (!candidate.isSubtypeOf(winner)) {
        throw Errors.typeError(
            ts,
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                + " of the metaclasses of all its bases");
      }
      winner = candidate;
    }
    return winner;
  }
}
