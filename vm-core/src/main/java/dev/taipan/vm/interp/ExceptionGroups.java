package dev.taipan.vm.interp;

import dev.taipan.vm.builtin.type.Groups;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The end of {@code try ... except*}: what is raised of what the clauses left or raised. */
final class ExceptionGroups {
  private ExceptionGroups() {}

  /**
   * One exception for a list of them and Nones, or None. Parts of the original that were not
   * handled or raised again are put together in its shape; what the clauses raised stands beside
   * that.
   */
  static long reraise(ThreadState ts, long original, long list) {
    int mark = ts.rootMark();
    try {
      long raised = Lists.create(ts, 0);
      ts.root(raised);
      long again = Lists.create(ts, 0);
      ts.root(again);
      boolean isGroup = Errors.isInstance(ts, original, Exc.BaseExceptionGroup);
      for (int i = 0; i < Lists.length(list); i++) {
        long item = Lists.get(ts, list, i);
        if (item != Word.NONE) {
          boolean part = isGroup && isSamePlace(ts, item, original);
          Lists.append(ts, part ? again : raised, item);
        }
      }
      if (Lists.length(again) > 0) {
        Lists.append(ts, raised, Groups.projection(ts, original, again));
      }
      return switch (Lists.length(raised)) {
        case 0 -> Word.NONE;
        case 1 -> Lists.get(ts, raised, 0);
        default -> {
          long group = ts.runtime().types().exception(Exc.BaseExceptionGroup).cell();
          yield Calls.call2(ts, group, ts.runtime().intern(ts, ""), raised);
        }
      };
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whether both are groups with the same traceback, cause and context. */
  private static boolean isSamePlace(ThreadState ts, long left, long right) {
    if (!Errors.isInstance(ts, left, Exc.BaseExceptionGroup)) {
      return false;
    }
    PyException a = Hosts.get(ts, left, PyException.class);
    PyException b = Hosts.get(ts, right, PyException.class);
    return a.traceback() == b.traceback() && a.cause() == b.cause() && a.context() == b.context();
  }
}
