package dev.taipan.generator.instructions;

/**
 * What the plain loop does with two neighbouring instructions in one dispatch.
 *
 * <p>The code keeps both instructions: a case leaves its result in {@code pushed}, with sp where it
 * would be written, and the tail behind the switch looks at the next word. Every other word gets
 * the result on the stack and an ordinary dispatch. The tracing twin has no pairs, since it records
 * before each instruction. Nothing may raise, poll or miss in a tail.
 */
enum Pair {
  /** No tail: the next instruction is dispatched. */
  NONE("", ""),
  /** A word that the next instruction often stores in a local. */
  STORE(
      "stores",
      """
      w = U.getLong(pc + 8);
      if (((int) w & 0xFFFF) == Op.STORE_FAST) {
        U.putLong(fp + FrameLayout.LOCALSPLUS + (w >> 29 & -8L), pushed);
        pc += 16;
        break jump;
      }
      U.putLong(sp, pushed);
      sp += 8;
      pc += 8;
      continue;
      """),
  /** A bool that the next instruction nearly always branches on. */
  TEST(
      "tests",
      """
      w = U.getLong(pc + 8);
      if (((int) w & 0xFFFF) == Op.POP_JUMP_IF_FALSE) {
        pc += 16;
        if (pushed == 0x20L) {
          pc += w >> 29 & -8L;
        }
        break jump;
      }
      U.putLong(sp, pushed);
      sp += 8;
      pc += 8;
      continue;
      """),
  /** A local that another local or a constant often follows. */
  LOAD(
      "loads",
      """
      U.putLong(sp, pushed);
      sp += 8;
      pc += 8;
      w = U.getLong(pc);
      if (((int) w & 0xFFFF) == Op.LOAD_FAST) {
        U.putLong(sp, U.getLong(fp + FrameLayout.LOCALSPLUS + (w >> 29 & -8L)));
        sp += 8;
        pc += 8;
        break jump;
      }
      if (((int) w & 0xFFFF) == Op.LOAD_CONST) {
        U.putLong(sp, U.getLong(pc + 8));
        sp += 8;
        pc += 16;
        break jump;
      }
      continue;
      """);

  /** The label whose block the cases leave for the tail. */
  final String label;

  /** What stands behind that block. */
  final String tail;

  Pair(String label, String tail) {
    this.label = label;
    this.tail = tail;
  }

  /** The tail of a case: hot members of a few families, and the commonest load. */
  static Pair of(Instruction it, Definitions definitions) {
    if (it.name().equals("LOAD_FAST")) {
      return LOAD;
    }
    if (it.placement() != Placement.HOT || it.words() > 1) {
      return NONE;
    }
    return switch (definitions.head(it)) {
      case "BINARY_OP", "FOR_ITER" -> STORE;
      case "COMPARE_OP" -> TEST;
      default -> NONE;
    };
  }
}
