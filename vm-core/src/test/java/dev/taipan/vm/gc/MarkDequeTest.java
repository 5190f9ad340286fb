package dev.taipan.vm.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MarkDequeTest {
  @Test
  void theOwnerGetsEverythingBackWithoutThieves() {
    MarkDeque deque = new MarkDeque();
    BitSet seen = new BitSet();
    for (int i = 1; i <= 50_000; i++) {
      deque.push(i);
    }
    for (long cell = deque.pop(); cell != 0; cell = deque.pop()) {
      seen.set((int) cell);
    }
    assertEquals(50_000, seen.cardinality());
  }

  @Test
  void nothingIsLostOrTakenTwice() throws InterruptedException {
    MarkDeque deque = new MarkDeque();
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong stolenSum = new AtomicLong();
    Thread thief =
        new Thread(
            () -> {
              while (!done.get() || !deque.looksEmpty()) {
                stolenSum.addAndGet(deque.steal());
              }
            });
    thief.start();
    long sum = 0;
    long pushed = 0;
    for (int i = 1; i <= 300_000; i++) {
      deque.push(i);
      pushed += i;
      if (i % 3 == 0) {
        sum += deque.pop();
      }
    }
    for (long cell = deque.pop(); cell != 0; cell = deque.pop()) {
      sum += cell;
    }
    done.set(true);
    thief.join();
    assertEquals(pushed, sum + stolenSum.get());
  }
}
