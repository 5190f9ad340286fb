package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code posix}: waiting for processes, with all that the kernel tells.
 *
 * <pre>
 * siginfo_t of a child: +0 signal  +8 code  +16 process  +20 user  +24 status
 * </pre>
 */
@BuiltinModule("posix")
final class WaitModule {
  static final StructSequence WAITID =
      new StructSequence(
          "posix", "waitid_result", "si_pid", "si_uid", "si_signo", "si_status", "si_code");

  private static final int SIGINFO_BYTES = 128;

  private WaitModule() {}

  @Builtin("waitid(idtype, id, options, /)")
  static long waitid(ThreadState ts, int kind, long id, int options) {
    long number = Numbers.asJavaLong(ts, Numbers.index(ts, id)) & 0xFFFFFFFFL;
    try (Scratch info = Scratch.of(SIGINFO_BYTES)) {
      long at = info.address();
      OsErrors.check(ts, Libc.blocking(ts, Fn.WAITID, kind, number, at, options, 0, 0));
      if (Memory.getInt(at + 16) == 0) {
        return Word.NONE;
      }
      return WAITID.create(
          ts,
          Word.boxInt(Memory.getInt(at + 16)),
          Word.boxInt(Memory.getInt(at + 20) & 0xFFFFFFFFL),
          Word.boxInt(Memory.getInt(at)),
          Word.boxInt(Memory.getInt(at + 24)),
          Word.boxInt(Memory.getInt(at + 8)));
    }
  }

  @Builtin("wait3(options)")
  static long wait3(ThreadState ts, int options) {
    return wait4(ts, -1, options);
  }

  @Builtin("wait4(pid, options)")
  @SuppressWarnings("UnnecessaryLongToIntConversion") // a C int: the upper half means nothing
  static long wait4(ThreadState ts, int pid, int options) {
    try (Scratch status = Scratch.of(8);
        Scratch usage = Scratch.of(ResourceUsage.BYTES)) {
      long at = usage.address();
      long result = Libc.blocking(ts, Fn.WAIT4, pid, status.address(), options, at, 0, 0);
      OsErrors.check(ts, result);
      long code = Word.boxInt(Memory.getInt(status.address()));
      return Tuples.of(ts, Word.boxInt((int) result), code, ResourceUsage.read(ts, at));
    }
  }

  @Builtin("pidfd_open(pid, flags=0)")
  static int pidfdOpen(ThreadState ts, int pid, int flags) {
    return (int) OsErrors.check(ts, Libc.call(Fn.PIDFD_OPEN, pid, flags));
  }

  @Builtin("setns(fd, nstype=0)")
  static void setns(ThreadState ts, long fd, int kind) {
    OsErrors.check(ts, Libc.call(Fn.SETNS, Descriptors.of(ts, fd), kind));
  }

  @Builtin("unshare(flags)")
  static void unshare(ThreadState ts, int flags) {
    OsErrors.check(ts, Libc.call(Fn.UNSHARE, flags));
  }

  @Builtin("login_tty(fd, /)")
  static void loginTty(ThreadState ts, long fd) {
    OsErrors.check(ts, Libc.call(Fn.LOGIN_TTY, Descriptors.of(ts, fd)));
  }
}
