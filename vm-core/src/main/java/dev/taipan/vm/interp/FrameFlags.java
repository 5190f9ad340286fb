package dev.taipan.vm.interp;

/**
 * The flags word of a frame: what returning from it means.
 *
 * <pre>
 *   |63  bytes to add to the caller's pc on return  32|31  line  8|7  kind  0|
 * </pre>
 *
 * The line is that of the instruction that started the last one, while LINE events are on: 0 if
 * none did, {@link #NOWHERE} in instructions that belong to no line.
 *
 * <p>The caller's pc stays at the calling instruction while the callee runs, so a traceback needs
 * no second look; a return finds in its own frame how far to go on.
 */
public final class FrameFlags {
  /** The bits that make a return leave the fast path. */
  public static final long KIND = 0xFF;

  /** Java entered this frame; returning from it ends the loop's activation. */
  public static final long ENTRY = 1;

  /** The frame lies in a generator. */
  public static final long GENERATOR = 2;

  /** An {@code __init__} whose caller gets the instance, kept in the caller's next stack slot. */
  public static final long INIT = 4;

  /** A frame object refers to this frame. */
  public static final long OBSERVED = 8;

  private static final int RETURN_SHIFT = 32;
  private static final int LINE_SHIFT = 8;
  private static final long LINE_MASK = 0xFFFFFF;

  /** What a generator's frame keeps while it is suspended. */
  static final long KEPT = OBSERVED | LINE_MASK << LINE_SHIFT;

  /** In place of a line: instructions that belong to none. */
  private static final long NOWHERE = LINE_MASK;

  /** A call by CALL, which is two words long. */
  public static final long CALL = 16L << RETURN_SHIFT;

  private FrameFlags() {}

  /** A frame that was pushed by an instruction of {@code words} words. */
  public static long pushedBy(int words) {
    return (8L * words) << RETURN_SHIFT;
  }

  /** The flags with another line; below 0 for none. */
  public static long withLine(long flags, int line) {
    long field = line < 0 ? NOWHERE : line & LINE_MASK;
    return flags & ~(LINE_MASK << LINE_SHIFT) | field << LINE_SHIFT;
  }

  static boolean isOnLine(long flags, int line) {
    return (flags >>> LINE_SHIFT & LINE_MASK) == (line & LINE_MASK);
  }

  static long returnBytes(long flags) {
    return flags >>> RETURN_SHIFT;
  }
}
