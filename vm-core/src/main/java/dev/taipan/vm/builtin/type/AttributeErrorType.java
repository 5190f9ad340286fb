package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;

/** {@code AttributeError}. */
@BuiltinType(name = "AttributeError", base = "Exception")
final class AttributeErrorType {
  private AttributeErrorType() {}

  @Builtin("__init__(self, /, *args, name=, obj=)")
  static void init(PyException self, long args, long name, long object) {
    self.setArgs(args);
    self.setField(0, name);
    self.setField(1, object);
  }

  /** What it takes to make it again: the object that lacks the attribute stays behind. */
  @Builtin("__getstate__(self, /)")
  static long getstate(ThreadState ts, long self) {
    long state = ExceptionFields.state(ts, self, "name");
    Dicts.set(ts, state, "args", Hosts.get(ts, self, PyException.class).args());
    return state;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long args = Hosts.get(ts, self, PyException.class).args();
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args, getstate(ts, self));
  }

  @Getter("name")
  static long name(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("name")
  static void setName(PyException self, long value) {
    self.setField(0, value);
  }

  @Getter("obj")
  static long obj(PyException self) {
    return ExceptionFields.get(self, 1);
  }

  @Setter("obj")
  static void setObj(PyException self, long value) {
    self.setField(1, value);
  }
}
