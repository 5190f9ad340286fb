package dev.taipan.generator.instructions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code docs/instructions.md}: {@code ReferencePage MODULE_DIR PAGE}, or, with {@code
 * --check} behind, fails if the page is out of date.
 */
final class ReferencePage {
  private ReferencePage() {}

  public static void main(String[] args) throws IOException {
    String page = page(InstructionSources.read(Path.of(args[0], "src/main/instructions")));
    Path file = Path.of(args[1]);
    if (args.length < 3) {
      Files.writeString(file, page);
    } else if (!Files.exists(file) || !Files.readString(file).equals(page)) {
      System.err.println(file + " is out of date");
      System.exit(1);
    }
  }

  private static String page(Definitions definitions) {
    var out = new StringBuilder();
    out.append(
        """
        # Instructions

        Written from `vm-core/src/main/instructions` by `java vm-core/src/generator/java/dev/taipan/generator/instructions/ReferencePage.java vm-core docs/instructions.md`; not edited by hand.

        A jump's argument counts words from the next instruction, caches included. *Words* is the instruction's length with its caches. *Events* is what it is to monitoring tools (docs/monitoring.md).

        | instruction | stack | words | events | meaning |
        |---|---|---|---|---|
        """);
    for (Instruction it : definitions.instructions()) {
      if (definitions.head(it).equals(it.name())) {
        out.append(
            "| `%s` | %s | %d | %s | %s |\n"
                .formatted(
                    it.name(), stack(it), it.words(), String.join(", ", it.events()), it.doc()));
      }
    }
    out.append("\n## Families\n\n| head | members, each with its micro-operations |\n|---|---|\n");
    for (Family family : definitions.families()) {
      out.append("| `").append(family.head()).append("` | ");
      for (String member : family.members()) {
        out.append('`').append(member).append('`').append(uops(definitions.instruction(member)));
      }
      out.append("|\n");
    }
    return out.toString();
  }

  private static String stack(Instruction it) {
    Uop first = it.uops().getFirst();
    return "%s -- %s".formatted(list(first.inputs()), list(it.uops().getLast().outputs()));
  }

  private static String list(java.util.List<Variable> variables) {
    return String.join(", ", variables.stream().map(Variable::toString).toList());
  }

  private static String uops(Instruction it) {
    if (it.uops().size() == 1) {
      return ", ";
    }
    return " (" + String.join(" + ", it.uops().stream().map(Uop::name).toList()) + "), ";
  }
}
