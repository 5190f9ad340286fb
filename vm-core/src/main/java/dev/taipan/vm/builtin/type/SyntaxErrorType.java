package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.thread.ThreadState;

/** {@code SyntaxError}. */
@BuiltinType(name = "SyntaxError", base = "Exception")
final class SyntaxErrorType {
  private SyntaxErrorType() {}

  @Builtin("__init__(self, /, *args)")
  static void init(ThreadState ts, PyException self, long args) {
    self.setArgs(args);
    ExceptionFields.fillSyntaxError(ts, self, args);
  }

  @Builtin("__str__(self, /)")
  static String str(ThreadState ts, PyException self) {
    return ExceptionFields.showSyntaxError(ts, self);
  }

  @Getter("msg")
  static long msg(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("msg")
  static void setMsg(PyException self, long value) {
    self.setField(0, value);
  }

  @Getter("filename")
  static long filename(PyException self) {
    return ExceptionFields.get(self, 1);
  }

  @Setter("filename")
  static void setFilename(PyException self, long value) {
    self.setField(1, value);
  }

  @Getter("lineno")
  static long lineno(PyException self) {
    return ExceptionFields.get(self, 2);
  }

  @Setter("lineno")
  static void setLineno(PyException self, long value) {
    self.setField(2, value);
  }

  @Getter("offset")
  static long offset(PyException self) {
    return ExceptionFields.get(self, 3);
  }

  @Setter("offset")
  static void setOffset(PyException self, long value) {
    self.setField(3, value);
  }

  @Getter("text")
  static long text(PyException self) {
    return ExceptionFields.get(self, 4);
  }

  @Setter("text")
  static void setText(PyException self, long value) {
    self.setField(4, value);
  }

  @Getter("end_lineno")
  static long endLineno(PyException self) {
    return ExceptionFields.get(self, 5);
  }

  @Setter("end_lineno")
  static void setEndLineno(PyException self, long value) {
    self.setField(5, value);
  }

  @Getter("end_offset")
  static long endOffset(PyException self) {
    return ExceptionFields.get(self, 6);
  }

  @Setter("end_offset")
  static void setEndOffset(PyException self, long value) {
    self.setField(6, value);
  }

  @Getter("print_file_and_line")
  static long printFileAndLine(PyException self) {
    return ExceptionFields.get(self, 7);
  }

  @Setter("print_file_and_line")
  static void setPrintFileAndLine(PyException self, long value) {
    self.setField(7, value);
  }
}
