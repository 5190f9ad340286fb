package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Variables;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyFrame;
import dev.taipan.vm.object.PyTraceback;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Frame objects for frames. A frame that has one is marked OBSERVED, which takes its return off the
 * fast path, so that the object learns of the end.
 *
 * <p>A live frame is read and marked by the thread that runs it, or in a stop: another thread's may
 * end at any time, and its memory serves other frames then. A suspended generator's is nobody's,
 * since anybody may resume it. So what asks of a frame object may poll, where the frame is not the
 * thread's own.
 */
public final class FrameObjects {
  private FrameObjects() {}

  /** The object of a live frame; made when it is first asked for. */
  public static long of(ThreadState ts, long fp) {
    boolean inGenerator = (FrameLayout.flags(fp) & FrameFlags.GENERATOR) != 0;
    return of(ts, fp, inGenerator ? GeneratorLayout.ofFrame(fp) : Word.EMPTY);
  }

  static PyFrame host(ThreadState ts, long fp) {
    return Hosts.get(ts, of(ts, fp), PyFrame.class);
  }

  private static long of(ThreadState ts, long fp, long generator) {
    long object = FrameLayout.frameObject(fp);
    if (object == Word.EMPTY) {
      PyFrame host =
          new PyFrame(
              fp,
              FrameLayout.code(fp),
              FrameLayout.globals(fp),
              FrameLayout.builtins(fp),
              generator);
      object = Hosts.create(ts, ts.runtime().types().frame, host);
      FrameLayout.setFrameObject(fp, object);
      FrameLayout.setFlags(fp, FrameLayout.flags(fp) | FrameFlags.OBSERVED);
    }
    return object;
  }

  /** The object of a generator's frame, None when that is finished. */
  public static long ofGenerator(ThreadState ts, long generator) {
    boolean finished = GeneratorLayout.state(generator) == GeneratorLayout.FINISHED;
    return read(
        ts,
        finished || isOnStack(ts, GeneratorLayout.frame(generator)),
        () ->
            GeneratorLayout.state(generator) == GeneratorLayout.FINISHED
                ? Word.NONE
                : of(ts, GeneratorLayout.frame(generator), generator));
  }

  /** Looks at a frame: at once if it is the thread's own, else in a stop, which may poll first. */
  private static <T> T read(ThreadState ts, boolean own, Supplier<T> look) {
    if (own) {
      return look.get();
    }
    AtomicReference<T> seen = new AtomicReference<>();
    ts.runtime().world().stop(ts, () -> seen.setPlain(look.get()));
    return seen.getPlain();
  }

  /** Whether no other thread can change the frame's state while this one looks at it. */
  private static boolean isOwn(ThreadState ts, PyFrame frame) {
    long fp = frame.live();
    return fp == 0
        || fp >= ts.stackBase && fp < ts.stackLimit()
        || frame.generator() != Word.EMPTY && isOnStack(ts, fp);
  }

  private static boolean isOnStack(ThreadState ts, long fp) {
    long at = ts.frame();
    while (at != 0 && at != fp) {
      at = FrameLayout.previous(at);
    }
    return at != 0;
  }

  /** The object of the innermost frame, or of one {@code depth} further out; EMPTY if none. */
  public static long current(ThreadState ts, int depth) {
    long fp = ts.frame();
    for (int i = 0; i < depth && fp != 0; i++) {
      fp = FrameLayout.previous(fp);
    }
    return fp == 0 ? Word.EMPTY : of(ts, fp);
  }

  /** Called when a frame is left, before its memory is used otherwise. */
  static void left(ThreadState ts, long fp) {
    long object = FrameLayout.frameObject(fp);
    if (object == Word.EMPTY) {
      return;
    }
    PyFrame host = Hosts.get(ts, object, PyFrame.class);
    long previous = FrameLayout.previous(fp);
    long[] slots = new long[CodeLayout.localsplus(FrameLayout.code(fp))];
    boolean complete = FrameLayout.sp(fp) >= FrameLayout.local(fp, slots.length);
    for (int i = 0; complete && i < slots.length; i++) {
      slots[i] = Memory.getLong(FrameLayout.local(fp, i));
    }
    host.end(
        Frames.code(ts, fp).index(FrameLayout.pc(fp)),
        previous == 0 ? Word.NONE : of(ts, previous),
        FrameLayout.locals(fp),
        slots);
    FrameLayout.setFrameObject(fp, Word.EMPTY);
    FrameLayout.setFlags(fp, FrameLayout.flags(fp) & ~FrameFlags.OBSERVED);
  }

  // ---- what frame objects tell

  public static CodeObject code(ThreadState ts, PyFrame frame) {
    return Frames.codeOf(ts, frame.code());
  }

  public static long back(ThreadState ts, PyFrame frame) {
    return read(
        ts,
        isOwn(ts, frame),
        () -> {
          long fp = frame.live();
          if (fp == 0) {
            return frame.back();
          }
          long previous = FrameLayout.previous(fp);
          return previous == 0 ? Word.NONE : of(ts, previous);
        });
  }

  /** The index of the instruction word that runs, or that ran last. */
  public static int index(ThreadState ts, PyFrame frame) {
    return read(ts, isOwn(ts, frame), () -> presentIndex(ts, frame));
  }

  private static int presentIndex(ThreadState ts, PyFrame frame) {
    long fp = frame.live();
    if (fp == 0) {
      return frame.index();
    }
    int index = code(ts, frame).index(FrameLayout.pc(fp));
    boolean suspended =
        frame.generator() != Word.EMPTY
            && GeneratorLayout.state(frame.generator()) == GeneratorLayout.SUSPENDED;
    return suspended ? index - 1 : index;
  }

  /** The line of the last instruction, 0 if it belongs to none. */
  public static int line(ThreadState ts, PyFrame frame) {
    CodeObject code = code(ts, frame);
    int line = code.details().positions().lineNear(index(ts, frame));
    return line == 0 ? code.details().firstLine() : line;
  }

  public static int line(ThreadState ts, PyTraceback entry) {
    if (entry.givenLine() >= 0) {
      return entry.givenLine();
    }
    PyFrame frame = Hosts.get(ts, entry.frame(), PyFrame.class);
    return code(ts, frame).details().positions().lineNear(entry.lasti() / 2);
  }

  /**
   * What a frame's locals were at one moment: the mapping, which is the frame's own namespace or is
   * to be filled, and the variables.
   */
  private static final class Locals {
    final long mapping;
    final boolean isNamespace;
    final long[] slots;

    Locals(long mapping, boolean isNamespace, long[] slots) {
      this.mapping = mapping;
      this.isNamespace = isNamespace;
      this.slots = slots;
    }
  }

  /** {@code f_locals}: the mapping, or the dict of a function's variables brought up to date. */
  public static long locals(ThreadState ts, PyFrame frame) {
    CodeObject code = code(ts, frame);
    int mark = ts.rootMark();
    try {
      Locals seen = read(ts, isOwn(ts, frame), () -> seeLocals(ts, frame, code));
      ts.root(seen.mapping);
      ts.rootAll(seen.slots);
      if (seen.isNamespace) {
        return withComprehension(ts, code, seen.slots, seen.mapping);
      }
      fill(ts, seen.mapping, code, seen.slots);
      return seen.mapping;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static Locals seeLocals(ThreadState ts, PyFrame frame, CodeObject code) {
    long fp = frame.live();
    long[] slots = fp == 0 ? frame.slots() : liveSlots(fp);
    long known = fp == 0 ? frame.locals() : FrameLayout.locals(fp);
    if ((code.details().flags() & CodeFlags.OPTIMIZED) == 0 && known != Word.EMPTY) {
      return new Locals(known, true, slots);
    }
    long mapping = known == Word.EMPTY ? Dicts.create(ts) : known;
    frame.setLocalsRead(true);
    if (fp == 0) {
      frame.setLocals(mapping);
    } else {
      FrameLayout.setLocals(fp, mapping);
    }
    return new Locals(mapping, false, slots);
  }

  /**
   * The mapping, or while a comprehension runs that is part of a module's or class's own code, a
   * copy with that one's variables.
   */
  private static long withComprehension(
      ThreadState ts, CodeObject code, long[] slots, long mapping) {
    Variables variables = code.details().variables();
    int count = slots.length - variables.freevars().size();
    long copy = Word.EMPTY;
    int mark = ts.rootMark();
    for (int i = 0; i < count; i++) {
      String name = variables.slots().get(i);
      long value = Cells.is(slots[i], Kind.CELL) ? CellLayout.content(slots[i]) : slots[i];
      if (value == Word.EMPTY || name.equals("__class__") || name.equals("__classdict__")) {
        continue;
      }
      if (copy == Word.EMPTY) {
        ts.root(mapping);
        copy = Calls.call1(ts, ts.runtime().types().dict.cell(), mapping);
        ts.root(copy);
      }
      Dicts.setStr(ts, copy, code.slotName(i), value);
    }
    ts.rootRelease(mark);
    return copy == Word.EMPTY ? mapping : copy;
  }

  private static long[] liveSlots(long fp) {
    long[] slots = new long[CodeLayout.localsplus(FrameLayout.code(fp))];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = Memory.getLongAcquire(FrameLayout.local(fp, i));
    }
    return slots;
  }

  private static void fill(ThreadState ts, long mapping, CodeObject code, long[] slots) {
    for (int i = 0; i < slots.length; i++) {
      long name = code.slotName(i);
      long value = slots[i];
      if (isCell(code, i) && Cells.is(value, Kind.CELL)) {
        value = CellLayout.content(value);
      }
      if (value != Word.EMPTY) {
        Dicts.setStr(ts, mapping, name, value);
      } else {
        Dicts.deleteStr(ts, mapping, name);
      }
    }
  }

  /** Whether a slot holds a cell, once the frame has begun. */
  static boolean isCell(CodeObject code, int slot) {
    Variables variables = code.details().variables();
    return slot >= variables.varnames().size()
        || variables.cellvars().contains(variables.varnames().get(slot));
  }

  /** {@code locals()} of the innermost frame; EMPTY without a frame. */
  public static long currentLocals(ThreadState ts) {
    long object = current(ts, 0);
    return object == Word.EMPTY ? object : locals(ts, Hosts.get(ts, object, PyFrame.class));
  }
}
