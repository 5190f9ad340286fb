package dev.taipan.vm.object;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeConstant;
import dev.taipan.vm.code.Signature;
import dev.taipan.vm.code.Variables;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.interp.ConstantWords;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code code.replace(...)}: all but the instructions, and what belongs to them, can change. Tables
 * that instructions index keep their length.
 */
public final class CodeReplacement {
  /** What belongs to the instructions. */
  private static final List<String> TABLES = List.of("co_exceptiontable", "co_linetable");

  private final ThreadState ts;
  private final long kwargs;

  private CodeReplacement(ThreadState ts, long kwargs) {
    this.ts = ts;
    this.kwargs = kwargs;
  }

  public static long of(ThreadState ts, long cell, long kwargs) {
    int mark = ts.rootMark();
    try {
      return new CodeReplacement(ts, kwargs).replace(cell);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long replace(long cell) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, cell);
    same("co_code", CodeAttributes.instructions(ts, cell));
    Signature signature =
        new Signature(
            number("co_argcount", b.signature().argCount()),
            number("co_posonlyargcount", b.signature().posOnlyCount()),
            number("co_kwonlyargcount", b.signature().kwOnlyCount()));
    Variables variables = variables(b.variables());
    if (number("co_nlocals", variables.varnames().size()) != variables.varnames().size()) {
      throw Errors.valueError(ts, "code: co_nlocals != len(co_varnames)");
    }
    CodeBlueprint changed =
        new CodeBlueprint(
            text("co_name", b.name()),
            text("co_qualname", b.qualname()),
            text("co_filename", b.filename()),
            number("co_firstlineno", b.firstLine()),
            signature,
            number("co_flags", b.flags()),
            Math.max(b.stackSize(), number("co_stacksize", b.stackSize())),
            constants(b.constants()),
            names("co_names", b.names()),
            variables,
            b.words(),
            b.auxCount(),
            b.exceptions(),
            b.positions());
    if (kwargs != 0L && Dicts.size(ts, kwargs) > 0) {
      String rest = Strs.toJava(Lists.get(ts, Dicts.keysList(ts, kwargs), 0));
      if (!TABLES.contains(rest)) {
        throw Errors.typeError(ts, "'%s' is an invalid keyword argument for replace()", rest);
      }
      throw Errors.notImplemented(ts, "code.replace(" + rest + "=...)");
    }
    return CodeLinker.link(ts, changed);
  }

  private long take(String name) {
    return kwargs == 0L ? 0L : Dicts.deleteStr(ts, kwargs, ts.runtime().intern(ts, name));
  }

  /** What only another compilation can change may be given as it is. */
  private void same(String name, long known) {
    long value = take(name);
    ts.root(value);
    if (value != 0L && !Comparison.equal(ts, value, known)) {
      throw Errors.notImplemented(ts, "code.replace(" + name + "=...)");
    }
  }

  private Variables variables(Variables old) {
    return new Variables(
        names("co_varnames", old.varnames()),
        names("co_cellvars", old.cellvars()),
        names("co_freevars", old.freevars()));
  }

  private long tuple(String name) {
    long value = take(name);
    ts.root(value);
    if (value != 0L && !Tuples.isTuple(ts, value)) {
      throw wrong(name, "tuple", value);
    }
    return value;
  }

  private RuntimeException wrong(String name, String type, long value) {
    return Errors.typeError(
        ts,
        "replace() argument '%s' must be %s, not %s",
        name,
        type,
        ts.runtime().typeOf(value).name());
  }

  private List<String> names(String name, List<String> old) {
    long value = tuple(name);
    if (value == 0L) {
      return old;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Tuples.length(value); i++) {
      long word = Tuples.get(value, i);
      if (!Strs.isStr(ts, word)) {
        throw Errors.typeError(
            ts, "name tuples must contain only strings, not '%s'", Classes.nameOf(ts, word));
      }
      names.add(Strs.toJava(word));
    }
    if (names.size() != old.size()) {
      throw Errors.notImplemented(ts, "code.replace(" + name + "=...) of another length");
    }
    return names;
  }

  private List<CodeConstant> constants(List<CodeConstant> old) {
    long value = tuple("co_consts");
    if (value == 0L) {
      return old;
    }
    if (Tuples.length(value) < old.size()) {
      throw Errors.notImplemented(ts, "code.replace(co_consts=...) with fewer constants");
    }
    List<CodeConstant> constants = new ArrayList<>();
    for (int i = 0; i < Tuples.length(value); i++) {
      constants.add(constant(Tuples.get(value, i)));
    }
    return constants;
  }

  private CodeConstant constant(long word) {
    if (Cells.is(word, Kind.CODE)) {
      return new CodeConstant.Code(CodeAttributes.blueprint(ts, word));
    }
    ConstantValue value = ConstantWords.valueOf(ts, word);
    if (value == null) {
      throw Errors.notImplemented(
          ts, "code.replace(co_consts=...) with a constant of type " + Classes.nameOf(ts, word));
    }
    return new CodeConstant.Value(value);
  }

  private String text(String name, String fallback) {
    long value = take(name);
    if (value != 0L && !Strs.isStr(ts, value)) {
      throw wrong(name, "str", value);
    }
    return value == 0L ? fallback : Strs.toJava(value);
  }

  private int number(String name, int fallback) {
    long value = take(name);
    int number = value == 0L ? fallback : Numbers.asJavaInt(ts, value);
    if (number < 0) {
      throw Errors.valueError(ts, "%s must be a positive integer", name);
    }
    return number;
  }
}
