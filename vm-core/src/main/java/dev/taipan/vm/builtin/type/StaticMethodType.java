package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Reinitialization;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code staticmethod}. */
@BuiltinType(name = "staticmethod", dict = true)
final class StaticMethodType {
  private StaticMethodType() {}

  @Builtin(value = "__new__(cls, function=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long function) {
    return Hosts.create(
        ts, Classes.of(ts, cls), new StaticMethod(function == 0L ? Word.NONE : function));
  }

  @Builtin("__init__(self, function, /)")
  static void init(ThreadState ts, long self, long function) {
    StaticMethod method = Hosts.get(ts, self, StaticMethod.class);
    Reinitialization.exchange(ts, method.function(), function, () -> method.setFunction(function));
    WrappedNames.copy(ts, self, function);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, StaticMethod self, long instance, long owner) {
    return self.bind(ts, instance, owner);
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    return Calls.callFromFirst(
        ts,
        Hosts.get(ts, dev.taipan.vm.memory.Memory.getLong(args), StaticMethod.class).function(),
        args,
        nargs,
        kwnames);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, StaticMethod self) {
    return "<staticmethod(" + Representation.text(ts, self.function()) + ")>";
  }

  @Getter("__func__")
  static long func(StaticMethod self) {
    return self.function();
  }

  @Getter("__wrapped__")
  static long wrapped(StaticMethod self) {
    return self.function();
  }

  @Getter("__isabstractmethod__")
  static boolean isAbstract(ThreadState ts, StaticMethod self) {
    long flag =
        Attributes.findQuietly(
            ts, self.function(), ts.runtime().intern(ts, "__isabstractmethod__"));
    return flag != 0L && dev.taipan.vm.object.Truth.isTrue(ts, flag);
  }
}
