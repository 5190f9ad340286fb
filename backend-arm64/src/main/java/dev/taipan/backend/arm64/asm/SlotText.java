package dev.taipan.backend.arm64.asm;

import java.util.Locale;

/**
 * How a slot's raw value is written, in the syntax that an external disassembler prints without
 * aliases.
 */
interface SlotText {
  String write(int raw, long address);

  static SlotText bits(String format) {
    return (raw, address) -> String.format(Locale.ROOT, format, raw);
  }

  static String x(int raw, long address) {
    return raw == 31 ? "xzr" : "x" + raw;
  }

  static String xsp(int raw, long address) {
    return raw == 31 ? "sp" : "x" + raw;
  }

  static String w(int raw, long address) {
    return raw == 31 ? "wzr" : "w" + raw;
  }

  static String wsp(int raw, long address) {
    return raw == 31 ? "wsp" : "w" + raw;
  }

  static String d(int raw, long address) {
    return "d" + raw;
  }

  static String cond(int raw, long address) {
    return Cond.of(raw).text();
  }

  static String arith(int raw, long address) {
    return hex(raw & 4095) + (raw >> 12 != 0 ? ", lsl #12" : "");
  }

  static String wide(int raw, long address) {
    int piece = raw >> 16;
    return hex(raw & 0xffff) + (piece != 0 ? ", lsl #" + piece * 16 : "");
  }

  static String logic(int raw, long address) {
    return hex(BitmaskImmediate.decode(raw).orElseThrow());
  }

  static String logic32(int raw, long address) {
    return hex(BitmaskImmediate.decode(raw).orElseThrow() & 0xffffffffL);
  }

  /** Written with its own comma: a shift by nothing is not written at all. */
  static String shift(int raw, long address) {
    if (raw == 0) {
      return "";
    }
    return ", " + ShiftKind.of(raw >> 6).name().toLowerCase(Locale.ROOT) + " #" + (raw & 63);
  }

  static String extended(int raw, long address) {
    Extend extend = Extend.of((raw >> 3) & 7);
    int amount = raw & 7;
    int register = raw >> 6;
    String name = extend.whole() ? x(register, address) : w(register, address);
    String by = amount == 0 ? "" : " #" + amount;
    return name + ", " + extend.name().toLowerCase(Locale.ROOT) + by;
  }

  static String float8(int raw, long address) {
    return String.format(Locale.ROOT, "#%.18e", Imm.Float8.expand(raw));
  }

  static String barrier(int raw, long address) {
    for (Barrier barrier : Barrier.values()) {
      if (barrier.bits() == raw) {
        return barrier.name().toLowerCase(Locale.ROOT);
      }
    }
    return hex(raw);
  }

  /** An offset written with its own comma, or not at all when zero. */
  static SlotText scaled(int scale) {
    return (raw, address) -> raw == 0 ? "" : ", #" + (raw << scale);
  }

  static SlotText signed(int width, int scale) {
    return (raw, address) -> raw == 0 ? "" : ", #" + (extend(raw, width) << scale);
  }

  static SlotText always(int width, int scale) {
    return (raw, address) -> "#" + (extend(raw, width) << scale);
  }

  /** An index register with its extension; a whole register unscaled is written bare. */
  static SlotText index(int scale) {
    return (raw, address) -> {
      Extend extend = Extend.of((raw >> 1) & 7);
      boolean scaled = (raw & 1) != 0;
      int register = raw >> 4;
      String name = extend.whole() ? x(register, address) : w(register, address);
      if (extend == Extend.UXTX) {
        return name + (scaled ? ", lsl #" + scale : "");
      }
      String by = scaled ? " #" + scale : "";
      return name + ", " + extend.name().toLowerCase(Locale.ROOT) + by;
    };
  }

  static SlotText target(int width, int unit) {
    return (raw, address) -> {
      long base = unit == 4096 ? address & -4096L : address;
      return "0x" + Long.toHexString(base + (long) extend(raw, width) * unit);
    };
  }

  private static int extend(int raw, int width) {
    return raw << (32 - width) >> (32 - width);
  }

  private static String hex(long value) {
    return "#0x" + Long.toHexString(value);
  }
}
