package dev.taipan.stress.light;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.Iterations;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thread spins on a global until another one writes it, over and over. The spinning thread's
 * own counters tell where it is when the write begins: its count in traces grows and that in tier 1
 * stands still, so it is inside compiled code.
 */
public final class SpinOnGlobal {
  /** What the loop reads. */
  public enum Reads {
    /** One global for all rounds: soon it counts as a variable and is loaded in each iteration. */
    VARIABLE(
        """
        flag = 0
        def spin():
            rounds = 0
            while flag == 0:
                rounds = rounds + 1
            return rounds
        """),
    /** A fresh global each round, an int or a function, that the trace holds as a constant. */
    CONSTANT(
        """
        flag_# = 0
        def spin_#():
            rounds = 0
            while flag_# == 0:
                rounds = rounds + 1
            return rounds
        """),
    FUNCTION(
        """
        def flag_#():
            return 0
        def other_#():
            return 1
        def spin_#():
            rounds = 0
            while flag_#() == 0:
                rounds = rounds + 1
            return rounds
        """);

    private final String source;

    Reads(String source) {
      this.source = source;
    }
  }

  /**
   * What became of a run.
   *
   * @param writes how many writes ended the loop: all of them
   * @param inside how many began while the spinning thread was inside a trace
   * @param invalidated how many traces the writes took out of use
   */
  public record Outcome(int writes, int inside, long invalidated) {}

  private static final Pattern INVALIDATED = Pattern.compile("invalidated (\\d+)");

  /** Iterations in the trace, one after the other, before the spinner counts as being inside. */
  private static final long INSIDE = 200;

  /** Until then it must be there: warming up takes a while on a busy machine. */
  private static final long INSIDE_SECONDS = 60;

  /** Between two looks: on a busy machine the spinner needs the processor to get anywhere. */
  private static final long PAUSE_NANOS = 20_000;

  private final Reads reads;
  private final long deadlineSeconds;
  private final Session session;
  private final ThreadState spinner;
  private final Semaphore go = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);

  /** What the spinner calls next, null when it is to end; written before {@code go}. */
  private volatile String next;

  private SpinOnGlobal(Reads reads, String backend, long deadlineSeconds) throws SyntaxFault {
    this.reads = reads;
    this.deadlineSeconds = deadlineSeconds;
    session = new Session(Session.options(Options.Jit.SYNC, backend, 0, true), List.of(""));
    spinner = session.newThread("spinner");
  }

  /** Runs {@code READS ROUNDS DEADLINE-SECONDS [backend]}; fails when a write is not seen. */
  public static void main(String[] args) throws SyntaxFault, InterruptedException {
    Outcome outcome =
        run(
            Reads.valueOf(args[0]),
            Integer.parseInt(args[1]),
            args.length > 3 ? args[3] : "",
            Long.parseLong(args[2]));
    System.out.println(
        "all "
            + outcome.writes()
            + " writes ended the loop, "
            + outcome.inside()
            + " of them inside a trace, "
            + outcome.invalidated()
            + " traces invalidated");
  }

  /** Writes {@code rounds} times, each time when the spinner is found inside a trace. */
  static Outcome run(Reads reads, int rounds, String backend, long deadlineSeconds)
      throws SyntaxFault, InterruptedException {
    return new SpinOnGlobal(reads, backend, deadlineSeconds).rounds(rounds);
  }

  private Outcome rounds(int rounds) throws SyntaxFault, InterruptedException {
    Thread thread = new Thread(null, this::spin, "spinner", 16L << 20);
    thread.setDaemon(true);
    thread.start();
    ThreadState main = session.main();
    int inside = 0;
    for (int round = 0; round < rounds; round++) {
      prepare(round);
      main.detach();
      go.release();
      Iterations before = awaitInside();
      main.attach();
      inside += isInside(before) ? 1 : 0;
      write(round);
      main.detach();
      if (!ended.tryAcquire(deadlineSeconds, TimeUnit.SECONDS)) {
        throw new AssertionError("write " + round + ": the write never became visible");
      }
      main.attach();
    }
    next = null;
    main.detach();
    go.release();
    thread.join();
    main.attach();
    Matcher report = INVALIDATED.matcher(session.runtime().report());
    return new Outcome(rounds, inside, report.find() ? Long.parseLong(report.group(1)) : 0);
  }

  private String name(String base, int round) {
    return reads == Reads.VARIABLE ? base : base + "_" + round;
  }

  private void prepare(int round) throws SyntaxFault {
    if (round == 0 || reads != Reads.VARIABLE) {
      session.run(reads.source.replace("#", Integer.toString(round)));
    } else {
      session.set(session.main(), "flag", Word.boxInt(0));
    }
    next = name("spin", round);
  }

  private void write(int round) {
    ThreadState main = session.main();
    long value = reads == Reads.FUNCTION ? session.get(main, "other_" + round) : Word.boxInt(1);
    session.set(main, name("flag", round), value);
  }

  private void spin() {
    while (true) {
      go.acquireUninterruptibly();
      String function = next;
      if (function == null) {
        session.runtime().world().exit(spinner);
        return;
      }
      spinner.attach();
      session.call(spinner, function);
      spinner.detach();
      ended.release();
    }
  }

  /** Waits until the spinner's count grows in traces and only there. */
  private Iterations awaitInside() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(INSIDE_SECONDS);
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
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * The last look before the write, from when on nobody but the writer asks the spinner to leave:
   * it goes on in the trace, and nowhere else. So there it is when the write begins.
   */
  private boolean isInside(Iterations before) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(INSIDE_SECONDS);
    Iterations now = Iterations.of(spinner);
    while (now.inTraces() == before.inTraces() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
      now = Iterations.of(spinner);
    }
    return now.inTraces() > before.inTraces() && now.inTier1() == before.inTier1();
  }
}
