package dev.taipan.stress.light;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.Iterations;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One thread spins on a global until another one writes it, over and over. The spinning thread's
 * own counters tell where it was at the write: while its count in traces grows and that in tier 1
 * stands still, it is inside compiled code.
 */
public final class SpinOnGlobal {
  private static final String SOURCE =
      """
      flag = 0
      def spin():
          rounds = 0
          while flag == 0:
              rounds = rounds + 1
          return rounds
      """;

  private static final long DEADLINE_SECONDS = 60;

  /** Iterations in the trace, one after the other, before the spinner counts as being inside. */
  private static final long INSIDE = 200;

  /** What leaving the trace may add in tier 1: the exit's own rest of an iteration. */
  private static final long LEAVING = 2;

  private final Session session;
  private final ThreadState spinner;
  private final Semaphore go = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private volatile boolean stopping;

  private SpinOnGlobal(String backend) throws SyntaxFault {
    session = new Session(Session.options(Options.Jit.SYNC, backend, 0));
    session.run(SOURCE, List.of(""));
    spinner = session.newThread("spinner");
  }

  /** Runs the lane: {@code rounds [backend]}. */
  public static void main(String[] args) throws SyntaxFault, InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    int writes = run(rounds, args.length > 1 ? args[1] : "");
    System.out.println(
        "all " + writes + " writes ended the loop, " + rounds + " of them inside a trace");
  }

  /**
   * Writes until {@code rounds} writes have found the spinning thread inside a trace; a write that
   * comes while it happens to be at a poll counts for nothing but must end the loop too.
   *
   * @return how many writes that took, at most twice as many
   */
  static int run(int rounds, String backend) throws SyntaxFault, InterruptedException {
    return new SpinOnGlobal(backend).rounds(rounds);
  }

  private int rounds(int rounds) throws InterruptedException {
    Thread thread = new Thread(null, this::spin, "spinner", 16L << 20);
    thread.setDaemon(true);
    thread.start();
    ThreadState main = session.main();
    int inside = 0;
    int writes = 0;
    for (; inside < rounds; writes++) {
      if (writes == 2 * rounds) {
        throw new AssertionError(inside + " of " + writes + " writes found it inside a trace");
      }
      session.set(main, "flag", Word.boxInt(0));
      main.detach();
      go.release();
      Iterations before = awaitInside();
      main.attach();
      session.set(main, "flag", Word.boxInt(1));
      main.detach();
      if (!ended.tryAcquire(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("write " + writes + ": the write never became visible");
      }
      main.attach();
      if (Iterations.of(spinner).inTier1() - before.inTier1() <= LEAVING) {
        inside++;
      }
    }
    stopping = true;
    main.detach();
    go.release();
    thread.join();
    main.attach();
    return writes;
  }

  private void spin() {
    while (true) {
      go.acquireUninterruptibly();
      if (stopping) {
        session.runtime().world().exit(spinner);
        return;
      }
      spinner.attach();
      session.call(spinner, "spin");
      spinner.detach();
      ended.release();
    }
  }

  /** Waits until the spinner's count grows in traces and only there. */
  private Iterations awaitInside() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    Iterations start = Iterations.of(spinner);
    while (true) {
      Iterations now = Iterations.of(spinner);
      if (now.inTier1() != start.inTier1()) {
        start = now;
      } else if (now.inTraces() - start.inTraces() > INSIDE) {
        return now;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the spinning loop never runs in a trace: " + now);
      }
      Thread.onSpinWait();
    }
  }
}
