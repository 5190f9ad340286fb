package dev.taipan.vm.type;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.type.InstanceDictTable;
import dev.taipan.vm.builtin.type.InstanceWeakrefTable;
import dev.taipan.vm.layout.ClassLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.ClassMethodDescriptor;
import dev.taipan.vm.object.ComputedAttribute;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes the types that Java code stands behind, and fills their namespaces from the generated
 * tables.
 */
public final class TypeFactory {
  /**
   * Computed attributes that show as places: the library learns the types of both kinds by them.
   */
  private static final Set<String> MEMBERS =
      Set.of(
          "function.__globals__",
          "function.__closure__",
          "function.__builtins__",
          "method.__func__",
          "method.__self__",
          "complex.real",
          "complex.imag",
          "property.fget",
          "property.fset",
          "property.fdel",
          "property.__doc__");

  /** Special methods that lie in their types as plain methods, beside the slot. */
  private static final Set<String> PLAIN =
      Set.of(
          "list.__getitem__",
          "dict.__getitem__",
          "dict.__contains__",
          "set.__contains__",
          "frozenset.__contains__");

  /** The types are asked for first: most are none of these, and no text is made for them. */
  private static final Set<String> MEMBER_TYPES = firstParts(MEMBERS);

  private static final Set<String> PLAIN_TYPES = firstParts(PLAIN);

  private TypeFactory() {}

  private static Set<String> firstParts(Set<String> qualified) {
    Set<String> names = new HashSet<>();
    for (String each : qualified) {
      names.add(each.substring(0, each.indexOf('.')));
    }
    return names;
  }

  /**
   * Inline attribute words of a built-in type's instances, where those take attributes at all
   * (exceptions do).
   */
  private static final int EXCEPTION_INLINE = 1;

  /** Makes a type of a table; its namespace is filled when it is first looked into. */
  public static PyType fromTable(
      ThreadState ts, BuiltinTable table, PyType base, PyType metaclass) {
    Runtime runtime = ts.runtime();
    int flags = 0;
    if (table.subclassable()) {
      flags |= 1 << PyType.Flag.BASE.ordinal();
    }
    if (table.hasDict() || base != null && base.has(PyType.Flag.DICT)) {
      flags |= 1 << PyType.Flag.DICT.ordinal();
    }
    boolean ownModule = table.kind() == Kind.HOST && !"builtins".equals(table.module());
    if (ownModule || base != null && base.has(PyType.Flag.WEAKREF)) {
      flags |= 1 << PyType.Flag.WEAKREF.ordinal();
    }
    PyType[] bases = base == null ? new PyType[0] : new PyType[] {base};
    // Errors name such a type with its module in front.
    String name =
        table.module().equals("builtins") ? table.name() : table.module() + "." + table.name();
    return finish(ts, runtime, name, table.kind(), table, bases, base, metaclass, flags);
  }

  /** Makes a type without methods of its own: what most exception classes are. */
  public static PyType derived(
      ThreadState ts, String name, PyType[] bases, PyType metaclass, boolean subclassable) {
    int flags = subclassable ? 1 << PyType.Flag.BASE.ordinal() : 0;
    flags |= bases[0].has(PyType.Flag.DICT) ? 1 << PyType.Flag.DICT.ordinal() : 0;
    return finish(ts, ts.runtime(), name, bases[0].kind(), null, bases, bases[0], metaclass, flags);
  }

  private static PyType finish(
      ThreadState ts,
      Runtime runtime,
      String name,
      Kind kind,
      BuiltinTable table,
      PyType[] bases,
      PyType base,
      PyType metaclass,
      int flags) {
    long cell = ClassLayout.create(ts, Kind.CLASS.id, 0);
    long dict = Dicts.create(ts);
    ObjectLock.giveUp(ts, dict);
    PyType type = new PyType(runtime, cell, name, kind, table, bases, base, dict, flags);
    ClassLayout.setHost(cell, runtime.hosts().add(ts, type, cell));
    type.setMetaclass(metaclass);
    type.setMro(Mro.linearize(type, bases));
    assignShapes(runtime, type);
    Subclasses.move(type, new PyType[0], type.bases());
    return type;
  }

  private static void assignShapes(Runtime runtime, PyType type) {
    ShapeTable shapes = runtime.shapes();
    Kind kind = type.kind();
    if (type.has(PyType.Flag.DICT)) {
      type.setShapes(shapes.root(type, EXCEPTION_INLINE, 0), shapes.dict(type, 0));
      return;
    }
    boolean ownId = kind != Kind.HOST && kind != Kind.INSTANCE && shapes.get(kind.id) == null;
    if (ownId) {
      Shape shape = new Shape(kind.id, kind, type, Shape.Storage.NONE, 0, 0);
      shapes.define(shape);
      type.setShapes(shape, null);
      return;
    }
    type.setShapes(shapes.fixed(type, 0), null);
  }

  /** The second layout of built-in functions: those that are bound to an object. */
  static void addBoundShape(Runtime runtime, PyType builtinFunction) {
    Kind kind = Kind.BUILTIN_METHOD;
    runtime.shapes().define(new Shape(kind.id, kind, builtinFunction, Shape.Storage.NONE, 0, 0));
  }

  /**
   * Puts a table's members into a type's namespace. Called under the type lock; allocates, never
   * polls.
   */
  static void fill(PyType type, long dict) {
    BuiltinTable table = type.table();
    ThreadState ts = ThreadState.current();
    Runtime runtime = ts.runtime();
    String kinds = table.kinds();
    long[] names = runtime.intern(ts, table);
    Dicts.reserve(ts, dict, names.length + 2);
    for (int i = 0; i < names.length; i++) {
      char kind = kinds.charAt(i);
      if (kind == 'g' || kind == 's') {
        fillComputed(ts, type, dict, names[i], kind, i);
      } else {
        long member = member(ts, type, names[i], kind, i);
        dev.taipan.vm.container.Dicts.addNew(ts, dict, names[i], member);
      }
    }
    // A type that says what is equal and gives no hash has none.
    long hash = runtime.slotName(Slot.HASH);
    boolean equality = Dicts.getStr(ts, dict, runtime.slotName(Slot.EQ)) != 0L;
    if (equality && Dicts.getStr(ts, dict, hash) == 0L) {
      Dicts.setStr(ts, dict, hash, dev.taipan.vm.value.Word.NONE);
    }
    if (table.hasDict() && Dicts.getStr(ts, dict, ts.runtime().intern(ts, "__dict__")) == 0L) {
      addInstanceDict(ts, type, dict);
    }
    // Instances of a module's types know the module, those of the language's own do not.
    if (!table.module().equals("builtins")) {
      long module = ts.runtime().intern(ts, "__module__");
      Dicts.setStr(ts, dict, module, ts.runtime().intern(ts, table.module()));
    }
    table.complete(ts, dict);
    if (table.doc() != null) {
      long doc = ts.runtime().intern(ts, "__doc__");
      if (Dicts.getStr(ts, dict, doc) == 0L) {
        Dicts.setStr(
            ts,
            dict,
            doc,
            table.doc().isEmpty() ? dev.taipan.vm.value.Word.NONE : Strs.of(ts, table.doc()));
      }
    }
  }

  /**
   * Gives a class whose instances are the first in their line to take attributes its {@code
   * __dict__}.
   */
  static void addInstanceDict(ThreadState ts, PyType type, long namespace) {
    ComputedAttribute attribute = new ComputedAttribute(InstanceDictTable.TABLE, type, false);
    attribute.add('g', 0);
    attribute.add('s', 1);
    long word = Hosts.create(ts, ts.runtime().types().getsetDescriptor, attribute);
    addUnlessOwn(ts, namespace, "__dict__", word);
  }

  /** As above, for the first class in a line whose instances may be referenced weakly. */
  static void addInstanceWeakref(ThreadState ts, PyType type, long namespace) {
    ComputedAttribute attribute = new ComputedAttribute(InstanceWeakrefTable.TABLE, type, false);
    attribute.add('g', 0);
    long word = Hosts.create(ts, ts.runtime().types().getsetDescriptor, attribute);
    addUnlessOwn(ts, namespace, "__weakref__", word);
  }

  private static void addUnlessOwn(ThreadState ts, long namespace, String name, long word) {
    long interned = ts.runtime().intern(ts, name);
    if (Dicts.getStr(ts, namespace, interned) == 0L) {
      Dicts.setStr(ts, namespace, interned, word);
    }
  }

  /** A reader and a writer of one name are one attribute. */
  private static void fillComputed(
      ThreadState ts, PyType type, long dict, long name, char kind, int index) {
    BuiltinTable table = type.table();
    long known = Dicts.getStr(ts, dict, name);
    ComputedAttribute attribute;
    if (known == 0L) {
      boolean member =
          MEMBER_TYPES.contains(table.name())
              && MEMBERS.contains(table.name() + "." + table.names()[index]);
      attribute = new ComputedAttribute(table, type, member);
      Types types = ts.runtime().types();
      PyType shown = member ? types.memberDescriptor : types.getsetDescriptor;
      long word = Hosts.create(ts, shown, attribute);
      dev.taipan.vm.container.Dicts.addNew(ts, dict, name, word);
    } else {
      attribute = Hosts.get(ts, known, ComputedAttribute.class);
    }
    attribute.add(kind, index);
  }

  private static long member(ThreadState ts, PyType type, long name, char kind, int index) {
    BuiltinTable table = type.table();
    Types types = ts.runtime().types();
    BuiltinFunction function =
        new BuiltinFunction(table, index, type, kind == 'N' ? type.cell() : 0L);
    return switch (kind) {
      case 'S' ->
          Hosts.create(
              ts,
              types.staticmethod,
              new StaticMethod(Functions.builtin(ts, types.builtinFunction, function)));
      case 'C' ->
          Hosts.create(ts, types.classmethodDescriptor, new ClassMethodDescriptor(function));
      case 'N' -> Functions.builtin(ts, types.builtinFunction, function);
      default ->
          Functions.builtin(
              ts,
              isWrapper(ts, table, name, index) ? types.wrapperDescriptor : types.methodDescriptor,
              function);
    };
  }

  private static boolean isWrapper(ThreadState ts, BuiltinTable table, long name, int index) {
    Slot slot = ts.runtime().slotNames().named(name);
    return slot != null
        && slot.isWrapped()
        && !(PLAIN_TYPES.contains(table.name())
            && PLAIN.contains(table.name() + "." + table.names()[index]));
  }
}
