package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code select.epoll}.
 *
 * <pre>
 * struct epoll_event: +0 events, then the data: at +4 on x86 (packed), at +8 elsewhere
 * </pre>
 */
@BuiltinType(name = "epoll", module = "select", subclassable = false)
final class EpollType extends HostObject {
  private static final int DATA = System.getProperty("os.arch", "").equals("amd64") ? 4 : 8;
  private static final int EVENT_BYTES = DATA + 8;
  private static final int CLOEXEC = 0x80000;
  private static final int ADD = 1;
  private static final int DELETE = 2;
  private static final int MODIFY = 3;
  private static final int STEP_MILLIS = 50;

  private final AtomicInteger fd;

  private EpollType(int fd) {
    this.fd = new AtomicInteger(fd);
  }

  private int fd(ThreadState ts) {
    int known = fd.get();
    if (known < 0) {
      throw Errors.valueError(ts, "I/O operation on closed epoll object");
    }
    return known;
  }

  @Builtin(value = "__new__(cls, sizehint=-1, flags=0)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, int size, int flags) {
    if (size == 0 || size < -1) {
      throw Errors.valueError(ts, "negative sizehint");
    }
    int made = (int) OsErrors.check(ts, Libc.call(Fn.EPOLL_CREATE1, CLOEXEC));
    return Hosts.create(ts, Classes.of(ts, cls), new EpollType(made));
  }

  private void control(ThreadState ts, int operation, long file, long events) {
    int target = Descriptors.of(ts, file);
    try (Scratch event = Scratch.of(EVENT_BYTES)) {
      Memory.putInt(event.address(), (int) events);
      Memory.putInt(event.address() + DATA, target);
      OsErrors.check(ts, Libc.call(Fn.EPOLL_CTL, fd(ts), operation, target, event.address()));
    }
  }

  @Builtin("register(self, fd, eventmask=)")
  static void register(ThreadState ts, EpollType self, long file, long events) {
    self.control(ts, ADD, file, events == Word.EMPTY ? 7 : Numbers.asJavaLong(ts, events));
  }

  @Builtin("modify(self, fd, eventmask)")
  static void modify(ThreadState ts, EpollType self, long file, long events) {
    self.control(ts, MODIFY, file, Numbers.asJavaLong(ts, events));
  }

  @Builtin("unregister(self, fd)")
  static void unregister(ThreadState ts, EpollType self, long file) {
    self.control(ts, DELETE, file, 0);
  }

  @Builtin("poll(self, timeout=None, maxevents=-1)")
  static long poll(ThreadState ts, EpollType self, long timeout, int most) {
    double seconds = timeout == Word.NONE ? -1 : Numbers.asDouble(ts, timeout);
    int count = most == -1 ? 1023 : most;
    if (count <= 0) {
      throw Errors.valueError(ts, "maxevents must be greater than 0, got %d", most);
    }
    long end = System.nanoTime() + (long) (Math.max(0, seconds) * 1e9);
    try (Scratch table = Scratch.of((long) EVENT_BYTES * count)) {
      while (true) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
        long step = seconds < 0 ? STEP_MILLIS : Math.clamp(left, 0, STEP_MILLIS);
        long ready =
            Libc.blocking(ts, Fn.EPOLL_WAIT, self.fd(ts), table.address(), count, step, 0, 0);
        OsErrors.check(ts, ready);
        boolean over = seconds >= 0 && System.nanoTime() >= end;
        if ((int) ready > 0 || over) {
          return events(ts, table.address(), (int) ready);
        }
        ts.poll();
      }
    }
  }

  private static long events(ThreadState ts, long table, int count) {
    long list = Lists.create(ts, count);
    for (int i = 0; i < count; i++) {
      long at = table + (long) EVENT_BYTES * i;
      long events = Word.boxInt(Memory.getInt(at) & 0xFFFFFFFFL);
      Lists.append(ts, list, Tuples.of(ts, Word.boxInt(Memory.getInt(at + DATA)), events));
    }
    return list;
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, EpollType self) {
    int known = self.fd.getAndSet(-1);
    if (known >= 0) {
      OsErrors.check(ts, Libc.call(Fn.CLOSE, known));
    }
  }

  @Builtin("fileno(self, /)")
  static int fileno(ThreadState ts, EpollType self) {
    return self.fd(ts);
  }

  @Builtin(value = "fromfd(cls, fd, /)", binding = Binding.CLASS)
  static long fromFd(ThreadState ts, long cls, int descriptor) {
    return Hosts.create(ts, Classes.of(ts, cls), new EpollType(descriptor));
  }

  @Builtin("__enter__(self, /)")
  static long enter(ThreadState ts, long self) {
    Hosts.get(ts, self, EpollType.class).fd(ts);
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, EpollType self, long args) {
    close(ts, self);
  }

  @Getter("closed")
  static boolean closed(EpollType self) {
    return self.fd.get() < 0;
  }
}
