package dev.taipan.optimizer.codemem;

import java.util.Map;
import java.util.TreeMap;

/**
 * The free parts of the code memory, by offset; neighbours are joined. First fit from low addresses
 * keeps code dense. Not thread-safe: {@link CodeMemory} holds its lock.
 */
final class FreeRanges {
  private final TreeMap<Long, Long> sizeByOffset = new TreeMap<>();

  FreeRanges(long bytes) {
    sizeByOffset.put(0L, bytes);
  }

  /** The offset of {@code bytes} taken out, or -1 if no range is that large. */
  long take(long bytes) {
    long offset = firstFit(bytes);
    if (offset >= 0) {
      long rest = sizeByOffset.remove(offset) - bytes;
      if (rest > 0) {
        sizeByOffset.put(offset + bytes, rest);
      }
    }
    return offset;
  }

  private long firstFit(long bytes) {
    for (Map.Entry<Long, Long> range : sizeByOffset.entrySet()) {
      if (range.getValue() >= bytes) {
        return range.getKey();
      }
    }
    return -1;
  }

  void give(long offset, long bytes) {
    long start = offset;
    long size = bytes;
    Map.Entry<Long, Long> below = sizeByOffset.floorEntry(offset);
    Map.Entry<Long, Long> above = sizeByOffset.ceilingEntry(offset);
    if (overlaps(below, above, offset, bytes)) {
      throw new IllegalStateException("block at " + offset + " is already free");
    }
    if (below != null && below.getKey() + below.getValue() == offset) {
      start = below.getKey();
      size += below.getValue();
    }
    if (above != null && above.getKey() == offset + bytes) {
      size += above.getValue();
      sizeByOffset.remove(above.getKey());
    }
    sizeByOffset.put(start, size);
  }

  private static boolean overlaps(
      Map.Entry<Long, Long> below, Map.Entry<Long, Long> above, long offset, long bytes) {
    return (below != null && below.getKey() + below.getValue() > offset)
        || (above != null && above.getKey() < offset + bytes);
  }

  int count() {
    return sizeByOffset.size();
  }
}
