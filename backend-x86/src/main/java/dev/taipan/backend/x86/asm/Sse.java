package dev.taipan.backend.x86.asm;

import dev.taipan.backend.x86.asm.Encoding.Form;
import dev.taipan.backend.x86.asm.Encoding.Map;
import dev.taipan.backend.x86.asm.Encoding.Sizing;
import java.util.Locale;

/** SSE2 instructions of the shape register, register or memory. */
@SuppressWarnings("ImmutableEnumChecker") // a row is a record of enums and numbers
public enum Sse {
  ADDSD(0xF2, 0x58, Form.X64),
  MULSD(0xF2, 0x59, Form.X64),
  SUBSD(0xF2, 0x5C, Form.X64),
  MINSD(0xF2, 0x5D, Form.X64),
  DIVSD(0xF2, 0x5E, Form.X64),
  MAXSD(0xF2, 0x5F, Form.X64),
  SQRTSD(0xF2, 0x51, Form.X64),
  UCOMISD(0x66, 0x2E, Form.X64),
  COMISD(0x66, 0x2F, Form.X64),
  ANDPD(0x66, 0x54, Form.X128),
  ANDNPD(0x66, 0x55, Form.X128),
  ORPD(0x66, 0x56, Form.X128),
  XORPD(0x66, 0x57, Form.X128),
  PAND(0x66, 0xDB, Form.X128),
  POR(0x66, 0xEB, Form.X128),
  PXOR(0x66, 0xEF, Form.X128),
  PADDQ(0x66, 0xD4, Form.X128),
  PSUBQ(0x66, 0xFB, Form.X128),
  MOVAPD(0x66, 0x28, Form.X128),
  MOVSD(0xF2, 0x10, Form.X64);

  final Encoding encoding;

  Sse(int prefix, int opcode, Form form) {
    encoding =
        new Encoding(
            name().toLowerCase(Locale.ROOT),
            form,
            Sizing.NONE,
            prefix,
            Map.X0F,
            opcode,
            Encoding.NO_DIGIT);
  }
}
