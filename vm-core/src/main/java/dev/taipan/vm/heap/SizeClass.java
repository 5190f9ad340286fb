package dev.taipan.vm.heap;

/**
 * Sizes of small cells and owned blocks: multiples of 16 up to 512, then four steps to each
 * doubling up to 16 KB. Cells and owned blocks are never in the same block of memory: class numbers
 * from {@link #RAW} on are those of owned blocks, so that a walk over all cells meets cells only.
 */
public final class SizeClass {
  /** Largest size whose class is {@code size / 16}. */
  public static final int MAX_LINEAR = 512;

  public static final int MAX_SMALL = 16 * 1024;
  public static final int GRANULE = 16;

  private static final int LINEAR_CLASSES = MAX_LINEAR / GRANULE;

  /** Number of sizes; class 0 is unused. */
  public static final int SIZES = LINEAR_CLASSES + 1 + 20;

  /** Added to the class of a size for owned blocks. */
  public static final int RAW = SIZES;

  /** Number of classes. */
  public static final int COUNT = 2 * SIZES;

  private static final int[] BYTES = new int[COUNT];

  static {
    for (int i = 0; i < SIZES; i++) {
      BYTES[i] = i <= LINEAR_CLASSES ? i * GRANULE : geometric(i - LINEAR_CLASSES - 1);
      BYTES[RAW + i] = BYTES[i];
    }
    assert BYTES[SIZES - 1] == MAX_SMALL;
  }

  private SizeClass() {}

  private static int geometric(int step) {
    return (5 + (step & 3)) << (7 + (step >> 2));
  }

  /** The class of a size that is at most {@link #MAX_SMALL}. */
  public static int of(int bytes) {
    if (bytes <= MAX_LINEAR) {
      return (bytes + GRANULE - 1) / GRANULE;
    }
    int last = bytes - 1;
    int exponent = 31 - Integer.numberOfLeadingZeros(last);
    return LINEAR_CLASSES + 1 + ((exponent - 9) << 2) + ((last >> (exponent - 2)) & 3);
  }

  /** Bytes of a cell of a class. */
  public static int bytes(int sizeClass) {
    return BYTES[sizeClass];
  }

  static boolean isRaw(int sizeClass) {
    return sizeClass >= RAW;
  }
}
