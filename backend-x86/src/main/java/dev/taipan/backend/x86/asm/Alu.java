package dev.taipan.backend.x86.asm;

import dev.taipan.backend.x86.asm.Encoding.Form;
import dev.taipan.backend.x86.asm.Encoding.Map;
import dev.taipan.backend.x86.asm.Encoding.Sizing;
import java.util.List;
import java.util.Locale;

/** The eight two-operand instructions that share one encoding scheme, told apart by a digit. */
@SuppressWarnings("ImmutableEnumChecker") // a row is a record of enums and numbers
public enum Alu {
  ADD(0),
  OR(1),
  ADC(2),
  SBB(3),
  AND(4),
  SUB(5),
  XOR(6),
  CMP(7);

  /** Memory or register, register. */
  final Encoding store;

  /** Register, register or memory. */
  final Encoding load;

  final Encoding imm8;
  final Encoding imm;

  Alu(int digit) {
    String mnemonic = name().toLowerCase(Locale.ROOT);
    store = row(mnemonic, Form.MR, Sizing.ANY, digit << 3 | 0x01, Encoding.NO_DIGIT);
    load = row(mnemonic, Form.RM, Sizing.ANY, digit << 3 | 0x03, Encoding.NO_DIGIT);
    imm8 = row(mnemonic, Form.MI8, Sizing.WDQ, 0x83, digit);
    imm = row(mnemonic, Form.MI, Sizing.ANY, 0x81, digit);
  }

  private static Encoding row(String mnemonic, Form form, Sizing sizing, int opcode, int digit) {
    return new Encoding(mnemonic, form, sizing, 0, Map.ONE, opcode, digit);
  }

  List<Encoding> encodings() {
    return List.of(store, load, imm8, imm);
  }
}
