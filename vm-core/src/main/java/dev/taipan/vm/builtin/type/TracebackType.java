package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.PyFrame;
import dev.taipan.vm.object.PyTraceback;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Traceback objects. */
@BuiltinType(name = "traceback", subclassable = false)
final class TracebackType {
  private TracebackType() {}

  @Builtin(value = "__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long next, long frame, int lasti, int line) {
    if (next != Word.NONE && !(Hosts.orNull(ts, next) instanceof PyTraceback)) {
      throw Errors.typeError(
          ts, "expected traceback object or None, got '%s'", ts.runtime().typeOf(next).name());
    }
    if (!(Hosts.orNull(ts, frame) instanceof PyFrame)) {
      throw Errors.typeError(
          ts,
          "TracebackType() argument 'tb_frame' must be frame, not %s",
          ts.runtime().typeOf(frame).name());
    }
    return PyTraceback.create(ts, next, frame, lasti, line);
  }

  @Getter("tb_frame")
  static long frame(PyTraceback self) {
    return self.frame();
  }

  @Getter("tb_next")
  static long next(PyTraceback self) {
    return self.next();
  }

  @Setter("tb_next")
  static void setNext(ThreadState ts, PyTraceback self, long value) {
    if (value == 0L) {
      throw Errors.typeError(ts, "can't delete tb_next attribute");
    }
    if (value != Word.NONE && !(Hosts.orNull(ts, value) instanceof PyTraceback)) {
      throw Errors.typeError(
          ts, "expected traceback object or None, got '%s'", ts.runtime().typeOf(value).name());
    }
    for (PyTraceback at = PyTraceback.orNull(ts, value);
        at != null;
        at = PyTraceback.orNull(ts, at.next())) {
      if (at == self) {
        throw Errors.valueError(ts, "traceback loop detected");
      }
    }
    self.setNext(value);
  }

  @Getter("tb_lasti")
  static int lasti(PyTraceback self) {
    return self.lasti();
  }

  @Getter("tb_lineno")
  static int lineno(ThreadState ts, PyTraceback self) {
    return FrameObjects.line(ts, self);
  }

  @Builtin("__dir__(self, /)")
  static long dir(ThreadState ts, long self) {
    long list = Lists.create(ts, 4);
    for (String name : new String[] {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"}) {
      Lists.append(ts, list, ts.runtime().intern(ts, name));
    }
    return list;
  }
}
