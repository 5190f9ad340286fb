package dev.taipan.vm.interp;

import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The end of {@code try ... except*}: what is raised of what the clauses left or raised. */
final class ExceptionGroups {
  private ExceptionGroups() {}

  /** One exception for a list of them and Nones, or None. */
  static long reraise(ThreadState ts, long original, long list) {
    long kept = Lists.create(ts, 0);
    int mark = ts.rootMark();
    ts.root(kept);
    try {
      Iteration.forEach(
          ts,
          list,
          (thread, item) -> {
            if (item != Word.NONE) {
              Lists.append(thread, kept, item);
            }
            return true;
          });
      int count = Lists.length(kept);
      if (count == 0) {
        return Word.NONE;
      }
      if (count == 1) {
        return Memory.getLong(ListLayout.items(kept) + ListLayout.WORDS);
      }
      long group = ts.runtime().types().exception(Exc.BaseExceptionGroup).cell();
      return Calls.call2(ts, group, ts.runtime().intern(ts, ""), kept);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
