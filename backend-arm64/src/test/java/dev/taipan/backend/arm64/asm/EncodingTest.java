package dev.taipan.backend.arm64.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The typed methods against stored words from an external assembler, and against it where it is
 * present.
 */
class EncodingTest {
  private record Golden(int word, String text) {}

  private static List<Golden> golden() throws IOException {
    try (InputStream in = EncodingTest.class.getResourceAsStream("/golden/encodings.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> new Golden(HexFormat.fromHexDigits(line, 0, 8), line.substring(10)))
          .toList();
    }
  }

  private static byte[] samples() {
    A64Assembler a = new A64Assembler();
    EncodingSamples.all(a);
    return a.toBytes();
  }

  @Test
  void typedMethodsGiveTheStoredWords() throws IOException {
    byte[] code = samples();
    List<Golden> expected = golden();
    for (int i = 0; i < expected.size(); i++) {
      Golden row = expected.get(i);
      int word = Disassembler.wordAt(code, i * 4);
      assertEquals(
          HexFormat.of().toHexDigits(row.word), HexFormat.of().toHexDigits(word), row.text);
    }
    assertEquals(expected.size() * 4, code.length);
  }

  @Test
  void storedWordsAreWhatTheExternalAssemblerSays() throws Exception {
    assumeTrue(Binutils.present(), "no aarch64 binutils");
    assertArrayEquals(samples(), Binutils.assemble(golden().stream().map(Golden::text).toList()));
  }

  /** A sample for each row; the rows that take a label are in the label tests. */
  @Test
  void samplesAndRoundTripCoverTheTable() {
    byte[] code = samples();
    Set<String> missing = new TreeSet<>();
    for (A64Op op : A64Op.values()) {
      boolean takesLabel = !op.slots().isEmpty() && op.slots().getLast().name().startsWith("TO");
      boolean indexedForm =
          op.name().endsWith("_PRE")
              || op.name().endsWith("_POST")
              || op.name().endsWith("_INDEX")
              || op.name().startsWith("LDUR")
              || op.name().startsWith("STUR");
      if (!takesLabel && !indexedForm && op != A64Op.ADR) {
        missing.add(op.name());
      }
    }
    for (int at = 0; at < code.length; at += 4) {
      int word = Disassembler.wordAt(code, at);
      for (A64Op op : A64Op.values()) {
        if (op.matches(word)) {
          missing.remove(op.name());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void logicalImmediatesInvert() {
    int legal = 0;
    for (int bits = 0; bits < 1 << 13; bits++) {
      var value = BitmaskImmediate.decode(bits);
      if (value.isPresent()) {
        int encoded = BitmaskImmediate.encode(value.getAsLong());
        assertEquals(value, BitmaskImmediate.decode(encoded));
        legal++;
      }
    }
    // Rotations repeat for small elements when immr has bits above the element's size.
    assertEquals(5334, distinctLogicalImmediates());
    assertEquals(true, legal > 5334);
    assertEquals(-1, BitmaskImmediate.encode(0));
    assertEquals(-1, BitmaskImmediate.encode(-1));
    assertEquals(-1, BitmaskImmediate.encode(0b101));
    assertEquals(-1, BitmaskImmediate.encode(0x1234));
  }

  private static long distinctLogicalImmediates() {
    Set<Long> values = new TreeSet<>();
    for (int bits = 0; bits < 1 << 13; bits++) {
      BitmaskImmediate.decode(bits).ifPresent(values::add);
    }
    return values.size();
  }

  @Test
  void constantsAreShortAndRight() {
    assertEquals(1, constant(0));
    assertEquals(1, constant(-1));
    assertEquals(1, constant(65535));
    assertEquals(1, constant(0xfffe000000000000L));
    assertEquals(1, constant(0x0000ffff00000000L));
    assertEquals(2, constant(0xfffe000000000005L));
    assertEquals(3, constant(0x00007f1234567890L));
    assertEquals(2, constant(0x5555555512345555L));
    assertEquals(4, constant(0x123456789abcdef0L));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      constant(value & -1L << random.nextInt(64));
      constant(Long.rotateLeft(value, random.nextInt(64)));
    }
  }

  /** Emits the constant, checks it by interpreting the words, and gives the instruction count. */
  private static int constant(long value) {
    A64Assembler a = new A64Assembler();
    a.mov(X.X7, value);
    byte[] code = a.toBytes();
    long register = 0xdeadbeefdeadbeefL;
    for (int at = 0; at < code.length; at += 4) {
      register = step(register, Disassembler.wordAt(code, at));
    }
    assertEquals(value, register, () -> Disassembler.print(code, 0));
    return code.length / 4;
  }

  private static long step(long register, int word) {
    int wide = Slot.WIDE.extract(word);
    int shift = (wide >> 16) * 16;
    long piece = (wide & 0xffffL) << shift;
    if (A64Op.MOVZ.matches(word)) {
      return piece;
    }
    if (A64Op.MOVN.matches(word)) {
      return ~piece;
    }
    if (A64Op.MOVK.matches(word)) {
      return (register & ~(0xffffL << shift)) | piece;
    }
    assertEquals(true, A64Op.ORR_IMM.matches(word) && Slot.XN.extract(word) == 31);
    return BitmaskImmediate.decode(Slot.LOGIC.extract(word)).orElseThrow();
  }

  @Test
  void unencodableOperandsAreRefused() {
    A64Assembler a = new A64Assembler();
    assertEquals(true, Imm.Arith.of(4097).isEmpty());
    assertEquals(true, Imm.Arith.of(-1).isEmpty());
    assertEquals(true, Imm.Float8.of(0.0).isEmpty());
    assertEquals(true, Imm.Float8.of(0.1).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> a.add(X.X0, X.X1, X.SP));
    assertThrows(IllegalArgumentException.class, () -> a.add(X.ZR, X.X1, new Imm.Arith(1, false)));
    assertThrows(IllegalArgumentException.class, () -> a.ldr(X.X0, Address.at(X.X1, 32768)));
    assertThrows(IllegalArgumentException.class, () -> a.ldr(X.X0, Address.at(X.ZR, 8)));
    assertThrows(IllegalArgumentException.class, () -> a.stp(X.X0, X.X1, Address.at(X.SP, 512)));
    assertThrows(IllegalArgumentException.class, () -> a.stp(X.X0, X.X1, Address.at(X.SP, 4)));
    assertThrows(IllegalArgumentException.class, () -> a.lsl(X.X0, X.X1, 64));
    assertThrows(
        IllegalArgumentException.class,
        () -> a.andW(X.X0, X.X1, Imm.Logic.of(0xff00000000L).orElseThrow()));
    assertEquals(0, a.position());
  }
}
