package dev.taipan.generator.instructions;

import java.util.stream.Collectors;

/** Writes {@code Uops}: which micro-operations each instruction consists of, by name, in order. */
final class UopTableWriter {
  private final Definitions definitions;

  UopTableWriter(Definitions definitions) {
    this.definitions = definitions;
  }

  String write() {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        package dev.taipan.vm.code;

        import java.util.List;

        /** The micro-operations of each instruction. Generated from the instruction definitions. */
        public final class Uops {
          private static final List<List<String>> EXPANSIONS =
              List.of(
                  List.of(),
        """);
    out.append(
        definitions.instructions().stream()
            .map(
                it ->
                    it.uops().stream()
                        .map(uop -> '"' + uop.name() + '"')
                        .collect(Collectors.joining(", ", "          List.of(", ")")))
            .collect(Collectors.joining(",\n")));
    out.append(
        """
        );

          private Uops() {}

          /** The names of an opcode's micro-operations. */
          public static List<String> of(int op) {
            return EXPANSIONS.get(op);
          }
        }
        """);
    return out.toString();
  }
}
