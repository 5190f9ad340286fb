package dev.taipan.backend.x86.asm;

import dev.taipan.backend.x86.asm.Encoding.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints machine code in Intel syntax, from the same rows that the encoder uses. It knows exactly
 * what the assembler can emit; anything else is an error, not a guess.
 */
public final class Disassembler {
  /**
   * One instruction.
   *
   * @param offset its position in the code
   * @param length its bytes
   * @param text its text
   */
  public record Line(int offset, int length, String text) {}

  private static final Map<Integer, List<Encoding>> INDEX = index();

  private final byte[] code;
  private int position;

  // The state of the instruction that is being decoded.
  private boolean lock;
  private boolean operandSize;
  private int repeat;
  private int rex;
  private int mod;
  private int regField;
  private int rmField;
  private String address;
  private long ripTarget;

  private Disassembler(byte[] code, int from) {
    this.code = code;
    this.position = from;
  }

  /** The instructions from {@code from} up to {@code to}. */
  public static List<Line> lines(byte[] code, int from, int to) {
    List<Line> lines = new ArrayList<>();
    Disassembler decoder = new Disassembler(code, from);
    while (decoder.position < to) {
      int start = decoder.position;
      String text = decoder.instruction();
      lines.add(new Line(start, decoder.position - start, text));
    }
    return lines;
  }

  /** The text of all instructions, one a line. */
  public static String text(byte[] code) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines(code, 0, code.length)) {
      text.append(line.text()).append('\n');
    }
    return text.toString();
  }

  private static Map<Integer, List<Encoding>> index() {
    Map<Integer, List<Encoding>> index = new HashMap<>();
    for (Encoding row : Table.ALL) {
      if (row.form().plusCond()) {
        for (int code = 0; code < 16; code++) {
          Encoding one = row.on(CondCode.of(code));
          add(index, one, one.opcode());
        }
      } else if (row.form().inOpcode()) {
        for (int register = 0; register < 8; register++) {
          add(index, row, row.opcode() + register);
        }
      } else {
        add(index, row, row.opcode());
        if (row.sizing() == Encoding.Sizing.ANY) {
          add(index, row, row.opcodeFor(Width.B));
        }
      }
    }
    return index;
  }

  private static void add(Map<Integer, List<Encoding>> index, Encoding row, int opcode) {
    int key = key(row.map(), row.prefix(), opcode);
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
  }

  private static int key(Encoding.Map map, int prefix, int opcode) {
    return map.number() << 16 | prefix << 8 | opcode;
  }

  private String instruction() {
    int start = position;
    prefixes();
    Encoding.Map map = map();
    int opcode = u8();
    Encoding row = find(map, opcode);
    if (row == null) {
      throw new IllegalArgumentException(
          "unknown instruction at " + start + ": opcode " + Integer.toHexString(opcode));
    }
    Width width = width(row, opcode);
    if (row.form().hasModRm() || row.digit() != Encoding.NO_DIGIT) {
      modRm(row.form().immediateBytes(width));
    }
    StringBuilder text = new StringBuilder(lock ? "lock " : "").append(row.mnemonic());
    for (int i = 0; i < row.form().arity(); i++) {
      text.append(i == 0 ? ' ' : ',').append(operand(row.form().operand(i), width, opcode));
    }
    if (address != null && address.contains("rip")) {
      text.append("        # 0x").append(Long.toHexString(ripTarget));
    }
    return text.toString();
  }

  private void prefixes() {
    lock = false;
    operandSize = false;
    repeat = 0;
    rex = 0;
    address = null;
    while (true) {
      int prefix = code[position] & 0xFF;
      switch (prefix) {
        case 0xF0 -> lock = true;
        case 0x66 -> operandSize = true;
        case 0xF2, 0xF3 -> repeat = prefix;
        default -> {
          if (prefix >> 4 == 4) {
            rex = prefix;
            position++;
          }
          return;
        }
      }
      position++;
    }
  }

  private Encoding.Map map() {
    if ((code[position] & 0xFF) != 0x0F) {
      return Encoding.Map.ONE;
    }
    position++;
    return switch (code[position] & 0xFF) {
      case 0x38 -> {
        position++;
        yield Encoding.Map.X0F38;
      }
      case 0x3A -> {
        position++;
        yield Encoding.Map.X0F3A;
      }
      default -> Encoding.Map.X0F;
    };
  }

  /** A mandatory prefix is tried first: 0x66 can also be the operand size of another row. */
  private Encoding find(Encoding.Map map, int opcode) {
    int mandatory = repeat != 0 ? repeat : operandSize ? 0x66 : 0;
    Encoding row = pick(INDEX.get(key(map, mandatory, opcode)), opcode);
    return row == null && mandatory == 0x66 ? pick(INDEX.get(key(map, 0, opcode)), opcode) : row;
  }

  private Encoding pick(List<Encoding> rows, int opcode) {
    if (rows == null) {
      return null;
    }
    for (Encoding row : rows) {
      int digit = position < code.length ? code[position] >> 3 & 7 : 0;
      boolean fits = row.digit() == Encoding.NO_DIGIT || row.digit() == digit;
      if (fits && row.sizing().allows(width(row, opcode))) {
        return row;
      }
    }
    return null;
  }

  private Width width(Encoding row, int opcode) {
    return switch (row.sizing()) {
      case ANY, WDQ, DQ, D, Q -> {
        if (row.sizing() == Encoding.Sizing.ANY && opcode != row.opcode()) {
          yield Width.B;
        }
        if ((rex & 8) != 0) {
          yield Width.Q;
        }
        yield operandSize && row.prefix() != 0x66 ? Width.W : Width.D;
      }
      case Q_IMPLIED -> Width.Q;
      case B -> Width.B;
      case NONE -> Width.D;
    };
  }

  private void modRm(int immBytes) {
    int modRm = u8();
    mod = modRm >> 6;
    regField = (modRm >> 3 & 7) | (rex & 4) << 1;
    rmField = modRm & 7;
    if (mod == 3) {
      rmField |= (rex & 1) << 3;
    } else if (rmField == 4) {
      sib();
    } else if (mod == 0 && rmField == 5) {
      int disp = (int) little(4);
      ripTarget = (long) position + immBytes + disp;
      address = "[rip+0x" + Long.toHexString(disp) + "]";
    } else {
      address = "[" + Gpr.of(rmField | (rex & 1) << 3).name(Width.Q) + displacement() + "]";
    }
  }

  private void sib() {
    int sib = u8();
    int index = (sib >> 3 & 7) | (rex & 2) << 2;
    int base = sib & 7;
    String scaled = index == 4 ? "" : Gpr.of(index).name(Width.Q) + "*" + (1 << (sib >> 6 & 3));
    if (base == 5 && mod == 0) {
      int disp = (int) little(4);
      address = index == 4 ? "ds:0x" + Long.toHexString(disp) : "[" + scaled + signed(disp) + "]";
      return;
    }
    String plus = scaled.isEmpty() ? "" : "+";
    String baseName = Gpr.of(base | (rex & 1) << 3).name(Width.Q);
    address = "[" + baseName + plus + scaled + displacement() + "]";
  }

  private String displacement() {
    return switch (mod) {
      case 1 -> signed((int) little(1));
      case 2 -> signed((int) little(4));
      default -> "";
    };
  }

  private static String signed(int value) {
    return value < 0 ? "-0x" + Long.toHexString(-(long) value) : "+0x" + Long.toHexString(value);
  }

  private String operand(Operand operand, Width width, int opcode) {
    return switch (operand) {
      case REG -> gpr(regField, width);
      case RM -> rm(width);
      case RM8 -> rm(Width.B);
      case RM16 -> rm(Width.W);
      case RM32 -> rm(Width.D);
      case MEM -> address;
      case OPREG -> gpr((opcode & 7) | (rex & 1) << 3, width);
      case XREG -> Xmm.of(regField).text();
      case XRM64 -> mod == 3 ? Xmm.of(rmField).text() : Width.Q.pointer() + address;
      case XRM128 -> mod == 3 ? Xmm.of(rmField).text() : "XMMWORD PTR " + address;
      case IMM8 -> hex(little(1), width);
      case UIMM8 -> "0x" + Integer.toHexString(u8());
      case IMM -> hex(little(width.immediateBytes()), width);
      case IMM64 -> hex(little(8), width);
      case CL -> "cl";
      case REL8 -> target(1);
      case REL32 -> target(4);
    };
  }

  private String rm(Width width) {
    return mod == 3 ? gpr(rmField, width) : width.pointer() + address;
  }

  private String gpr(int number, Width width) {
    Gpr register = Gpr.of(number);
    if (width == Width.B && rex == 0 && register.byteNeedsRex()) {
      throw new IllegalArgumentException("high byte register at " + position);
    }
    return register.name(width);
  }

  private String target(int bytes) {
    long distance = little(bytes);
    return "0x" + Long.toHexString(position + distance);
  }

  private static String hex(long value, Width width) {
    long masked = width == Width.Q ? value : value & (1L << (8 * width.bytes())) - 1;
    return "0x" + Long.toHexString(masked);
  }

  private int u8() {
    return code[position++] & 0xFF;
  }

  /** The next bytes, sign-extended. */
  private long little(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) u8() << (8 * i);
    }
    int unused = 64 - 8 * count;
    return value << unused >> unused;
  }
}
