package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.object.Reinitialization;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code property}. */
@BuiltinType(
    name = "property",
    doc = "An attribute that functions read, write and delete: fget, fset and fdel.")
final class PropertyType {
  private PropertyType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(
        ts, Classes.of(ts, dev.taipan.vm.memory.Memory.getLong(args)), new PyProperty());
  }

  @Builtin("__init__(self, fget=None, fset=None, fdel=None, doc=None)")
  static void init(ThreadState ts, long self, long fget, long fset, long fdel, long doc) {
    PyProperty property = Hosts.get(ts, self, PyProperty.class);
    boolean fromGetter = false;
    long shown = doc;
    if (doc == Word.NONE && fget != Word.NONE) {
      long inherited = Attributes.findQuietly(ts, fget, ts.runtime().intern(ts, "__doc__"));
      shown = inherited == 0L ? Word.NONE : inherited;
      fromGetter = shown != Word.NONE;
    }
    boolean docOfGetter = fromGetter;
    try (RootScope roots = ts.roots()) {
      roots.keep(shown);
      Reinitialization.exchange(
          ts, property.getter(), fget, () -> property.init(fget, fset, fdel, docOfGetter));
    }
    if (ts.runtime().typeOf(self) == ts.runtime().types().property) {
      property.setDoc(shown);
    } else {
      // A derived class has a __doc__ of its own, so an instance keeps its own among its
      // attributes.
      keepDoc(ts, self, shown, fromGetter);
    }
  }

  private static void keepDoc(ThreadState ts, long self, long doc, boolean fromGetter) {
    int mark = ts.rootMark();
    ts.root(doc);
    try {
      Attributes.set(ts, self, ts.runtime().intern(ts, "__doc__"), doc);
    } catch (Raised signal) {
      if (fromGetter) {
        throw signal;
      }
      // One whose slots leave no room goes without a documentation that was given to it.
      Errors.swallow(ts, signal, Exc.AttributeError);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    if (instance == Word.NONE) {
      return self;
    }
    PyProperty property = Hosts.get(ts, self, PyProperty.class);
    if (property.getter() == Word.NONE) {
      throw missing(ts, property, instance, "getter");
    }
    return Calls.call1(ts, property.getter(), instance);
  }

  @Builtin("__set__(self, instance, value, /)")
  static void set(ThreadState ts, PyProperty self, long instance, long value) {
    if (self.setter() == Word.NONE) {
      throw missing(ts, self, instance, "setter");
    }
    Calls.call2(ts, self.setter(), instance, value);
  }

  @Builtin("__delete__(self, instance, /)")
  static void delete(ThreadState ts, PyProperty self, long instance) {
    if (self.deleter() == Word.NONE) {
      throw missing(ts, self, instance, "deleter");
    }
    Calls.call1(ts, self.deleter(), instance);
  }

  private static RuntimeException missing(
      ThreadState ts, PyProperty property, long instance, String what) {
    String type = Representation.qualname(ts, ts.runtime().typeOf(instance));
    String name = property.nameText(ts);
    return name == null
        ? Errors.attributeError(ts, "property of '%s' object has no %s", type, what)
        : Errors.attributeError(ts, "property %s of '%s' object has no %s", name, type, what);
  }

  @Builtin("getter(self, fget, /)")
  static long getter(ThreadState ts, long self, long fget) {
    return copy(ts, self, fget, 0L, 0L);
  }

  @Builtin("setter(self, fset, /)")
  static long setter(ThreadState ts, long self, long fset) {
    return copy(ts, self, 0L, fset, 0L);
  }

  @Builtin("deleter(self, fdel, /)")
  static long deleter(ThreadState ts, long self, long fdel) {
    return copy(ts, self, 0L, 0L, fdel);
  }

  /**
   * A property of the same class with one function replaced; a documentation taken from the getter
   * follows the new one.
   */
  private static long copy(ThreadState ts, long self, long fget, long fset, long fdel) {
    PyProperty old = Hosts.get(ts, self, PyProperty.class);
    long getter = fget == 0L ? old.getter() : fget;
    long type = ts.runtime().typeOf(self).cell();
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(getter);
      ts.root(fset == 0L ? old.setter() : fset);
      ts.root(fdel == 0L ? old.deleter() : fdel);
      ts.root(old.hasGetterDoc() && getter != Word.NONE ? Word.NONE : old.doc());
      long fresh = Calls.call(ts, type, args, 4, 0L);
      if (Hosts.orNull(ts, fresh) instanceof PyProperty property) {
        property.setName(old.name());
      }
      return fresh;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__set_name__(self, /, *args)")
  static void setName(ThreadState ts, PyProperty self, long args) {
    if (Tuples.length(args) != 2) {
      throw Errors.typeError(
          ts, "__set_name__() takes 2 positional arguments but %d were given", Tuples.length(args));
    }
    self.setName(Tuples.get(args, 1));
  }

  @Getter("fget")
  static long fget(PyProperty self) {
    return self.getter();
  }

  @Getter("fset")
  static long fset(PyProperty self) {
    return self.setter();
  }

  @Getter("fdel")
  static long fdel(PyProperty self) {
    return self.deleter();
  }

  @Getter("__doc__")
  static long doc(PyProperty self) {
    return self.doc();
  }

  @Setter("__doc__")
  static void setDoc(PyProperty self, long value) {
    self.setDoc(value == 0L ? Word.NONE : value);
  }

  @Getter("__isabstractmethod__")
  static boolean isAbstract(ThreadState ts, PyProperty self) {
    long name = ts.runtime().intern(ts, "__isabstractmethod__");
    for (long function : new long[] {self.getter(), self.setter(), self.deleter()}) {
      long flag = Attributes.findQuietly(ts, function, name);
      if (flag != 0L && Truth.isTrue(ts, flag)) {
        return true;
      }
    }
    return false;
  }
}
