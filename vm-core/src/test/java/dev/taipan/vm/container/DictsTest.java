package dev.taipan.vm.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DictsTest {
  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  /** A new key word for a model key: int, text, or a tuple that needs "Python code". */
  private long key(Object model) {
    return switch (model) {
      case Integer number -> Word.boxInt(number);
      case String text -> test.str(text);
      case List<?> one -> TupleLayout.of(test.ts, Word.boxInt((Integer) one.getFirst()));
      default -> throw new AssertionError(model);
    };
  }

  private Object model(int kind, int number) {
    return switch (kind) {
      case 0 -> number - 50;
      case 1 -> "key " + number;
      default -> List.of(number);
    };
  }

  private void checkAgainst(Map<Object, Long> model, long dict) {
    assertEquals(model.size(), DictLayout.used(dict));
    List<Long> values = new ArrayList<>();
    long keys = DictLayout.keys(dict);
    for (int i = Dicts.nextEntry(keys, 0); i >= 0; i = Dicts.nextEntry(keys, i + 1)) {
      values.add(Word.unboxInt(KeysLayout.value(KeysLayout.entry(keys, i))));
    }
    assertEquals(List.copyOf(model.values()), values, "insertion order");
  }

  private void randomOperations(long seed, int kinds, int range, int steps) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Object, Long> model = new LinkedHashMap<>();
    int root = test.ts.root(DictLayout.create(test.ts));
    int temporary = test.ts.root(Word.NONE);
    for (long step = 0; step < steps; step++) {
      long dict = test.ts.rootAt(root);
      Object wanted = model(random.nextInt(kinds), random.nextInt(range));
      long key = key(wanted);
      test.ts.setRoot(temporary, key);
      long value = Word.boxInt(step);
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> {
          Long old = model.put(wanted, step);
          long found = Dicts.put(test.ts, dict, key, value);
          assertEquals(old == null ? Word.EMPTY : Word.boxInt(old), found);
        }
        case 4, 5 -> {
          Long old = model.remove(wanted);
          long found = Dicts.remove(test.ts, dict, key);
          assertEquals(old == null ? Word.EMPTY : Word.boxInt(old), found);
        }
        case 6 -> {
          long old = model.computeIfAbsent(wanted, k -> Word.unboxInt(value));
          assertEquals(Word.boxInt(old), Dicts.setDefault(test.ts, dict, key, value));
        }
        default -> {
          Long there = model.get(wanted);
          long found = Dicts.get(test.ts, dict, key);
          assertEquals(there == null ? Word.EMPTY : Word.boxInt(there), found);
        }
      }
      if (step % 997 == 0) {
        checkAgainst(model, dict);
        checkAgainst(model, Dicts.copy(test.ts, dict));
      }
      test.ts.poll();
    }
    checkAgainst(model, test.ts.rootAt(root));
    Dicts.clear(test.ts, test.ts.rootAt(root));
    assertEquals(0, DictLayout.used(test.ts.rootAt(root)));
  }

  @Test
  void intKeysBehaveLikeTheModel() {
    randomOperations(1, 1, 2000, 60_000);
  }

  @Test
  void simpleKeysBehaveLikeTheModel() {
    randomOperations(2, 2, 300, 60_000);
  }

  @Test
  void allKeysBehaveLikeTheModel() {
    randomOperations(3, 3, 100, 60_000);
  }

  @Test
  void allKeysBehaveLikeTheModelUnderStress() {
    test.world.setStress(3);
    randomOperations(4, 3, 20, 4_000);
  }

  @Test
  void largeTablesWork() {
    long dict = DictLayout.create(test.ts);
    test.ts.root(dict);
    for (int i = 0; i < 200_000; i++) {
      Dicts.put(test.ts, dict, Word.boxInt(i * 7L), Word.boxInt(i));
      test.ts.poll();
    }
    for (int i = 0; i < 200_000; i++) {
      assertEquals(i, Word.unboxInt(Dicts.get(test.ts, dict, Word.boxInt(i * 7L))));
    }
    assertEquals(Word.EMPTY, Dicts.get(test.ts, dict, Word.boxInt(3)));
  }

  @Test
  void aVersionNamesOneSetOfKeys() {
    long dict = DictLayout.create(test.ts);
    long a = test.str("a");
    Dicts.put(test.ts, dict, a, Word.boxInt(1));
    int version = Dicts.keysVersion(test.ts, dict);
    assertNotEquals(0, version);
    assertEquals(version, Dicts.keysVersion(test.ts, dict));
    long keys = DictLayout.keys(dict);
    int index = Dicts.indexOfStr(test.ts, keys, a);
    Dicts.put(test.ts, dict, a, Word.boxInt(2));
    assertEquals(version, Dicts.keysVersion(test.ts, dict), "overwriting keeps the version");
    assertEquals(2, Word.unboxInt(KeysLayout.value(KeysLayout.entry(keys, index))));
    Dicts.put(test.ts, dict, test.str("b"), Word.boxInt(3));
    assertEquals(0, KeysLayout.version(DictLayout.keys(dict)));
    int second = Dicts.keysVersion(test.ts, dict);
    assertTrue(second > version);
    Dicts.remove(test.ts, dict, a);
    assertEquals(0, KeysLayout.version(DictLayout.keys(dict)));
    assertTrue(Dicts.keysVersion(test.ts, dict) > second);
  }

  @Test
  void aSlotNeverServesAnotherKey() {
    long dict = DictLayout.create(test.ts);
    long a = test.str("a");
    Dicts.put(test.ts, dict, a, Word.boxInt(1));
    long keys = DictLayout.keys(dict);
    long entry = KeysLayout.entry(keys, Dicts.indexOfStr(test.ts, keys, a));
    Dicts.remove(test.ts, dict, a);
    for (int i = 0; i < 100; i++) {
      Dicts.put(test.ts, dict, test.str("k" + i), Word.boxInt(i));
      assertEquals(Word.EMPTY, KeysLayout.key(entry));
      assertEquals(Word.EMPTY, KeysLayout.value(entry));
    }
    assertNotEquals(keys, DictLayout.keys(dict));
  }

  @Test
  void emptyDictsShareTheirKeys() {
    long first = DictLayout.create(test.ts);
    long second = DictLayout.create(test.ts);
    assertEquals(DictLayout.keys(first), DictLayout.keys(second));
    assertEquals(
        Dicts.keysVersion(test.ts, first), Dicts.keysVersion(test.ts, second), "and a version");
    Dicts.put(test.ts, first, Word.boxInt(1), Word.NONE);
    assertFalse(Dicts.contains(test.ts, second, Word.boxInt(1)));
    assertEquals(0, KeysLayout.version(DictLayout.keys(first)));
  }

  @Test
  void popItemTakesTheNewest() {
    long dict = DictLayout.create(test.ts);
    for (int i = 0; i < 10; i++) {
      Dicts.put(test.ts, dict, Word.boxInt(i), Word.boxInt((long) i * i));
    }
    Dicts.remove(test.ts, dict, Word.boxInt(9));
    test.ts.root(Word.NONE);
    test.ts.root(Word.NONE);
    long target = test.ts.rootAddress() - 16;
    for (int i = 8; i >= 0; i--) {
      assertTrue(Dicts.popItem(test.ts, dict, target, true));
      assertEquals(i, Word.unboxInt(Memory.getLong(target)));
      assertEquals((long) i * i, Word.unboxInt(Memory.getLong(target + 8)));
    }
    assertFalse(Dicts.popItem(test.ts, dict, target, true));
  }

  @Test
  void storageIsSmall() {
    long dict = DictLayout.create(test.ts);
    test.ts.root(dict);
    for (int i = 0; i < 1_000_000; i++) {
      Dicts.put(test.ts, dict, Word.boxInt(i), Word.boxInt(i));
      test.ts.poll();
    }
    test.heap.collector.collect(test.ts);
    assertTrue(test.heap.usedBytes() < 40_000_000, "used " + test.heap.usedBytes());
  }
}
