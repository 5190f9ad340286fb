package dev.taipan.stress.race;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The one runtime of a test's JVM. An actor attaches, acts and detaches, as a thread does around a
 * blocking call; so collections and stops happen while a test runs, and memory is used again.
 *
 * <p>Cells of test states are kept by a ring that is longer than what exists at once: some ten
 * thousand states of three cells each, and as many again that are made while those are looked at.
 */
final class Stage {
  /**
   * Whether the tests run with the guard, the lock or the order dropped that each of them is about:
   * then every one of them must find its forbidden outcome.
   */
  static final boolean PLANTED = Boolean.getBoolean("taipan.race.planted");

  private static final int RING = 1 << 17;
  private static final long HEAP_BYTES = 256L << 20;
  private static final long STACK_BYTES = 1 << 20;

  static final Runtime RUNTIME = start();

  /** A class without members; its shape keeps it alive. */
  static final PyType PLAIN = plainClass();

  private static final ThreadLocal<ThreadState> STATES = ThreadLocal.withInitial(Stage::newState);

  private Stage() {}

  /** Roots what the newest test states use. */
  private static final class Ring implements Traced {
    private static final Ring INSTANCE = new Ring();

    private final AtomicLongArray words = new AtomicLongArray(RING);
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public void trace(Visitor visitor) {
      for (int i = 0; i < RING; i++) {
        visitor.visit(words.get(i));
      }
    }
  }

  private static Runtime start() {
    Options options =
        new Options(
            Options.Jit.OFF, "", false, 0, HEAP_BYTES, 1 << 20, false, "", 0, 0, 0, true, false);
    Runtime runtime = new Runtime(options, Services.none(), new Silent());
    runtime.heap().addRoot(Ring.INSTANCE);
    runtime.mainThread().detach();
    return runtime;
  }

  private static PyType plainClass() {
    ThreadState ts = RUNTIME.mainThread();
    ts.attach();
    PyType made = newClass(ts);
    ts.detach();
    return made;
  }

  /** A class without members; classes are never given back. */
  static PyType newClass(ThreadState ts) {
    Types types = RUNTIME.types();
    PyType[] bases = {types.object};
    return ClassBuilder.build(ts, types.type, "Plain", bases, Dicts.create(ts), null, true, true);
  }

  private record Silent() implements Console {
    @Override
    public void print(CharSequence text) {}

    @Override
    public void error(CharSequence text) {
      System.err.print(text);
    }
  }

  private static ThreadState newState() {
    ThreadState ts = RUNTIME.world().newThread("actor", STACK_BYTES);
    ts.setRuntime(RUNTIME);
    return ts;
  }

  /** The calling thread's state, attached. */
  static ThreadState enter() {
    ThreadState ts = STATES.get();
    ts.attach();
    ts.pollQuietly();
    return ts;
  }

  static void leave(ThreadState ts) {
    ts.detach();
  }

  /** Roots a cell for as long as its test state can be in use. */
  static long keep(long cell) {
    Ring ring = Ring.INSTANCE;
    ring.words.set(ring.next.getAndIncrement() & (RING - 1), cell);
    return cell;
  }

  /** A small int's value, -1 for EMPTY. */
  static int value(long word) {
    return word == Word.EMPTY ? -1 : (int) Word.unboxInt(word);
  }

  /** A function over a code of its own, without instructions. */
  static long function(ThreadState ts) {
    long code = CodeLayout.create(ts, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return keep(FunctionLayout.create(ts, code, 0, 0, 0, 0));
  }

  /** A list whose array is full: 10, 11 ... */
  static long fullList(ThreadState ts, int length) {
    long list = keep(ListLayout.create(ts, length));
    for (int i = 0; i < length; i++) {
      Lists.append(ts, list, Word.boxInt(10 + i));
    }
    return list;
  }
}
