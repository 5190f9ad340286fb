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
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code property}. */
@BuiltinType(name = "property", dict = true)
final class PropertyType {
  private PropertyType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(
        ts, Classes.of(ts, dev.taipan.vm.memory.Memory.getLong(args)), new PyProperty());
  }

  @Builtin("__init__(self, fget=None, fset=None, fdel=None, doc=None)")
  static void init(ThreadState ts, PyProperty self, long fget, long fset, long fdel, long doc) {
    self.init(fget, fset, fdel, doc);
    if (doc == Word.NONE && fget != Word.NONE) {
      long inherited = Attributes.findQuietly(ts, fget, ts.runtime().intern(ts, "__doc__"));
      self.setDoc(inherited == 0L ? Word.NONE : inherited);
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
    String type = ts.runtime().typeOf(instance).name();
    String name = property.nameText(ts);
    return name == null
        ? Errors.attributeError(ts, "property of '%s' object has no %s", type, what)
        : Errors.attributeError(ts, "property '%s' of '%s' object has no %s", name, type, what);
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
    PyProperty fresh = new PyProperty();
    long cell = Hosts.create(ts, ts.runtime().typeOf(self), fresh);
    init(
        ts,
        fresh,
        getter,
        fset == 0L ? old.setter() : fset,
        fdel == 0L ? old.deleter() : fdel,
        old.explicitDoc());
    fresh.setName(old.name());
    return cell;
  }

  @Builtin("__set_name__(self, owner, name, /)")
  static void setName(PyProperty self, long owner, long name) {
    self.setName(name);
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
