package dev.taipan.vm.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StressTest {
  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void everyNthMayPollCallCollects() {
    test.world.setStress(4);
    long before = test.heap.collector.collections();
    for (int i = 0; i < 40; i++) {
      test.ts.mayPoll();
    }
    assertEquals(before + 10, test.heap.collector.collections());
    test.world.setStress(0);
    test.ts.mayPoll();
    assertEquals(before + 10, test.heap.collector.collections());
  }

  @Test
  void aMissingRootIsFoundAtTheNextUse() {
    test.world.setStress(1);
    long rooted = TupleLayout.of(test.ts, Word.boxInt(1));
    test.ts.root(rooted);
    long forgotten = TupleLayout.of(test.ts, Word.boxInt(2));
    test.ts.mayPoll();
    assertEquals(1, Word.unboxInt(TupleLayout.get(rooted, 0)));
    assertThrows(AssertionError.class, () -> TupleLayout.get(forgotten, 0));
    assertEquals(Word.POISON, Memory.getLong(forgotten + TupleLayout.ITEMS));
  }

  @Test
  void aDeadCellThatIsStoredAgainIsFoundByTheCollector() {
    test.world.setStress(1);
    // Keeps the block from serving another size.
    test.ts.root(TupleLayout.create(test.ts, 5));
    long forgotten = TupleLayout.create(test.ts, 5);
    test.ts.mayPoll();
    long holder = CellLayout.create(test.ts, forgotten);
    test.ts.root(holder);
    assertThrows(IllegalStateException.class, () -> test.ts.mayPoll());
    Memory.putLong(holder + CellLayout.CONTENT, Word.NONE);
  }

  @Test
  void poisonedBlocksAreNotWhatAnAllocationHandsOut() {
    test.world.setStress(1);
    long list = ListLayout.create(test.ts, 8);
    test.ts.root(list);
    for (int i = 0; i < 200; i++) {
      long tuple = TupleLayout.create(test.ts, 5);
      for (int j = 0; j < 5; j++) {
        assertEquals(Word.EMPTY, TupleLayout.get(tuple, j));
      }
      Lists.append(test.ts, list, tuple);
      test.ts.mayPoll();
    }
    for (int i = 0; i < 200; i++) {
      assertTrue(Heap.isLiveCell(Lists.get(test.ts, list, i), Kind.TUPLE));
    }
  }
}
