package dev.taipan.vm.builtin.type;

import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.ClassMethod;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Frames;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.SuperLookup;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code type.__new__} with a name, bases and a namespace: everything that a class statement leads
 * to.
 */
final class ClassCreation {
  private ClassCreation() {}

  /** Arguments: metaclass, name, bases, namespace, then keywords for {@code __init_subclass__}. */
  static long create(ThreadState ts, long args, long kwnames) {
    Runtime runtime = ts.runtime();
    PyType asked = Classes.of(ts, Memory.getLong(args));
    long name = Memory.getLong(args + 8);
    long basesTuple = Memory.getLong(args + 16);
    long given = Memory.getLong(args + 24);
    checkArguments(ts, name, basesTuple, given);
    PyType[] bases = bases(ts, basesTuple);
    PyType[] candidates = new PyType[bases.length];
    for (int i = 0; i < bases.length; i++) {
      candidates[i] = bases[i].metaclass();
    }
    PyType metaclass = ClassBuilder.metaclass(ts, asked, candidates);
    if (metaclass != asked) {
      long maker = metaclass.slot(ts, Slot.NEW);
      if (maker != runtime.types().type.slot(ts, Slot.NEW)) {
        return Calls.callWithSelf(ts, unwrap(ts, maker), metaclass.cell(), args + 8, 3, kwnames);
      }
    }
    int mark = ts.rootMark();
    try {
      return build(ts, metaclass, name, bases, given, args + 32, kwnames);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long unwrap(ThreadState ts, long maker) {
    return Hosts.orNull(ts, maker) instanceof StaticMethod method ? method.function() : maker;
  }

  private static long build(
      ThreadState ts,
      PyType metaclass,
      long name,
      PyType[] bases,
      long given,
      long keywordValues,
      long kwnames) {
    Runtime runtime = ts.runtime();
    long namespace = Dicts.copy(ts, given);
    ts.root(namespace);
    long classCell = take(ts, namespace, "__classcell__");
    ts.root(classCell);
    checkCell(ts, "__classcell__", classCell);
    long dictCell = take(ts, namespace, "__classdictcell__");
    ts.root(dictCell);
    checkCell(ts, "__classdictcell__", dictCell);
    long qualname = take(ts, namespace, "__qualname__");
    ts.root(qualname);
    if (qualname != 0L && !Strs.isStr(ts, qualname)) {
      throw Errors.typeError(
          ts, "type __qualname__ must be a str, not %s", runtime.typeOf(qualname).name());
    }
    SlotNames slots = SlotNames.read(ts, Strs.toJava(name), namespace, bases);
    adaptSpecial(ts, namespace);
    setModule(ts, namespace);
    PyType type =
        ClassBuilder.build(
            ts,
            metaclass,
            Strs.toJava(name),
            bases,
            namespace,
            slots.names(),
            slots.hasDict(),
            slots.hasWeakref(),
            made -> {
              made.setQualname(qualname == 0L ? name : qualname);
              fillCell(classCell, made.cell());
              fillCell(dictCell, namespace);
            });
    ts.root(type.cell());
    type.mark(PyType.Flag.FINALIZER, type.slot(ts, Slot.DEL) != 0L);
    announceNames(ts, type, namespace);
    initSubclass(ts, type, keywordValues, kwnames);
    return type.cell();
  }

  private static void checkCell(ThreadState ts, String name, long cell) {
    if (cell != 0L && ts.runtime().kindOf(cell) != Kind.CELL) {
      throw Errors.typeError(
          ts,
          "%s must be a nonlocal cell, not %s",
          name,
          Representation.text(ts, ts.runtime().typeOf(cell).cell()));
    }
  }

  private static void fillCell(long cell, long content) {
    if (cell != 0L) {
      CellLayout.setContent(cell, content);
    }
  }

  private static void checkArguments(ThreadState ts, long name, long bases, long namespace) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(
          ts, "type.__new__() argument 1 must be str, not %s", ts.runtime().typeOf(name).name());
    }
    if (!Tuples.isTuple(ts, bases)) {
      throw Errors.typeError(
          ts, "type.__new__() argument 2 must be tuple, not %s", ts.runtime().typeOf(bases).name());
    }
    if (ts.runtime().kindOf(namespace) != Kind.DICT) {
      throw Errors.typeError(
          ts,
          "type.__new__() argument 3 must be dict, not %s",
          ts.runtime().typeOf(namespace).name());
    }
    checkName(ts, name);
    long doc = Dicts.getStr(ts, namespace, ts.runtime().intern(ts, "__doc__"));
    if (doc != 0L && Strs.isStr(ts, doc)) {
      checkEncodable(ts, doc);
    }
  }

  /** A class's name must be one that a report can show. */
  static void checkName(ThreadState ts, long name) {
    checkEncodable(ts, name);
    if (Strs.toJava(name).indexOf('\0') >= 0) {
      throw Errors.valueError(ts, "type name must not contain null characters");
    }
  }

  /** Raises where the text has halves of surrogate pairs. */
  private static void checkEncodable(ThreadState ts, long text) {
    if (!StrLayout.isAscii(text)
        && Strs.toJava(text).chars().anyMatch(c -> Character.isSurrogate((char) c))) {
      TextCodecs.encode(ts, text, "utf-8", "strict");
    }
  }

  private static PyType[] bases(ThreadState ts, long tuple) {
    int count = Tuples.length(tuple);
    if (count == 0) {
      return new PyType[] {ts.runtime().types().object};
    }
    PyType[] bases = new PyType[count];
    Set<PyType> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      long word = Tuples.get(tuple, i);
      bases[i] = Classes.orNull(ts, word);
      if (bases[i] == null) {
        if (Attributes.findQuietly(ts, word, ts.runtime().intern(ts, "__mro_entries__")) != 0L) {
          throw Errors.typeError(
              ts, "type() doesn't support MRO entry resolution; use types.new_class()");
        }
        // An instance of an ordinary class has that class for its metaclass.
        throw Errors.typeError(
            ts,
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                + " of the metaclasses of all its bases");
      }
      if (!seen.add(bases[i])) {
        throw Errors.typeError(ts, "duplicate base class %s", bases[i].name());
      }
    }
    return bases;
  }

  private static long take(ThreadState ts, long namespace, String name) {
    return Dicts.deleteStr(ts, namespace, ts.runtime().intern(ts, name));
  }

  /**
   * Methods that the language makes static or class methods by their name; a class that compares
   * but does not hash.
   */
  private static void adaptSpecial(ThreadState ts, long namespace) {
    Runtime runtime = ts.runtime();
    wrap(ts, namespace, "__new__", true);
    wrap(ts, namespace, "__init_subclass__", false);
    wrap(ts, namespace, "__class_getitem__", false);
    if (Dicts.getStr(ts, namespace, runtime.intern(ts, "__eq__")) != 0L
        && Dicts.getStr(ts, namespace, runtime.intern(ts, "__hash__")) == 0L) {
      Dicts.setStr(ts, namespace, runtime.intern(ts, "__hash__"), Word.NONE);
    }
    long doc = runtime.intern(ts, "__doc__");
    if (Dicts.getStr(ts, namespace, doc) == 0L) {
      Dicts.setStr(ts, namespace, doc, Word.NONE);
    }
  }

  private static void wrap(ThreadState ts, long namespace, String name, boolean asStatic) {
    Runtime runtime = ts.runtime();
    long interned = runtime.intern(ts, name);
    long value = Dicts.getStr(ts, namespace, interned);
    if (value != 0L && runtime.kindOf(value) == Kind.FUNCTION) {
      long wrapped =
          asStatic
              ? Hosts.create(ts, runtime.types().staticmethod, new StaticMethod(value))
              : Hosts.create(ts, runtime.types().classmethod, new ClassMethod(value));
      Dicts.setStr(ts, namespace, interned, wrapped);
    }
  }

  private static void setModule(ThreadState ts, long namespace) {
    long module = ts.runtime().intern(ts, "__module__");
    if (Dicts.getStr(ts, namespace, module) == 0L) {
      long globals = Frames.globals(ts);
      long name =
          globals == 0L ? 0L : Dicts.getStr(ts, globals, ts.runtime().intern(ts, "__name__"));
      if (name != 0L) {
        Dicts.setStr(ts, namespace, module, name);
      }
    }
  }

  private static void announceNames(ThreadState ts, PyType type, long namespace) {
    List<long[]> entries = new ArrayList<>();
    Dicts.forEach(
        ts,
        namespace,
        (key, value) -> {
          // Functions and texts, which most entries are, have no such method.
          Kind kind = ts.runtime().kindOf(value);
          boolean plain = kind == Kind.FUNCTION || Strs.isExactStr(value);
          if (!plain && ts.runtime().typeOf(value).slot(ts, Slot.SET_NAME) != 0L) {
            entries.add(new long[] {key, value});
          }
        });
    int mark = ts.rootMark();
    try {
      // A hook may empty the namespace.
      entries.forEach(entry -> rootBoth(ts, entry));
      for (long[] entry : entries) {
        long hook = ts.runtime().typeOf(entry[1]).slot(ts, Slot.SET_NAME);
        if (hook != 0L) {
          announceName(ts, type, hook, entry[1], entry[0]);
        }
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void rootBoth(ThreadState ts, long[] entry) {
    ts.root(entry[0]);
    ts.root(entry[1]);
  }

  /** An error gets a note that says what was called. */
  private static void announceName(ThreadState ts, PyType type, long hook, long value, long name) {
    try {
      Calls.method2(ts, hook, value, type.cell(), name);
    } catch (Raised signal) {
      long exception = ts.takePending();
      ts.root(exception);
      String note =
          "Error calling __set_name__ on '%s' instance %s in '%s'"
              .formatted(
                  ts.runtime().typeOf(value).name(), Representation.text(ts, name), type.name());
      long text = Strs.of(ts, note);
      ts.root(text);
      BaseExceptionType.addNote(ts, exception, text);
      throw ts.raise(exception);
    }
  }

  private static void initSubclass(ThreadState ts, PyType type, long values, long kwnames) {
    long name = ts.runtime().slotName(Slot.INIT_SUBCLASS);
    long hook = SuperLookup.get(ts, type, type.cell(), name);
    ts.root(hook);
    Calls.call(ts, hook, values, 0, kwnames);
  }

  /** Types of what acts as a method when a class has it, without a method object being made. */
  private static final Set<String> METHODS =
      Set.of("function", "method_descriptor", "wrapper_descriptor", "_lru_cache_wrapper");

  /**
   * {@code __flags__}: the bits that scripts look at (heap type, base type, abstract, ready, method
   * descriptor).
   */
  static int publicFlags(PyType type) {
    int flags = 1 << 12;
    flags |= type.has(PyType.Flag.HEAP) ? 1 << 9 : 1 << 8;
    flags |= type.has(PyType.Flag.BASE) ? 1 << 10 : 0;
    flags |= type.has(PyType.Flag.SEQUENCE) ? 1 << 5 : 0;
    flags |= type.has(PyType.Flag.MAPPING) ? 1 << 6 : 0;
    flags |= METHODS.contains(type.name()) && !type.has(PyType.Flag.HEAP) ? 1 << 17 : 0;
    return flags | (type.has(PyType.Flag.ABSTRACT) ? 1 << 20 : 0);
  }

  /** The names that {@code __slots__} declares. */
  record SlotNames(List<Long> names, boolean hasDict, boolean hasWeakref) {
    static SlotNames read(ThreadState ts, String className, long namespace, PyType[] bases) {
      Runtime runtime = ts.runtime();
      long declared = Dicts.getStr(ts, namespace, runtime.intern(ts, "__slots__"));
      if (declared == 0L) {
        return new SlotNames(null, true, false);
      }
      List<Long> names = new ArrayList<>();
      boolean dict = false;
      boolean weakref = false;
      long list =
          Strs.isStr(ts, declared) ? Tuples.of(ts, declared) : Iteration.toTuple(ts, declared);
      ts.root(list);
      if (Tuples.length(list) != 0) {
        checkVariable(ts, bases);
      }
      for (int i = 0; i < Tuples.length(list); i++) {
        long word = Tuples.get(list, i);
        String text = checkedName(ts, word);
        if (text.equals("__dict__")) {
          refuseTwice(ts, text, dict || inherits(bases, PyType.Flag.DICT));
          dict = true;
        } else if (text.equals("__weakref__")) {
          refuseTwice(ts, text, weakref || inheritsWeakref(bases));
          weakref = true;
        } else {
          addName(ts, className, names, text);
        }
      }
      for (long name : names) {
        if (Dicts.getStr(ts, namespace, name) != 0L) {
          throw Errors.valueError(
              ts, "'%s' in __slots__ conflicts with class variable", Strs.toJava(name));
        }
      }
      // Classes that declare the same names have the same layout, in whatever order they do.
      if (names.size() > 1) {
        names.sort((a, b) -> Strs.compare(a, b));
      }
      return new SlotNames(names, dict, weakref);
    }

    private static boolean inherits(PyType[] bases, PyType.Flag flag) {
      for (PyType b : bases) {
        if (b.has(flag)) {
          return true;
        }
      }
      return false;
    }

    /** Types of Java's modules take weak references whether or not CPython's do. */
    private static boolean inheritsWeakref(PyType[] bases) {
      for (PyType b : bases) {
        if (b.has(PyType.Flag.WEAKREF) && (b.has(PyType.Flag.HEAP) || b.kind() != Kind.HOST)) {
          return true;
        }
      }
      return false;
    }

    private static void refuseTwice(ThreadState ts, String name, boolean twice) {
      if (twice) {
        throw Errors.typeError(ts, "%s slot disallowed: we already got one", name);
      }
    }

    /** Behind items, and in classes, there is no place for slots. */
    private static void checkVariable(ThreadState ts, PyType[] bases) {
      PyType base = ClassBuilder.bestBase(ts, bases);
      if (!ClassBuilder.mayAddWeakref(base) || base.kind() == Kind.CLASS) {
        throw Errors.typeError(
            ts, "nonempty __slots__ not supported for subtype of '%s'", base.name());
      }
    }

    private static String checkedName(ThreadState ts, long word) {
      if (!Strs.isStr(ts, word)) {
        throw Errors.typeError(
            ts, "__slots__ items must be strings, not '%s'", ts.runtime().typeOf(word).name());
      }
      String text = Strs.toJava(word);
      if (!isIdentifier(text)) {
        throw Errors.typeError(ts, "__slots__ must be identifiers");
      }
      return text;
    }

    private static void addName(ThreadState ts, String className, List<Long> names, String text) {
      long mangled = ts.runtime().intern(ts, mangle(className, text));
      if (!names.contains(mangled)) {
        names.add(mangled);
      }
    }

    private static boolean isIdentifier(String text) {
      return !text.isEmpty()
          && (Character.isUnicodeIdentifierStart(text.codePointAt(0)) || text.charAt(0) == '_')
          && text.codePoints()
              .allMatch(
                  c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private static String mangle(String className, String name) {
      if (!name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
        return name;
      }
      int first = 0;
      while (first < className.length() && className.charAt(first) == '_') {
        first++;
      }
      return first == className.length() ? name : "_" + className.substring(first) + name;
    }
  }
}
