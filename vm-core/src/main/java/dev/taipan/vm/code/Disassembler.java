package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantRepr;
import dev.taipan.vm.ast.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Prints a blueprint and those inside it as text: one line an instruction, with the source line
 * where it changes, labels for jump targets, and the exception table.
 */
public final class Disassembler {
  private final CodeBlueprint code;
  private final Map<Integer, String> labels = new HashMap<>();
  private final StringBuilder out = new StringBuilder();
  private int line = -1;

  private Disassembler(CodeBlueprint code) {
    this.code = code;
  }

  /** The listing of a blueprint, nested ones after it. */
  public static String disassemble(CodeBlueprint code) {
    Disassembler d = new Disassembler(code);
    d.header();
    d.findLabels();
    d.instructions();
    d.exceptions();
    for (CodeConstant constant : code.constants()) {
      if (constant instanceof CodeConstant.Code(CodeBlueprint nested)) {
        d.out.append('\n').append(disassemble(nested));
      }
    }
    return d.out.toString();
  }

  private void header() {
    Signature s = code.signature();
    out.append("code ").append(code.qualname()).append(" line ").append(code.firstLine());
    out.append(" flags 0x").append(Integer.toHexString(code.flags()));
    out.append(" stack ").append(code.stackSize());
    if (!s.equals(Signature.NONE)) {
      out.append(" args ").append(s.argCount());
      out.append('/').append(s.posOnlyCount()).append('/').append(s.kwOnlyCount());
    }
    out.append('\n');
    names("locals", code.variables().varnames());
    names("cells", code.variables().cellvars());
    names("frees", code.variables().freevars());
  }

  private void names(String title, List<String> names) {
    if (!names.isEmpty()) {
      out.append("  ").append(title).append(' ').append(String.join(" ", names)).append('\n');
    }
  }

  private int next(int at) {
    return at + 1 + Op.cacheWords(InstructionWords.op(code.words().at(at)));
  }

  private void findLabels() {
    TreeSet<Integer> targets = new TreeSet<>();
    for (int at = 0; at < code.words().length(); at = next(at)) {
      long word = code.words().at(at);
      if (Op.isJump(InstructionWords.op(word))) {
        targets.add(next(at) + InstructionWords.arg(word));
      }
    }
    for (ExceptionTable.Entry entry : code.exceptions().entries()) {
      targets.add(entry.start());
      targets.add(entry.end());
      targets.add(entry.target());
    }
    int number = 1;
    for (int target : targets) {
      labels.put(target, "L" + number++);
    }
  }

  private void instructions() {
    for (int at = 0; at < code.words().length(); at = next(at)) {
      if (labels.containsKey(at)) {
        out.append("  ").append(labels.get(at)).append(":\n");
      }
      instruction(at);
    }
    if (labels.containsKey(code.words().length())) {
      out.append("  ").append(labels.get(code.words().length())).append(":\n");
    }
  }

  private void instruction(int at) {
    long word = code.words().at(at);
    int op = InstructionWords.op(word);
    Span span = code.positions().at(at);
    int here = span == null ? 0 : span.lineno();
    String shown = here == line ? "" : here == 0 ? "-" : Integer.toString(here);
    line = here;
    StringBuilder text = new StringBuilder("%5s  ".formatted(shown)).append(Op.name(op));
    String argument = argument(at, op, InstructionWords.arg(word));
    if (!argument.isEmpty()) {
      text.append(' ').append(argument);
    }
    out.append(text).append('\n');
  }

  private String argument(int at, int op, int arg) {
    return switch (ArgumentKind.of(op)) {
      case JUMP -> labels.get(next(at) + arg);
      case CONSTANT -> constant(code.constants().get(arg));
      case LOCAL, CELL -> code.variables().slots().get(arg);
      case NAME_AND_WORD -> name(arg >> 1) + ((arg & 1) == 0 ? "" : " +1");
      case SUPER_NAME -> name(arg >> 2) + " " + (arg & 3);
      case NAME -> name(arg);
      case NONE, NUMBER, OPERATOR, COMPARISON, INTRINSIC_1, INTRINSIC_2 ->
          arg == 0 ? "" : Integer.toString(arg);
    };
  }

  private String name(int index) {
    return code.names().get(index);
  }

  private static String constant(CodeConstant constant) {
    return switch (constant) {
      case CodeConstant.Value v -> ConstantRepr.repr(v.value());
      case CodeConstant.Code c -> "<code " + c.code().qualname() + ">";
    };
  }

  private void exceptions() {
    for (ExceptionTable.Entry e : code.exceptions().entries()) {
      out.append(
          "  %s to %s -> %s depth %d%s\n"
              .formatted(
                  labels.get(e.start()),
                  labels.get(e.end()),
                  labels.get(e.target()),
                  e.depth(),
                  e.lasti() ? " lasti" : ""));
    }
  }
}
