package dev.taipan.vm.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.container.Lists;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ObjectLockTest {
  private final TestWorld test = new TestWorld(256L << 20);

  @AfterEach
  void close() {
    test.close();
  }

  /** Runs a body in several threads, while this one may collect. */
  private void run(int threads, int collections, BiConsumer<ThreadState, Integer> body)
      throws InterruptedException {
    AtomicReference<Throwable> fault = new AtomicReference<>();
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      started.add(test.start("t" + i, fault, ts -> body.accept(ts, number)));
    }
    for (int i = 0; i < collections; i++) {
      test.heap.collector.collect(test.ts);
      Thread.sleep(1);
    }
    test.ts.detach();
    for (Thread thread : started) {
      thread.join();
    }
    test.ts.attach();
    assertNull(fault.get());
  }

  @Test
  void oneAtATime() throws InterruptedException {
    long cell = ListLayout.create(test.ts, 0);
    test.ts.root(cell);
    long[] counter = new long[2];
    run(
        4,
        3,
        (ts, number) -> {
          for (int i = 0; i < 50_000; i++) {
            ObjectLock.beginWrite(ts, cell);
            counter[0]++;
            counter[1]++;
            ObjectLock.endWrite(ts, cell);
            ts.poll();
          }
        });
    assertEquals(200_000, counter[0]);
    assertEquals(200_000, counter[1]);
    assertFalse(ObjectLock.isLocked(cell));
  }

  @Test
  void aHolderThatIsSlowMakesOthersParkAndWakes() throws InterruptedException {
    long cell = ListLayout.create(test.ts, 0);
    test.ts.root(cell);
    long[] counter = new long[1];
    run(
        3,
        0,
        (ts, number) -> {
          for (int i = 0; i < 30; i++) {
            ObjectLock.beginWrite(ts, cell);
            long before = counter[0];
            sleep();
            counter[0] = before + 1;
            ObjectLock.endWrite(ts, cell);
            ts.poll();
          }
        });
    assertEquals(90, counter[0]);
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void pairsInAnyOrderDoNotDeadlock() throws InterruptedException {
    long first = ListLayout.create(test.ts, 0);
    long second = ListLayout.create(test.ts, 0);
    test.ts.root(first);
    test.ts.root(second);
    Lists.append(test.ts, first, Word.boxInt(1));
    Lists.append(test.ts, second, Word.boxInt(2));
    run(
        4,
        3,
        (ts, number) -> {
          for (int i = 0; i < 20_000; i++) {
            long a = number % 2 == 0 ? first : second;
            Lists.swap(ts, a, a == first ? second : first);
            ts.poll();
          }
        });
    long a = Word.unboxInt(Lists.get(test.ts, first, 0));
    long b = Word.unboxInt(Lists.get(test.ts, second, 0));
    assertEquals(3, a + b);
    assertEquals(1, ListLayout.length(first));
  }

  @Test
  void noAppendIsLostAndReadersSeeWholeItems() throws InterruptedException {
    long list = ListLayout.create(test.ts, 0);
    test.ts.root(list);
    int each = 30_000;
    run(
        4,
        5,
        (ts, number) -> {
          for (int i = 0; i < each; i++) {
            Lists.append(ts, list, TupleLayout.of(ts, Word.boxInt(number), Word.boxInt(i)));
            long length = ListLayout.length(list);
            long item = Lists.get(ts, list, i * 7919L % length);
            assertTrue(Word.unboxInt(TupleLayout.get(item, 0)) < 4);
            ts.poll();
          }
        });
    assertEquals(4 * each, ListLayout.length(list));
    int[] next = new int[4];
    for (int i = 0; i < 4 * each; i++) {
      long item = Lists.get(test.ts, list, i);
      int number = (int) Word.unboxInt(TupleLayout.get(item, 0));
      assertEquals(next[number]++, Word.unboxInt(TupleLayout.get(item, 1)));
    }
  }

  @Test
  void dictsSurviveInsertionDeletionAndGrowthInParallel() throws InterruptedException {
    long dict = DictLayout.create(test.ts);
    test.ts.root(dict);
    run(
        4,
        5,
        (ts, number) -> {
          int mark = ts.rootMark();
          for (int i = 0; i < 20_000; i++) {
            int mine = i * 4 + number;
            long key = i % 2 == 0 ? Word.boxInt(mine) : Strings.fromJava(ts, "k" + mine);
            ts.root(key);
            Dicts.put(ts, dict, key, Word.boxInt(mine));
            assertEquals(Word.boxInt(mine), Dicts.get(ts, dict, key));
            int other = (i / 2 * 2) * 4 + (number + 1) % 4;
            long found = Dicts.get(ts, dict, Word.boxInt(other));
            assertTrue(found == Word.EMPTY || found == Word.boxInt(other));
            if (i % 3 == 0) {
              assertEquals(Word.boxInt(mine), Dicts.remove(ts, dict, key));
              assertEquals(Word.EMPTY, Dicts.get(ts, dict, key));
            }
            ts.rootRelease(mark);
            ts.poll();
          }
        });
    assertEquals(4 * (20_000 - 6_667), DictLayout.used(dict));
  }

  @Test
  void threadsAllocateWhileCollectionsRun() throws InterruptedException {
    run(
        4,
        40,
        (ts, number) -> {
          int root = ts.root(Word.NONE);
          for (int i = 1; i <= 200_000; i++) {
            long link = TupleLayout.of(ts, ts.rootAt(root), Word.boxInt(i));
            ts.setRoot(root, link);
            if (i % 1000 == 0) {
              checkChain(ts.rootAt(root), i, 1000);
              ts.setRoot(root, Word.NONE);
            }
            ts.poll();
          }
        });
    assertTrue(test.heap.collector.collections() >= 40);
  }

  private static void checkChain(long chain, int last, int length) {
    long link = chain;
    for (int i = 0; i < length; i++) {
      assertEquals(last - i, Word.unboxInt(TupleLayout.get(link, 1)));
      link = TupleLayout.get(link, 0);
    }
    assertEquals(Word.NONE, link);
  }

  @Test
  void collectionsMarkInParallelOnceTheHeapIsLarge() throws InterruptedException {
    long list = ListLayout.create(test.ts, 0);
    int root = test.ts.root(list);
    for (int i = 0; i < 300_000; i++) {
      Lists.append(test.ts, list, TupleLayout.of(test.ts, Word.boxInt(i), test.str("v" + i)));
      test.ts.poll();
    }
    for (int round = 0; round < 5; round++) {
      test.heap.collector.collect(test.ts);
    }
    long live = test.heap.liveBytes();
    assertTrue(live > 20L << 20, "live " + live);
    for (int i = 0; i < 300_000; i++) {
      long pair = Lists.get(test.ts, test.ts.rootAt(root), i);
      assertTrue(Strings.equal(TupleLayout.get(pair, 1), "v" + i));
    }
    test.heap.collector.collect(test.ts);
    assertEquals(live, test.heap.liveBytes());
  }
}
