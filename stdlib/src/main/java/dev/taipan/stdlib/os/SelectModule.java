package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** {@code select}. */
@BuiltinModule("select")
public final class SelectModule {
  private static final int[] WANTED = {0x1, 0x4, 0x2};

  /** What counts as ready for reading, writing, exceptions: ends and errors too. */
  private static final int[] READY = {0x19, 0x1C, 0x2};

  private static final int INVALID = 0x20;

  private SelectModule() {}

  /** The constants and types. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(
        ts,
        namespace,
        "POLLIN 1 POLLPRI 2 POLLOUT 4 POLLERR 8 POLLHUP 16 POLLNVAL 32 POLLRDNORM 64 POLLRDBAND 128"
            + " POLLWRNORM 256 POLLWRBAND 512 POLLMSG 1024 POLLRDHUP 8192 PIPE_BUF 4096 EPOLLIN 1"
            + " EPOLLPRI 2 EPOLLOUT 4 EPOLLERR 8 EPOLLHUP 16 EPOLLRDNORM 64 EPOLLRDBAND 128"
            + " EPOLLWRNORM 256 EPOLLWRBAND 512 EPOLLMSG 1024 EPOLLRDHUP 8192"
            + " EPOLLEXCLUSIVE 268435456 EPOLLWAKEUP 536870912 EPOLLONESHOT 1073741824"
            + " EPOLLET 2147483648 EPOLL_CLOEXEC 524288");
    Dicts.set(ts, namespace, "error", ts.runtime().types().exception(Exc.OSError).cell());
    Dicts.set(ts, namespace, "epoll", StandardLibrary.type(ts, EpollTypeTable.TABLE).cell());
  }

  @Builtin("poll()")
  static long poll(ThreadState ts) {
    return PollType.create(ts);
  }

  @Builtin("select(rlist, wlist, xlist, timeout=None, /)")
  static long select(ThreadState ts, long reads, long writes, long others, long timeout) {
    long millis = -1;
    if (timeout != Word.NONE) {
      double seconds;
      if (!Numbers.hasIndex(ts, timeout) && !dev.taipan.vm.object.Floats.isFloat(ts, timeout)) {
        throw Errors.typeError(ts, "timeout must be a float or None");
      }
      seconds = Numbers.asDouble(ts, timeout);
      if (seconds < 0) {
        throw Errors.valueError(ts, "timeout must be non-negative");
      }
      millis = (long) Math.ceil(seconds * 1000);
    }
    int mark = ts.rootMark();
    try {
      long[] sets = new long[3];
      long[] given = {reads, writes, others};
      List<Polling.Watch> watches = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        if (!Iteration.isIterable(ts, given[k])) {
          throw Errors.typeError(ts, "arguments 1-3 must be sequences");
        }
        // A list may change while its objects are asked for their descriptors.
        boolean list = Lists.isList(ts, given[k]);
        long items = list ? given[k] : Iteration.toTuple(ts, given[k]);
        ts.root(items);
        long seen = Lists.create(ts, 8);
        ts.root(seen);
        int i = 0;
        for (long item = Sequences.at(ts, items, 0);
            item != Word.EMPTY;
            item = Sequences.at(ts, items, ++i)) {
          Lists.append(ts, seen, item);
          watches.add(new Polling.Watch(Descriptors.of(ts, item), WANTED[k]));
        }
        sets[k] = Lists.toTuple(ts, seen);
        ts.root(sets[k]);
      }
      return answer(ts, sets, Polling.poll(ts, watches, millis));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long answer(ThreadState ts, long[] sets, int[] events) {
    long[] lists = new long[3];
    int at = 0;
    for (int k = 0; k < 3; k++) {
      lists[k] = Lists.create(ts, 4);
      for (int i = 0; i < Tuples.length(sets[k]); i++, at++) {
        if ((events[at] & INVALID) != 0) {
          throw OsErrors.of(ts, OsErrors.EBADF);
        }
        if ((events[at] & READY[k]) != 0) {
          Lists.append(ts, lists[k], Tuples.get(sets[k], i));
        }
      }
    }
    return Tuples.of(ts, lists);
  }
}
