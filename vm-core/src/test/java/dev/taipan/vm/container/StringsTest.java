package dev.taipan.vm.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.heap.SipHash;
import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.StrLayout;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StringsTest {
  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void javaStringsComeBackTheSame() {
    String[] texts = {
      "", "a", "plain ascii", "caf\u00e9", "\u20ac uro", "\ud83d\ude00 x", "\ud800", "\udc00\ud800"
    };
    int[] widths = {1, 1, 1, 1, 2, 4, 2, 2};
    for (int i = 0; i < texts.length; i++) {
      long str = test.str(texts[i]);
      assertEquals(texts[i], Strings.toJava(str));
      assertEquals(widths[i], StrLayout.width(str), texts[i]);
      assertEquals(texts[i].codePointCount(0, texts[i].length()), StrLayout.length(str));
    }
    assertTrue(StrLayout.isAscii(test.str("abc")));
    assertFalse(StrLayout.isAscii(test.str("caf\u00e9")));
  }

  @Test
  void hashesAreThoseOfTheReferenceForAFixedSeed() {
    Object[][] expected = {
      {"abc", -4594863902769663758L},
      {"a", 4644417185603328019L},
      {"hello world", -5642461784034726774L},
      {"\u20ac uro", -3923655949318862083L},
      {"\ud83d\ude00", -3536540696076613844L},
      {"abcdefgh", 4574395652268504554L},
      {"", 0L},
    };
    for (Object[] row : expected) {
      assertEquals(row[1], Strings.hash(test.ts, test.str((String) row[0])), (String) row[0]);
    }
    test.heap.setStringHash(SipHash.ofSeed(42));
    assertEquals(3869580338025362921L, Strings.hash(test.ts, test.str("abc")));
  }

  @Test
  void partsFindTheirNarrowestWidth() {
    long text = test.str("ab\u20accd");
    long part = Strings.substring(test.ts, text, 3, 5);
    assertEquals("cd", Strings.toJava(part));
    assertEquals(1, StrLayout.width(part));
    assertTrue(StrLayout.isAscii(part));
    assertTrue(Strings.equal(part, test.str("cd")));
    assertEquals("b\u20ac", Strings.toJava(Strings.substring(test.ts, text, 1, 3)));
  }

  @Test
  void orderIsByCodePoint() {
    assertTrue(Strings.compare(test.str("\uffff"), test.str("\ud83d\ude00")) < 0);
    assertTrue(Strings.compare(test.str("ab"), test.str("abc")) < 0);
    assertEquals(0, Strings.compare(test.str("ab"), test.str("ab")));
  }

  @Test
  void sumsMatchJavasForAnySharing() {
    SplittableRandom random = new SplittableRandom(3);
    String[] parts = {"x", "0123456789".repeat(9), "\u00e9", "\u20ac", "\ud83d\ude00", ""};
    long[] words = new long[40];
    String[] texts = new String[40];
    for (int i = 0; i < words.length; i++) {
      texts[i] = parts[random.nextInt(parts.length)];
      words[i] = test.str(texts[i]);
    }
    for (int i = 0; i < 5_000; i++) {
      int left = random.nextInt(words.length);
      int right = random.nextInt(words.length);
      int target = random.nextInt(words.length);
      if (texts[left].length() + texts[right].length() > 3000) {
        texts[target] = parts[random.nextInt(parts.length)];
        words[target] = test.str(texts[target]);
        continue;
      }
      String sum = texts[left] + texts[right];
      words[target] = Strings.concat(test.ts, words[left], words[right]);
      texts[target] = sum;
      assertEquals(sum, Strings.toJava(words[target]));
    }
    for (int i = 0; i < words.length; i++) {
      assertEquals(texts[i], Strings.toJava(words[i]));
      assertTrue(Strings.equal(words[i], test.str(texts[i])));
    }
  }

  @Test
  void appendingInALoopIsLinear() {
    long part = test.str("0123456789");
    long sum = test.str("");
    for (int i = 0; i < 20_000; i++) {
      sum = Strings.concat(test.ts, sum, part);
    }
    assertEquals(200_000, StrLayout.length(sum));
    assertTrue(test.heap.allocatedInAll() < 8L << 20, "copied " + test.heap.allocatedInAll());
  }

  @Test
  void oneCellForEachInternedContent() {
    InternTable table = new InternTable();
    long first = table.intern(test.ts, "name");
    assertEquals(first, table.intern(test.ts, test.str("name")));
    assertNotEquals(first, table.intern(test.ts, "other"));
    for (int i = 0; i < 3000; i++) {
      table.intern(test.ts, "name " + i);
    }
    assertEquals(3002, table.size());
    assertEquals(first, table.intern(test.ts, "name"));
    assertTrue(StrLayout.isInterned(first));
  }
}
