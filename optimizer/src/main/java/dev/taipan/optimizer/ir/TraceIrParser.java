package dev.taipan.optimizer.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the text form that {@link TraceIrPrinter} writes. Names of values are free ({@code v7},
 * {@code i}, {@code sum}); {@code #} starts a comment. Text comes from tests and logs, so a mistake
 * is an IllegalArgumentException with the line.
 */
@SuppressWarnings("EnumOrdinal") // packed by ordinal
public final class TraceIrParser {
  private final TraceIr ir = new TraceIr();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<Integer, String> phiBacks = new HashMap<>();
  private final List<String> snapshotLines = new ArrayList<>();

  private TraceIrParser() {}

  /** The trace that {@code text} describes. */
  public static TraceIr parse(String text) {
    TraceIrParser parser = new TraceIrParser();
    for (String raw : text.split("\n", -1)) {
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      try {
        parser.line(line);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("in line '" + raw + "': " + e.getMessage(), e);
      }
    }
    parser.finish();
    return parser.ir;
  }

  private void line(String line) {
    if (line.isEmpty()) {
      return;
    }
    if (line.startsWith("@")) {
      snapshotLines.add(line);
      return;
    }
    String name = null;
    int equals = line.indexOf(" = ");
    String rest = line;
    if (equals >= 0) {
      name = line.substring(0, equals).strip();
      rest = line.substring(equals + 3);
    }
    int ref = operation(rest.strip().split("[\\s,]+"));
    if (name != null && names.put(name, ref) != null) {
      throw new IllegalArgumentException("second definition of " + name);
    }
  }

  private int operation(String[] tokens) {
    IrOp op = IrOp.valueOf(tokens[0]);
    int at = 1;
    long imm = immediate(op.imm(), tokens, at);
    at += op.imm().tokens();
    int[] operands = {TraceIr.NONE, TraceIr.NONE, TraceIr.NONE};
    String back = null;
    for (int i = 0; i < op.arity(); i++, at++) {
      if (op == IrOp.PHI && i == 1) {
        back = tokens[at];
      } else {
        operands[i] = value(tokens[at]);
      }
    }
    int snapshot = TraceIr.NONE;
    if (op.exits()) {
      snapshot = Integer.parseInt(tokens[at++].substring(1));
    }
    if (at != tokens.length) {
      throw new IllegalArgumentException("unexpected " + tokens[at]);
    }
    int ref = ir.add(op, operands[0], operands[1], operands[2], imm, snapshot);
    if (back != null) {
      phiBacks.put(ref, back);
    }
    return ref;
  }

  private static long immediate(ImmKind kind, String[] tokens, int at) {
    return switch (kind) {
      case NONE -> 0;
      case INT, ID -> Long.parseLong(tokens[at]);
      case FLOAT -> floating(tokens[at]);
      case WORD -> word(tokens[at]);
      case SLOT -> Long.parseLong(tokens[at].substring(1, tokens[at].length() - 1));
      case COND -> Immediates.ofCond(cond(tokens[at]));
      case COND_EXPECTED ->
          Immediates.ofCond(cond(tokens[at]), Boolean.parseBoolean(tokens[at + 1]));
      case ADDRESS ->
          Immediates.ofAddress(
              Integer.parseInt(tokens[at].substring(1)),
              MemoryOrder.valueOf(tokens[at + 1].toUpperCase(Locale.ROOT)));
      case CELL ->
          Immediates.ofCell(Integer.parseInt(tokens[at]), Integer.parseInt(tokens[at + 1]));
      case KIND -> ValueKind.valueOf(tokens[at]).ordinal();
    };
  }

  private static long floating(String token) {
    return token.startsWith("nan:")
        ? Long.parseUnsignedLong(token.substring(4), 16)
        : Double.doubleToRawLongBits(Double.parseDouble(token));
  }

  private static long word(String token) {
    return Long.parseUnsignedLong(token.substring(2), 16);
  }

  private static Cond cond(String token) {
    return Cond.valueOf(token.toUpperCase(Locale.ROOT));
  }

  private int value(String name) {
    Integer ref = names.get(name);
    if (ref == null) {
      throw new IllegalArgumentException("no value " + name);
    }
    return ref;
  }

  private void finish() {
    phiBacks.forEach((phi, name) -> ir.setPhiBack(phi, value(name)));
    for (int i = 0; i < snapshotLines.size(); i++) {
      String line = snapshotLines.get(i);
      if (!line.startsWith("@" + i + " ")) {
        throw new IllegalArgumentException("snapshot " + i + " expected: " + line);
      }
      ir.addSnapshot(snapshot(line));
    }
  }

  private Snapshot snapshot(String line) {
    int brace = line.indexOf('{');
    String[] frameTexts = line.substring(0, brace).split(" frame ", -1);
    List<FrameState> frames = new ArrayList<>();
    for (int i = 1; i < frameTexts.length; i++) {
      frames.add(frame(frameTexts[i]));
    }
    String slots = line.substring(brace + 1, line.lastIndexOf('}')).strip();
    String[] entries = slots.isEmpty() ? new String[0] : slots.split(",", -1);
    int[] offsets = new int[entries.length];
    int[] values = new int[entries.length];
    for (int i = 0; i < entries.length; i++) {
      int colon = entries[i].indexOf(':');
      offsets[i] = Integer.parseInt(entries[i].substring(0, colon).strip());
      values[i] = value(entries[i].substring(colon + 1).strip());
    }
    return new Snapshot(frames, offsets, values);
  }

  private FrameState frame(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.strip().split("\\s+", -1)) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), field.substring(equals + 1));
    }
    long code = word(fields.get("code"));
    long pc = word(fields.get("pc"));
    int sp = Integer.parseInt(fields.get("sp"));
    if (!fields.containsKey("base")) {
      return FrameState.root(code, pc, sp);
    }
    return new FrameState(
        code,
        pc,
        Integer.parseInt(fields.get("base")),
        sp,
        Integer.parseInt(fields.get("top")),
        word(fields.get("flags")),
        value(fields.get("function")),
        value(fields.get("globals")),
        value(fields.get("builtins")));
  }
}
