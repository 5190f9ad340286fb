package dev.taipan.backend.x86.asm;

import dev.taipan.backend.x86.asm.Encoding.Form;
import dev.taipan.backend.x86.asm.Encoding.Map;
import dev.taipan.backend.x86.asm.Encoding.Sizing;
import java.util.Locale;

/**
 * Instructions with one explicit operand. MUL, IMUL, DIV and IDIV work on the pair rdx:rax besides.
 */
@SuppressWarnings("ImmutableEnumChecker") // a row is a record of enums and numbers
public enum Unary {
  INC(0xFF, 0),
  DEC(0xFF, 1),
  NOT(0xF7, 2),
  NEG(0xF7, 3),
  MUL(0xF7, 4),
  IMUL(0xF7, 5),
  DIV(0xF7, 6),
  IDIV(0xF7, 7);

  final Encoding encoding;

  Unary(int opcode, int digit) {
    encoding =
        new Encoding(
            name().toLowerCase(Locale.ROOT), Form.M, Sizing.ANY, 0, Map.ONE, opcode, digit);
  }
}
