package dev.taipan.optimizer.ir;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text form: one operation a line, then the snapshots. {@link TraceIrParser} reads it back; the
 * golden tests of the passes are written in it.
 */
@SuppressWarnings("EnumOrdinal") // packed by ordinal
public final class TraceIrPrinter {
  private final TraceIr ir;
  private final StringBuilder out = new StringBuilder();
  // Snapshots are numbered in the order of their first use: passes leave unused ones behind.
  private final Map<Integer, Integer> snapshotNumbers = new TreeMap<>();

  private TraceIrPrinter(TraceIr ir) {
    this.ir = ir;
  }

  /** The text form of {@code ir}. */
  public static String print(TraceIr ir) {
    TraceIrPrinter printer = new TraceIrPrinter(ir);
    for (int ref = 0; ref < ir.size(); ref++) {
      printer.operation(ref);
    }
    printer.snapshots();
    return printer.out.toString();
  }

  private void operation(int ref) {
    IrOp op = ir.op(ref);
    if (ir.kind(ref) != ValueKind.NONE) {
      out.append('v').append(ref).append(" = ");
    }
    out.append(op.name());
    if (op.imm() != ImmKind.NONE) {
      out.append(' ').append(immediate(op.imm(), ir.imm(ref)));
    }
    for (int i = 0; i < op.arity(); i++) {
      out.append(i == 0 ? " " : ", ").append(value(ir.operand(ref, i)));
    }
    if (op.exits()) {
      int index = ir.snapshotIndex(ref);
      Integer number = snapshotNumbers.get(index);
      if (number == null) {
        number = snapshotNumbers.size();
        snapshotNumbers.put(index, number);
      }
      out.append(" @").append(number);
    }
    out.append('\n');
  }

  private static String immediate(ImmKind kind, long imm) {
    return switch (kind) {
      case NONE -> "";
      case INT, ID -> Long.toString(imm);
      case FLOAT -> floating(imm);
      case WORD -> "0x" + Long.toHexString(imm);
      case SLOT -> "[" + imm + "]";
      case COND -> lower(Immediates.cond(imm));
      case COND_EXPECTED -> lower(Immediates.cond(imm)) + " " + Immediates.expected(imm);
      case ADDRESS -> "+" + Immediates.displacement(imm) + " " + lower(Immediates.order(imm));
      case CELL -> Immediates.shape(imm) + " " + Immediates.bytes(imm);
      case KIND -> ValueKind.values()[(int) imm].name();
    };
  }

  private static String floating(long bits) {
    double value = Double.longBitsToDouble(bits);
    return Double.isNaN(value) ? "nan:" + Long.toHexString(bits) : Double.toString(value);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String value(int ref) {
    return ref == TraceIr.NONE ? "?" : "v" + ref;
  }

  private void snapshots() {
    int[] byNumber = new int[snapshotNumbers.size()];
    snapshotNumbers.forEach((index, number) -> byNumber[number] = index);
    for (int number = 0; number < byNumber.length; number++) {
      out.append('@').append(number);
      Snapshot snapshot = ir.snapshots().get(byNumber[number]);
      for (FrameState frame : snapshot.frames()) {
        frame(frame);
      }
      out.append(" {");
      for (int i = 0; i < snapshot.size(); i++) {
        out.append(i == 0 ? " " : ", ").append(snapshot.offset(i)).append(": ");
        out.append(value(snapshot.value(i)));
      }
      out.append(" }\n");
    }
  }

  private void frame(FrameState frame) {
    out.append(" frame code=0x").append(Long.toHexString(frame.code()));
    out.append(" pc=0x").append(Long.toHexString(frame.pc()));
    out.append(" sp=").append(frame.sp());
    if (frame.isBuilt()) {
      out.append(" base=").append(frame.base()).append(" top=").append(frame.top());
      out.append(" flags=0x").append(Long.toHexString(frame.flags()));
      out.append(" function=").append(value(frame.function()));
      out.append(" globals=").append(value(frame.globals()));
      out.append(" builtins=").append(value(frame.builtins()));
    }
  }
}
