package dev.taipan.stdlib.module;

import dev.taipan.stdlib.os.EnvironmentChanges;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.time.Instant;

/**
 * {@code time}: dates. The C library does the arithmetic, because programs may set the zone in any
 * form that it knows ({@code TZ} and {@code tzset}), and formats may hold what it knows.
 */
@BuiltinModule("time")
final class CalendarModule {
  private static final int EOVERFLOW = 75;
  private static final int LARGEST = 1 << 24;

  private CalendarModule() {}

  /** Seconds since the epoch; now for None. */
  private static long seconds(ThreadState ts, long word) {
    if (word == Word.NONE) {
      return Instant.now().getEpochSecond();
    }
    if (Floats.isFloat(ts, word)) {
      double value = Math.floor(Numbers.asDouble(ts, word));
      if (Double.isNaN(value)) {
        throw Errors.valueError(ts, "Invalid value NaN (not a number)");
      }
      if (value < -0x1p63 || value >= 0x1p63) {
        throw Errors.overflowError(ts, "timestamp out of range for platform time_t");
      }
      return (long) value;
    }
    long index = Numbers.index(ts, word);
    if (!Ints.fitsLong(index)) {
      throw Errors.overflowError(ts, "timestamp out of range for platform time_t");
    }
    return Ints.toLong(index);
  }

  /** Fills C's structure for a moment. */
  private static void split(ThreadState ts, Fn function, long seconds, long tm) {
    try (Scratch time = Scratch.of(8)) {
      Memory.putLong(time.address(), seconds);
      if (Libc.call(function, time.address(), tm) == 0) {
        throw OsErrors.of(ts, EOVERFLOW);
      }
    }
  }

  @Builtin("localtime(seconds=None, /)")
  static long localtime(ThreadState ts, long word) {
    long seconds = seconds(ts, word);
    try (Scratch tm = Scratch.of(BrokenDownTime.BYTES)) {
      split(ts, Fn.LOCALTIME_R, seconds, tm.address());
      return BrokenDownTime.toPython(ts, tm.address());
    }
  }

  @Builtin("gmtime(seconds=None, /)")
  static long gmtime(ThreadState ts, long word) {
    long seconds = seconds(ts, word);
    try (Scratch tm = Scratch.of(BrokenDownTime.BYTES)) {
      split(ts, Fn.GMTIME_R, seconds, tm.address());
      return BrokenDownTime.toPython(ts, tm.address());
    }
  }

  @Builtin("mktime(tuple, /)")
  static double mktime(ThreadState ts, long tuple) {
    try (Scratch tm = Scratch.of(BrokenDownTime.BYTES)) {
      BrokenDownTime.toC(ts, tuple, tm.address(), "mktime");
      BrokenDownTime.markUnset(tm.address());
      long seconds = Libc.call(Fn.MKTIME, tm.address());
      if (seconds == -1 && BrokenDownTime.isUnset(tm.address())) {
        throw Errors.overflowError(ts, "mktime argument out of range");
      }
      return seconds;
    }
  }

  @Builtin("asctime(tuple=, /)")
  static String asctime(ThreadState ts, long tuple) {
    try (Scratch tm = Scratch.of(BrokenDownTime.BYTES)) {
      if (tuple == Word.EMPTY) {
        split(ts, Fn.LOCALTIME_R, seconds(ts, Word.NONE), tm.address());
      } else {
        BrokenDownTime.toC(ts, tuple, tm.address(), "asctime");
        BrokenDownTime.check(ts, tm.address());
      }
      return BrokenDownTime.text(tm.address());
    }
  }

  @Builtin("ctime(seconds=None, /)")
  static String ctime(ThreadState ts, long word) {
    long seconds = seconds(ts, word);
    try (Scratch tm = Scratch.of(BrokenDownTime.BYTES)) {
      split(ts, Fn.LOCALTIME_R, seconds, tm.address());
      return BrokenDownTime.text(tm.address());
    }
  }

  @Builtin("strftime(format, tuple=, /)")
  static long strftime(ThreadState ts, long format, long tuple) {
    if (!Strs.isStr(ts, format)) {
      throw Errors.typeError(
          ts, "strftime() argument 1 must be str, not %s", ts.runtime().typeOf(format).name());
    }
    byte[] pattern = TextCodecs.encode(ts, format, TextCodecs.Codec.UTF_8, "surrogateescape");
    for (byte b : pattern) {
      if (b == 0) {
        throw Errors.valueError(ts, "embedded null character");
      }
    }
    try (Scratch tm = Scratch.of(BrokenDownTime.BYTES)) {
      long zone = Word.EMPTY;
      if (tuple == Word.EMPTY) {
        split(ts, Fn.LOCALTIME_R, seconds(ts, Word.NONE), tm.address());
      } else {
        BrokenDownTime.toC(ts, tuple, tm.address(), "strftime");
        BrokenDownTime.check(ts, tm.address());
        zone = BrokenDownTime.zone(ts, tuple, tm.address());
      }
      if (zone == Word.EMPTY) {
        return format(ts, pattern, tm.address());
      }
      try (Scratch name = Scratch.copy(Paths.bytes(ts, zone))) {
        BrokenDownTime.setZone(tm.address(), name.address());
        return format(ts, pattern, tm.address());
      }
    }
  }

  /** An empty result looks like too little room, so the room has a limit. */
  private static long format(ThreadState ts, byte[] pattern, long tm) {
    try (Scratch text = Scratch.copy(pattern)) {
      for (int room = 1024; ; room *= 2) {
        try (Scratch out = Scratch.of(room)) {
          long length = Libc.call(Fn.STRFTIME, out.address(), room, text.address(), tm);
          if (length > 0 || room >= 256L * pattern.length || room >= LARGEST) {
            return Paths.text(ts, out.bytes((int) length));
          }
        }
      }
    }
  }

  @Builtin("strptime(string, format='%a %b %d %H:%M:%S %Y', /)")
  static long strptime(ThreadState ts, long text, long format) {
    long module = Imports.module(ts, "_strptime");
    int mark = ts.rootMark();
    ts.root(module);
    try {
      long function = Attributes.get(ts, module, "_strptime_time");
      return format == Word.EMPTY
          ? Calls.call1(ts, function, text)
          : Calls.call2(ts, function, text, format);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("tzset()")
  static void tzset(ThreadState ts) {
    EnvironmentChanges.apply();
    Libc.call(Fn.TZSET);
    long time = Imports.module(ts, "time");
    try (RootScope roots = ts.roots()) {
      setZones(ts, roots.keep(Attributes.get(ts, time, "__dict__")));
    }
  }

  /** The zone's values, by what January and July say. */
  static void setZones(ThreadState ts, long namespace) {
    long year = 365 * 24 * 3600L + 6 * 3600L;
    long now = Instant.now().getEpochSecond() / year * year;
    try (Scratch january = Scratch.of(BrokenDownTime.BYTES);
        Scratch july = Scratch.of(BrokenDownTime.BYTES)) {
      split(ts, Fn.LOCALTIME_R, now, january.address());
      split(ts, Fn.LOCALTIME_R, now + year / 2, july.address());
      long winter = BrokenDownTime.offset(january.address());
      long summer = BrokenDownTime.offset(july.address());
      boolean north = winter <= summer;
      long standard = north ? january.address() : july.address();
      long other = north ? july.address() : january.address();
      Dicts.set(ts, namespace, "timezone", Word.boxInt(-Math.min(winter, summer)));
      Dicts.set(ts, namespace, "altzone", Word.boxInt(-Math.max(winter, summer)));
      Dicts.set(ts, namespace, "daylight", Word.boxInt(winter == summer ? 0 : 1));
      try (RootScope roots = ts.roots()) {
        long first = roots.keep(BrokenDownTime.zoneName(ts, standard));
        long second = BrokenDownTime.zoneName(ts, other);
        Dicts.set(ts, namespace, "tzname", Tuples.of(ts, first, second));
      }
    }
  }
}
