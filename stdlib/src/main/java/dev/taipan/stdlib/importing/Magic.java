package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.Op;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The number that cached code begins with: a digest of the instruction set, so that code of another
 * set is never run.
 */
final class Magic {
  /** Changes when the compiler gives other code for the same source, or the format changes. */
  private static final int REVISION = 1;

  private static final byte[] NUMBER = make();

  private Magic() {}

  private static byte[] make() {
    // Not the other polynomial: its class fills tables when it is first used.
    CRC32 digest = new CRC32();
    digest.update(REVISION);
    for (int i = 0; i < Op.count(); i++) {
      String name = Op.name(i);
      if (name != null) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    long value = digest.getValue();
    return new byte[] {(byte) value, (byte) (value >> 8), '\r', '\n'};
  }

  static byte[] number() {
    return NUMBER.clone();
  }
}
