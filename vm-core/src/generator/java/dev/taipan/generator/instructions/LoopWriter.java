package dev.taipan.generator.instructions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the interpreter's loop, its tracing twin, and the methods of what is not spliced in. */
final class LoopWriter {
  private static final String HEAD =
      """
      package dev.taipan.vm.interp;

      import dev.taipan.vm.code.Op;
      import dev.taipan.vm.layout.*;
      import dev.taipan.vm.spi.TraceRecorder;
      import dev.taipan.vm.heap.HeapFull;
      import dev.taipan.vm.thread.Raised;
      import dev.taipan.vm.thread.ThreadLayout;
      import dev.taipan.vm.thread.ThreadState;
      import jdk.internal.misc.Unsafe;

      """;

  /** How a case goes on that leaves the topmost word in a local: at the second switch. */
  private static final String GIVEN = "break given;\n";

  /** How a case of the second switch goes on with another topmost word in the local. */
  private static final String LAST = "break last;\n";

  /** How a case of the second switch goes on with two words in locals. */
  private static final String THIRD = "break third;\n";

  /** How a case of the third switch goes on with one word in the local: not at the third again. */
  private static final String ENDED = "break end;\n";

  /** How a case ends that has a switch of its own: behind the first switch. */
  private static final String FIRST = "break first;\n";

  /** What most often follows an instruction of the second switch. */
  private static final String END =
      """
      pc += 8;
      op = U.getChar(pc);
      if (op == Op.STORE_FAST) {
        U.putLong(fp + FrameLayout.LOCALSPLUS + %s, kept);
        pc += 8;
        break jump;
      }
      if (op == Op.POP_JUMP_IF_FALSE) {
        if (kept == 0x20L) {
          pc += %s;
        }
        pc += 8;
        break jump;
      }
      """
          .formatted(Vocabulary.ARG8, Vocabulary.ARG8);

  /** What goes on at the third switch behind an instruction of the second. */
  private static final String PUSHED =
      """
      if (op == Op.LOAD_FAST) {
        below = kept;
        kept = U.getLong(fp + FrameLayout.LOCALSPLUS + %s);
        break third;
      }
      if (op == Op.LOAD_CONST) {
        below = kept;
        kept = U.getLong(pc + 8);
        pc += 8;
        break third;
      }
      """
          .formatted(Vocabulary.ARG8);

  private static final String SPILL =
      """
      U.putLong(sp, kept);
      sp += 8;
      """;

  private static final String SPILL_BOTH =
      """
      U.putLong(sp, below);
      U.putLong(sp + 8, kept);
      sp += 16;
      """;

  /**
   * What follows a method: it has left the next instruction in the frame. Nothing of the state is
   * in a local across a call: the JVM's compiler has no register that a call leaves alone, and
   * would then keep it on its stack everywhere.
   */
  private static final String ANSWERED =
      """
      if (answer == States.MISSED) {
        state = States.MISS;
        break reload;
      }
      sp = answer;
      fp = U.getLong(tb + ThreadLayout.FRAME);
      pc = U.getLong(fp + FrameLayout.PC);
      """;

  /** The loops that are written from the definitions. */
  private enum Kind {
    /** What runs. */
    INTERPRETER,
    /**
     * What runs where nothing is specialized: heads in their plain forms take their members' room.
     */
    PLAIN,
    /** What records. */
    TRACING
  }

  private final Definitions definitions;

  LoopWriter(Definitions definitions) {
    this.definitions = definitions;
  }

  String interpreter() {
    return loop(Kind.INTERPRETER, "InterpreterLoop", "The interpreter.", "", "");
  }

  String plain() {
    String summary = "The interpreter where nothing is specialized.";
    return loop(Kind.PLAIN, "PlainLoop", summary, "", "");
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
    String summary = "The interpreter's twin that records what it runs.";
    return loop(Kind.TRACING, "TracingLoop", summary, before, raised);
  }

  private String loop(Kind kind, String name, String summary, String before, String raised) {
    boolean tracing = kind == Kind.TRACING;
    var text = new StringBuilder();
    text.append(
        """
          private %s() {}

          static long run(ThreadState ts%s) {
            Unsafe u = THE_FIELD;
            long sp = 0;
            int op = 0;
            long pc = 0;
            long fp = 0;
            long tb = ts.block;
            long state = 0;
        %s    for (;;) {
              fp = U.getLong(tb + ThreadLayout.FRAME);
              pc = U.getLong(fp + FrameLayout.PC);
              sp = U.getLong(fp + FrameLayout.SP);
        %s      op = U.getChar(pc);
              try {
                for (;;) {
                  // The JVM's compiler takes what is assigned here for a constant: a local that comes in from the
                  // loop it would keep on its stack, and check for null at each use.
                  u = THE_FIELD;
                  jump: {
                    miss: {
                      reload: {
                        long answer;
                        answered: {
                        %s
                        cold: {
                        %s
                        %s%sswitch (op) {
        """
            .formatted(
                name,
                tracing ? ", TraceRecorder recorder" : "",
                keptWords(kind),
                before,
                tracing ? "" : "taken: {\ngiven: {\n",
                beyond(cases(kind), "cold"),
                kind == Kind.INTERPRETER ? kept() + OwnSums.BOTH : "",
                kind == Kind.PLAIN ? "first: " : ""));
    for (Instruction it : cases(kind)) {
      PlainForm form = form(kind, it);
      if (!isTaken(kind, it)) {
        text.append("case Op.").append(it.name()).append(": {\n");
        text.append(form == null ? "" : tries(it, form, BodyEmitter.Form.LOOP, GIVEN));
        String body =
            form == null || it.has(Flag.FRAMES)
                ? emitCase(it, !tracing && gives(it) ? GIVEN : "")
                : called(it, GIVEN);
        boolean own = kind == Kind.INTERPRETER && it.isSpliced();
        text.append(own ? OwnSums.ofBoth(body, it.name()) : body);
        text.append("}\n");
      }
    }
    text.append(kind == Kind.PLAIN ? takenCases(kind) : "");
    text.append(
        """
                          default:
                            break cold;
                        }
                        pc += 8;
                        break jump;
                        }
                        state = ColdLoop.execute(ts, fp, pc, sp, op);
                        break reload;
                        %s
                        }
                        %s
                        break jump;
                      }
                      if (state != 0 && state != States.MISS) {
                        return state;
                      }
                      fp = U.getLong(tb + ThreadLayout.FRAME);
                      pc = U.getLong(fp + FrameLayout.PC);
                      sp = U.getLong(fp + FrameLayout.SP);
                      if (state == 0) {
                        break jump;
                      }
                      state = 0;
                    }
                    U.putLong(fp + FrameLayout.PC, pc);
                    U.putLong(fp + FrameLayout.SP, sp);
                    op = Heads.of(ts, pc);
                    fp = U.getLong(tb + ThreadLayout.FRAME);
                    pc = U.getLong(fp + FrameLayout.PC);
                    sp = U.getLong(fp + FrameLayout.SP);
                    continue;
                  }
        %s          op = U.getChar(pc);
                }
              } catch (Raised | HeapFull signal) {
                Unwinder.caught(ts, signal);
        %s      } catch (StackOverflowError error) {
                Unwinder.overflow(ts, error);
        %s      }
            }
          }
        }
        """
            .formatted(tracing ? "" : second(kind), ANSWERED, before, raised, raised));
    // A local in a low slot takes a byte where the field takes three, at some four hundred places.
    return wrap(
        name,
        summary,
        text.toString()
            .replace(" U.", " u.")
            .replace("(U.", "(u.")
            .replace("\nU.", "\nu.")
            .replace("THE_FIELD", "U"));
  }

  /** The instructions that the first switch does or leaves to the second. */
  private List<Instruction> cases(Kind kind) {
    return definitions.instructions().stream()
        .filter(it -> has(kind, it) && placement(kind, it) != Placement.COLD)
        .toList();
  }

  /**
   * What a switch has no case for leaves before it. The test also keeps apart what the JVM's
   * compiler would compute for all cases at once, and carry past the place where ways meet.
   */
  private static String beyond(List<Instruction> cases, String label) {
    return "if (op > Op.%s) {\nbreak %s;\n}\n".formatted(cases.getLast().name(), label);
  }

  /**
   * What goes before the first switch: the instructions that the second one has too. What pushes is
   * done at once, for the others the topmost word is loaded.
   */
  private String kept() {
    List<Instruction> kept =
        definitions.instructions().stream().filter(Instruction::isKept).toList();
    var text = new StringBuilder();
    text.append("if (op <= Op.").append(kept.getLast().name()).append(") {\n");
    for (Instruction it : kept.reversed()) {
      if (it.takesNothing()) {
        text.append("if (op == Op.").append(it.name()).append(") {\n");
        text.append(emitCase(it, GIVEN)).append("}\n");
      }
    }
    return text + "sp -= 8;\nkept = U.getLong(sp);\nbreak taken;\n}\n";
  }

  /** The locals that hold words of the stack between the switches. */
  private static String keptWords(Kind kind) {
    String one = "// The topmost word of the stack, between the switches.\nlong kept = 0;\n";
    String two = "// The word below it, before the third switch.\nlong below = 0;\n";
    return switch (kind) {
      case INTERPRETER -> one + two;
      case PLAIN -> one;
      case TRACING -> "";
    };
  }

  /**
   * The second switch: the topmost word is in a local, as most instructions leave it, and sp is
   * where it would be written. It takes one more instruction, and a store or a branch behind that.
   * What the first switch sends here keeps its word: that may be another than memory's, which is
   * instrumented.
   */
  private String second(Kind kind) {
    boolean three = kind == Kind.INTERPRETER;
    List<Instruction> kept =
        definitions.instructions().stream().filter(it -> isKept(kind, it)).toList();
    var text = new StringBuilder();
    text.append(
        """
        }
        pc += 8;
        op = U.getChar(pc);
        }
        %sspill: {
          alone: {
            %slast: {
              %s%s
              switch (op) {
        """
            .formatted(
                three ? "both: {\n" : "",
                three ? "end: {\nthird: {\n" : "",
                beyond(kept, "alone"),
                three ? OwnSums.KEPT : ""));
    for (Instruction it : kept) {
      text.append("case Op.").append(it.name()).append(": {\n");
      boolean pushes = three && it.takesNothing();
      String body = pushes ? pushed(it) : secondCase(it, form(kind, it));
      text.append(three ? OwnSums.ofKept(body, it.name()) : body).append("}\n");
    }
    boolean misses = text.indexOf("break spill;") >= 0;
    text.append("default:\n").append(three ? "kept ^= op;\n" : "");
    text.append("break alone;\n}\n}\n").append(END);
    text.append(three ? PUSHED + "break alone;\n" + third() + "}\n" + END : "");
    text.append("}\n").append(SPILL).append("continue;\n}\n");
    text.append(misses ? SPILL + "break miss;\n" : "");
    return text.append(three ? "}\n" + SPILL_BOTH + "continue;\n" : "").toString();
  }

  /** What pushes in the second switch goes on at the third, with two words in locals. */
  private static String pushed(Instruction it) {
    return "below = kept;\n" + emitter(BodyEmitter.Form.LOOP, it, THIRD).emit(it.uops());
  }

  /**
   * The third switch: what takes two words, behind an instruction of the second that pushed one. A
   * miss is dispatched again with the words on the stack, and then is one of the second switch.
   */
  private String third() {
    List<Instruction> both =
        definitions.instructions().stream()
            .filter(it -> it.placement() == Placement.TWICE && !it.takesNothing())
            .toList();
    var text = new StringBuilder();
    text.append(
        """
        }
        pc += 8;
        op = U.getChar(pc);
        %s
        switch (op) {
        """
            .formatted(beyond(both, "both")));
    for (Instruction it : both) {
      text.append("case Op.").append(it.name()).append(": {\n");
      text.append(emitter(BodyEmitter.Form.TWO, it, gives(it) ? ENDED : "").emit(it.uops()));
      text.append("}\n");
    }
    return text.append("default:\nbreak both;\n}\n").toString();
  }

  private String secondCase(Instruction it, PlainForm plain) {
    boolean spills = it.takesNothing();
    var form = spills ? BodyEmitter.Form.LOOP : BodyEmitter.Form.TOP;
    if (plain == null) {
      return (spills ? SPILL : "") + emitter(form, it, gives(it) ? LAST : "").emit(it.uops());
    }
    String tried = tries(it, plain, form, LAST);
    return (spills ? SPILL + tried : tried + SPILL) + called(it, LAST);
  }

  private static BodyEmitter emitter(BodyEmitter.Form form, Instruction it, String given) {
    return new BodyEmitter(form, it.words(), BodyEmitter.Exits.of(form, given));
  }

  /** The plain form of an instruction in a loop; null if it is as defined. */
  private PlainForm form(Kind kind, Instruction it) {
    return kind == Kind.PLAIN ? definitions.plainForm(it.name()) : null;
  }

  /**
   * Whether a loop has the instruction: what only specializing leads to, members of heads that have
   * a plain form or whose inputs are recorded, never comes up where nothing is specialized.
   */
  private boolean has(Kind kind, Instruction it) {
    String head = definitions.head(it);
    return kind != Kind.PLAIN
        || head.equals(it.name())
        || (definitions.plainForm(head) == null && definitions.familyOf(it).records().isEmpty());
  }

  private boolean isKept(Kind kind, Instruction it) {
    PlainForm form = form(kind, it);
    return form == null
        ? it.isKept() && has(kind, it)
        : form.placement() == Placement.TOP || form.placement() == Placement.TWICE;
  }

  /** What a plain form tries, in blocks that a miss leaves. */
  private String tries(Instruction it, PlainForm plain, BodyEmitter.Form form, String given) {
    boolean chooses = plain.choices().stream().anyMatch(choice -> !choice.arguments().isEmpty());
    var text = new StringBuilder(chooses ? "switch (U.getInt(pc + 4)) {\n" : "");
    var usual = BodyEmitter.Exits.of(form, "");
    // An end in the first switch must not be taken for one of the switch by the argument.
    var exits = form == BodyEmitter.Form.LOOP ? usual.ending(FIRST) : usual;
    int number = 0;
    for (PlainForm.Choice choice : plain.choices()) {
      choice.arguments().forEach(argument -> text.append("case ").append(argument).append(":\n"));
      for (String name : choice.tries()) {
        List<Uop> uops = definitions.tried(name);
        String label = "next" + number++;
        exits = exits.missing("break " + label + ";");
        var last = pushes(uops) ? exits.giving(given) : exits;
        text.append(label).append(": {\n");
        text.append(new BodyEmitter(form, it.words(), last).emit(uops)).append("}\n");
      }
      text.append(chooses ? "break;\n" : "");
    }
    return text.append(chooses ? "default:\n}\n" : "").toString();
  }

  /** A head's own method, with what it pushed last as the topmost word; a miss is an error. */
  private static String called(Instruction it, String given) {
    String call = "answer = UopBodies." + method(it) + "(ts, fp, pc, sp);\n";
    return pushes(it.uops())
        ? call + ANSWERED + "pc -= 8;\nsp -= 8;\nkept = U.getLong(sp);\n" + given
        : call + "break answered;\n";
  }

  /** Whether a word, or a run of them that is mostly empty, is pushed last. */
  private static boolean pushes(List<Uop> uops) {
    List<Variable> outputs = uops.getLast().outputs();
    return !outputs.isEmpty()
        && (!outputs.getLast().isArray() || outputs.getLast().size().equals("arg & 1"));
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

  private Placement placement(Kind kind, Instruction it) {
    PlainForm form = form(kind, it);
    return form == null ? it.placement() : form.placement();
  }

  /** Whether the second switch has the instruction and the first one has no case for it. */
  private boolean isTaken(Kind kind, Instruction it) {
    return switch (kind) {
      case INTERPRETER -> it.isKept();
      case PLAIN -> placement(kind, it) == Placement.TOP;
      case TRACING -> false;
    };
  }

  /** What is in the second switch only goes there with the topmost word. */
  private String takenCases(Kind kind) {
    var text = new StringBuilder();
    for (Instruction it : definitions.instructions()) {
      if (has(kind, it) && isTaken(kind, it)) {
        text.append("case Op.").append(it.name()).append(":\n");
      }
    }
    return text + "{\nsp -= 8;\nkept = U.getLong(sp);\nbreak taken;\n}\n";
  }

  private String emitCase(Instruction it, String given) {
    if (it.isSpliced()) {
      return emitter(BodyEmitter.Form.LOOP, it, given).emit(it.uops());
    }
    if (it.has(Flag.FRAMES)) {
      return "state = UopBodies." + method(it) + "(ts, fp, pc, sp);\nbreak reload;\n";
    }
    return "answer = UopBodies." + method(it) + "(ts, fp, pc, sp);\nbreak answered;\n";
  }

  /** The method of an instruction that is not spliced in. */
  private static String method(Instruction it) {
    return it.uops().size() == 1 ? it.uops().getFirst().name() : "_" + it.name();
  }

  /** The cold loop: a switch of its own, and what its cases need to leave the state in memory. */
  String cold() {
    var text = new StringBuilder();
    text.append(
        """
          private ColdLoop() {}

          /** Runs one instruction and leaves the interpreter's state in memory. */
          static long execute(ThreadState ts, long fp, long pc, long sp, int op) {
            return switch (op) {
        """);
    for (Instruction it : definitions.instructions()) {
      if (it.placement() == Placement.COLD) {
        String call = "UopBodies." + method(it) + "(ts, fp, pc, sp)";
        String end = it.has(Flag.EXITS) ? "tried" : "done";
        String value = it.has(Flag.FRAMES) ? call : end + "(fp, " + call + ")";
        text.append("case Op.").append(it.name()).append(" -> ").append(value).append(";\n");
      }
    }
    text.append(
        """
              default -> Instrumented.execute(ts, fp, pc, sp, op);
            };
          }

          /** After a member, which may have missed. */
          private static long tried(long fp, long sp) {
            return sp == States.MISSED ? States.MISS : done(fp, sp);
          }

          private static long done(long fp, long sp) {
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

          /** Where the loop takes a miss it finds that this is none; a recorder wants the signal. */
          private static long raised(ThreadState ts, Raised signal) {
            if (ts.interpreter.tracing) {
              throw signal;
            }
            ts.interpreter.raised = true;
            return MISS;
          }

          /** Leaves the interpreter's state in memory. */
          private static long store(ThreadState ts, long fp, long pc, long sp) {
            U.putLong(ts.block + ThreadLayout.FRAME, fp);
            U.putLong(fp + FrameLayout.PC, pc);
            U.putLong(fp + FrameLayout.SP, sp);
            return 0;
          }

        """);
    Set<String> quiet = raiseQuietly();
    for (Uop uop : definitions.uops()) {
      text.append(body(uop.name(), List.of(uop), uop.words(), quiet));
    }
    for (Instruction it : definitions.instructions()) {
      if (!it.isSpliced() && it.uops().size() > 1) {
        text.append(body(method(it), it.uops(), it.words(), quiet));
      }
    }
    text.append("}\n");
    return wrap(
        "UopBodies",
        "Each micro-operation as a method: gives the new top of the stack, or MISSED.",
        text.toString());
  }

  /**
   * The methods that the loop itself calls and whose errors it is told of by their answer: a signal
   * that is thrown and caught in one piece of machine code is a jump, one that leaves it is not.
   */
  private Set<String> raiseQuietly() {
    return definitions.instructions().stream()
        .filter(it -> it.placement() == Placement.WARM)
        .filter(it -> it.has(Flag.RAISES) && !it.has(Flag.FRAMES))
        .map(LoopWriter::method)
        .collect(Collectors.toSet());
  }

  private static String body(String name, List<Uop> uops, int words, Set<String> quiet) {
    boolean frames = uops.stream().anyMatch(uop -> uop.has(Flag.FRAMES));
    var exits = BodyEmitter.Exits.of(BodyEmitter.Form.METHOD, "");
    String body = new BodyEmitter(BodyEmitter.Form.METHOD, words, exits).emit(uops);
    body = frames ? body.replace("return MISS;", "return States.MISS;") : body;
    if (quiet.contains(name)) {
      body = "try {\n" + body + "} catch (Raised signal) {\nreturn raised(ts, signal);\n}\n";
    }
    return "static long %s(ThreadState ts, long fp, long pc, long sp) {\n".formatted(name)
        + (body.contains("tb ") ? "long tb = ts.block;\n" : "")
        + (frames ? "long state = 0;\n" : "")
        + (body.contains("!= op)") ? "int op = U.getChar(pc);\n" : "")
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
