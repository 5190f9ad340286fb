package dev.taipan.vm.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.HostLayout;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapTest {
  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  private void collect() {
    test.heap.collector.collect(test.ts);
  }

  @Test
  void cellsDoNotOverlap() {
    SplittableRandom random = new SplittableRandom(1);
    Set<Long> granules = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      int bytes = 16 + random.nextInt(i % 100 == 0 ? 20_000 : 300);
      long cell =
          i % 2 == 0
              ? Heap.allocate(test.ts, Kind.CELL, bytes)
              : Heap.allocateBlock(test.ts, bytes);
      assertEquals(0, cell & 15);
      for (long p = cell; p < cell + bytes; p += 16) {
        assertTrue(granules.add(p), "overlap at " + Long.toHexString(p));
      }
    }
  }

  @Test
  void theReachableStaysAndTheRestComesBack() {
    long keep = ListLayout.create(test.ts, 0);
    int root = test.ts.root(keep);
    for (int i = 0; i < 50_000; i++) {
      long pair = TupleLayout.of(test.ts, Word.boxInt(i), test.str("text " + i));
      if (i % 10 == 0) {
        Lists.append(test.ts, keep, pair);
      }
    }
    collect();
    long live = test.heap.liveBytes();
    assertTrue(live > 5_000 * 64 && live < 5_000 * 150, "live " + live);
    for (int i = 0; i < 5_000; i++) {
      long pair = Lists.get(test.ts, test.ts.rootAt(root), i);
      assertEquals(i * 10L, Word.unboxInt(TupleLayout.get(pair, 0)));
      assertEquals("text " + i * 10, Strings.toJava(TupleLayout.get(pair, 1)));
    }
    test.ts.rootRelease(root);
    collect();
    assertEquals(0, test.heap.liveBytes());
  }

  @Test
  void memoryIsUsedAgainWithoutGrowth() {
    test.ts.root(ListLayout.create(test.ts, 0));
    long highest = 0;
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 100_000; i++) {
        TupleLayout.create(test.ts, 3);
      }
      collect();
      highest = round == 2 ? test.heap.usedBytes() : highest;
      assertTrue(round < 3 || test.heap.usedBytes() <= highest);
    }
  }

  @Test
  void holesAmongLiveCellsAreFilled() {
    long keep = ListLayout.create(test.ts, 0);
    test.ts.root(keep);
    for (int i = 0; i < 100_000; i++) {
      long tuple = TupleLayout.create(test.ts, 2);
      if (i % 2 == 0) {
        Lists.append(test.ts, keep, tuple);
      }
    }
    collect();
    long used = test.heap.usedBytes();
    Set<Long> live = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      live.add(Lists.get(test.ts, keep, i));
    }
    for (int i = 0; i < 45_000; i++) {
      assertFalse(live.contains(TupleLayout.create(test.ts, 2)));
    }
    assertTrue(test.heap.usedBytes() <= used + 2 * Heap.BLOCK_BYTES);
  }

  @Test
  void largeObjectsComeAndGo() {
    int mark = test.ts.root(TupleLayout.create(test.ts, 100_000));
    long used = test.heap.usedBytes();
    long dead = TupleLayout.create(test.ts, 200_000);
    assertTrue(Heap.isLiveCell(dead, Kind.TUPLE));
    assertTrue(test.heap.usedBytes() >= used + 1_600_000);
    collect();
    assertEquals(used, test.heap.usedBytes());
    assertFalse(Heap.isLiveCell(dead, Kind.TUPLE));
    assertTrue(Heap.isLiveCell(test.ts.rootAt(mark), Kind.TUPLE));
  }

  @Test
  void theLimitRaisesAndACollectionHelps() {
    int mark = test.ts.rootMark();
    assertThrows(
        HeapFull.class,
        () -> {
          while (true) {
            test.ts.root(TupleLayout.create(test.ts, 1000));
          }
        });
    assertTrue(test.heap.usedBytes() <= TestWorld.LIMIT);
    assertThrows(HeapFull.class, () -> TupleLayout.create(test.ts, 8_000_000));
    test.ts.rootRelease(mark);
    collect();
    TupleLayout.create(test.ts, 1000);
    TupleLayout.create(test.ts, 7_000_000);
  }

  @Test
  void allocationAsksForACollectionAtTheNextPoll() {
    long before = test.heap.collector.collections();
    for (int i = 0; i < 400_000; i++) {
      TupleLayout.create(test.ts, 10);
      test.ts.poll();
    }
    long collections = test.heap.collector.collections() - before;
    assertTrue(collections >= 2 && collections < 20, "collections: " + collections);
  }

  @Test
  void retiredBlocksComeBackAfterAPoll() {
    try (TestWorld large = new TestWorld(256L << 20)) {
      long list = ListLayout.create(large.ts, 0);
      large.ts.root(list);
      long peak = 0;
      for (int i = 0; i < 1_000_000; i++) {
        Lists.append(large.ts, list, Word.boxInt(i));
        large.ts.poll();
        peak = Math.max(peak, large.heap.usedBytes());
      }
      assertEquals(0, large.heap.collector.collections());
      assertTrue(peak < 22L << 20, "peak " + peak);
      for (int i = 0; i < 1_000_000; i++) {
        assertEquals(i, Word.unboxInt(Lists.get(large.ts, list, i)));
      }
    }
  }

  private static final class Holder implements Traced {
    long word;

    @Override
    public void trace(Visitor visitor) {
      visitor.visit(word);
    }
  }

  @Test
  void hostObjectsKeepWordsAndEndWithTheirCell() {
    Holder holder = new Holder();
    int shape = test.shape(Kind.HOST, 0);
    long cell = HostLayout.create(test.ts, shape, holder, 1);
    long index = HostLayout.index(cell);
    int mark = test.ts.root(cell);
    holder.word = test.str("held");
    collect();
    assertEquals("held", Strings.toJava(holder.word));
    assertSame(holder, HostLayout.object(test.ts, cell));
    test.ts.rootRelease(mark);
    int size = test.heap.hosts.size();
    collect();
    assertNull(test.heap.hosts.get(index));
    assertEquals(size - 1, test.heap.hosts.size());
  }

  @Test
  void instancesKeepInlineSlotsAndOverflow() {
    int shape = test.shape(Kind.INSTANCE, 3);
    long cell = InstanceLayout.create(test.ts, shape, 3);
    test.ts.root(cell);
    long at = InstanceLayout.attributes(cell, Kind.INSTANCE);
    for (int i = 0; i < 3; i++) {
      Cells.store(InstanceLayout.slot(cell, at, i), test.str("inline " + i));
    }
    assertEquals(0, InstanceLayout.overflowSlot(cell, at, 0));
    for (int i = 0; i < 40; i++) {
      long slot = InstanceLayout.ensureOverflowSlot(test.ts, cell, at, i);
      Cells.store(slot, test.str("overflow " + i));
    }
    long first = InstanceLayout.overflowSlot(cell, at, 0);
    collect();
    for (int i = 0; i < 3; i++) {
      assertEquals("inline " + i, Strings.toJava(Memory.getLong(InstanceLayout.slot(cell, at, i))));
    }
    for (int i = 0; i < 40; i++) {
      long slot = InstanceLayout.overflowSlot(cell, at, i);
      assertEquals("overflow " + i, Strings.toJava(Memory.getLong(slot)));
    }
    assertEquals(first, InstanceLayout.overflowSlot(cell, at, 0));
  }

  @Test
  void subclassesOfNativeKindsKeepTheirAttributes() {
    int listShape = test.shape(Kind.LIST, 2);
    int tupleShape = test.shape(Kind.TUPLE, 1);
    long list = ListLayout.create(test.ts, listShape, 4, 3);
    long tuple = TupleLayout.create(test.ts, tupleShape, 5, 2);
    int mark = test.ts.root(list);
    test.ts.root(tuple);
    Lists.append(test.ts, list, test.str("item"));
    long listAt = InstanceLayout.attributes(list, Kind.LIST);
    long tupleAt = InstanceLayout.attributes(tuple, Kind.TUPLE);
    Cells.store(InstanceLayout.slot(list, listAt, 1), test.str("attribute"));
    Cells.store(InstanceLayout.slot(tuple, tupleAt, 0), test.str("of tuple"));
    collect();
    assertTrue(Heap.isLiveCell(list, Kind.LIST));
    assertEquals("item", Strings.toJava(Lists.get(test.ts, test.ts.rootAt(mark), 0)));
    assertEquals("attribute", Strings.toJava(Memory.getLong(InstanceLayout.slot(list, listAt, 1))));
    assertEquals(
        "of tuple", Strings.toJava(Memory.getLong(InstanceLayout.slot(tuple, tupleAt, 0))));
  }

  /** What follows such a cell is the next one's header, whose odd shape id looks like a chunk. */
  @Test
  void shapesWithoutAttributesEndWithTheirKind() {
    test.shape(Kind.LIST, -1);
    int odd = test.shape(Kind.LIST, -1);
    assertEquals(1, odd & 1);
    for (int i = 0; i < 100; i++) {
      test.ts.root(ListLayout.create(test.ts, odd, 0, 0));
    }
    collect();
    assertTrue(Heap.isLiveCell(test.ts.rootAt(50), Kind.LIST));
  }

  @Test
  void weakReferencesAreClearedAndCallBackOnce() {
    long target = test.str("target");
    int targetRoot = test.ts.root(target);
    long callback = test.str("callback");
    long weak = WeakrefLayout.create(test.ts, Kind.WEAKREF.id, target, callback, 0);
    long silent = WeakrefLayout.create(test.ts, Kind.WEAKREF.id, target, Word.EMPTY, 0);
    long toInt = WeakrefLayout.create(test.ts, Kind.WEAKREF.id, callback, Word.EMPTY, 0);
    test.ts.root(weak);
    test.ts.root(silent);
    test.ts.root(toInt);
    collect();
    assertEquals(target, WeakrefLayout.target(weak));
    test.ts.setRoot(targetRoot, Word.NONE);
    collect();
    assertEquals(Word.EMPTY, WeakrefLayout.target(weak));
    assertEquals(Word.EMPTY, WeakrefLayout.target(silent));
    assertEquals(callback, WeakrefLayout.target(toInt));
    assertEquals(weak, test.heap.finalizers.takeCallback());
    assertEquals(Word.EMPTY, test.heap.finalizers.takeCallback());
    collect();
    assertFalse(test.heap.finalizers.isPending());
  }

  @Test
  void finalizersSeeTheirCellOnceAndMayReviveIt() {
    long cell = TupleLayout.of(test.ts, test.str("inside"));
    test.heap.finalizers.register(cell);
    int mark = test.ts.root(cell);
    collect();
    assertFalse(test.heap.finalizers.isPending());
    test.ts.rootRelease(mark);
    collect();
    assertTrue(test.heap.finalizers.isPending());
    collect();
    long revived = test.heap.finalizers.takeCell();
    assertEquals(cell, revived);
    assertEquals("inside", Strings.toJava(TupleLayout.get(revived, 0)));
    assertEquals(Word.EMPTY, test.heap.finalizers.takeCell());
    collect();
    assertFalse(Heap.isLiveCell(cell, Kind.TUPLE) && test.heap.liveBytes() > 0);
    assertFalse(test.heap.finalizers.isPending());
  }

  @Test
  void stringsOfOneBuilderShareIt() {
    int part = test.ts.root(test.str("x".repeat(100)));
    int sum = test.ts.root(test.str(""));
    for (int i = 0; i < 100; i++) {
      test.ts.setRoot(sum, Strings.concat(test.ts, test.ts.rootAt(sum), test.ts.rootAt(part)));
      if (i % 30 == 0) {
        collect();
      }
    }
    long text = test.ts.rootAt(sum);
    assertEquals("x".repeat(10_000), Strings.toJava(text));
    assertNotEquals(0, StrLayout.info(text) & StrLayout.TAIL);
  }

  @Test
  void aWalkMeetsEveryLiveCell() {
    long list = ListLayout.create(test.ts, 0);
    test.ts.root(list);
    Set<Long> expected = new HashSet<>();
    expected.add(list);
    for (int i = 0; i < 1000; i++) {
      long tuple = TupleLayout.create(test.ts, i % 7 == 0 ? 3000 : 3);
      TupleLayout.create(test.ts, 3);
      Lists.append(test.ts, list, tuple);
      expected.add(tuple);
    }
    Set<Long> met = new HashSet<>();
    test.heap.collector.forEachCell(test.ts, met::add);
    assertEquals(expected, met);
  }
}
