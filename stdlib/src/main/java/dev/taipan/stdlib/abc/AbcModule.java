package dev.taipan.stdlib.abc;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.type.Membership;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** {@code _abc}: registration and the checks behind {@code isinstance} and {@code issubclass}. */
@BuiltinModule(value = "_abc", doc = "Module contains faster C implementation of abc.ABCMeta")
final class AbcModule {
  private AbcModule() {}

  private static AbcDataType data(ThreadState ts, long cls) {
    long impl = Attributes.get(ts, cls, "_abc_impl");
    if (Hosts.orNull(ts, impl) instanceof AbcDataType data) {
      return data;
    }
    throw Errors.typeError(ts, "_abc_impl is set to a wrong type");
  }

  @Builtin("get_cache_token()")
  static long getCacheToken(ThreadState ts) {
    return Ints.of(ts, StandardLibrary.of(ts).abcToken().get());
  }

  @Builtin("_abc_init(self, /)")
  static void init(ThreadState ts, long self) {
    PyType type = requireClass(ts, self);
    AbstractNames.compute(ts, type);
    long data =
        Hosts.create(ts, StandardLibrary.type(ts, AbcDataTypeTable.TABLE), new AbcDataType());
    int mark = ts.rootMark();
    try {
      ts.root(data);
      Attributes.set(ts, self, ts.runtime().intern(ts, "_abc_impl"), data);
      PatternFlags.take(ts, type);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static PyType requireClass(ThreadState ts, long word) {
    PyType type = Classes.orNull(ts, word);
    if (type == null) {
      throw Errors.typeError(ts, "expected a class, not '%s'", Classes.nameOf(ts, word));
    }
    return type;
  }

  @Builtin("_abc_register(self, subclass, /)")
  static long register(ThreadState ts, long self, long subclass) {
    PyType type = Classes.orNull(ts, subclass);
    if (type == null) {
      throw Errors.typeError(ts, "Can only register classes");
    }
    if (Membership.isSubclass(ts, subclass, self)) {
      return subclass;
    }
    if (Membership.isSubclass(ts, self, subclass)) {
      throw Errors.runtimeError(ts, "Refusing to create an inheritance cycle");
    }
    data(ts, self).register(type);
    StandardLibrary.of(ts).abcToken().incrementAndGet();
    PatternFlags.inherit(requireClass(ts, self), type);
    return subclass;
  }

  @Builtin("_abc_instancecheck(self, instance, /)")
  static long instancecheck(ThreadState ts, long self, long instance) {
    PyType type = ts.runtime().typeOf(instance);
    AbcDataType data = data(ts, self);
    long subclass = Attributes.get(ts, instance, "__class__");
    PyType shown = Classes.orNull(ts, subclass);
    if (shown == type && data.isYes(type)) {
      return Word.TRUE;
    }
    int mark = ts.rootMark();
    try {
      ts.root(subclass);
      if (shown == type) {
        if (data.isNo(type, StandardLibrary.of(ts).abcToken().get())) {
          return Word.FALSE;
        }
        return Calls.named(ts, self, "__subclasscheck__", subclass);
      }
      long first = Calls.named(ts, self, "__subclasscheck__", subclass);
      ts.root(first);
      return Truth.isTrue(ts, first)
          ? first
          : Calls.named(ts, self, "__subclasscheck__", type.cell());
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("_abc_subclasscheck(self, subclass, /)")
  static boolean subclasscheck(ThreadState ts, long self, long subclass) {
    PyType type = Classes.orNull(ts, subclass);
    if (type == null) {
      throw Errors.typeError(ts, "issubclass() arg 1 must be a class");
    }
    AbcDataType data = data(ts, self);
    if (data.isYes(type)) {
      return true;
    }
    long token = StandardLibrary.of(ts).abcToken().get();
    if (data.isNo(type, token)) {
      return false;
    }
    boolean found = search(ts, self, data, type);
    data.remember(type, found, token);
    return found;
  }

  private static boolean search(ThreadState ts, long self, AbcDataType data, PyType type) {
    PyType itself = Classes.orNull(ts, self);
    if (itself == null || !isSilent(ts, itself)) {
      long answer = Calls.named(ts, self, "__subclasshook__", type.cell());
      if (answer != Word.NOT_IMPLEMENTED) {
        return Truth.isTrue(ts, answer);
      }
    }
    if (itself != null && Arrays.asList(type.mro()).contains(itself)) {
      return true;
    }
    for (PyType registered : data.registry()) {
      if (Membership.isSubclass(ts, type.cell(), registered.cell())) {
        return true;
      }
    }
    if (itself != null && hasPlainSubclasses(ts, itself)) {
      for (PyType derived : itself.subclasses()) {
        if (Membership.isSubclass(ts, type.cell(), derived.cell())) {
          return true;
        }
      }
      return false;
    }
    return searchAnswered(ts, self, type);
  }

  /** Whether the class has no hook but {@code object}'s, which knows nothing. */
  private static boolean isSilent(ThreadState ts, PyType itself) {
    Types types = ts.runtime().types();
    return itself.metaclass().slot(ts, Slot.GETATTRIBUTE) == types.typeGetattribute
        && itself.slot(ts, Slot.SUBCLASSHOOK) == types.object.slot(ts, Slot.SUBCLASSHOOK);
  }

  /** Whether {@code __subclasses__} is {@code type}'s own. */
  private static boolean hasPlainSubclasses(ThreadState ts, PyType itself) {
    Types types = ts.runtime().types();
    long name = ts.runtime().intern(ts, "__subclasses__");
    return itself.metaclass().slot(ts, Slot.GETATTRIBUTE) == types.typeGetattribute
        && itself.metaclass().lookup(ts, name) == types.type.lookup(ts, name)
        && itself.lookup(ts, name) == Word.EMPTY;
  }

  private static boolean searchAnswered(ThreadState ts, long self, PyType type) {
    int mark = ts.rootMark();
    try {
      long derived = Calls.named(ts, self, "__subclasses__");
      if (!Lists.isList(ts, derived)) {
        throw Errors.typeError(ts, "__subclasses__() must return a list");
      }
      long all = Lists.toTuple(ts, derived);
      ts.root(all);
      for (int i = 0; i < Tuples.length(all); i++) {
        if (Membership.isSubclass(ts, type.cell(), Tuples.get(all, i))) {
          return true;
        }
      }
      return false;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("_get_dump(self, /)")
  static long getDump(ThreadState ts, long self) {
    AbcDataType data = data(ts, self);
    int mark = ts.rootMark();
    try {
      long registry = data.registrySet(ts);
      ts.root(registry);
      long yes = data.yesSet(ts);
      ts.root(yes);
      long no = data.noSet(ts);
      return Tuples.of(ts, registry, yes, no, Ints.of(ts, data.token()));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("_reset_registry(self, /)")
  static void resetRegistry(ThreadState ts, long self) {
    data(ts, self).clearRegistry();
  }

  @Builtin("_reset_caches(self, /)")
  static void resetCaches(ThreadState ts, long self) {
    data(ts, self).clearCaches();
  }
}
