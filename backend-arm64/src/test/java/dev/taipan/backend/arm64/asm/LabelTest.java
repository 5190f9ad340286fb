package dev.taipan.backend.arm64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Forward and backward references of every kind, alignment, and distances that do not fit. */
class LabelTest {
  @Test
  void referencesResolveBothWays() {
    A64Assembler a = new A64Assembler();
    Label start = new Label();
    Label end = new Label();
    a.bind(start);
    a.b(end);
    a.b(Cond.EQ, end);
    a.cbz(X.X1, end);
    a.cbnzW(X.X2, end);
    a.tbz(X.X3, 40, end);
    a.adr(X.X4, end);
    a.ldr(X.X5, end);
    a.bl(start);
    a.b(Cond.NE, start);
    a.cbnz(X.X1, start);
    a.cbzW(X.X2, start);
    a.tbnz(X.X3, 3, start);
    a.ldr(D.D0, start);
    a.alignData(8);
    a.bind(end);
    a.data64(0x1122334455667788L);
    List<String> text =
        Disassembler.print(a.toBytes(), 0)
            .lines()
            .map(line -> line.replaceFirst(".*?  ", ""))
            .toList();
    assertEquals(
        List.of(
            "b 0x38",
            "b.eq 0x38",
            "cbz x1, 0x38",
            "cbnz w2, 0x38",
            "tbz x3, #40, 0x38",
            "adr x4, 0x38",
            "ldr x5, 0x38",
            "bl 0x0",
            "b.ne 0x0",
            "cbnz x1, 0x0",
            "cbz w2, 0x0",
            "tbnz x3, #3, 0x0",
            "ldr d0, 0x0",
            "brk #0x0"),
        text.subList(0, 14));
    assertEquals(56, end.offset());
  }

  @Test
  void farTargetsAreRefused() {
    A64Assembler a = new A64Assembler();
    Label far = new Label();
    a.tbz(X.X0, 0, far);
    for (int i = 0; i < 8191; i++) {
      a.nop();
    }
    a.bind(far);
    assertThrows(RangeException.class, a::toBytes);

    A64Assembler b = new A64Assembler();
    Label back = new Label();
    b.bind(back);
    for (int i = 0; i < 8192; i++) {
      b.nop();
    }
    b.tbz(X.X0, 0, back);
    assertEquals("tbz x0, #0, 0x0", lastLine(b.toBytes()));
  }

  @Test
  void unboundAndTwiceBoundLabelsAreErrors() {
    A64Assembler a = new A64Assembler();
    Label label = new Label();
    a.b(label);
    assertThrows(IllegalStateException.class, a::toBytes);
    a.bind(label);
    assertThrows(IllegalStateException.class, () -> a.bind(label));
  }

  @Test
  void dataMustBeAligned() {
    A64Assembler a = new A64Assembler();
    a.nop();
    assertThrows(IllegalStateException.class, () -> a.data64(1));
  }

  private static String lastLine(byte[] code) {
    return Disassembler.print(Disassembler.wordAt(code, code.length - 4), code.length - 4L);
  }
}
