package dev.taipan.vm.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SizeClassTest {
  @Test
  void everySizeGoesToTheLeastClassThatHoldsIt() {
    for (int bytes = 1; bytes <= SizeClass.MAX_SMALL; bytes++) {
      int found = SizeClass.of(bytes);
      assertTrue(SizeClass.bytes(found) >= bytes);
      assertTrue(found == 1 || SizeClass.bytes(found - 1) < bytes, "class of " + bytes);
      assertEquals(0, SizeClass.bytes(found) % SizeClass.GRANULE);
    }
  }

  @Test
  void theInlinePathAndTheTableAgree() {
    for (int bytes = 1; bytes <= SizeClass.MAX_LINEAR; bytes++) {
      assertEquals(((bytes + 15) & -16) / 16, SizeClass.of(bytes));
    }
  }
}
