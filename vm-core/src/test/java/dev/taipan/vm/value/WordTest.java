package dev.taipan.vm.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordTest {
  @Test
  void smallIntsKeepTheirValueAndAreNothingElse() {
    long[] values = {0, 1, -1, Word.MAX_INT, Word.MIN_INT, 42, -1234567890123L};
    for (long value : values) {
      long word = Word.boxInt(value);
      assertTrue(Word.isInt(word));
      assertEquals(value, Word.unboxInt(word));
      assertFalse(Word.isDouble(word));
      assertFalse(Word.isCell(word));
      assertFalse(Word.isBool(word));
      assertTrue(word < 0 && word >= -(1L << 49), "an int word as a signed number");
    }
  }

  @Test
  void whatFitsIsExactlyFortyNineBits() {
    assertTrue(Word.fitsInt(Word.MAX_INT));
    assertTrue(Word.fitsInt(Word.MIN_INT));
    assertFalse(Word.fitsInt(Word.MAX_INT + 1));
    assertFalse(Word.fitsInt(Word.MIN_INT - 1));
    assertFalse(Word.fitsInt(Long.MIN_VALUE));
  }

  @Test
  void twoIntsAreTestedAtOnce() {
    long one = Word.boxInt(1);
    assertTrue(Word.areInts(one, Word.boxInt(-1)));
    assertFalse(Word.areInts(one, Word.boxDouble(1)));
    assertFalse(Word.areInts(Word.NONE, one));
    assertFalse(Word.areInts(Word.boxDouble(-0.0), Word.boxDouble(Double.NaN)));
  }

  @Test
  void doublesKeepTheirBits() {
    double[] values = {
      0.0,
      -0.0,
      1.5,
      -1.5,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (double value : values) {
      long word = Word.boxDouble(value);
      assertTrue(Word.isDouble(word));
      assertFalse(Word.isInt(word));
      assertFalse(Word.isCell(word));
      assertEquals(
          Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(Word.unboxDouble(word)));
    }
  }

  @Test
  void noNanForgesAPointer() {
    SplittableRandom random = new SplittableRandom(7);
    for (int top = 0; top < 1 << 16; top++) {
      for (int i = 0; i < 3; i++) {
        long low = i == 0 ? 0 : i == 1 ? 0xFFFF_FFFF_FFFFL : random.nextLong() >>> 16;
        long bits = (long) top << 48 | low;
        long word = Word.boxDouble(Double.longBitsToDouble(bits));
        assertTrue(Word.isDouble(word), () -> Long.toHexString(bits));
        double back = Word.unboxDouble(word);
        assertEquals(Double.isNaN(Double.longBitsToDouble(bits)), Double.isNaN(back));
        assertEquals(bits < 0, Double.doubleToRawLongBits(back) < 0);
      }
    }
  }

  @Test
  void singletonsAreOnlyThemselves() {
    long[] singletons = {Word.NONE, Word.FALSE, Word.TRUE, Word.NOT_IMPLEMENTED, Word.ELLIPSIS};
    for (long word : singletons) {
      assertTrue(Word.isWellFormed(word));
      assertFalse(Word.isInt(word) || Word.isDouble(word) || Word.isCell(word));
      assertEquals(word == Word.TRUE || word == Word.FALSE, Word.isBool(word));
    }
    assertFalse(Word.isWellFormed(Word.POISON));
    assertFalse(Word.isWellFormed(0x1234));
  }
}
