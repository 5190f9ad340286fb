package dev.taipan.backend.x86.asm;

import dev.taipan.backend.x86.asm.Encoding.Form;
import dev.taipan.backend.x86.asm.Encoding.Map;
import dev.taipan.backend.x86.asm.Encoding.Sizing;
import java.util.List;
import java.util.Locale;

/** Shifts and rotates by a constant or by cl. */
@SuppressWarnings("ImmutableEnumChecker") // a row is a record of enums and numbers
public enum Shift {
  ROL(0),
  ROR(1),
  SHL(4),
  SHR(5),
  SAR(7);

  final Encoding byImm;
  final Encoding byCl;

  Shift(int digit) {
    String mnemonic = name().toLowerCase(Locale.ROOT);
    byImm = new Encoding(mnemonic, Form.MU8, Sizing.ANY, 0, Map.ONE, 0xC1, digit);
    byCl = new Encoding(mnemonic, Form.MCL, Sizing.ANY, 0, Map.ONE, 0xD3, digit);
  }

  List<Encoding> encodings() {
    return List.of(byImm, byCl);
  }
}
