package dev.taipan.backend.arm64;

import static dev.taipan.backend.arm64.Machine.expect;
import static dev.taipan.backend.arm64.Machine.expectBits;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.Locale;

/** Operations whose hard cases random traces seldom meet: NaNs, ordered accesses, far addresses. */
final class OperationChecks {
  private static final double[] NUMBERS = {
    Double.NaN, 1.0, -0.0, 0.0, Double.NEGATIVE_INFINITY, 2.0
  };

  /** slot 2: slot 0 COND slot 1. */
  private static final String COMPARE =
      """
      a = LOAD_SLOT [96]
      b = LOAD_SLOT [104]
      x = UNBOX_FLOAT a
      y = UNBOX_FLOAT b
      r = CMP_FLOAT COND x, y
      GUARD_CMP_FLOAT COND EXPECTED x, y @0
      EXIT @1
      @0 frame code=0x1000 pc=0x2000 sp=112 { 112: r }
      @1 frame code=0x1000 pc=0x2008 sp=112 { 112: r }
      """;

  /** A NaN's payload survives the addition; the word must not show it. */
  private static final String NAN =
      """
      a = LOAD_SLOT [96]
      x = UNBOX_FLOAT a
      n = CONST_FLOAT nan:BITS
      r = ADD_FLOAT x, n
      w = BOX_FLOAT r
      EXIT @0
      @0 frame code=0x1000 pc=0x2000 sp=112 { 104: r, 112: w }
      """;

  /** Moves words of the cell in slot 0 about, by every order and addressing form. */
  private static final String ORDERED =
      """
      a = LOAD_SLOT [96]
      b = AS_CELL a
      x = LOAD_SLOT [104]
      i = UNBOX_INT x
      k = CONST_INT 3
      far = LOAD_WORD +40000 acquire b
      near = LOAD_WORD +0 acquire b
      w = LOAD_INDEXED +8 acquire b, i
      v = LOAD_INDEXED +8 acquire b, k
      p = LOAD_INDEXED +16 opaque b, i
      u = LOAD_U32 +44 acquire b
      s = LOAD_U32 +44 opaque b
      zero = CONST_WORD 0x0
      STORE_INDEXED +80 release b, i, w
      STORE_INDEXED +80 release b, k, v
      STORE_INDEXED +120 plain b, i, near
      STORE_INDEXED +120 plain b, k, zero
      STORE_WORD +40008 release b, far
      STORE_WORD +40016 plain b, p
      STORE_WORD +40024 release b, zero
      EXIT @0
      @0 frame code=0x1000 pc=0x2000 sp=112 { 112: u, 120: s }
      """;

  private static final int CELL_BYTES = 40_032;

  private OperationChecks() {}

  static List<MachineChecks.Check> all() {
    return List.of(
        new MachineChecks.Check("comparisons with NaN", OperationChecks::comparisons),
        new MachineChecks.Check("a NaN's payload is not boxed", OperationChecks::payload),
        new MachineChecks.Check("ordered and far accesses", OperationChecks::ordered));
  }

  private static void comparisons(Machine m) throws Exception {
    for (Cond cond : Cond.values()) {
      for (boolean expected : new boolean[] {true, false}) {
        String text =
            COMPARE
                .replace("COND", cond.name().toLowerCase(Locale.ROOT))
                .replace("EXPECTED", Boolean.toString(expected));
        compare(m, cond, expected, m.compile(text, 1));
      }
    }
  }

  private static void compare(Machine m, Cond cond, boolean expected, CompiledTrace trace) {
    for (double a : NUMBERS) {
      for (double b : NUMBERS) {
        String what = a + " " + cond + " " + b;
        m.slot(0, Word.boxDouble(a));
        m.slot(1, Word.boxDouble(b));
        boolean holds = cond.test(a, b);
        expect(what, ExitId.of(1, holds == expected ? 1 : 0), m.run(trace));
        expectBits(what, holds ? Word.TRUE : Word.FALSE, m.slot(2));
      }
    }
  }

  private static void payload(Machine m) throws Exception {
    long[] payloads = {0x7FF8_0000_0000_1234L, 0x7FFF_FFFF_FFFF_FFFFL, 0xFFF8_0000_DEAD_BEEFL};
    for (long payload : payloads) {
      CompiledTrace trace = m.compile(NAN.replace("BITS", Long.toHexString(payload)), 1);
      m.slot(0, Word.boxDouble(1.0));
      m.run(trace);
      long canonical = (payload < 0 ? 0xFFF8L : 0x7FF8L) << 48;
      expectBits("in the exit", canonical + Word.DOUBLE_OFFSET, m.slot(1));
      expectBits("as a value", canonical + Word.DOUBLE_OFFSET, m.slot(2));
    }
  }

  private static void ordered(Machine m) throws Exception {
    long allocation = Memory.allocate(CELL_BYTES);
    try {
      for (int at = 0; at < CELL_BYTES; at += 8) {
        Memory.putLong(allocation + at, 0x1_0000_0000L * at + at + 1);
      }
      long[] before = new long[CELL_BYTES / 8];
      for (int i = 0; i < before.length; i++) {
        before[i] = Memory.getLong(allocation + 8L * i);
      }
      m.slot(0, allocation);
      m.slot(1, Word.boxInt(2));
      m.run(m.compile(ORDERED, 1));
      expectBits("w", before[3], Memory.getLong(allocation + 80 + 16));
      expectBits("v", before[4], Memory.getLong(allocation + 80 + 24));
      expectBits("near", before[0], Memory.getLong(allocation + 120 + 16));
      expectBits("zero", 0, Memory.getLong(allocation + 120 + 24));
      expectBits("far", before[5000], Memory.getLong(allocation + 40_008));
      expectBits("p", before[4], Memory.getLong(allocation + 40_016));
      expectBits("far zero", 0, Memory.getLong(allocation + 40_024));
      expectBits("u", Word.boxInt(before[5] >>> 32), m.slot(2));
      expectBits("s", Word.boxInt(before[5] >>> 32), m.slot(3));
    } finally {
      Memory.free(allocation);
    }
  }
}
