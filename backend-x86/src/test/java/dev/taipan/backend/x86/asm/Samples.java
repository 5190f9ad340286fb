package dev.taipan.backend.x86.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Instructions with operands drawn at random, each with the text that it should mean. The text is
 * composed here from the arguments of the call, not from the table, so a call that picks a wrong
 * row is found.
 */
final class Samples {
  /** An instruction: how to assemble it, and what it should print as. */
  record Sample(String text, Consumer<Assembler> emit) {}

  private static final Width[] WIDE = {Width.W, Width.D, Width.Q};
  private static final Width[] FULL = {Width.D, Width.Q};
  private static final int[] DISPS = {0, 1, -1, 127, 128, -128, -129, 0x1000, -0x12345678};
  private static final int[] IMMS = {0, 1, -1, 127, 128, -128, -129, 0x7FFF, -0x8000};

  private Samples() {}

  /** One function for each instruction shape. */
  static final List<Function<Random, Sample>> KINDS = kinds();

  private static List<Function<Random, Sample>> kinds() {
    List<Function<Random, Sample>> kinds = new ArrayList<>();
    moves(kinds);
    arithmetic(kinds);
    atomics(kinds);
    floats(kinds);
    plain(kinds, "ret", Assembler::ret);
    plain(kinds, "cqo", Assembler::cqo);
    plain(kinds, "mfence", Assembler::mfence);
    plain(kinds, "pause", Assembler::pause);
    plain(kinds, "ud2", Assembler::ud2);
    plain(kinds, "int3", Assembler::int3);
    plain(kinds, "cpuid", Assembler::cpuid);
    return List.copyOf(kinds);
  }

  private static void plain(
      List<Function<Random, Sample>> kinds, String text, Consumer<Assembler> emit) {
    kinds.add(_ -> new Sample(text, emit));
  }

  private static void moves(List<Function<Random, Sample>> kinds) {
    kinds.add(r -> rm("mov", any(r), gpr(r), rm(r), Assembler::mov));
    kinds.add(r -> mr("mov", any(r), mem(r), gpr(r), Assembler::mov));
    kinds.add(
        r -> {
          Width w = any(r);
          Mem dst = mem(r);
          int imm = imm(r, w);
          return new Sample(join("mov", text(dst, w), hex(imm, w)), a -> a.mov(w, dst, imm));
        });
    kinds.add(
        r -> {
          Gpr dst = gpr(r);
          long imm = r.nextLong() >> r.nextInt(64);
          boolean small = imm >>> 32 == 0;
          String name = small || imm == (int) imm ? "mov" : "movabs";
          String to = dst.name(small ? Width.D : Width.Q);
          return new Sample(join(name, to, "0x" + Long.toHexString(imm)), a -> a.mov(dst, imm));
        });
    kinds.add(r -> extend("movzx", r, pick(r, Width.B, Width.W), Assembler::movzx));
    kinds.add(r -> extend("movsx", r, pick(r, Width.B, Width.W), Assembler::movsx));
    kinds.add(
        r -> {
          Gpr dst = gpr(r);
          Rm src = rm(r);
          return new Sample(
              join("movsxd", dst.name(Width.Q), text(src, Width.D)),
              a -> a.movsx(Width.Q, dst, Width.D, src));
        });
    kinds.add(
        r -> {
          Width w = pick(r, FULL);
          Gpr dst = gpr(r);
          Mem src = mem(r);
          return new Sample(join("lea", dst.name(w), place(src)), a -> a.lea(w, dst, src));
        });
    kinds.add(
        r -> {
          Gpr g = gpr(r);
          return new Sample("push " + g.name(Width.Q), a -> a.push(g));
        });
    kinds.add(
        r -> {
          Gpr g = gpr(r);
          return new Sample("pop " + g.name(Width.Q), a -> a.pop(g));
        });
    kinds.add(
        r -> {
          CondCode c = pick(r, CondCode.values());
          Rm dst = rm(r);
          return new Sample("set" + c.text() + " " + text(dst, Width.B), a -> a.setcc(c, dst));
        });
    kinds.add(
        r -> {
          CondCode c = pick(r, CondCode.values());
          return rm(
              "cmov" + c.text(),
              pick(r, WIDE),
              gpr(r),
              rm(r),
              (a, w, dst, src) -> a.cmovcc(c, w, dst, src));
        });
    kinds.add(
        r -> {
          Rm target = rm(r);
          return new Sample("jmp " + text(target, Width.Q), a -> a.jmp(target));
        });
    kinds.add(
        r -> {
          Rm target = rm(r);
          return new Sample("call " + text(target, Width.Q), a -> a.call(target));
        });
  }

  private static void arithmetic(List<Function<Random, Sample>> kinds) {
    for (Alu op : Alu.values()) {
      String name = lower(op);
      kinds.add(r -> rm(name, any(r), gpr(r), rm(r), (a, w, d, s) -> a.alu(op, w, d, s)));
      kinds.add(r -> mr(name, any(r), mem(r), gpr(r), (a, w, d, s) -> a.alu(op, w, d, s)));
      kinds.add(r -> ri(name, any(r), r, (a, w, d, imm) -> a.alu(op, w, d, imm)));
    }
    for (Shift op : Shift.values()) {
      String name = lower(op);
      kinds.add(
          r -> {
            Width w = any(r);
            Rm dst = rm(r);
            int n = 2 + r.nextInt(w.bytes() * 8 - 2);
            return new Sample(
                join(name, text(dst, w), "0x" + Integer.toHexString(n)),
                a -> a.shift(op, w, dst, n));
          });
      kinds.add(r -> one(name, any(r), rm(r), ",cl", (a, w, dst) -> a.shiftCl(op, w, dst)));
    }
    for (Unary op : Unary.values()) {
      kinds.add(r -> one(lower(op), any(r), rm(r), "", (a, w, dst) -> a.unary(op, w, dst)));
    }
    kinds.add(r -> ri("test", any(r), r, Assembler::test));
    kinds.add(
        r -> {
          Width w = any(r);
          Rm left = rm(r);
          Gpr right = gpr(r);
          return new Sample(
              join("test", text(left, w), right.name(w)), a -> a.test(w, left, right));
        });
    kinds.add(
        r -> {
          Width w = pick(r, WIDE);
          Rm src = rm(r);
          int bit = r.nextInt(w.bytes() * 8);
          return new Sample(
              join("bt", text(src, w), "0x" + Integer.toHexString(bit)), a -> a.bt(w, src, bit));
        });
    kinds.add(r -> rm("imul", pick(r, WIDE), gpr(r), rm(r), Assembler::imul));
    kinds.add(r -> rm("bsf", pick(r, WIDE), gpr(r), rm(r), Assembler::bsf));
    kinds.add(r -> rm("bsr", pick(r, WIDE), gpr(r), rm(r), Assembler::bsr));
    kinds.add(
        r -> {
          Width w = pick(r, WIDE);
          Gpr dst = gpr(r);
          Rm src = rm(r);
          int imm = imm(r, w);
          return new Sample(
              join("imul", dst.name(w), text(src, w), hex(imm, w)), a -> a.imul(w, dst, src, imm));
        });
  }

  private static void atomics(List<Function<Random, Sample>> kinds) {
    kinds.add(r -> mr("xchg", any(r), mem(r), gpr(r), Assembler::xchg));
    kinds.add(r -> mr("lock cmpxchg", any(r), mem(r), gpr(r), Assembler::lockCmpxchg));
    kinds.add(r -> mr("lock xadd", any(r), mem(r), gpr(r), Assembler::lockXadd));
    kinds.add(
        r -> {
          Width w = any(r);
          Mem dst = mem(r);
          int imm = imm(r, w);
          return new Sample(
              join("lock add", text(dst, w), hex(imm, w)), a -> a.lockAlu(Alu.ADD, w, dst, imm));
        });
    kinds.add(
        r -> {
          Width w = pick(r, WIDE);
          Mem dst = mem(r);
          int bit = r.nextInt(w.bytes() * 8);
          return new Sample(
              join("lock bts", text(dst, w), "0x" + Integer.toHexString(bit)),
              a -> a.lockBts(w, dst, bit));
        });
  }

  private static void floats(List<Function<Random, Sample>> kinds) {
    for (Sse op : Sse.values()) {
      String pointer = op.encoding.form() == Encoding.Form.X64 ? "QWORD PTR " : "XMMWORD PTR ";
      kinds.add(
          r -> {
            Xmm dst = xmm(r);
            XmmRm src = xrm(r);
            return new Sample(
                join(lower(op), dst.text(), text(src, pointer)), a -> a.sse(op, dst, src));
          });
    }
    kinds.add(
        r -> {
          Xmm dst = xmm(r);
          Mem src = mem(r);
          return new Sample(join("movsd", dst.text(), text(src, Width.Q)), a -> a.movsd(dst, src));
        });
    kinds.add(
        r -> {
          Mem dst = mem(r);
          Xmm src = xmm(r);
          return new Sample(join("movsd", text(dst, Width.Q), src.text()), a -> a.movsd(dst, src));
        });
    kinds.add(
        r -> {
          Xmm dst = xmm(r);
          Xmm src = xmm(r);
          return new Sample(join("movapd", dst.text(), src.text()), a -> a.movapd(dst, src));
        });
    conversions(kinds);
  }

  private static void conversions(List<Function<Random, Sample>> kinds) {
    kinds.add(
        r -> {
          Xmm dst = xmm(r);
          Gpr src = gpr(r);
          return new Sample(join("movq", dst.text(), src.name(Width.Q)), a -> a.movq(dst, src));
        });
    kinds.add(
        r -> {
          Gpr dst = gpr(r);
          Xmm src = xmm(r);
          return new Sample(join("movq", dst.name(Width.Q), src.text()), a -> a.movq(dst, src));
        });
    kinds.add(
        r -> {
          Width w = pick(r, FULL);
          Xmm dst = xmm(r);
          Rm src = rm(r);
          return new Sample(
              join("cvtsi2sd", dst.text(), text(src, w)), a -> a.cvtsi2sd(w, dst, src));
        });
    kinds.add(
        r -> {
          Width w = pick(r, FULL);
          Gpr dst = gpr(r);
          XmmRm src = xrm(r);
          return new Sample(
              join("cvttsd2si", dst.name(w), text(src, "QWORD PTR ")),
              a -> a.cvttsd2si(w, dst, src));
        });
    kinds.add(
        r -> {
          Xmm dst = xmm(r);
          XmmRm src = xrm(r);
          Rounding mode = pick(r, Rounding.values());
          return new Sample(
              join(
                  "roundsd",
                  dst.text(),
                  text(src, "QWORD PTR "),
                  "0x" + Integer.toHexString(mode.immediate())),
              a -> a.roundsd(mode, dst, src));
        });
    kinds.add(
        r -> {
          Gpr dst = gpr(r);
          Xmm src = xmm(r);
          return new Sample(
              join("movmskpd", dst.name(Width.D), src.text()), a -> a.movmskpd(dst, src));
        });
  }

  // Shapes.

  private interface RmCall {
    void emit(Assembler a, Width w, Gpr dst, Rm src);
  }

  private interface MrCall {
    void emit(Assembler a, Width w, Mem dst, Gpr src);
  }

  private interface RiCall {
    void emit(Assembler a, Width w, Rm dst, int imm);
  }

  private interface OneCall {
    void emit(Assembler a, Width w, Rm dst);
  }

  private interface ExtendCall {
    void emit(Assembler a, Width to, Gpr dst, Width from, Rm src);
  }

  private static Sample rm(String name, Width w, Gpr dst, Rm src, RmCall call) {
    return new Sample(join(name, dst.name(w), text(src, w)), a -> call.emit(a, w, dst, src));
  }

  private static Sample mr(String name, Width w, Mem dst, Gpr src, MrCall call) {
    return new Sample(join(name, text(dst, w), src.name(w)), a -> call.emit(a, w, dst, src));
  }

  private static Sample ri(String name, Width w, Random r, RiCall call) {
    Rm dst = rm(r);
    int imm = imm(r, w);
    return new Sample(join(name, text(dst, w), hex(imm, w)), a -> call.emit(a, w, dst, imm));
  }

  private static Sample one(String name, Width w, Rm dst, String rest, OneCall call) {
    return new Sample(name + " " + text(dst, w) + rest, a -> call.emit(a, w, dst));
  }

  private static Sample extend(String name, Random r, Width from, ExtendCall call) {
    Width to = from == Width.B ? pick(r, WIDE) : pick(r, FULL);
    Gpr dst = gpr(r);
    Rm src = rm(r);
    return new Sample(
        join(name, dst.name(to), text(src, from)), a -> call.emit(a, to, dst, from, src));
  }

  // Operands and their text.

  @SafeVarargs
  private static <T> T pick(Random r, T... choices) {
    return choices[r.nextInt(choices.length)];
  }

  private static Width any(Random r) {
    return pick(r, Width.values());
  }

  private static Gpr gpr(Random r) {
    return pick(r, Gpr.values());
  }

  private static Xmm xmm(Random r) {
    return pick(r, Xmm.values());
  }

  private static Rm rm(Random r) {
    return r.nextBoolean() ? gpr(r) : mem(r);
  }

  private static XmmRm xrm(Random r) {
    return r.nextBoolean() ? xmm(r) : mem(r);
  }

  private static Mem mem(Random r) {
    Gpr base = r.nextInt(12) == 0 ? null : gpr(r);
    Gpr index = r.nextBoolean() ? null : gpr(r);
    if (index == Gpr.RSP || (base == null && index == null)) {
      index = Gpr.R9;
    }
    int scale = index == null ? 1 : 1 << r.nextInt(4);
    int disp = r.nextInt(4) == 0 ? r.nextInt() : DISPS[r.nextInt(DISPS.length)];
    return new Mem(base, index, scale, disp);
  }

  private static int imm(Random r, Width w) {
    int value = r.nextInt(4) == 0 ? r.nextInt() : IMMS[r.nextInt(IMMS.length)];
    return switch (w) {
      case B -> (byte) value;
      case W -> (short) value;
      case D, Q -> value;
    };
  }

  private static String text(Rm rm, Width w) {
    return switch (rm) {
      case Gpr g -> g.name(w);
      case Mem m -> w.pointer() + place(m);
      case LabelMem _ -> throw new IllegalArgumentException("no samples with labels");
    };
  }

  private static String text(XmmRm rm, String pointer) {
    return switch (rm) {
      case Xmm x -> x.text();
      case Mem m -> pointer + place(m);
      case LabelMem _ -> throw new IllegalArgumentException("no samples with labels");
    };
  }

  private static String place(Mem m) {
    StringBuilder text = new StringBuilder("[");
    if (m.base() != null) {
      text.append(m.base().name(Width.Q));
    }
    if (m.index() != null) {
      text.append(m.base() == null ? "" : "+").append(m.index().name(Width.Q));
      text.append('*').append(m.scale());
    }
    // Without a base, and with rbp or r13 as base, the encoding always has a displacement.
    boolean forced = m.base() == null || m.base() == Gpr.RBP || m.base() == Gpr.R13;
    if (m.disp() != 0 || forced) {
      long disp = m.disp();
      text.append(disp < 0 ? "-0x" : "+0x").append(Long.toHexString(Math.abs(disp)));
    }
    return text.append(']').toString();
  }

  private static String hex(int imm, Width w) {
    long mask = w == Width.Q ? -1 : (1L << (8 * w.bytes())) - 1;
    return "0x" + Long.toHexString(imm & mask);
  }

  private static String join(String name, String... operands) {
    return name + " " + String.join(",", operands);
  }

  private static String lower(Enum<?> op) {
    return op.name().toLowerCase(Locale.ROOT);
  }
}
