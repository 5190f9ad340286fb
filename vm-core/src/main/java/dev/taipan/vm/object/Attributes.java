package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.Types;

/**
 * Attribute access as the language defines it. Names are interned str cells.
 *
 * <p>{@code find} answers EMPTY for a missing attribute without building an exception; {@code get}
 * raises. Everything that asks "is there" uses {@code find}.
 */
public final class Attributes {
  private Attributes() {}

  public static long get(ThreadState ts, long object, long name) {
    long value = find(ts, object, name);
    if (value == 0L) {
      throw Errors.noAttribute(ts, object, name);
    }
    return value;
  }

  /** Like {@code get}, by a Java string; of an object that need not be rooted. */
  public static long get(ThreadState ts, long object, String name) {
    try (RootScope roots = ts.roots()) {
      return get(ts, roots.keep(object), ts.runtime().intern(ts, name));
    }
  }

  /** Like {@code find}, by a Java string. */
  public static long find(ThreadState ts, long object, String name) {
    return find(ts, object, ts.runtime().intern(ts, name));
  }

  /**
   * The attribute or EMPTY. An AttributeError raised by a script's own {@code __getattribute__} or
   * {@code __getattr__} with its own message is raised on, not turned into EMPTY: use {@link
   * #findQuietly} to ask without an error.
   */
  public static long find(ThreadState ts, long object, long name) {
    try {
      return lookUp(ts, object, name);
    } catch (Raised signal) {
      Errors.addAttribute(ts, object, name);
      throw signal;
    }
  }

  private static long lookUp(ThreadState ts, long object, long name) {
    PyType type = ts.runtime().typeOf(object);
    long hook = type.slot(ts, Slot.GETATTRIBUTE);
    Types types = ts.runtime().types();
    long fallback = type.slot(ts, Slot.GETATTR);
    if (fallback == 0L) {
      return byHook(ts, types, type, hook, object, name);
    }
    // The first hook may take the second one out of its class.
    int mark = ts.rootMark();
    ts.root(fallback);
    ts.root(object);
    try {
      long value = byHook(ts, types, type, hook, object, name);
      if (value != 0L) {
        return value;
      }
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.AttributeError);
    }
    long found = Calls.method1(ts, fallback, object, name);
    ts.rootRelease(mark);
    return found;
  }

  private static long byHook(
      ThreadState ts, Types types, PyType type, long hook, long object, long name) {
    if (hook == types.objectGetattribute) {
      return generic(ts, type, object, name);
    }
    if (hook == types.typeGetattribute) {
      return ofClass(ts, Classes.of(ts, object), name);
    }
    if (hook == types.moduleGetattribute) {
      return Modules.find(ts, object, type, name);
    }
    return Calls.method1(ts, hook, object, name);
  }

  /** The attribute or EMPTY, also when a script's hook raises AttributeError. */
  public static long findQuietly(ThreadState ts, long object, long name) {
    try {
      return find(ts, object, name);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.AttributeError);
      return 0L;
    }
  }

  /**
   * {@code object.__getattribute__}: data descriptors, the instance, then the rest of the class;
   * EMPTY if nothing.
   */
  public static long generic(ThreadState ts, PyType type, long object, long name) {
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L
        && Descriptors.isData(ts, descriptor)
        && ts.runtime().typeOf(descriptor).slot(ts, Slot.GET) != 0L) {
      return Descriptors.get(ts, descriptor, object, type);
    }
    long value = Instances.get(ts, object, name);
    if (value != 0L) {
      return value;
    }
    return descriptor == 0L ? 0L : Descriptors.get(ts, descriptor, object, type);
  }

  /**
   * {@code type.__getattribute__}: like the generic one, with the class's own order as the
   * "instance".
   */
  public static long ofClass(ThreadState ts, PyType self, long name) {
    PyType metaclass = self.metaclass();
    long meta = metaclass.lookup(ts, name);
    if (meta != 0L
        && Descriptors.isData(ts, meta)
        && ts.runtime().typeOf(meta).slot(ts, Slot.GET) != 0L) {
      return Descriptors.get(ts, meta, self.cell(), metaclass);
    }
    long value = self.lookup(ts, name);
    if (value != 0L) {
      return Descriptors.getFromClass(ts, value, self);
    }
    return meta == 0L ? 0L : Descriptors.get(ts, meta, self.cell(), metaclass);
  }

  public static void set(ThreadState ts, long object, long name, long value) {
    PyType type = ts.runtime().typeOf(object);
    Types types = ts.runtime().types();
    long hook = type.slot(ts, Slot.SETATTR);
    if (hook == types.objectSetattr) {
      genericSet(ts, type, object, name, value);
    } else if (hook == types.typeSetattr) {
      setOnClass(ts, Classes.of(ts, object), name, value);
    } else {
      Calls.method2(ts, hook, object, name, value);
    }
  }

  /**
   * Sets an attribute that the object has not; false if another thread was ahead. In one step,
   * unless the class has something of that name or methods of its own for attributes.
   */
  public static boolean setMissing(ThreadState ts, long object, long name, long value) {
    PyType type = ts.runtime().typeOf(object);
    Types types = ts.runtime().types();
    if (type.slot(ts, Slot.SETATTR) == types.objectSetattr
        && type.slot(ts, Slot.GETATTRIBUTE) == types.objectGetattribute
        && type.lookup(ts, name) == 0L
        && Instances.hasStorage(ts, object)) {
      return Instances.setMissing(ts, object, name, value);
    }
    set(ts, object, name, value);
    return true;
  }

  public static void delete(ThreadState ts, long object, long name) {
    PyType type = ts.runtime().typeOf(object);
    Types types = ts.runtime().types();
    long hook = type.slot(ts, Slot.DELATTR);
    if (hook == types.objectDelattr) {
      genericSet(ts, type, object, name, 0L);
    } else if (hook == types.typeDelattr) {
      setOnClass(ts, Classes.of(ts, object), name, 0L);
    } else {
      Calls.method1(ts, hook, object, name);
    }
  }

  /** {@code object.__setattr__}; EMPTY deletes. */
  public static void genericSet(ThreadState ts, PyType type, long object, long name, long value) {
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L && Descriptors.isData(ts, descriptor)) {
      Descriptors.set(ts, descriptor, object, value);
      return;
    }
    if (!Instances.hasStorage(ts, object)) {
      if (descriptor != 0L) {
        throw Errors.attributeError(
            ts, "'%s' object attribute '%s' is read-only", type.name(), Strs.toJava(name));
      }
      throw Errors.noAttribute(ts, object, name);
    }
    if (value != 0L) {
      Instances.set(ts, object, name, value);
    } else if (!Instances.delete(ts, object, name)) {
      throw Errors.noAttribute(ts, object, name);
    }
  }

  /** {@code type.__setattr__}; EMPTY deletes. */
  public static void setOnClass(ThreadState ts, PyType self, long name, long value) {
    if (!self.has(PyType.Flag.HEAP)) {
      throw Errors.typeError(
          ts, "cannot set '%s' attribute of immutable type '%s'", Strs.toJava(name), self.name());
    }
    PyType metaclass = self.metaclass();
    long meta = metaclass.lookup(ts, name);
    if (meta != 0L && Descriptors.isData(ts, meta)) {
      Descriptors.set(ts, meta, self.cell(), value);
      return;
    }
    if (!self.set(ts, name, value)) {
      throw Errors.noAttribute(ts, self.cell(), name);
    }
  }

  /**
   * For a call {@code object.name(...)}: the method unbound in {@code ts.methodSelf}-style pairs.
   * Returns the callable; the receiver to pass first is left in {@code ts.setCallSelf}, EMPTY when
   * the callable is complete in itself.
   */
  public static long loadMethod(ThreadState ts, long object, long name) {
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(object);
    ts.setCallSelf(0L);
    if (type.slot(ts, Slot.GETATTRIBUTE) == runtime.types().objectGetattribute) {
      long descriptor = type.lookup(ts, name);
      if (descriptor != 0L && isMethod(ts, descriptor)) {
        long shadow = Instances.get(ts, object, name);
        if (shadow != 0L) {
          return shadow;
        }
        ts.setCallSelf(object);
        return descriptor;
      }
    }
    long value = get(ts, object, name);
    // What ran meanwhile may have left a receiver of its own.
    ts.setCallSelf(0L);
    return value;
  }

  /**
   * Whether reading the word through an instance would only bind the instance as the first
   * argument.
   */
  public static boolean isMethod(ThreadState ts, long descriptor) {
    Kind kind = ts.runtime().kindOf(descriptor);
    return kind == Kind.FUNCTION || kind == Kind.BUILTIN && Functions.isMethod(ts, descriptor);
  }
}
