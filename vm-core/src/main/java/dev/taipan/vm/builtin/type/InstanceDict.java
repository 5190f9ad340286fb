package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.MappingProxy;
import dev.taipan.vm.object.PyModule;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * {@code __dict__} of instances. No type of its own: the attribute is put into the namespace of
 * each class whose instances are the first in their line to have one.
 */
@BuiltinType(name = "object", kind = Kind.INSTANCE)
final class InstanceDict {
  private InstanceDict() {}

  @Getter("__dict__")
  static long get(ThreadState ts, long self) {
    if (ts.runtime().kindOf(self) == Kind.CLASS) {
      return MappingProxy.of(ts, Classes.of(ts, self).dict());
    }
    long dict = Instances.dict(ts, self);
    if (dict == Word.EMPTY) {
      throw Errors.noAttribute(ts, self, ts.runtime().intern(ts, "__dict__"));
    }
    return dict;
  }

  @Setter("__dict__")
  static void set(ThreadState ts, long self, long value) {
    if (Hosts.orNull(ts, self) instanceof PyModule) {
      throw Errors.attributeError(ts, "readonly attribute");
    }
    boolean cls = ts.runtime().kindOf(self) == Kind.CLASS;
    if (cls || Instances.dict(ts, self) == Word.EMPTY) {
      throw Errors.attributeError(ts, "This object has no __dict__");
    }
    if (value == Word.EMPTY) {
      if (isNative(ts, self)) {
        throw Errors.typeError(ts, "cannot delete __dict__");
      }
      Instances.replaceDict(ts, self, Dicts.create(ts));
      return;
    }
    if (!Dicts.isDict(ts, value)) {
      throw Errors.typeError(
          ts,
          "__dict__ must be set to a dictionary, not a '%s'",
          ts.runtime().typeOf(value).name());
    }
    Instances.replaceDict(ts, self, value);
  }

  /** Whether the dict comes from a built-in type: only those of programs let go of it. */
  private static boolean isNative(ThreadState ts, long self) {
    for (PyType type : ts.runtime().typeOf(self).mro()) {
      if (type.table() != null && type.table().hasDict()) {
        return true;
      }
    }
    return false;
  }
}
