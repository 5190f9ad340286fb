package dev.taipan.stdlib.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ZoneFileTest {
  /** A file of two blocks with one type each. */
  private static byte[] file(int changes, String rule) {
    byte[] tail = rule.getBytes(StandardCharsets.ISO_8859_1);
    int[] counts = {0, 0, 0, changes, 1, 4};
    ByteBuffer bytes = ByteBuffer.allocate(2 * (44 + 10 + 9 * changes) + tail.length);
    for (int block = 0; block < 2; block++) {
      int start = bytes.position();
      bytes.put("TZif2".getBytes(StandardCharsets.ISO_8859_1)).position(start + 20);
      for (int count : counts) {
        bytes.putInt(count);
      }
      bytes.position(bytes.position() + 10 + changes * (block == 0 ? 5 : 9));
    }
    return Arrays.copyOf(bytes.put(tail).array(), bytes.position());
  }

  @Test
  void universalTimeHasItsName() {
    assertEquals("UTC", ZoneFile.universalName(file(0, "\nUTC0\n")));
    assertEquals("GMT", ZoneFile.universalName(file(0, "\nGMT0\n")));
  }

  @Test
  void anyOtherZoneIsNotKnown() {
    assertNull(ZoneFile.universalName(file(0, "\nEST5\n")));
    assertNull(ZoneFile.universalName(file(0, "\n<-10>10\n")));
    assertNull(ZoneFile.universalName(file(0, "\nGMT0BST,M3.5.0/1,M10.5.0\n")));
    assertNull(ZoneFile.universalName(file(1, "\nUTC0\n")));
    assertNull(ZoneFile.universalName(file(0, "")));
    assertNull(ZoneFile.universalName(new byte[0]));
    assertNull(ZoneFile.universalName("no zone at all".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aFileThatIsCutIsNotKnown() {
    byte[] whole = file(0, "\nUTC0\n");
    for (int length = 0; length < whole.length; length++) {
      assertNull(ZoneFile.universalName(Arrays.copyOf(whole, length)), "at " + length);
    }
  }
}
