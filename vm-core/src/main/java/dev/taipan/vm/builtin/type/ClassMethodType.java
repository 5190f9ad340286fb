package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.ClassMethod;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Reinitialization;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code classmethod}. */
@BuiltinType(name = "classmethod", dict = true)
final class ClassMethodType {
  private ClassMethodType() {}

  @Builtin(value = "__new__(cls, function=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long function) {
    return Hosts.create(
        ts, Classes.of(ts, cls), new ClassMethod(function == 0L ? Word.NONE : function));
  }

  @Builtin("__init__(self, function, /)")
  static void init(ThreadState ts, long self, long function) {
    ClassMethod method = Hosts.get(ts, self, ClassMethod.class);
    Reinitialization.exchange(ts, method.function(), function, () -> method.setFunction(function));
    WrappedNames.copy(ts, self, function);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, ClassMethod self, long instance, long owner) {
    return self.bind(ts, instance, owner);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, ClassMethod self) {
    return "<classmethod(" + Representation.text(ts, self.function()) + ")>";
  }

  @Getter("__func__")
  static long func(ClassMethod self) {
    return self.function();
  }

  @Getter("__wrapped__")
  static long wrapped(ClassMethod self) {
    return self.function();
  }

  @Getter("__isabstractmethod__")
  static boolean isAbstract(ThreadState ts, ClassMethod self) {
    long flag =
        Attributes.findQuietly(
            ts, self.function(), ts.runtime().intern(ts, "__isabstractmethod__"));
    return flag != 0L && dev.taipan.vm.object.Truth.isTrue(ts, flag);
  }
}
