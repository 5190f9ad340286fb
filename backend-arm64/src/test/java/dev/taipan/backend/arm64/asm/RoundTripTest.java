package dev.taipan.backend.arm64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every row of the table with random operands means the same to an independent disassembler. */
class RoundTripTest {
  private static final int PER_ROW = 40;

  @Test
  void objdumpReadsWhatWePrint() throws Exception {
    assumeTrue(Binutils.present(), "no aarch64 binutils");
    SplittableRandom random = new SplittableRandom(20261120);
    A64Op[] ops = A64Op.values();
    ByteBuffer code = ByteBuffer.allocate(ops.length * PER_ROW * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (A64Op op : ops) {
      for (int i = 0; i < PER_ROW; i++) {
        code.putInt(randomWord(op, random));
      }
    }
    List<String> theirs = Binutils.disassemble(code.array());
    for (int i = 0; i < theirs.size(); i++) {
      A64Op op = ops[i / PER_ROW];
      String ours = op.print(code.getInt(i * 4), i * 4L);
      assertEquals(theirs.get(i), Binutils.normal(ours), op.name());
      assertEquals(ours, Disassembler.print(code.getInt(i * 4), i * 4L), op.name());
    }
    assertEquals(ops.length * PER_ROW, theirs.size());
  }

  static int randomWord(A64Op op, SplittableRandom random) {
    int word = op.fixed();
    for (Slot slot : op.slots()) {
      int raw = random.nextInt(1 << slot.bitCount());
      while (!legal(slot, raw)) {
        raw = random.nextInt(1 << slot.bitCount());
      }
      word |= slot.place(raw);
    }
    return ambiguous(op, word) ? randomWord(op, random) : word;
  }

  /** Words whose meaning is unpredictable, or that the external printer writes as an alias. */
  private static boolean ambiguous(A64Op op, int word) {
    int first = word & 31;
    int base = (word >> 5) & 31;
    int second = (word >> 10) & 31;
    int status = (word >> 16) & 31;
    String name = op.name();
    if (name.endsWith("_PRE") || name.endsWith("_POST")) {
      return first == base || (op.slots().contains(Slot.XA) && second == base) || first == second;
    }
    if (op == A64Op.DC_CVAU || op == A64Op.IC_IVAU) {
      return first == 31;
    }
    if (name.startsWith("STLXR")) {
      return status == first || status == base;
    }
    if (name.endsWith("_EXT")) {
      return (first == 31 || base == 31) && ((word >> 13) & 7) == Extend.UXTX.bits();
    }
    return name.startsWith("LDP") && first == second;
  }

  private static boolean legal(Slot slot, int raw) {
    return switch (slot) {
      case LOGIC, LOGIC32 -> BitmaskImmediate.decode(raw).isPresent();
      case SHIFT -> raw >> 6 < 3;
      case SHIFT32 -> raw >> 6 < 3 && (raw & 32) == 0;
      case EXTENDED -> (raw & 7) <= 4;
      case INDEX0, INDEX1, INDEX2, INDEX3 -> (raw & 4) != 0;
      case BARRIER -> raw == 9 || raw == 10 || raw == 11 || raw == 15;
      default -> true;
    };
  }
}
