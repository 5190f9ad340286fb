package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.Event;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.Iterations;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Events that are switched on while another thread is inside a compiled trace reach it there; when
 * it has switched them off one by one, its loop is compiled again.
 */
final class MonitoringInTraceTest {
  private static final int TOOL = 1;
  private static final long DEADLINE_SECONDS = 60;

  /** Iterations in traces after which the spinner counts as being inside. */
  private static final long INSIDE = 100_000;

  private static final String SOURCE =
      """
      seen = []
      flag = [0]
      off = object()
      def spin():
          rounds = 0
          while flag[0] == 0:
              rounds = rounds + 1
          return rounds
      def ends(code, line):
          seen.append(line)
          if len(seen) == 6:
              flag[0] = 1
      def disables(code, line):
          seen.append(line)
          return off
      def finish():
          flag[0] = 1
      def count():
          return len(seen)
      """;

  private final Session session =
      new Session(Session.options(Options.Jit.SYNC, "", 0, true), List.of(""));
  private final ThreadState main = session.main();
  private final ThreadState spinner = session.newThread("spinner");
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void eventsReachAThreadInsideATrace() throws SyntaxFault, InterruptedException {
    start();
    awaitTraces(0);
    listen("ends");
    assertTrue(awaitEnd(), "the loop never met an event");
    // The line behind the loop is the last.
    assertEquals(Word.boxInt(7), session.call(main, "count"));
    assertTrue(session.runtime().report().matches("(?s).*invalidated [1-9].*"), "no trace ended");
  }

  @Test
  void disabledInstructionsAreCompiledAgain() throws SyntaxFault, InterruptedException {
    start();
    awaitTraces(0);
    session.runtime().monitoring().setMarkers(session.get(main, "off"), Word.NONE);
    listen("disables");
    long before = Iterations.of(spinner).inTraces();
    awaitTraces(before);
    session.call(main, "finish");
    assertTrue(awaitEnd(), "the loop goes on");
    long count = Word.unboxInt(session.call(main, "count"));
    assertTrue(count > 0 && count < 40, () -> count + " events");
  }

  private void start() throws SyntaxFault {
    session.run(SOURCE);
    Thread thread = new Thread(null, this::spin, "spinner", 16L << 20);
    thread.setDaemon(true);
    thread.start();
  }

  private void spin() {
    spinner.attach();
    session.call(spinner, "spin");
    session.runtime().world().exit(spinner);
    ended.countDown();
  }

  private void listen(String callback) {
    Monitoring monitoring = session.runtime().monitoring();
    monitoring.exchange(TOOL, Event.LINE, session.get(main, callback));
    monitoring.setEvents(main, TOOL, Event.LINE.bit);
  }

  private void awaitTraces(long from) {
    main.detach();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (Iterations.of(spinner).inTraces() < from + INSIDE) {
      assertTrue(System.nanoTime() < deadline, "the loop is not inside a trace");
      LockSupport.parkNanos(100_000);
    }
    main.attach();
  }

  private boolean awaitEnd() throws InterruptedException {
    main.detach();
    boolean done = ended.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    main.attach();
    session.runtime().monitoring().setEvents(main, TOOL, 0);
    return done;
  }
}
