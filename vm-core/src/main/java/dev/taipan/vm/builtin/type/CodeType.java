package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.CodeAttributes;
import dev.taipan.vm.object.CodeReplacement;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Code objects. */
@BuiltinType(name = "code", kind = Kind.CODE, subclassable = false)
final class CodeType {
  private CodeType() {}

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return "<code object %s at 0x%x, file \"%s\", line %d>"
        .formatted(b.name(), self, b.filename(), b.firstLine());
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    if (!Cells.is(value, Kind.CODE)) {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(
        CodeAttributes.blueprint(ts, self).equals(CodeAttributes.blueprint(ts, value)));
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return Ints.of(ts, 31L * b.name().hashCode() + b.words().hashCode());
  }

  @Getter("co_name")
  static long name(ThreadState ts, long self) {
    return CodeAttributes.code(ts, self).name();
  }

  @Getter("co_qualname")
  static long qualname(ThreadState ts, long self) {
    return CodeAttributes.code(ts, self).qualname();
  }

  @Getter("co_filename")
  static long filename(ThreadState ts, long self) {
    return ts.runtime().intern(ts, CodeAttributes.code(ts, self).details().filename());
  }

  @Getter("co_consts")
  static long consts(ThreadState ts, long self) {
    CodeObject code = CodeAttributes.code(ts, self);
    long[] words = new long[code.constantCount()];
    for (int i = 0; i < words.length; i++) {
      words[i] = code.constant(i);
    }
    return Tuples.of(ts, words);
  }

  @Getter("co_code")
  static long code(ThreadState ts, long self) {
    return CodeAttributes.instructions(ts, self);
  }

  @Getter("_co_code_adaptive")
  static long adaptiveCode(ThreadState ts, long self) {
    return CodeAttributes.adaptiveInstructions(ts, self);
  }

  @Getter("co_exceptiontable")
  static long exceptionTable(ThreadState ts, long self) {
    return CodeAttributes.exceptionTable(ts, self);
  }

  @Getter("co_linetable")
  static long lineTable(ThreadState ts, long self) {
    return CodeAttributes.lineTable(ts, self);
  }

  @Builtin("_varname_from_oparg(self, oparg)")
  static long varname(ThreadState ts, long self, int oparg) {
    CodeObject code = CodeAttributes.code(ts, self);
    if (oparg < 0 || oparg >= code.slotCount()) {
      throw Errors.indexError(ts, "tuple index out of range");
    }
    return code.slotName(oparg);
  }

  @Builtin("co_lines(self, /)")
  static long lines(ThreadState ts, long self) {
    return CodeAttributes.lines(ts, self);
  }

  @Builtin("co_positions(self, /)")
  static long positions(ThreadState ts, long self) {
    return CodeAttributes.positions(ts, self);
  }

  @Builtin("replace(self, /, **kwargs)")
  static long replace(ThreadState ts, long self, long kwargs) {
    return CodeReplacement.of(ts, self, kwargs);
  }

  @Getter("co_argcount")
  static int argcount(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.signature().argCount();
  }

  @Getter("co_posonlyargcount")
  static int posonlyargcount(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.signature().posOnlyCount();
  }

  @Getter("co_kwonlyargcount")
  static int kwonlyargcount(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.signature().kwOnlyCount();
  }

  @Getter("co_nlocals")
  static int nlocals(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.variables().varnames().size();
  }

  @Getter("co_stacksize")
  static int stacksize(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.stackSize();
  }

  @Getter("co_flags")
  static int flags(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.flags();
  }

  @Getter("co_firstlineno")
  static int firstlineno(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return b.firstLine();
  }

  @Getter("co_names")
  static long names(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return CodeAttributes.names(ts, b.names());
  }

  @Getter("co_varnames")
  static long varnames(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return CodeAttributes.names(ts, b.variables().varnames());
  }

  @Getter("co_cellvars")
  static long cellvars(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return CodeAttributes.names(ts, b.variables().cellvars());
  }

  @Getter("co_freevars")
  static long freevars(ThreadState ts, long self) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, self);
    return CodeAttributes.names(ts, b.variables().freevars());
  }
}
