package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The values of {@code posix}. */
public final class PosixFill {
  static final StructSequence STAT =
      new StructSequence(
          "os",
          "stat_result",
          "st_mode",
          "st_ino",
          "st_dev",
          "st_nlink",
          "st_uid",
          "st_gid",
          "st_size",
          "st_atime",
          "st_mtime",
          "st_ctime");

  private static final StructSequence TERMINAL_SIZE =
      new StructSequence("os", "terminal_size", "columns", "lines");

  private static final StructSequence STATVFS =
      new StructSequence("os", "statvfs_result", "f_bsize", "f_frsize", "f_blocks");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("F_OK", 0),
          Map.entry("R_OK", 4),
          Map.entry("W_OK", 2),
          Map.entry("X_OK", 1),
          Map.entry("O_RDONLY", 0),
          Map.entry("O_WRONLY", 1),
          Map.entry("O_RDWR", 2),
          Map.entry("O_CREAT", 0x40),
          Map.entry("O_EXCL", 0x80),
          Map.entry("O_TRUNC", 0x200),
          Map.entry("O_APPEND", 0x400),
          Map.entry("O_NONBLOCK", 0x800),
          Map.entry("O_CLOEXEC", 0x80000),
          Map.entry("EX_OK", 0),
          Map.entry("WNOHANG", 1));

  private PosixFill() {}

  /** Puts constants, the environment and types into the namespace. */
  public static void fill(ThreadState ts, long namespace) {
    NUMBERS.forEach((name, value) -> Dicts.set(ts, namespace, name, Word.boxInt(value)));
    long environ = Dicts.create(ts);
    System.getenv()
        .forEach((name, value) -> Dicts.set(ts, environ, bytes(ts, name), bytes(ts, value)));
    Dicts.set(ts, namespace, "environ", environ);
    Dicts.set(ts, namespace, "_have_functions", Lists.create(ts, 0));
    Dicts.set(ts, namespace, "error", ts.runtime().types().exception(Exc.OSError).cell());
    Dicts.set(ts, namespace, "stat_result", StandardLibrary.type(ts, STAT).cell());
    Dicts.set(ts, namespace, "terminal_size", StandardLibrary.type(ts, TERMINAL_SIZE).cell());
    Dicts.set(ts, namespace, "statvfs_result", StandardLibrary.type(ts, STATVFS).cell());
  }

  private static long bytes(ThreadState ts, String text) {
    return ByteStrings.of(ts, text.getBytes(StandardCharsets.UTF_8));
  }
}
