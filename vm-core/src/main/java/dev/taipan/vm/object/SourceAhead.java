package dev.taipan.vm.object;

import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A program's source that is compiled while its runtime starts, on a Java thread that has nothing
 * else to do: neither parser nor compiler needs the runtime. What is wrong with a source is met
 * where it is always met, for the program's own thread then compiles it once more.
 *
 * <p>Protocol: {@code state} says who has it. The thread beside takes it from OFFERED to RUNNING
 * and ends it as DONE, after {@code code} and the warnings are written; the program's thread takes
 * what is still OFFERED back (TAKEN), so that it never waits for a thread that has not begun.
 */
public final class SourceAhead implements Runnable {
  private static final int OFFERED = 0;
  private static final int RUNNING = 1;
  private static final int DONE = 2;
  private static final int TAKEN = 3;

  private final byte[] source;
  private final String filename;
  private final int optimize;
  private final int digits;

  /** What parser and compiler warned of; the runner's, then the program's. */
  final Warnings.Collected warnings = new Warnings.Collected();

  /** Null where it came to nothing. */
  private CodeBlueprint code;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();

  /** Under the lock. */
  private int state = OFFERED;

  /**
   * Source and what the runtime will have it compiled by.
   *
   * @param digits the most digits that an int may be written with
   */
  public SourceAhead(byte[] source, String filename, int optimize, int digits) {
    this.source = source;
    this.filename = filename;
    this.optimize = optimize;
    this.digits = digits;
  }

  private boolean move(int from, int to) {
    lock.lock();
    try {
      boolean moves = state == from;
      state = moves ? to : state;
      return moves;
    } finally {
      lock.unlock();
    }
  }

  /** Compiles it unless somebody has taken it; on any thread, once. */
  @Override
  public void run() {
    if (!move(OFFERED, RUNNING)) {
      return;
    }
    CodeBlueprint made = null;
    try {
      Parser parser = Parser.of(Parser.Mode.EXEC, warnings).withDigits(digits);
      CompileOptions options = CompileOptions.of(filename, optimize).with(warnings);
      made = Compiler.compile(parser.parse(source, filename), options);
    } catch (SyntaxFault | StackOverflowError | OutOfMemoryError again) {
      // The program's thread meets the fault again, or has the stack that this one lacks.
      made = null;
    } finally {
      lock.lock();
      try {
        code = made;
        state = DONE;
        done.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** The code, null if it is not there and was not begun, or if the source is to be read again. */
  CodeBlueprint take(ThreadState ts, int optimizeNow, int digitsNow) {
    if (move(OFFERED, TAKEN)) {
      return null;
    }
    if (!isDone()) {
      ts.detach();
      try {
        awaitDone();
      } finally {
        ts.attach();
      }
    }
    CodeBlueprint made = code;
    code = null;
    return optimize == optimizeNow && digits == digitsNow ? made : null;
  }

  private boolean isDone() {
    lock.lock();
    try {
      return state == DONE;
    } finally {
      lock.unlock();
    }
  }

  private void awaitDone() {
    lock.lock();
    try {
      while (state != DONE) {
        done.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
