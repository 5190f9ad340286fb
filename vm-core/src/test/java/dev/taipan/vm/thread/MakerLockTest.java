package dev.taipan.vm.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.value.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be done under the lock, and what assertions refuse. */
class MakerLockTest {
  private final TestWorld test = new TestWorld(64L << 20);
  private final MakerLock lock = new MakerLock();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void ownAndNobodysCellsAreWritten() {
    lock.lock(test.ts);
    long own = ListLayout.create(test.ts, 0);
    Lists.append(test.ts, own, Word.boxInt(1));
    ObjectLock.giveUp(test.ts, own);
    Lists.append(test.ts, own, Word.boxInt(2));
    assertTrue(lock.isHeld());
    lock.unlock(test.ts);
    assertFalse(lock.isHeld());
    assertEquals(2, ListLayout.length(own));
  }

  @Test
  void nobodyPollsOrLeaves() {
    lock.lock(test.ts);
    assertThrows(AssertionError.class, () -> Safepoint.handleQuietly(test.ts));
    assertThrows(AssertionError.class, test.ts::detach);
    assertThrows(AssertionError.class, () -> lock.lock(test.ts));
    lock.unlock(test.ts);
    Safepoint.handleQuietly(test.ts);
  }
}
