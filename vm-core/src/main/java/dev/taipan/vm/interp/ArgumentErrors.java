package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** The TypeErrors of a call whose arguments do not fit. */
final class ArgumentErrors {
  private final ThreadState ts;
  private final long function;
  private final long code;
  private final CodeObject object;

  ArgumentErrors(ThreadState ts, long function, long code) {
    this.ts = ts;
    this.function = function;
    this.code = code;
    this.object = Frames.codeOf(ts, code);
  }

  private String name() {
    return Strs.toJava(FunctionLayout.qualname(function));
  }

  Raised twice(long keyword) {
    return Errors.typeError(
        ts, "%s() got multiple values for argument '%s'", name(), Strs.toJava(keyword));
  }

  Raised unexpected(long keyword, long kwnames) {
    List<String> positionalOnly = new ArrayList<>();
    for (int i = 0; i < CodeLayout.posonlyCount(code); i++) {
      if (contains(kwnames, object.slotName(i))) {
        positionalOnly.add(Strs.toJava(object.slotName(i)));
      }
    }
    if (!positionalOnly.isEmpty()) {
      return Errors.typeError(
          ts,
          "%s() got some positional-only arguments passed as keyword arguments: '%s'",
          name(),
          String.join(", ", positionalOnly));
    }
    return Errors.typeError(
        ts, "%s() got an unexpected keyword argument '%s'", name(), Strs.toJava(keyword));
  }

  private static boolean contains(long tuple, long name) {
    for (int i = 0; i < TupleLayout.length(tuple); i++) {
      if (Strs.equal(TupleLayout.get(tuple, i), name)) {
        return true;
      }
    }
    return false;
  }

  Raised tooMany(int given, long slots) {
    int positional = CodeLayout.argCount(code);
    int keywordOnly = 0;
    for (int i = positional; i < positional + CodeLayout.kwonlyCount(code); i++) {
      keywordOnly += Memory.getLong(slots + 8L * i) == Word.EMPTY ? 0 : 1;
    }
    long defaults = FunctionLayout.defaults(function);
    int optional = defaults == Word.EMPTY ? 0 : TupleLayout.length(defaults);
    String takes =
        optional == 0
            ? String.valueOf(positional)
            : "from " + (positional - optional) + " to " + positional;
    boolean plural = optional != 0 || positional != 1;
    String were = given == 1 && keywordOnly == 0 ? "was" : "were";
    String also =
        keywordOnly == 0
            ? ""
            : String.format(
                " positional argument%s (and %d keyword-only argument%s)",
                given == 1 ? "" : "s", keywordOnly, keywordOnly == 1 ? "" : "s");
    return Errors.typeError(
        ts,
        "%s() takes %s positional argument%s but %d%s %s given",
        name(),
        takes,
        plural ? "s" : "",
        given,
        also,
        were);
  }

  Raised missing(long slots, int firstDefault) {
    return missing("positional", slots, 0, firstDefault);
  }

  Raised missingKeywords(long slots) {
    int positional = CodeLayout.argCount(code);
    return missing("keyword-only", slots, positional, positional + CodeLayout.kwonlyCount(code));
  }

  private Raised missing(String kind, long slots, int from, int to) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (Memory.getLong(slots + 8L * i) == Word.EMPTY) {
        names.add("'" + Strs.toJava(object.slotName(i)) + "'");
      }
    }
    return Errors.typeError(
        ts,
        "%s() missing %d required %s argument%s: %s",
        name(),
        names.size(),
        kind,
        names.size() == 1 ? "" : "s",
        listed(names));
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 2 -> names.getFirst() + " and " + names.getLast();
      default -> String.join(", ", names.subList(0, last)) + ", and " + names.get(last);
    };
  }
}
