package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code that is warm stores nothing that is shared, in tier 1 and in traces. */
final class SteadyPathTest {
  private static final String SOURCE =
      """
      def step(a, b):
          return a * 5 + b
      def sharing(n):
          n >>= 3
          for i in range(n):
              f = lambda x: x + i
              f(len(LETTERS))
              isinstance(i, int)
              abs(i)
          return n
      LETTERS = 'abc'
      def run(n):
          total = 1
          mean = 0.5
          items = [3, 1, 4, 1, 5, 9, 2, 6]
          for i in range(n):
              total = step(total, items[i & 7]) & 1048575
              mean = mean * 0.5 + 1.0
          return total
      """;

  private static final long WARM = Word.boxInt(20_000);
  private static final long MEASURED = Word.boxInt(1_000_000);
  private static final int WARM_CALLS = 5;

  @ParameterizedTest
  @EnumSource(names = {"OFF", "SYNC"})
  void aMillionIterationsPublishNothing(Options.Jit jit) throws SyntaxFault {
    Session session = warm(jit);
    long before = Instructions.publications();
    assertTrue(before > 0, "specialization is not counted");
    session.call(session.main(), "run", MEASURED);
    assertEquals(0, Instructions.publications() - before);
  }

  @ParameterizedTest
  @EnumSource(names = {"OFF", "SYNC"})
  void twoThreadsPublishNothing(Options.Jit jit) throws SyntaxFault, InterruptedException {
    onTwoThreads(jit, "run");
  }

  /**
   * Both call the builtins, make closures over one code object and call these: what counts
   * references would have them fight for the counts of function, code, globals and builtins. Here
   * nothing is stored to what they share, so they run like threads that share nothing.
   */
  @ParameterizedTest
  @EnumSource(names = {"OFF", "SYNC"})
  void sharingCodeAndBuiltinsPublishesNothing(Options.Jit jit)
      throws SyntaxFault, InterruptedException {
    onTwoThreads(jit, "sharing");
  }

  private static void onTwoThreads(Options.Jit jit, String function)
      throws SyntaxFault, InterruptedException {
    Session session = warm(jit);
    long[] before = new long[1];
    CyclicBarrier barrier = new CyclicBarrier(2, () -> before[0] = shared(session));
    AtomicReference<Throwable> fault = new AtomicReference<>();
    session.main().detach();
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      ThreadState ts = session.newThread("runner");
      threads[i] =
          new Thread(
              null, () -> measure(session, ts, function, barrier, fault), "runner", 16L << 20);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    session.main().attach();
    assertEquals(null, fault.get());
    assertEquals(0, shared(session) - before[0]);
  }

  /** Stores to code that is shared, and functions that were entered in the table of versions. */
  private static long shared(Session session) {
    return Instructions.publications() + session.runtime().versions().notes();
  }

  private static void measure(
      Session session,
      ThreadState ts,
      String function,
      CyclicBarrier barrier,
      AtomicReference<Throwable> fault) {
    try {
      ts.attach();
      // Its own counters become warm too: each thread has a profile of its own.
      for (int i = 0; i < WARM_CALLS; i++) {
        session.call(ts, function, WARM);
      }
      ts.detach();
      barrier.await();
      ts.attach();
      session.call(ts, function, MEASURED);
    } catch (Throwable thrown) {
      fault.set(thrown);
    } finally {
      session.runtime().world().exit(ts);
    }
  }

  private static Session warm(Options.Jit jit) throws SyntaxFault {
    Session session = new Session(Session.options(jit, "", 0, false), List.of(""));
    session.run(SOURCE);
    for (int i = 0; i < WARM_CALLS; i++) {
      session.call(session.main(), "run", WARM);
      session.call(session.main(), "sharing", WARM);
    }
    return session;
  }
}
