package dev.taipan.vm.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorldTest {
  private final TestWorld test = new TestWorld();
  private final AtomicReference<Throwable> fault = new AtomicReference<>();
  private final List<Thread> started = new ArrayList<>();

  @AfterEach
  void close() {
    test.close();
  }

  private void start(Consumer<ThreadState> body) {
    started.add(test.start("worker " + started.size(), fault, body));
  }

  private void join() throws InterruptedException {
    test.ts.detach();
    for (Thread thread : started) {
      thread.join();
    }
    test.ts.attach();
    assertNull(fault.get());
  }

  @Test
  void aStateIsGivenBackWhileAStopWaits() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    start(ts -> test.world.stop(ts, () -> done.set(true)));
    while (!test.world.isStopped()) {
      Thread.onSpinWait();
    }
    ThreadState unused = test.world.newThread("unused");
    test.world.discard(test.ts, unused);
    assertFalse(done.get());
    assertFalse(test.world.threads().contains(unused));
    while (!done.get()) {
      test.ts.poll();
    }
    join();
  }

  @Test
  void nobodyRunsInAStop() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    long[] counters = new long[3 * 16];
    for (int i = 0; i < 3; i++) {
      int mine = i * 16;
      boolean blocks = i == 2;
      start(
          ts -> {
            while (!done.get()) {
              counters[mine]++;
              if (blocks && (counters[mine] & 15) == 0) {
                ts.detach();
                Thread.onSpinWait();
                ts.attach();
              }
              ts.poll();
            }
          });
    }
    for (int stop = 0; stop < 2_000; stop++) {
      test.world.stop(
          test.ts,
          () -> {
            long sum = counters[0] + counters[16] + counters[32];
            for (int spin = 0; spin < 200; spin++) {
              Thread.onSpinWait();
            }
            assertEquals(sum, counters[0] + counters[16] + counters[32]);
          });
    }
    done.set(true);
    join();
    assertEquals(2_000, test.world.pauses.count());
    assertTrue(test.world.pauses.percentileNanos(0.5) <= test.world.pauses.maxNanos());
  }

  @Test
  void everyThreadMayStopTheWorld() throws InterruptedException {
    long[] shared = new long[1];
    for (int i = 0; i < 4; i++) {
      start(
          ts -> {
            for (int n = 0; n < 1_000; n++) {
              ts.world.stop(ts, () -> shared[0]++);
              ts.poll();
            }
          });
    }
    join();
    assertEquals(4_000, shared[0]);
  }

  @Test
  void aStopWithinAStopRunsAtOnce() {
    boolean[] ran = new boolean[1];
    test.world.stop(
        test.ts,
        () -> {
          assertTrue(test.world.isStoppedBy(test.ts));
          test.world.stop(test.ts, () -> ran[0] = true);
          assertTrue(test.world.isStopped());
        });
    assertTrue(ran[0]);
    assertFalse(test.world.isStopped());
  }

  @Test
  void aDetachedThreadStopsToo() {
    test.ts.detach();
    test.world.stop(test.ts, () -> assertTrue(test.ts.isAttached()));
    assertFalse(test.ts.isAttached());
    test.ts.attach();
  }

  @Test
  void aFaultInAStopEndsIt() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    start(
        ts -> {
          ts.detach();
          await(go);
          ts.attach();
        });
    assertThrows(
        IllegalStateException.class,
        () ->
            test.world.stop(
                test.ts,
                () -> {
                  throw new IllegalStateException();
                }));
    go.countDown();
    join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aThreadCreatedInAStopWaits() throws InterruptedException {
    AtomicBoolean ran = new AtomicBoolean();
    test.world.stop(
        test.ts,
        () -> {
          start(ts -> ran.set(true));
          try {
            started.getFirst().join(50);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          assertFalse(ran.get());
        });
    join();
    assertTrue(ran.get());
  }

  @Test
  void theWatchdogNamesAThreadThatDoesNotStop() throws InterruptedException {
    AtomicReference<ThreadState> stalled = new AtomicReference<>();
    AtomicReference<ThreadState> expected = new AtomicReference<>();
    CountDownLatch named = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    test.world.setOnStall(
        ts -> {
          stalled.set(ts);
          named.countDown();
        });
    start(
        ts -> {
          expected.set(ts);
          running.countDown();
          await(named);
          ts.poll();
        });
    running.await();
    test.world.stop(test.ts, () -> {});
    join();
    assertSame(expected.get(), stalled.get());
  }

  @Test
  void aThreadThatEndedWhileAttachedFailsTheStop() throws InterruptedException {
    ThreadState dead = test.world.newThread("dead", 1 << 20);
    Thread thread = new Thread(dead::attach);
    thread.start();
    thread.join();
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> test.world.stop(test.ts, () -> {}));
    assertTrue(failure.getMessage().contains("(dead) ended while it was attached"));
    String dump = ThreadDump.of(test.world).toString();
    assertTrue(dump.contains("(dead): ATTACHED"), dump);
    assertTrue(dump.contains("its Java thread has ended"), dump);
    assertTrue(dump.contains("aThreadThatEndedWhileAttachedFailsTheStop"), dump);
    // The stop is over for the others.
    assertFalse(test.world.isStopped());
    test.world.exit(dead);
    test.world.stop(test.ts, () -> {});
  }

  @Test
  void pollsServeTheirBits() {
    List<String> served = new ArrayList<>();
    test.world.setActions(
        new PollActions() {
          @Override
          public void signal(ThreadState ts) {
            served.add("signal");
          }

          @Override
          public void asyncException(ThreadState ts) {
            served.add("async");
          }

          @Override
          public void finalizers(ThreadState ts) {
            served.add("finalizers");
          }

          @Override
          public void executors(ThreadState ts) {
            served.add("executors");
          }
        });
    test.world.setPollBits(
        test.ts, PollBits.SIGNAL | PollBits.ASYNC | PollBits.FINALIZE | PollBits.EXECUTORS);
    test.ts.pollQuietly();
    assertEquals(List.of(), served);
    test.ts.poll();
    assertEquals(List.of("executors", "finalizers", "signal", "async"), served);
    assertEquals(0, test.ts.pollWord());
  }

  @Test
  void aStateKnowsItsThreadAndKeepsRoots() {
    assertSame(test.ts, ThreadState.current());
    int mark = test.ts.rootMark();
    try (RootScope roots = test.ts.roots()) {
      roots.keep(Word.NONE);
      assertEquals(mark + 1, test.ts.rootMark());
    }
    assertEquals(mark, test.ts.rootMark());
    long list = ListLayout.create(test.ts, 0);
    Raised raised = test.ts.raise(list);
    assertEquals(0, raised.getStackTrace().length);
    test.heap.collector.collect(test.ts);
    assertEquals(0, ListLayout.length(test.ts.takePending()));
    assertEquals(Word.EMPTY, test.ts.pending());
  }

  @Test
  void pollingUnderALockIsFound() {
    long list = ListLayout.create(test.ts, 0);
    ObjectLock.beginWrite(test.ts, list);
    test.world.setPollBits(test.ts, PollBits.SIGNAL);
    assertThrows(AssertionError.class, test.ts::poll);
    ObjectLock.endWrite(test.ts, list);
    test.ts.poll();
  }

  @Test
  void sleepersDoNotDelayAStop() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    for (int i = 0; i < 200; i++) {
      start(
          ts -> {
            ts.detach();
            await(go);
            ts.attach();
          });
    }
    TimeUnit.MILLISECONDS.sleep(20);
    int[] runs = new int[1];
    for (int i = 0; i < 50; i++) {
      test.world.stop(test.ts, () -> runs[0]++);
    }
    go.countDown();
    join();
    assertEquals(50, runs[0]);
  }
}
