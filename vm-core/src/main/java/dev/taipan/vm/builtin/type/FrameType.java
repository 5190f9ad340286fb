package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.code.CodeDetails;
import dev.taipan.vm.interp.FrameJumps;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.PyFrame;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Frame objects. */
@BuiltinType(name = "frame", subclassable = false)
final class FrameType {
  private FrameType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    PyFrame frame = Hosts.get(ts, self, PyFrame.class);
    CodeDetails code = FrameObjects.code(ts, frame).details();
    return "<frame at 0x%x, file '%s', line %d, code %s>"
        .formatted(self, code.filename(), FrameObjects.line(ts, frame), code.name());
  }

  @Getter("f_back")
  static long back(ThreadState ts, PyFrame self) {
    return FrameObjects.back(ts, self);
  }

  @Getter("f_code")
  static long code(PyFrame self) {
    return self.code();
  }

  @Getter("f_globals")
  static long globals(PyFrame self) {
    return self.globals();
  }

  @Getter("f_builtins")
  static long builtins(PyFrame self) {
    return self.builtins();
  }

  @Getter("f_locals")
  static long locals(ThreadState ts, PyFrame self) {
    return FrameObjects.locals(ts, self);
  }

  @Getter("f_lasti")
  static int lasti(ThreadState ts, PyFrame self) {
    return 2 * FrameObjects.index(ts, self);
  }

  @Getter("f_lineno")
  static int lineno(ThreadState ts, PyFrame self) {
    return FrameObjects.line(ts, self);
  }

  @Setter("f_lineno")
  static void setLineno(ThreadState ts, PyFrame self, long line) {
    if (line == Word.EMPTY) {
      throw Errors.attributeError(ts, "cannot delete attribute");
    }
    if (!Ints.isInt(ts, line)) {
      throw Errors.valueError(ts, "lineno must be an integer");
    }
    FrameJumps.jump(ts, self, line);
  }

  @Getter("f_trace")
  static long trace(PyFrame self) {
    return self.trace();
  }

  @Setter("f_trace")
  static void setTrace(PyFrame self, long function) {
    self.setTrace(function == Word.EMPTY ? Word.NONE : function);
  }

  @Getter("f_trace_lines")
  static boolean traceLines(PyFrame self) {
    return self.tracesLines();
  }

  @Setter("f_trace_lines")
  static void setTraceLines(ThreadState ts, PyFrame self, long yes) {
    self.setTracesLines(requireBool(ts, yes));
  }

  @Getter("f_trace_opcodes")
  static boolean traceOpcodes(PyFrame self) {
    return self.tracesOpcodes();
  }

  @Setter("f_trace_opcodes")
  static void setTraceOpcodes(ThreadState ts, PyFrame self, long yes) {
    self.setTracesOpcodes(requireBool(ts, yes));
    if (self.tracesOpcodes()) {
      ts.runtime().monitoring().followOpcodes(ts);
    }
  }

  private static boolean requireBool(ThreadState ts, long word) {
    if (!Word.isBool(word)) {
      throw Errors.typeError(ts, "attribute value type must be bool");
    }
    return word == Word.TRUE;
  }

  @Builtin("clear(self, /)")
  static void clear(ThreadState ts, PyFrame self) {
    if (self.live() == 0) {
      self.clear();
      return;
    }
    long generator = self.generator();
    if (generator == Word.EMPTY || GeneratorLayout.state(generator) == GeneratorLayout.RUNNING) {
      throw Errors.runtimeError(ts, "cannot clear an executing frame");
    }
    Generators.finalizeDead(ts, generator);
    if (GeneratorLayout.state(generator) == GeneratorLayout.CREATED) {
      Generators.close(ts, generator);
    }
    self.clear();
  }
}
