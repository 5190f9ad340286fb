package dev.taipan.vm.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OwnerTokensTest {
  private static final int MANY = 100;

  private final TestWorld test = new TestWorld(64L << 20);
  private final AtomicReference<Throwable> fault = new AtomicReference<>();

  @AfterEach
  void close() {
    test.close();
  }

  private long newList(ThreadState ts) {
    long list = ListLayout.create(ts, 4);
    ts.root(list);
    return list;
  }

  private Thread start(Consumer<ThreadState> body) {
    return test.start("other", fault, body);
  }

  /** Polls until the thread has ended. */
  private void pollUntilEnd(Thread... threads) throws InterruptedException {
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        test.ts.poll();
        Thread.onSpinWait();
      }
      thread.join();
    }
    assertNull(fault.get());
  }

  @Test
  void aNewCellIsItsMakers() {
    long list = newList(test.ts);
    assertEquals(test.ts.token(), ObjectLock.token(list));
    Lists.append(test.ts, list, Word.boxInt(1));
    assertEquals(test.ts.token(), ObjectLock.token(list));
    assertFalse(ObjectLock.isLocked(list));
  }

  @Test
  void anotherThreadsWriteMakesItNobodys() throws InterruptedException {
    long list = newList(test.ts);
    long untouched = newList(test.ts);
    int token = test.ts.token();
    pollUntilEnd(start(ts -> Lists.append(ts, list, Word.boxInt(1))));
    assertEquals(0, ObjectLock.token(list));
    assertEquals(token, ObjectLock.token(untouched));
    assertEquals(token, test.ts.token());
    Lists.append(test.ts, list, Word.boxInt(2));
    assertEquals(2, ListLayout.length(list));
    assertFalse(ObjectLock.isLocked(list));
  }

  @Test
  void anOwnerThatDoesNotPollIsWaitedFor() throws InterruptedException {
    long list = newList(test.ts);
    ObjectLock.beginWrite(test.ts, list);
    Thread other = start(ts -> Lists.append(ts, list, Word.boxInt(1)));
    Thread.sleep(20);
    assertEquals(0, ListLayout.length(list));
    ObjectLock.endWrite(test.ts, list);
    Thread.sleep(20);
    assertEquals(0, ListLayout.length(list));
    pollUntilEnd(other);
    assertEquals(1, ListLayout.length(list));
  }

  @Test
  void anOwnerThatIsDetachedIsNot() throws InterruptedException {
    long list = newList(test.ts);
    test.ts.detach();
    start(ts -> Lists.append(ts, list, Word.boxInt(1))).join();
    assertNull(fault.get());
    test.ts.attach();
    assertEquals(0, ObjectLock.token(list));
    assertEquals(1, ListLayout.length(list));
  }

  /** Somebody saw the owner outside, and is late: the owner is back and in a write. */
  @Test
  void nobodyGivesUpForAnOwnerThatIsBack() throws InterruptedException {
    long list = newList(test.ts);
    ObjectLock.beginWrite(test.ts, list);
    Thread other = start(ts -> Lists.append(ts, list, Word.boxInt(1)));
    while ((test.ts.pollWord() & PollBits.TOKEN) == 0) {
      Thread.onSpinWait();
    }
    test.world.tokens.giveUpFor(test.ts);
    assertEquals(test.ts.token(), ObjectLock.token(list));
    Thread.sleep(20);
    assertEquals(0, ListLayout.length(list));
    ObjectLock.endWrite(test.ts, list);
    pollUntilEnd(other);
    assertEquals(1, ListLayout.length(list));
    assertEquals(0, ObjectLock.token(list));
  }

  @Test
  void theCellsOfAThreadThatLeftAreNobodys() throws InterruptedException {
    long[] made = new long[1];
    test.ts.detach();
    start(ts -> made[0] = ListLayout.create(ts, 4)).join();
    test.ts.attach();
    assertNotEquals(0, ObjectLock.token(made[0]));
    Lists.append(test.ts, made[0], Word.boxInt(1));
    assertEquals(0, ObjectLock.token(made[0]));
    assertFalse(ObjectLock.isLocked(made[0]));
  }

  @Test
  void whoWaitsForAnotherGivesItsOwnCellsUp() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      int mark = test.ts.rootMark();
      long mine = newList(test.ts);
      AtomicReference<Long> theirs = new AtomicReference<>();
      Thread other =
          start(
              ts -> {
                theirs.set(newList(ts));
                // Neither polls from here on until it has written.
                Lists.append(ts, mine, Word.boxInt(1));
              });
      while (theirs.get() == null) {
        Thread.onSpinWait();
      }
      Lists.append(test.ts, theirs.get(), Word.boxInt(2));
      pollUntilEnd(other);
      assertEquals(1, ListLayout.length(mine));
      test.ts.rootRelease(mark);
    }
  }

  @Test
  void aPairIsTakenFromBothOwners() throws InterruptedException {
    long mine = newList(test.ts);
    Lists.append(test.ts, mine, Word.boxInt(1));
    Thread other =
        start(
            ts -> {
              long own = newList(ts);
              Lists.swap(ts, mine, own);
              assertEquals(1, ListLayout.length(own));
            });
    pollUntilEnd(other);
    assertEquals(0, ListLayout.length(mine));
  }

  @Test
  void twoTakeFromAnOwnerThatWrites() throws InterruptedException {
    int each = 20_000;
    int lists = 50;
    long[] cells = new long[lists];
    for (int i = 0; i < lists; i++) {
      cells[i] = newList(test.ts);
    }
    Consumer<ThreadState> appends =
        ts -> {
          for (int i = 0; i < each; i++) {
            Lists.append(ts, cells[i * lists / each], Word.boxInt(i));
            ts.poll();
          }
        };
    Thread first = start(appends);
    Thread second = start(appends);
    appends.accept(test.ts);
    pollUntilEnd(first, second);
    for (long cell : cells) {
      assertEquals(3 * each / lists, ListLayout.length(cell));
    }
  }

  /** One of the two may be late in acting for an owner that went and came back. */
  @Test
  void twoTakeFromAnOwnerThatGoesAndComesBack() throws InterruptedException {
    int rounds = 3000;
    long[] written = new long[rounds];
    long[] others = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      written[i] = newList(test.ts);
      others[i] = newList(test.ts);
    }
    Thread first = start(ts -> appendToEach(ts, written));
    Thread second = start(ts -> appendToEach(ts, others));
    for (long cell : written) {
      for (int i = 0; i < 4; i++) {
        Lists.append(test.ts, cell, Word.boxInt(i));
        test.ts.poll();
        test.ts.detach();
        test.ts.attach();
      }
    }
    pollUntilEnd(first, second);
    for (int i = 0; i < rounds; i++) {
      assertEquals(5, ListLayout.length(written[i]));
      assertEquals(1, ListLayout.length(others[i]));
    }
  }

  private static void appendToEach(ThreadState ts, long[] cells) {
    for (long cell : cells) {
      Lists.append(ts, cell, Word.boxInt(9));
      ts.poll();
    }
  }

  @Test
  void aThreadThatLosesManyCellsAtOnceLosesItsToken() throws InterruptedException {
    long[] cells = new long[MANY];
    for (int i = 0; i < MANY; i++) {
      cells[i] = newList(test.ts);
    }
    int token = test.ts.token();
    test.ts.detach();
    Thread other =
        start(
            ts -> {
              for (long cell : cells) {
                Lists.append(ts, cell, Word.boxInt(1));
              }
            });
    other.join();
    test.ts.attach();
    assertNull(fault.get());
    // A machine that takes over a millisecond for each of them finds nothing to be too fast.
    if (test.ts.token() != token) {
      assertFalse(test.world.tokens.isHeld(token));
    }
    for (long cell : cells) {
      Lists.append(test.ts, cell, Word.boxInt(2));
      assertEquals(2, ListLayout.length(cell));
      assertEquals(0, ObjectLock.token(cell));
    }
  }

  @Test
  void aTokenOfManyLivesIsHandedOutAgainInACollectionOnly() {
    ThreadState last = test.ts;
    for (int i = 0; i < 17_000; i++) {
      ThreadState ts = test.world.newThread("short", 4096);
      last = ts;
      if (ts.token() == OwnerTokens.NONE) {
        break;
      }
      test.world.discard(test.ts, ts);
    }
    assertEquals(OwnerTokens.NONE, last.token());
    test.heap.collector.collect(test.ts);
    assertTrue(last.token() > 0);
    test.world.discard(test.ts, last);
  }
}
