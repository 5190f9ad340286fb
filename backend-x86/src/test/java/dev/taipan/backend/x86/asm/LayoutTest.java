package dev.taipan.backend.x86.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Branch lengths, labels, padding and data beside the code. */
final class LayoutTest {
  private static String hex(byte[] code) {
    return HexFormat.of().formatHex(code);
  }

  private static byte[] forward(int gap) {
    Assembler a = new Assembler();
    Label end = new Label();
    a.jcc(CondCode.NE, end);
    for (int i = 0; i < gap; i++) {
      a.int3();
    }
    a.bind(end);
    return a.finish();
  }

  private static byte[] backward(int gap) {
    Assembler a = new Assembler();
    Label start = a.here();
    for (int i = 0; i < gap; i++) {
      a.int3();
    }
    a.jmp(start);
    return a.finish();
  }

  @Test
  void branchesAreShortExactlyWhenTheyReach() {
    assertEquals("757f", hex(forward(127)).substring(0, 4));
    assertEquals("0f8580000000", hex(forward(128)).substring(0, 12));
    assertTrue(hex(backward(126)).endsWith("eb80"));
    assertTrue(hex(backward(127)).endsWith("e97cffffff"));
  }

  @Test
  void growthOfOneBranchGrowsAnother() {
    Assembler a = new Assembler();
    Label far = new Label();
    Label outer = new Label();
    a.jmp(outer);
    for (int i = 0; i < 125; i++) {
      a.int3();
    }
    a.jmp(far);
    a.bind(outer);
    for (int i = 0; i < 130; i++) {
      a.int3();
    }
    a.bind(far);
    byte[] code = a.finish();
    assertEquals(5 + 125 + 5, outer.offset());
    assertEquals(5 + 125 + 5 + 130, far.offset());
    assertEquals(code.length, far.offset());
  }

  @Test
  void dataAtLabels() {
    Assembler a = new Assembler();
    Label data = new Label();
    a.movsd(Xmm.XMM1, new LabelMem(data));
    a.alu(Alu.CMP, Width.Q, new LabelMem(data), 1000);
    a.ret();
    a.align(8);
    a.bind(data);
    a.quad(0x1122334455667788L);
    byte[] code = a.finish();
    assertEquals(0, data.offset() % 8);
    List<Disassembler.Line> lines = Disassembler.lines(code, 0, data.offset());
    String target = "# 0x" + Integer.toHexString(data.offset());
    assertTrue(lines.get(0).text().endsWith(target), lines.get(0).text());
    assertTrue(lines.get(1).text().endsWith(target), lines.get(1).text());
    assertEquals("8877665544332211", hex(code).substring(2 * data.offset()));
  }

  @Test
  void misuseOfLabels() {
    Assembler a = new Assembler();
    Label label = a.here();
    assertThrows(IllegalStateException.class, () -> a.bind(label));
    assertThrows(IllegalStateException.class, label::offset);
    a.jmp(new Label());
    assertThrows(IllegalStateException.class, a::finish);
  }

  /** Random tangles of branches, padding and filler: every branch lands on its label. */
  @Test
  void randomTangles() throws IOException, InterruptedException {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      checkTangle(random, "seed " + seed);
    }
  }

  private static void checkTangle(Random random, String seed)
      throws IOException, InterruptedException {
    Assembler a = new Assembler();
    Label[] labels = new Label[20];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new Label();
    }
    List<Label> targets = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      for (int n = random.nextInt(4); n > 0; n--) {
        Label target = labels[random.nextInt(labels.length)];
        targets.add(target);
        switch (random.nextInt(3)) {
          case 0 -> a.jmp(target);
          case 1 -> a.jcc(CondCode.of(random.nextInt(16)), target);
          default -> a.call(target);
        }
        for (int filler = random.nextInt(40); filler > 0; filler--) {
          a.cqo();
        }
      }
      if (random.nextInt(4) == 0) {
        a.align(16);
      }
      a.bind(labels[i]);
    }
    byte[] code = a.finish();
    List<Disassembler.Line> lines = Disassembler.lines(code, 0, code.length);
    int branch = 0;
    for (Disassembler.Line line : lines) {
      if (line.text().startsWith("j") || line.text().startsWith("call")) {
        String to = " 0x" + Integer.toHexString(targets.get(branch++).offset());
        assertTrue(line.text().endsWith(to), seed + ": " + line.text() + " not" + to);
      }
    }
    assertEquals(targets.size(), branch, seed);
    compareWithObjdump(code, lines, seed);
  }

  private static void compareWithObjdump(byte[] code, List<Disassembler.Line> lines, String seed)
      throws IOException, InterruptedException {
    assumeTrue(Objdump.present(), "no objdump here");
    List<String> expected = Objdump.disassemble(code);
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(expected.get(i), lines.get(i).text(), seed);
    }
  }
}
