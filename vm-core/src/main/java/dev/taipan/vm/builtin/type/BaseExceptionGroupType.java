package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** {@code BaseExceptionGroup}. */
@BuiltinType(name = "BaseExceptionGroup", base = "BaseException")
final class BaseExceptionGroupType {
  private BaseExceptionGroupType() {}

  @Builtin(value = "__new__(cls, /, *args)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args) {
    if (Tuples.length(args) != 2) {
      throw Errors.typeError(
          ts,
          "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
          Tuples.length(args));
    }
    return Groups.create(ts, Classes.of(ts, cls), Tuples.get(args, 0), Tuples.get(args, 1));
  }

  @Builtin("__str__(self, /)")
  static String str(ThreadState ts, PyException self) {
    int count = Tuples.length(self.field(1));
    String noun = count == 1 ? " sub-exception)" : " sub-exceptions)";
    return Representation.strText(ts, self.field(0)) + " (" + count + noun;
  }

  @Builtin("derive(self, excs, /)")
  static long derive(ThreadState ts, PyException self, long exceptions) {
    PyType type = ts.runtime().types().exception(Exc.BaseExceptionGroup);
    return Groups.create(ts, type, self.field(0), exceptions);
  }

  @Builtin("split(self, matcher_value, /)")
  static long split(ThreadState ts, long self, long matcher) {
    return Groups.split(ts, self, matcher, true);
  }

  @Builtin("subgroup(self, matcher_value, /)")
  static long subgroup(ThreadState ts, long self, long matcher) {
    return Groups.split(ts, self, matcher, false);
  }

  @Getter("message")
  static long message(PyException self) {
    return self.field(0);
  }

  @Getter("exceptions")
  static long exceptions(PyException self) {
    return self.field(1);
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
