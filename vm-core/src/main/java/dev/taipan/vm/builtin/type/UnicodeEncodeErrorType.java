package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.UnicodeErrors;
import dev.taipan.vm.thread.ThreadState;

/** {@code UnicodeEncodeError}. */
@BuiltinType(name = "UnicodeEncodeError", base = "UnicodeError")
final class UnicodeEncodeErrorType {
  private UnicodeEncodeErrorType() {}

  @Builtin("__init__(self, encoding, object, start, end, reason, /)")
  static void init(
      ThreadState ts,
      PyException self,
      long encoding,
      long object,
      long start,
      long end,
      long reason) {
    UnicodeErrors.fill(ts, self, UnicodeErrors.Form.ENCODE, encoding, object, start, end, reason);
  }

  @Builtin("__str__(self, /)")
  static String str(ThreadState ts, PyException self) {
    return UnicodeErrors.show(ts, self, UnicodeErrors.Form.ENCODE);
  }

  @Getter("encoding")
  static long encoding(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("encoding")
  static void setEncoding(PyException self, long value) {
    self.setField(0, value);
  }

  @Getter("object")
  static long object(PyException self) {
    return ExceptionFields.get(self, 1);
  }

  @Setter("object")
  static void setObject(PyException self, long value) {
    self.setField(1, value);
  }

  @Getter("start")
  static long start(PyException self) {
    return ExceptionFields.get(self, 2);
  }

  @Setter("start")
  static void setStart(PyException self, long value) {
    self.setField(2, value);
  }

  @Getter("end")
  static long end(PyException self) {
    return ExceptionFields.get(self, 3);
  }

  @Setter("end")
  static void setEnd(PyException self, long value) {
    self.setField(3, value);
  }

  @Getter("reason")
  static long reason(PyException self) {
    return ExceptionFields.get(self, 4);
  }

  @Setter("reason")
  static void setReason(PyException self, long value) {
    self.setField(4, value);
  }
}
