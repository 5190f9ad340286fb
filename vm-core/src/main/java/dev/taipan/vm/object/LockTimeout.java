package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The {@code timeout} argument of what acquires locks. */
public final class LockTimeout {
  /** {@code _thread.TIMEOUT_MAX}. */
  public static final double MAX = 9223372036.0;

  private LockTimeout() {}

  /** Seconds, or -1 for ever. */
  public static double seconds(ThreadState ts, boolean blocking, long timeout) {
    if (timeout == Word.EMPTY || timeout == Word.boxInt(-1)) {
      return -1;
    }
    boolean isFloat = Floats.isFloat(ts, timeout);
    double seconds =
        isFloat ? Floats.value(ts, timeout) : Numbers.intToDouble(ts, Numbers.index(ts, timeout));
    if (Double.isNaN(seconds)) {
      throw Errors.valueError(ts, "Invalid value NaN (not a number)");
    }
    if (!blocking && seconds != -1) {
      throw Errors.valueError(ts, "can't specify a timeout for a non-blocking call");
    }
    if (seconds < 0 && seconds != -1) {
      throw Errors.valueError(ts, "timeout value must be positive");
    }
    if (Math.abs(seconds) >= 0x1p63) {
      throw Errors.overflowError(ts, "timestamp out of range for platform time_t");
    }
    if (seconds > MAX) {
      throw Errors.overflowError(ts, "timeout value is too large");
    }
    return seconds;
  }
}
