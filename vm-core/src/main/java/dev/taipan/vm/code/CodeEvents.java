package dev.taipan.vm.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Which tools are told of what in one code object. Tools are bits of a byte.
 *
 * <p>{@link #apply} runs while nobody runs the code: in a stop of the world, or under the lock of
 * the runtime's monitoring before the code is entered; the local sets change in a stop only. {@link
 * #disable} may run on any attached thread: it clears single bits atomically, and an instruction
 * that is left without a tool becomes an ordinary one again.
 */
public final class CodeEvents {
  /**
   * How many tools there are, those of {@code sys.setprofile} and {@code sys.settrace} included.
   */
  public static final int TOOLS = 8;

  /** The reasons why an instruction may be instrumented, each with tools of its own. */
  public enum Reason {
    LINE,
    INSTRUCTION,
    /** What the instruction does: a call, a jump ... */
    ACTION,
    /** That a generator which it asked has ended, which some tell besides what they do. */
    STOP;

    static Reason of(Event event) {
      return switch (event) {
        case LINE -> LINE;
        case INSTRUCTION -> INSTRUCTION;
        case STOP_ITERATION -> STOP;
        default -> ACTION;
      };
    }
  }

  private static final VarHandle BITS = MethodHandles.arrayElementVarHandle(byte[].class);
  private static final VarHandle ROWS = MethodHandles.arrayElementVarHandle(byte[][].class);
  private static final int REASONS = Reason.values().length;

  private final CodeObject code;
  private final InstructionWords words;
  private final LineStarts lines;
  private final int[] local = new int[TOOLS];

  /** By event: the tools that asked for it, here or everywhere. */
  private int[] wanted = new int[Event.LOCAL];

  /** By reason and instruction; null where no tool asks. */
  private final byte[][] active = new byte[REASONS][];

  /** Tools that have switched off an instruction. */
  private final byte[][] disabled = new byte[REASONS][];

  private boolean applied;

  /** What {@link #apply} was last told of restarts. */
  private int restarts;

  CodeEvents(CodeObject code) {
    this.code = code;
    this.words = code.blueprint().words();
    this.lines = LineStarts.of(code.blueprint());
  }

  public int local(int tool) {
    return local[tool];
  }

  /** Before {@link #apply}. */
  public void setLocal(int tool, int events) {
    local[tool] = events;
  }

  /**
   * Instruments what the tools ask for.
   *
   * @param everywhere the tools of each local event
   * @param restarted how often all tools have got back what they had switched off
   */
  public void apply(int[] everywhere, int restarted) {
    if (restarts != restarted) {
      restarts = restarted;
      Arrays.fill(disabled, null);
    }
    int[] now = new int[Event.LOCAL];
    int any = 0;
    for (int e = 0; e < now.length; e++) {
      now[e] = everywhere[e];
      for (int tool = 0; tool < TOOLS; tool++) {
        now[e] |= (local[tool] >>> e & 1) << tool;
      }
      any |= now[e];
    }
    if (any == 0 && !applied) {
      return;
    }
    applied = any != 0;
    wanted = now;
    if (!applied) {
      Arrays.fill(disabled, null);
    }
    for (int r = 0; r < REASONS; r++) {
      active[r] = applied ? new byte[words.length()] : null;
    }
    for (int i = 0; i < words.length(); i += LineStarts.length(words, i)) {
      fill(i);
      if (isWatched(i)) {
        Instructions.instrument(code.address(i));
      } else {
        Instructions.restore(code.address(i));
      }
    }
  }

  private void fill(int index) {
    if (!applied) {
      return;
    }
    int op = LineStarts.head(words, index);
    boolean visible = index > lines.firstTraceable() && op != Op.RESUME;
    set(Reason.LINE, index, lines.starts(index) ? wanted[Event.LINE.ordinal()] : 0);
    set(Reason.INSTRUCTION, index, visible ? wanted[Event.INSTRUCTION.ordinal()] : 0);
    int stops = Op.events(op) & Event.STOP_ITERATION.bit;
    set(Reason.STOP, index, stops != 0 ? wanted[Event.STOP_ITERATION.ordinal()] : 0);
    set(Reason.ACTION, index, actionTools(op, InstructionWords.arg(words.at(index))));
  }

  private int actionTools(int op, int arg) {
    int events = Op.events(op) & ~Event.STOP_ITERATION.bit;
    if (op == Op.RESUME) {
      events = arg == 0 ? Event.PY_START.bit : Event.PY_RESUME.bit;
    }
    int tools = 0;
    for (int rest = events; rest != 0; rest &= rest - 1) {
      tools |= wanted[Integer.numberOfTrailingZeros(rest)];
    }
    return tools;
  }

  /** A tool that does not ask any more has its instructions back when it asks again. */
  private void set(Reason reason, int index, int tools) {
    byte[] off = disabled[reason.ordinal()];
    int without = 0;
    if (off != null) {
      off[index] = (byte) (off[index] & tools);
      without = off[index];
    }
    active[reason.ordinal()][index] = (byte) (tools & ~without);
  }

  /** Whether an instruction has to be instrumented. */
  private boolean isWatched(int index) {
    if (!applied) {
      return false;
    }
    for (byte[] tools : active) {
      if (tools[index] != 0) {
        return true;
      }
    }
    boolean turns = lines.starts(index) || lines.ends(index) || lines.resumes(index);
    return turns && lines.isAmbiguous() && wanted[Event.LINE.ordinal()] != 0;
  }

  /** The tools to tell of an event at an instruction. */
  public int tools(Event event, int index) {
    byte[] tools = active[Reason.of(event).ordinal()];
    return tools == null ? 0 : (byte) BITS.getOpaque(tools, index) & wanted[event.ordinal()] & 0xFF;
  }

  /** Whether any tool asks for an event in this code. */
  public boolean wants(Event event) {
    return wanted[event.ordinal()] != 0;
  }

  /** Switches an instruction off for a tool, until the next restart. */
  public void disable(Event event, int index, int tool) {
    int reason = Reason.of(event).ordinal();
    byte[] tools = active[reason];
    if (tools == null) {
      return;
    }
    byte bit = (byte) (1 << tool);
    BITS.getAndBitwiseOr(disabled(reason), index, bit);
    BITS.getAndBitwiseAnd(tools, index, (byte) ~bit);
    if (!isWatched(index)) {
      Instructions.restore(code.address(index));
    }
  }

  /** Two threads may come here at once; one of their arrays is used. */
  private byte[] disabled(int reason) {
    byte[] known = (byte[]) ROWS.getAcquire(disabled, reason);
    if (known != null) {
      return known;
    }
    ROWS.compareAndSet(disabled, reason, null, new byte[words.length()]);
    return (byte[]) ROWS.getAcquire(disabled, reason);
  }

  // ---- lines

  /** Whether a frame that comes to an instruction comes to another line, or to none. */
  public boolean turns(int index) {
    return wanted[Event.LINE.ordinal()] != 0 && (lines.starts(index) || lines.ends(index));
  }

  /** The line of an instruction, below 0 if it belongs to none. */
  public int line(int index) {
    return lines.line(index);
  }

  /**
   * What a frame at an instruction remembers as its line. Where a line is never reached from itself
   * that is 0: each start is told, and lines that are switched off leave nothing wrong behind.
   */
  public int remembered(int index) {
    return lines.isAmbiguous() ? lines.line(index) : 0;
  }

  public CodeObject code() {
    return code;
  }
}
