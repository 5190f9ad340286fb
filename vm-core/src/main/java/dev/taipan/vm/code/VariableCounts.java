package dev.taipan.vm.code;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a code object's variables are, counted by what they are to it: what the question whether a
 * function depends on anything outside itself is answered from.
 *
 * @param names the names that it loads, stores or deletes as globals, sorted
 * @param written whether it stores or deletes one of them
 */
public record VariableCounts(
    int posOnlyArguments,
    int normalArguments,
    int kwOnlyArguments,
    boolean varargs,
    boolean varkeywords,
    int plainLocals,
    int hiddenLocals,
    int argumentCells,
    int otherCells,
    int frees,
    int attributes,
    int otherNames,
    Set<String> names,
    boolean written) {
  public VariableCounts {
    names = Set.copyOf(names);
  }

  public static VariableCounts of(CodeBlueprint code) {
    Signature signature = code.signature();
    boolean varargs = (code.flags() & CodeFlags.VARARGS) != 0;
    boolean varkeywords = (code.flags() & CodeFlags.VARKEYWORDS) != 0;
    int arguments =
        signature.argCount() + signature.kwOnlyCount() + (varargs ? 1 : 0) + (varkeywords ? 1 : 0);
    Variables variables = code.variables();
    Set<String> cells = new HashSet<>(variables.cellvars());
    int argumentCells = 0;
    int plain = 0;
    for (int i = 0; i < variables.varnames().size(); i++) {
      boolean cell = cells.contains(variables.varnames().get(i));
      argumentCells += cell && i < arguments ? 1 : 0;
      plain += !cell && i >= arguments ? 1 : 0;
    }
    // Outside functions only a comprehension that was compiled inline has locals.
    boolean hidden = (code.flags() & CodeFlags.OPTIMIZED) == 0;
    Names names = new Names(code);
    return new VariableCounts(
        signature.posOnlyCount(),
        signature.argCount() - signature.posOnlyCount(),
        signature.kwOnlyCount(),
        varargs,
        varkeywords,
        hidden ? 0 : plain,
        hidden ? plain : 0,
        argumentCells,
        cells.size() - argumentCells,
        variables.freevars().size(),
        names.attributes.size(),
        code.names().size() - names.known(),
        names.globals,
        names.written);
  }

  /** All parameters, those for the rest included. */
  public int arguments() {
    return posOnlyArguments
        + normalArguments
        + kwOnlyArguments
        + (varargs ? 1 : 0)
        + (varkeywords ? 1 : 0);
  }

  /** What the instructions do with the names. */
  private static final class Names {
    private final Set<String> globals = new TreeSet<>();
    private final Set<String> attributes = new TreeSet<>();

    /** Outside functions a name that is stored is the code's own. */
    private final Set<String> stored = new TreeSet<>();

    private boolean written;

    Names(CodeBlueprint code) {
      InstructionWords words = code.words();
      for (int at = 0; at < words.length(); ) {
        int op = InstructionWords.op(words.at(at));
        note(code, op, InstructionWords.arg(words.at(at)));
        at += 1 + Op.cacheWords(op);
      }
      globals.removeAll(stored);
    }

    private void note(CodeBlueprint code, int op, int arg) {
      switch (op) {
        case Op.LOAD_GLOBAL -> globals.add(code.names().get(arg >> 1));
        case Op.STORE_GLOBAL, Op.DELETE_GLOBAL -> {
          globals.add(code.names().get(arg));
          written = true;
        }
        case Op.LOAD_NAME, Op.LOAD_FROM_DICT_OR_GLOBALS -> globals.add(code.names().get(arg));
        case Op.STORE_NAME -> stored.add(code.names().get(arg));
        case Op.LOAD_ATTR -> attributes.add(code.names().get(arg >> 1));
        case Op.LOAD_SUPER_ATTR -> attributes.add(code.names().get(arg >> 2));
        case Op.STORE_ATTR, Op.DELETE_ATTR -> attributes.add(code.names().get(arg));
        default -> {}
      }
    }

    private int known() {
      Set<String> all = new HashSet<>(globals);
      all.addAll(attributes);
      all.addAll(stored);
      return all.size();
    }
  }
}
