package dev.taipan.generator.instructions;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code Op}: the opcodes and what the compiler, linker and tracer ask about them. */
final class OpWriter {
  private final Definitions definitions;
  private final List<Instruction> instructions;
  private final StringBuilder out = new StringBuilder();

  OpWriter(Definitions definitions) {
    this.definitions = definitions;
    this.instructions = definitions.instructions();
  }

  String write() {
    out.append(
        """
        package dev.taipan.vm.code;

        /**
         * The opcodes and their tables. Generated from the instruction definitions.
         *
         * <p>A jump's argument counts words from the next instruction, caches included; a jump back is negative.
         */
        public final class Op {
        """);
    for (int op = 0; op < instructions.size(); op++) {
      Instruction it = instructions.get(op);
      if (!it.doc().isEmpty()) {
        out.append("  /** ").append(it.doc()).append(" */\n");
      }
      out.append("  public static final int %s = %d;\n".formatted(it.name(), op + 1));
    }
    strings();
    table("byte", "CACHE_WORDS", it -> String.valueOf(it.cacheWords()));
    table("short", "HEAD", it -> definitions.head(it));
    table("boolean", "COUNTED", it -> String.valueOf(definitions.isHead(it)));
    table("boolean", "JUMP", it -> String.valueOf(isJump(it)));
    table("int", "EVENTS", OpWriter::events);
    methods();
    return out.append("}\n").toString();
  }

  /** Whether the argument is the distance of a jump. */
  private static boolean isJump(Instruction it) {
    return it.has(Flag.JUMPS) || it.has(Flag.TARGET);
  }

  private static String events(Instruction it) {
    return it.events().isEmpty()
        ? "0"
        : it.events().stream()
            .map(name -> "Event." + name + ".bit")
            .collect(Collectors.joining(" | "));
  }

  private void strings() {
    // In a class of their own: what only runs a program asks for no names.
    out.append("\n  private static final class Names {\n");
    out.append("    private static final String[] ALL = {\n      null,\n");
    for (Instruction it : instructions) {
      out.append("      \"").append(it.name()).append("\",\n");
    }
    out.append("    };\n  }\n");
    out.append("\n  private static final int COUNT = %d;\n".formatted(instructions.size() + 1));
  }

  private void table(String type, String name, Function<Instruction, String> value) {
    out.append("\n  private static final %s[] %s = {\n".formatted(type, name));
    out.append(type.equals("boolean") ? "    false,\n" : "    0,\n");
    for (Instruction it : instructions) {
      out.append("    ").append(value.apply(it)).append(", // ").append(it.name()).append('\n');
    }
    out.append("  };\n");
  }

  private void methods() {
    out.append(
        """

          private Op() {}

          /** One more than the greatest opcode; 0 is not an opcode. */
          public static int count() {
            return COUNT;
          }

          public static String name(int op) {
            return Names.ALL[op];
          }

          /** How many words of inline cache follow the instruction. */
          public static int cacheWords(int op) {
            return CACHE_WORDS[op];
          }

          /** The head of the instruction's family; the instruction itself if it has none. */
          public static int head(int op) {
            return HEAD[op];
          }

          /** Whether the instruction is a family's head, and so has a counter in the profile. */
          public static boolean isCounted(int op) {
            return COUNTED[op];
          }

          /** Whether the argument is the distance of a jump. */
          public static boolean isJump(int op) {
            return JUMP[op];
          }

          /** The events that executing the instruction is to a monitoring tool, as a set of bits. */
          public static int events(int op) {
            return EVENTS[op];
          }

          /** The change of the stack's height where the instruction goes on or jumps. */
          public static int stackEffect(int op, int arg, boolean jump) {
            return switch (op) {
        """);
    for (Instruction it : instructions) {
      out.append("      case %s -> %s;\n".formatted(it.name(), it.effect()));
    }
    out.append(
        """
              default -> throw new IllegalArgumentException("opcode " + op);
            };
          }
        """);
  }
}
