package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Years, months, days: Python's {@code struct_time} and C's {@code struct tm}.
 *
 * <pre>
 * struct tm: 9 ints: +0 second  +4 minute  +8 hour  +12 day  +16 month from 0  +20 year - 1900
 *            +24 weekday from Sunday  +28 day of the year from 0  +32 daylight saving
 *            +40 seconds east of Greenwich  +48 name of the zone (pointer)
 * </pre>
 */
final class BrokenDownTime {
  static final int BYTES = 56;
  private static final int DAY = 12;
  private static final int MONTH = 16;
  private static final int YEAR = 20;
  private static final int WEEKDAY = 24;
  private static final int YEARDAY = 28;
  private static final int DAYLIGHT = 32;
  private static final int OFFSET = 40;
  private static final int ZONE = 48;

  static final StructSequence TYPE =
      new StructSequence(
          "time",
          "struct_time",
          new String[] {"tm_zone", "tm_gmtoff"},
          "tm_year",
          "tm_mon",
          "tm_mday",
          "tm_hour",
          "tm_min",
          "tm_sec",
          "tm_wday",
          "tm_yday",
          "tm_isdst");

  private BrokenDownTime() {}

  /** As Python has it. */
  static long toPython(ThreadState ts, long tm) {
    try (RootScope roots = ts.roots()) {
      return toPython(ts, tm, roots.keep(zoneName(ts, tm)));
    }
  }

  private static long toPython(ThreadState ts, long tm, long zone) {
    return TYPE.create(
        ts,
        Ints.of(ts, Memory.getInt(tm + YEAR) + 1900L),
        Word.boxInt(Memory.getInt(tm + MONTH) + 1),
        Word.boxInt(Memory.getInt(tm + DAY)),
        Word.boxInt(Memory.getInt(tm + 8)),
        Word.boxInt(Memory.getInt(tm + 4)),
        Word.boxInt(Memory.getInt(tm)),
        Word.boxInt((Memory.getInt(tm + WEEKDAY) + 6) % 7),
        Word.boxInt(Memory.getInt(tm + YEARDAY) + 1),
        Word.boxInt(Memory.getInt(tm + DAYLIGHT)),
        zone,
        Ints.of(ts, Memory.getLong(tm + OFFSET)));
  }

  /** As C has it; the zone's name stays in memory that the caller owns. */
  static void toC(ThreadState ts, long tuple, long tm, String function) {
    if (!Tuples.isTuple(ts, tuple)) {
      throw Errors.typeError(ts, "Tuple or struct_time argument required");
    }
    if (Tuples.length(tuple) != 9) {
      throw Errors.typeError(ts, "%s(): illegal time tuple argument", function);
    }
    int[] n = new int[9];
    for (int i = 0; i < n.length; i++) {
      n[i] = Numbers.asJavaInt(ts, Tuples.get(tuple, i));
    }
    if (n[0] < Integer.MIN_VALUE + 1900) {
      throw Errors.overflowError(ts, "year out of range");
    }
    Memory.putInt(tm + YEAR, n[0] - 1900);
    Memory.putInt(tm + MONTH, n[1] - 1);
    Memory.putInt(tm + DAY, n[2]);
    Memory.putInt(tm + 8, n[3]);
    Memory.putInt(tm + 4, n[4]);
    Memory.putInt(tm, n[5]);
    Memory.putInt(tm + WEEKDAY, (n[6] + 1) % 7);
    Memory.putInt(tm + YEARDAY, n[7] - 1);
    Memory.putInt(tm + DAYLIGHT, n[8]);
  }

  /** The zone's name of a {@code struct_time}, EMPTY if it has none; its offset goes into C's. */
  static long zone(ThreadState ts, long tuple, long tm) {
    if (!StandardLibrary.type(ts, TYPE).equals(ts.runtime().typeOf(tuple))) {
      return Word.EMPTY;
    }
    long offset = Attributes.find(ts, tuple, "tm_gmtoff");
    if (offset != Word.EMPTY && Ints.isInt(ts, offset)) {
      Memory.putLong(tm + OFFSET, Numbers.asJavaLong(ts, offset));
    }
    long zone = Attributes.find(ts, tuple, "tm_zone");
    return zone != Word.EMPTY && Strs.isStr(ts, zone) ? zone : Word.EMPTY;
  }

  static long offset(long tm) {
    return Memory.getLong(tm + OFFSET);
  }

  static long zoneName(ThreadState ts, long tm) {
    return Paths.text(ts, Libc.cBytes(Memory.getLong(tm + ZONE)));
  }

  static void setZone(long tm, long name) {
    Memory.putLong(tm + ZONE, name);
  }

  /** Refuses what strftime and asctime cannot show; 0 counts as 1 for month, day, day of year. */
  static void check(ThreadState ts, long tm) {
    normalize(tm + MONTH, -1, 0);
    range(ts, tm + MONTH, 0, 11, "month");
    normalize(tm + DAY, 0, 1);
    range(ts, tm + DAY, 1, 31, "day of month");
    range(ts, tm + 8, 0, 23, "hour");
    range(ts, tm + 4, 0, 59, "minute");
    range(ts, tm, 0, 61, "seconds");
    range(ts, tm + WEEKDAY, 0, 6, "day of week");
    normalize(tm + YEARDAY, -1, 0);
    range(ts, tm + YEARDAY, 0, 365, "day of year");
    Memory.putInt(tm + DAYLIGHT, Integer.signum(Memory.getInt(tm + DAYLIGHT)));
  }

  private static void normalize(long at, int from, int to) {
    if (Memory.getInt(at) == from) {
      Memory.putInt(at, to);
    }
  }

  private static void range(ThreadState ts, long at, int low, int high, String what) {
    int value = Memory.getInt(at);
    if (value < low || value > high) {
      throw Errors.valueError(ts, "%s out of range", what);
    }
  }

  /** {@code Sun Jun 20 23:21:05 1993}. */
  static String text(long tm) {
    String[] days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    String[] months = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    return "%s %s%3d %02d:%02d:%02d %d"
        .formatted(
            days[Memory.getInt(tm + WEEKDAY)],
            months[Memory.getInt(tm + MONTH)],
            Memory.getInt(tm + DAY),
            Memory.getInt(tm + 8),
            Memory.getInt(tm + 4),
            Memory.getInt(tm),
            1900L + Memory.getInt(tm + YEAR));
  }

  /** A mark that mktime leaves alone only if it fails. */
  static void markUnset(long tm) {
    Memory.putInt(tm + WEEKDAY, -1);
  }

  static boolean isUnset(long tm) {
    return Memory.getInt(tm + WEEKDAY) == -1;
  }
}
