package dev.taipan.stdlib.code;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.ReturnValues;
import dev.taipan.vm.code.VariableCounts;
import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.CodeAttributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Locale;

/** What {@code taipan} tells of functions and code: their variables, state and versions. */
@BuiltinModule("taipan")
public final class CodeQuestions {
  private CodeQuestions() {}

  /** The counts, as dicts in a dict; globals and builtins are told apart if they are given. */
  @Builtin("var_counts(code, /, globals=None, builtins=None)")
  static long varCounts(ThreadState ts, long code, long globals, long builtins) {
    VariableCounts counts = VariableCounts.of(blueprint(ts, code));
    long locals = Dicts.create(ts);
    put(
        ts,
        locals,
        "total",
        counts.arguments() + counts.plainLocals() + counts.otherCells() + counts.hiddenLocals());
    Dicts.set(ts, locals, "args", arguments(ts, counts));
    put(ts, locals, "numpure", counts.plainLocals());
    Dicts.set(ts, locals, "cells", cells(ts, counts));
    put(ts, locals, "numhidden", counts.hiddenLocals());
    long result = Dicts.create(ts);
    Dicts.set(ts, result, "locals", locals);
    put(ts, result, "numfree", counts.frees());
    Dicts.set(ts, result, "unbound", unbound(ts, counts, dict(ts, globals), dict(ts, builtins)));
    return result;
  }

  private static long arguments(ThreadState ts, VariableCounts counts) {
    long dict = Dicts.create(ts);
    put(ts, dict, "total", counts.arguments());
    put(ts, dict, "numposonly", counts.posOnlyArguments());
    put(ts, dict, "numposorkw", counts.normalArguments());
    put(ts, dict, "numkwonly", counts.kwOnlyArguments());
    Dicts.set(ts, dict, "varargs", Word.boxBool(counts.varargs()));
    Dicts.set(ts, dict, "varkwargs", Word.boxBool(counts.varkeywords()));
    return dict;
  }

  private static long cells(ThreadState ts, VariableCounts counts) {
    long dict = Dicts.create(ts);
    put(ts, dict, "total", counts.argumentCells() + counts.otherCells());
    put(ts, dict, "numargs", counts.argumentCells());
    put(ts, dict, "numothers", counts.otherCells());
    return dict;
  }

  private static long unbound(ThreadState ts, VariableCounts counts, long globals, long builtins) {
    Stateless known = new Stateless(ts, globals, builtins);
    int global = 0;
    int builtin = 0;
    for (String name : counts.names()) {
      if (known.holds(globals, name)) {
        global++;
      } else if (known.holds(builtins, name)) {
        builtin++;
      }
    }
    long names = Dicts.create(ts);
    put(ts, names, "total", counts.names().size());
    put(ts, names, "numglobal", global);
    put(ts, names, "numbuiltin", builtin);
    put(ts, names, "numunknown", counts.names().size() - global - builtin);
    long dict = Dicts.create(ts);
    Dicts.set(ts, dict, "globals", names);
    put(ts, dict, "numattrs", counts.attributes());
    put(ts, dict, "numunknown", counts.otherNames());
    return dict;
  }

  private static void put(ThreadState ts, long dict, String name, int value) {
    Dicts.set(ts, dict, name, Word.boxInt(value));
  }

  /**
   * None if the function or code has no state; otherwise a str that says what stands against it.
   */
  @Builtin("why_stateful(code, /, *, form='any')")
  static long whyStateful(ThreadState ts, long code, String form) {
    Stateless.Form asked = form(ts, form);
    boolean isFunction = Cells.is(code, Kind.FUNCTION);
    long globals = isFunction ? FunctionLayout.globals(code) : Word.EMPTY;
    long builtins = isFunction ? FunctionLayout.builtins(code) : ts.runtime().builtins();
    Stateless check =
        new Stateless(ts, globals, Dicts.isDict(ts, builtins) ? builtins : Word.EMPTY);
    String why = isFunction ? check.function(code, asked) : check.code(blueprint(ts, code), asked);
    return why == null ? Word.NONE : Strs.of(ts, why);
  }

  /** Whether the function or code has no state; form: any, script or portable. */
  @Builtin("is_stateless(code, /, *, form='any')")
  static boolean isStateless(ThreadState ts, long code, String form) {
    return whyStateful(ts, code, form) == Word.NONE;
  }

  private static Stateless.Form form(ThreadState ts, String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "any" -> Stateless.Form.ANY;
      case "script" -> Stateless.Form.SCRIPT;
      case "portable" -> Stateless.Form.PORTABLE;
      default -> throw Errors.valueError(ts, "form must be 'any', 'script' or 'portable'");
    };
  }

  /** Whether every return in the code gives None. */
  @Builtin("returns_only_none(code, /)")
  static boolean returnsOnlyNone(ThreadState ts, long code) {
    return ReturnValues.areNone(blueprint(ts, code));
  }

  /** The function's version as it is: 0 while no cache has asked, 1 once it was changed. */
  @Builtin("function_version(function, /)")
  static int functionVersion(ThreadState ts, long function) {
    if (!Cells.is(function, Kind.FUNCTION)) {
      throw Errors.typeError(ts, "expected a function, not %s", name(ts, function));
    }
    return FunctionLayout.version(function);
  }

  /** What a version stands for: (function or None, code or None). */
  @Builtin("version_owner(version, /)")
  static long versionOwner(ThreadState ts, int version) {
    long function =
        FunctionVersions.isValid(version) ? ts.runtime().versions().function(version) : Word.EMPTY;
    long code =
        FunctionVersions.isValid(version) ? ts.runtime().versions().code(version) : Word.EMPTY;
    return Tuples.of(
        ts, function == Word.EMPTY ? Word.NONE : function, code == Word.EMPTY ? Word.NONE : code);
  }

  private static CodeBlueprint blueprint(ThreadState ts, long word) {
    long code = Cells.is(word, Kind.FUNCTION) ? FunctionLayout.code(word) : word;
    if (!Cells.is(code, Kind.CODE)) {
      throw Errors.typeError(ts, "expected a function or code, not %s", name(ts, word));
    }
    return CodeAttributes.blueprint(ts, code);
  }

  private static long dict(ThreadState ts, long word) {
    if (word == Word.NONE) {
      return Word.EMPTY;
    }
    if (!Dicts.isDict(ts, word)) {
      throw Errors.typeError(ts, "expected a dict, not %s", name(ts, word));
    }
    return word;
  }

  private static String name(ThreadState ts, long word) {
    return ts.runtime().typeOf(word).name();
  }
}
