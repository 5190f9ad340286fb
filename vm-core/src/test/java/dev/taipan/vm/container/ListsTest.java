package dev.taipan.vm.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListsTest {
  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  private List<Long> contents(long list) {
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < ListLayout.length(list); i++) {
      found.add(Word.unboxInt(Lists.get(test.ts, list, i)));
    }
    return found;
  }

  @Test
  void randomOperationsBehaveLikeTheModel() {
    SplittableRandom random = new SplittableRandom(5);
    List<Long> model = new ArrayList<>();
    long list = ListLayout.create(test.ts, 0);
    long other = ListLayout.create(test.ts, 0);
    test.ts.root(list);
    test.ts.root(other);
    for (long i = 0; i < 3; i++) {
      Lists.append(test.ts, other, Word.boxInt(-i));
    }
    List<Long> others = contents(other);
    for (long step = 0; step < 60_000; step++) {
      int size = model.size();
      int from = random.nextInt(size + 1);
      int to = Math.min(size, from + random.nextInt(5));
      long word = Word.boxInt(step);
      switch (random.nextInt(size > 200 ? 12 : 8)) {
        case 0, 1 -> {
          model.add(step);
          Lists.append(test.ts, list, word);
        }
        case 2 -> {
          model.add(from, step);
          Lists.insert(test.ts, list, from, word);
        }
        case 3 -> {
          model.addAll(others);
          Lists.extend(test.ts, list, other);
        }
        case 4 -> {
          List<Long> part = model.subList(from, to);
          assertEquals(part, contents(Lists.slice(test.ts, list, from, to)));
          part.clear();
          model.addAll(from, others);
          long words = ListLayout.slot(ListLayout.items(other), 0);
          Lists.replaceRange(test.ts, list, from, to, words, 3);
        }
        case 5 -> {
          assertEquals(from < size, Lists.set(test.ts, list, from, word));
          if (from < size) {
            model.set(from, step);
          }
        }
        case 6 -> {
          long expected = size == 0 ? Word.EMPTY : Word.boxInt(model.removeLast());
          assertEquals(expected, Lists.pop(test.ts, list, -1));
        }
        case 7 -> {
          Collections.reverse(model);
          Lists.reverse(test.ts, list);
        }
        case 8, 9 -> {
          long expected = from == size ? Word.EMPTY : Word.boxInt(model.remove(from));
          assertEquals(expected, Lists.pop(test.ts, list, from));
        }
        default -> {
          to = Math.min(size, from + random.nextInt(100));
          model.subList(from, to).clear();
          Lists.deleteRange(test.ts, list, from, to);
        }
      }
      assertEquals(model.size(), ListLayout.length(list));
      if (step % 101 == 0) {
        assertEquals(model, contents(list));
        assertEquals(model, contents(Lists.copy(test.ts, list)));
      }
      test.ts.poll();
    }
    assertEquals(model, contents(list));
  }

  @Test
  void slotsAboveTheLengthAreEmpty() {
    long list = ListLayout.create(test.ts, 0);
    for (int i = 0; i < 100; i++) {
      Lists.append(test.ts, list, Word.boxInt(i));
    }
    Lists.deleteRange(test.ts, list, 10, 60);
    long items = ListLayout.items(list);
    for (long i = 50; i < ListLayout.capacity(items); i++) {
      assertEquals(Word.EMPTY, Memory.getLong(ListLayout.slot(items, i)));
    }
    assertEquals(Word.EMPTY, Lists.get(test.ts, list, 50));
    assertEquals(Word.EMPTY, Lists.get(test.ts, list, -1));
  }

  @Test
  void swapAndClearMoveTheItems() {
    long list = ListLayout.create(test.ts, 0);
    long other = ListLayout.create(test.ts, 0);
    Lists.append(test.ts, list, Word.NONE);
    Lists.swap(test.ts, list, other);
    assertEquals(0, ListLayout.length(list));
    assertEquals(Word.NONE, Lists.get(test.ts, other, 0));
    Lists.extend(test.ts, other, other);
    assertEquals(2, ListLayout.length(other));
    Lists.clear(test.ts, other);
    assertEquals(Word.EMPTY, Lists.get(test.ts, other, 0));
    Lists.append(test.ts, other, Word.TRUE);
    assertTrue(ListLayout.length(other) == 1 && ListLayout.length(list) == 0);
  }
}
