package dev.taipan.vm.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetsTest {
  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  private List<Object> order(long set) {
    List<Object> found = new ArrayList<>();
    long table = SetLayout.table(set);
    for (long i = Sets.nextEntry(table, 0); i >= 0; i = Sets.nextEntry(table, i + 1)) {
      long key = SetLayout.key(SetLayout.entry(table, i));
      found.add(Word.isInt(key) ? (Object) Word.unboxInt(key) : Strings.toJava(key));
    }
    return found;
  }

  @Test
  void orderIsThatOfTheReference() {
    long set = SetLayout.create(test.ts, Kind.SET.id, 0);
    long[] numbers = {5, 1, 100, 33, 7, 12, 64, 3, -7, 1000000, 1L << 40, 8, 9, 17};
    for (long number : numbers) {
      Sets.add(test.ts, set, Word.boxInt(number));
    }
    assertEquals(
        List.<Object>of(
            64L, 1L, 33L, 3L, 100L, 5L, 1000000L, 7L, 1099511627776L, 8L, 9L, 12L, 17L, -7L),
        order(set));
    Sets.remove(test.ts, set, Word.boxInt(33));
    Sets.remove(test.ts, set, Word.boxInt(1));
    for (long number : new long[] {65, 41, 2}) {
      Sets.add(test.ts, set, Word.boxInt(number));
    }
    assertEquals(
        List.<Object>of(
            64L, 65L, 3L, 100L, 5L, 1000000L, 7L, 1099511627776L, 8L, 9L, 41L, 12L, 2L, 17L, -7L),
        order(set));
  }

  @Test
  void orderOfWordsIsThatOfTheReferenceForSeedZero() {
    long set = SetLayout.create(test.ts, Kind.SET.id, 0);
    for (String word : List.of("the quick brown fox jumps over the lazy dog and runs".split(" "))) {
      Sets.add(test.ts, set, test.str(word));
    }
    assertEquals(
        List.<Object>of(
            "runs", "and", "brown", "fox", "the", "over", "quick", "jumps", "lazy", "dog"),
        order(set));
  }

  private void randomOperations(long seed, int kinds, int range, int steps) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Object> model = new HashSet<>();
    int root = test.ts.root(SetLayout.create(test.ts, Kind.SET.id, 0));
    int temporary = test.ts.root(Word.NONE);
    for (int step = 0; step < steps; step++) {
      long set = test.ts.rootAt(root);
      int number = random.nextInt(range);
      int kind = random.nextInt(kinds);
      Object wanted = kind == 0 ? (Object) number : kind == 1 ? "k" + number : List.of(number);
      long key =
          kind == 0
              ? Word.boxInt(number)
              : kind == 1 ? test.str("k" + number) : TupleLayout.of(test.ts, Word.boxInt(number));
      test.ts.setRoot(temporary, key);
      switch (random.nextInt(4)) {
        case 0, 1 -> assertEquals(model.add(wanted), Sets.add(test.ts, set, key));
        case 2 -> assertEquals(model.remove(wanted), Sets.remove(test.ts, set, key) != Word.EMPTY);
        default -> assertEquals(model.contains(wanted), Sets.contains(test.ts, set, key));
      }
      assertEquals(model.size(), SetLayout.used(set));
      test.ts.poll();
    }
    long copy = Sets.copy(test.ts, test.ts.rootAt(root), Kind.FROZENSET.id, 0);
    assertEquals(model.size(), SetLayout.used(copy));
    int popped = 0;
    while (Sets.pop(test.ts, test.ts.rootAt(root)) != Word.EMPTY) {
      popped++;
    }
    assertEquals(model.size(), popped);
    assertNotEquals(0, popped);
  }

  @Test
  void simpleKeysBehaveLikeTheModel() {
    randomOperations(1, 2, 2000, 60_000);
  }

  @Test
  void allKeysBehaveLikeTheModel() {
    randomOperations(2, 3, 200, 60_000);
  }

  @Test
  void allKeysBehaveLikeTheModelUnderStress() {
    test.world.setStress(3);
    randomOperations(3, 3, 20, 4_000);
  }
}
