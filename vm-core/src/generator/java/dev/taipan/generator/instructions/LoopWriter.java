package dev.taipan.generator.instructions;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Writes the interpreter's loop, its tracing twin, and the methods of what is not spliced in. */
final class LoopWriter {
  private static final String HEAD =
      """
      package dev.taipan.vm.interp;

      import dev.taipan.vm.code.Op;
      import dev.taipan.vm.layout.*;
      import dev.taipan.vm.spi.TraceRecorder;
      import dev.taipan.vm.thread.Raised;
      import dev.taipan.vm.thread.ThreadLayout;
      import dev.taipan.vm.thread.ThreadState;
      import jdk.internal.misc.Unsafe;

      """;

  /** How a case goes on that leaves the topmost word in a local: at the second switch. */
  private static final String GIVEN = "break given;\n";

  /** How a case of the second switch goes on with another topmost word in the local. */
  private static final String LAST = "break last;\n";

  /** What most often follows an instruction of the second switch. */
  private static final String END =
      """
      pc += 8;
      w = U.getLong(pc);
      if (((int) w & 0xFFFF) == Op.STORE_FAST) {
        U.putLong(fp + FrameLayout.LOCALSPLUS + (w >> 29 & -8L), kept);
        pc += 8;
        break jump;
      }
      if (((int) w & 0xFFFF) == Op.POP_JUMP_IF_FALSE) {
        pc += 8;
        if (kept == 0x20L) {
          pc += w >> 29 & -8L;
        }
        break jump;
      }
      """;

  private static final String SPILL =
      """
      U.putLong(sp, kept);
      sp += 8;
      """;

  /** What follows a method that may jump: it leaves pc in the frame, and stays in the frame. */
  private static final String JUMPED =
      """
      }
      if (answer == States.MISSED) {
        break miss;
      }
      sp = answer;
      pc = U.getLong(fp + FrameLayout.PC);
      break jump;
      """;

  /** The length of the longest instruction that is a method. */
  private static final int MOST_WORDS = 3;

  private final Definitions definitions;

  LoopWriter(Definitions definitions) {
    this.definitions = definitions;
  }

  String interpreter() {
    return loop("InterpreterLoop", "The interpreter.", "", "");
  }

  /** The twin asks the recorder before each instruction, and ends when it has had enough. */
  String tracing() {
    String before =
        """
              if (!recorder.record(ts, fp, pc, sp)) {
                U.putLong(fp + FrameLayout.PC, pc);
                U.putLong(fp + FrameLayout.SP, sp);
                return States.SWITCH;
              }
        """;
    String raised =
        """
                recorder.raised(ts);
                return States.SWITCH;
        """;
    return loop("TracingLoop", "The interpreter's twin that records what it runs.", before, raised);
  }

  private String loop(String name, String summary, String before, String raised) {
    boolean tracing = !before.isEmpty();
    var text = new StringBuilder();
    text.append(
        """
          private %s() {}

          static long run(ThreadState ts%s) {
            Unsafe u = U;
            long sp = 0;
            long w = 0;
            long pc = 0;
            long fp = 0;
            long tb = ts.block;
            long state = 0;
            // The topmost word of the stack, between the two switches.
            long kept = 0;
            for (;;) {
              fp = U.getLong(tb + ThreadLayout.FRAME);
              pc = U.getLong(fp + FrameLayout.PC);
              sp = U.getLong(fp + FrameLayout.SP);
        %s      w = U.getLong(pc);
              try {
                for (;;) {
                  jump: {
                    miss: {
                      reload: {
                        %s
                        switch ((int) w & 0xFFFF) {
        """
            .formatted(name, tracing ? ", TraceRecorder recorder" : "", before, open(tracing)));
    for (Instruction it : definitions.instructions()) {
      if (it.placement() != Placement.COLD && (tracing || it.placement() != Placement.TOP)) {
        text.append("case Op.").append(it.name()).append(": {\n");
        text.append(emitCase(it, !tracing && gives(it) ? GIVEN : "")).append("}\n");
      }
    }
    text.append(tracing ? "" : takenCases());
    text.append(
        """
                          default:
                            state = ColdLoop.execute(ts, fp, pc, sp, w);
                            break reload;
                        }
                        pc += 8;
                        break jump;
                        %s
                      }
                      if (state != 0) {
                        if (state != States.MISS) {
                          return state;
                        }
                        state = 0;
                        break miss;
                      }
                      fp = U.getLong(tb + ThreadLayout.FRAME);
                      pc = U.getLong(fp + FrameLayout.PC);
                      sp = U.getLong(fp + FrameLayout.SP);
                      break jump;
                    }
                    w = Heads.of(w);
                    continue;
                  }
        %s          w = U.getLong(pc);
                }
              } catch (Raised signal) {
                Unwinder.unwind(ts);
        %s      } catch (StackOverflowError error) {
                Unwinder.overflow(ts, error);
        %s      }
            }
          }
        }
        """
            .formatted(tails(tracing), before, raised, raised));
    // A local in a low slot takes a byte where the field takes three, at some four hundred places.
    return wrap(
        name,
        summary,
        text.toString().replace(" U.", " u.").replace("(U.", "(u.").replace("\nU.", "\nu."));
  }

  private static String open(boolean tracing) {
    var text = new StringBuilder("long answer;\njumped: {\n");
    for (int words = 1; words <= MOST_WORDS; words++) {
      text.append("words").append(words).append(": {\n");
    }
    return text.append(tracing ? "" : "taken: {\ngiven: {\n").toString();
  }

  /** What follows a method's call is the same for all of one length, and so stands there once. */
  private String tails(boolean tracing) {
    var text = new StringBuilder();
    text.append(tracing ? "" : second());
    for (int words = MOST_WORDS; words >= 1; words--) {
      text.append(
          """
          }
          if (answer == States.MISSED) {
            break miss;
          }
          sp = answer;
          pc += %d;
          break jump;
          """
              .formatted(8 * words));
    }
    return text.append(JUMPED).toString();
  }

  /**
   * The second switch: the topmost word is in a local, as most instructions leave it, and sp is
   * where it would be written. It takes one more instruction, and a store or a branch behind that.
   * What the first switch sends here keeps its word: that may be another than memory's, which is
   * instrumented.
   */
  private String second() {
    var text = new StringBuilder();
    text.append(
        """
        }
        pc += 8;
        w = U.getLong(pc);
        }
        spill: {
          last: {
            switch ((int) w & 0xFFFF) {
        """);
    for (Instruction it : definitions.instructions()) {
      if (it.isKept()) {
        boolean spills = it.takesNothing();
        var form = spills ? BodyEmitter.Form.LOOP : BodyEmitter.Form.TOP;
        text.append("case Op.").append(it.name()).append(": {\n");
        text.append(spills ? SPILL : "");
        text.append(new BodyEmitter(form, it.words(), gives(it) ? LAST : "").emit(it.uops()));
        text.append("}\n");
      }
    }
    return text.append("default: {\n")
        .append(SPILL)
        .append("continue;\n}\n}\n}\n")
        .append(END)
        .append(SPILL)
        .append("continue;\n}\n")
        .append(SPILL)
        .append("break miss;\n")
        .toString();
  }

  /** Whether the topmost word goes on in a local. */
  private static boolean gives(Instruction it) {
    List<Variable> outputs = it.uops().getLast().outputs();
    if (!it.isSpliced() || it.has(Flag.FRAMES) || outputs.isEmpty()) {
      return false;
    }
    return !outputs.getLast().isArray()
        || (it.isKept() && outputs.getLast().size().equals("arg & 1"));
  }

  /** What is in the second switch only goes there with the topmost word. */
  private String takenCases() {
    var text = new StringBuilder();
    for (Instruction it : definitions.instructions()) {
      if (it.placement() == Placement.TOP) {
        text.append("case Op.").append(it.name()).append(":\n");
      }
    }
    return text + "{\nsp -= 8;\nkept = U.getLong(sp);\nbreak taken;\n}\n";
  }

  private String emitCase(Instruction it, String given) {
    if (it.isSpliced() || it.has(Flag.FRAMES)) {
      return new BodyEmitter(BodyEmitter.Form.LOOP, it.words(), given).emit(it.uops());
    }
    String after = it.has(Flag.JUMPS) ? "jumped" : "words" + it.words();
    return "answer = UopBodies." + method(it) + "(ts, fp, pc, sp, w);\nbreak " + after + ";\n";
  }

  /** The method of an instruction that is not spliced in. */
  private static String method(Instruction it) {
    return it.uops().size() == 1 ? it.uops().getFirst().name() : "_" + it.name();
  }

  /** The second switch, and what its cases need to leave the state in memory. */
  String cold() {
    var text = new StringBuilder();
    text.append(
        """
          private ColdLoop() {}

          /** Runs one instruction and leaves the interpreter's state in memory. */
          static long execute(ThreadState ts, long fp, long pc, long sp, long w) {
            return switch ((int) w & 0xFFFF) {
        """);
    for (Instruction it : definitions.instructions()) {
      if (it.placement() == Placement.COLD) {
        String call = "UopBodies." + method(it) + "(ts, fp, pc, sp, w)";
        String end = it.has(Flag.EXITS) ? "tried" : "done";
        String value =
            it.has(Flag.FRAMES) ? call : end + "(fp, pc + " + 8 * it.words() + ", " + call + ")";
        text.append("case Op.").append(it.name()).append(" -> ").append(value).append(";\n");
      }
    }
    text.append(
        """
              default -> Instrumented.execute(ts, fp, pc, sp, w);
            };
          }

          /** After a member, which may have missed. */
          private static long tried(long fp, long pc, long sp) {
            return sp == States.MISSED ? States.MISS : done(fp, pc, sp);
          }

          private static long done(long fp, long pc, long sp) {
            U.putLong(fp + FrameLayout.PC, pc);
            U.putLong(fp + FrameLayout.SP, sp);
            return 0;
          }
        }
        """);
    return wrap("ColdLoop", "The instructions that the loop has no case for.", text.toString());
  }

  String uops() {
    var text = new StringBuilder();
    text.append(
        """
          private static final long MISS = States.MISSED;

          private UopBodies() {}

          /** Leaves the interpreter's state in memory. */
          private static long store(ThreadState ts, long fp, long pc, long sp) {
            U.putLong(ts.block + ThreadLayout.FRAME, fp);
            U.putLong(fp + FrameLayout.PC, pc);
            U.putLong(fp + FrameLayout.SP, sp);
            return 0;
          }

        """);
    for (Uop uop : definitions.uops()) {
      text.append(body(uop.name(), List.of(uop), uop.words()));
    }
    for (Instruction it : definitions.instructions()) {
      if (!it.isSpliced() && it.uops().size() > 1) {
        text.append(body(method(it), it.uops(), it.words()));
      }
    }
    text.append("}\n");
    return wrap(
        "UopBodies",
        "Each micro-operation as a method: gives the new top of the stack, or MISSED.",
        text.toString());
  }

  private static String body(String name, List<Uop> uops, int words) {
    boolean frames = uops.stream().anyMatch(uop -> uop.has(Flag.FRAMES));
    String body = new BodyEmitter(BodyEmitter.Form.METHOD, words, "").emit(uops);
    body = frames ? body.replace("return MISS;", "return States.MISS;") : body;
    return "static long %s(ThreadState ts, long fp, long pc, long sp, long w) {\n".formatted(name)
        + (body.contains("tb ") ? "long tb = ts.block;\n" : "")
        + (frames ? "long state = 0;\n" : "")
        + body
        + "}\n\n";
  }

  /** Adds the head, and a constant for the id of each kind that a body names. */
  private String wrap(String name, String summary, String body) {
    var constants = new TreeSet<String>();
    var matcher = Pattern.compile("== (K_[A-Z_]+)\\b").matcher(body);
    while (matcher.find()) {
      constants.add(matcher.group(1));
    }
    var fields = new StringBuilder("  private static final Unsafe U = Unsafe.getUnsafe();\n");
    for (String constant : constants) {
      fields.append(
          "  private static final int %s = Kind.%s.id;\n"
              .formatted(constant, constant.substring(2)));
    }
    return HEAD
        + "/** "
        + summary
        + " Generated from the instruction definitions. */\n"
        + "@SuppressWarnings(\"all\")\nfinal class "
        + name
        + " {\n"
        + fields
        + "\n"
        + body;
  }
}
