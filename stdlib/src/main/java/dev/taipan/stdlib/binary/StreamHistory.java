package dev.taipan.stdlib.binary;

import java.util.ArrayList;
import java.util.List;

/**
 * What a stream was given so far. The JDK's streams cannot be copied, so a copy is a new one that
 * is given the same again; a stream that was given very much forgets and has no copy.
 */
final class StreamHistory {
  /** Above this a copy would cost more than a program expects. */
  private static final long MOST = 16 << 20;

  /** A call: its bytes, and the mode or limit that came with them. */
  record Step(ByteArray bytes, int number) {}

  /** Bytes as a component of a record: never compared. */
  static final class ByteArray {
    private final byte[] bytes;

    ByteArray(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] get() {
      return bytes;
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private long size;

  void add(byte[] bytes, int number) {
    size += bytes.length + 16L;
    if (isForgotten()) {
      steps.clear();
    } else {
      steps.add(new Step(new ByteArray(bytes), number));
    }
  }

  boolean isForgotten() {
    return size > MOST;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}
