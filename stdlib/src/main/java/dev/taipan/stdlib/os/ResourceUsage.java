package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * What a process has used.
 *
 * <pre>
 * struct rusage: +0 user seconds, microseconds  +16 system seconds, microseconds  +32 14 counts
 * </pre>
 */
final class ResourceUsage {
  static final int BYTES = 144;
  private static final int COUNTS = 32;

  static final StructSequence TYPE =
      new StructSequence(
          "resource",
          "struct_rusage",
          "ru_utime",
          "ru_stime",
          "ru_maxrss",
          "ru_ixrss",
          "ru_idrss",
          "ru_isrss",
          "ru_minflt",
          "ru_majflt",
          "ru_nswap",
          "ru_inblock",
          "ru_oublock",
          "ru_msgsnd",
          "ru_msgrcv",
          "ru_nsignals",
          "ru_nvcsw",
          "ru_nivcsw");

  private ResourceUsage() {}

  static long read(ThreadState ts, long at) {
    long[] fields = new long[16];
    fields[0] = time(at);
    fields[1] = time(at + 16);
    for (int i = 2; i < fields.length; i++) {
      fields[i] = Ints.of(ts, Memory.getLong(at + COUNTS + 8L * (i - 2)));
    }
    return TYPE.create(ts, fields);
  }

  private static long time(long at) {
    return Word.boxDouble(Memory.getLong(at) + Memory.getLong(at + 8) * 1e-6);
  }
}
