package dev.taipan.stdlib.map;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Constants;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The values of {@code mmap}. */
public final class MmapModule {
  private static final int SC_PAGESIZE = 30;

  private static final String NUMBERS =
      "ACCESS_COPY 3 ACCESS_DEFAULT 0 ACCESS_READ 1 ACCESS_WRITE 2 MADV_DODUMP 17"
          + " MADV_DOFORK 11 MADV_DONTDUMP 16 MADV_DONTFORK 10 MADV_DONTNEED 4 MADV_FREE 8"
          + " MADV_HUGEPAGE 14 MADV_HWPOISON 100 MADV_MERGEABLE 12 MADV_NOHUGEPAGE 15"
          + " MADV_NORMAL 0 MADV_RANDOM 1 MADV_REMOVE 9 MADV_SEQUENTIAL 2 MADV_UNMERGEABLE 13"
          + " MADV_WILLNEED 3 MAP_ANON 32 MAP_ANONYMOUS 32 MAP_DENYWRITE 2048"
          + " MAP_EXECUTABLE 4096 MAP_POPULATE 32768 MAP_PRIVATE 2 MAP_SHARED 1"
          + " MAP_STACK 131072 PROT_EXEC 4 PROT_READ 1 PROT_WRITE 2";

  private MmapModule() {}

  /** Puts constants and the type into the namespace. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, NUMBERS);
    long page = Word.boxInt(Libc.call(Fn.SYSCONF, SC_PAGESIZE));
    Dicts.set(ts, namespace, "PAGESIZE", page);
    Dicts.set(ts, namespace, "ALLOCATIONGRANULARITY", page);
    Dicts.set(ts, namespace, "error", ts.runtime().types().exception(Exc.OSError).cell());
    long type = StandardLibrary.type(ts, MmapTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "mmap", type);
  }
}
