package dev.taipan.stdlib.code;

import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeConstant;
import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.ReturnValues;
import dev.taipan.vm.code.VariableCounts;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.object.CodeAttributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Whether code or a function depends on nothing but its arguments and the builtins, so that another
 * runtime could run it from a copy. Each method gives null, or what stands against it.
 *
 * <p>Traces, counters and inline caches are no state of the code: what they hold follows from it.
 */
final class Stateless {
  /** What is asked for beyond having no state. */
  enum Form {
    ANY,
    /** Takes no arguments and returns None. */
    SCRIPT,
    /** What it returns does not refer to its variables. */
    PORTABLE
  }

  private final ThreadState ts;

  /** A dict whose names are globals, EMPTY where they are not known. */
  private final long globals;

  private final long builtins;

  Stateless(ThreadState ts, long globals, long builtins) {
    this.ts = ts;
    this.globals = globals;
    this.builtins = builtins;
  }

  String function(long function, Form form) {
    long defaults = FunctionLayout.defaults(function);
    long keywords = FunctionLayout.kwdefaults(function);
    long closure = FunctionLayout.closure(function);
    long dict = FunctionLayout.dict(function);
    if (defaults != Word.EMPTY) {
      if (!Tuples.isTuple(ts, defaults)) {
        return "defaults that are not a tuple";
      }
      if (!isImmutable(defaults)) {
        return "defaults that can change";
      }
    }
    if (keywords != Word.EMPTY && !areImmutable(keywords)) {
      return "keyword defaults that can change";
    }
    if (closure != Word.EMPTY && Tuples.length(closure) > 0) {
      return "a closure";
    }
    if (dict != Word.EMPTY && Dicts.isDict(ts, dict) && Dicts.size(ts, dict) > 0) {
      return "attributes of its own";
    }
    return code(CodeAttributes.blueprint(ts, FunctionLayout.code(function)), form);
  }

  String code(CodeBlueprint code, Form form) {
    VariableCounts counts = VariableCounts.of(code);
    if (counts.frees() > 0) {
      return "a closure";
    }
    String against = ofForm(code, counts, form);
    return against != null ? against : names(code, counts);
  }

  private static String ofForm(CodeBlueprint code, VariableCounts counts, Form form) {
    boolean generator = (code.flags() & CodeFlags.GENERATOR_LIKE) != 0;
    return switch (form) {
      case ANY -> null;
      case SCRIPT -> {
        if (counts.arguments() > 0) {
          yield "arguments";
        }
        yield generator || !ReturnValues.areNone(code) ? "a result other than None" : null;
      }
      case PORTABLE -> {
        if (generator) {
          yield "a generator as its result";
        }
        yield counts.argumentCells() + counts.otherCells() > 0
            ? "variables that an inner function keeps"
            : null;
      }
    };
  }

  /** The globals of the code and of all code in it, which may use the variables around it. */
  private String names(CodeBlueprint code, VariableCounts counts) {
    if (counts.written()) {
      return "a global that it changes";
    }
    for (String name : counts.names()) {
      if (holds(globals, name) || !holds(builtins, name)) {
        return "the global '" + name + "'";
      }
    }
    for (CodeConstant constant : code.constants()) {
      if (constant instanceof CodeConstant.Code(CodeBlueprint inner)) {
        String found = names(inner, VariableCounts.of(inner));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  boolean holds(long dict, String name) {
    return dict != Word.EMPTY
        && Dicts.getStr(ts, dict, ts.runtime().intern(ts, name)) != Word.EMPTY;
  }

  /** Whether a default can be shared by all calls without any of them noticing. */
  private boolean isImmutable(long word) {
    return switch (ts.runtime().kindOf(word)) {
      case SMALL_INT, INT, FLOAT, BOOL, STR, BYTES, NONE -> true;
      case TUPLE -> {
        for (int i = 0; i < Tuples.length(word); i++) {
          if (!isImmutable(Tuples.get(word, i))) {
            yield false;
          }
        }
        yield true;
      }
      default -> word == Word.ELLIPSIS;
    };
  }

  private boolean areImmutable(long dict) {
    boolean[] immutable = {true};
    Dicts.forEach(ts, dict, (key, value) -> immutable[0] &= isImmutable(value));
    return immutable[0];
  }
}
