package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/** {@code fcntl}. */
@BuiltinModule("fcntl")
public final class FcntlModule {
  private static final int MOST = 1024;
  private static final int F_SETLK = 6;
  private static final int F_SETLKW = 7;
  private static final int LOCK_BYTES = 32;

  private static final String NUMBERS =
      "LOCK_SH 1 LOCK_EX 2 LOCK_NB 4 LOCK_UN 8 LOCK_MAND 32 LOCK_READ 64 LOCK_WRITE 128 LOCK_RW 192"
          + " F_DUPFD 0 F_DUPFD_CLOEXEC 1030 F_GETFD 1 F_SETFD 2 F_GETFL 3 F_SETFL 4 F_GETLK 5"
          + " F_SETLK 6 F_SETLKW 7 F_OFD_GETLK 36 F_OFD_SETLK 37 F_OFD_SETLKW 38 F_GETOWN 9"
          + " F_SETOWN 8 F_GETSIG 11 F_SETSIG 10 F_RDLCK 0 F_WRLCK 1 F_UNLCK 2 F_EXLCK 4 F_SHLCK 8"
          + " FICLONE 1074041865 FICLONERANGE 1075876877"
          + " F_LOCK 1 F_SETLEASE 1024 F_GETLEASE 1025 F_NOTIFY 1026 F_SETPIPE_SZ 1031"
          + " F_GETPIPE_SZ 1032 F_ADD_SEALS 1033 F_GET_SEALS 1034 F_SEAL_SEAL 1 F_SEAL_SHRINK 2"
          + " F_SEAL_GROW 4 F_SEAL_WRITE 8 FD_CLOEXEC 1 FASYNC 8192 DN_ACCESS 1 DN_MODIFY 2"
          + " DN_CREATE 4 DN_DELETE 8 DN_RENAME 16 DN_ATTRIB 32 F_GETLK64 5 F_SETLK64 6"
          + " F_SETLKW64 7";

  private FcntlModule() {}

  /** The constants. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, NUMBERS);
    Constants.fill(ts, namespace, "DN_MULTISHOT 2147483648");
  }

  @Builtin("fcntl(fd, cmd, arg=0, /)")
  static long fcntl(ThreadState ts, long fd, int command, long arg) {
    return control(ts, Fn.FCNTL, fd, command, arg, false);
  }

  @Builtin("ioctl(fd, request, arg=0, mutate_flag=True, /)")
  static long ioctl(ThreadState ts, long fd, long request, long arg, boolean mutate) {
    int number = Ints.toBig(Numbers.index(ts, request)).intValue();
    return control(ts, Fn.IOCTL, fd, number, arg, mutate);
  }

  @SuppressWarnings("UnnecessaryLongToIntConversion") // a C int: the upper half means nothing
  private static long control(
      ThreadState ts, Fn function, long file, int command, long arg, boolean mutate) {
    int fd = Descriptors.of(ts, file);
    long request = command & 0xFFFFFFFFL;
    if (arg == Word.EMPTY || Ints.isInt(ts, arg)) {
      long number = arg == Word.EMPTY ? 0 : Ints.toBig(arg).longValue();
      return Word.boxInt(
          (int) OsErrors.check(ts, Libc.blocking(ts, function, fd, request, number)));
    }
    boolean text = Strs.isStr(ts, arg);
    byte[] bytes =
        text ? Strs.toJava(arg).getBytes(StandardCharsets.UTF_8) : Buffers.require(ts, arg);
    if (bytes.length > MOST && !mutate) {
      throw Errors.valueError(
          ts, "%s argument 3 is too long", function == Fn.FCNTL ? "fcntl" : "ioctl");
    }
    try (Scratch buffer = Scratch.copy(bytes)) {
      long result = Libc.blocking(ts, function, fd, request, buffer.address());
      OsErrors.check(ts, result);
      byte[] after = buffer.bytes(bytes.length);
      if (mutate && !text && Buffers.isWritable(ts, arg)) {
        Buffers.write(ts, arg, 0, after);
        return Word.boxInt((int) result);
      }
      return ByteStrings.of(ts, after);
    }
  }

  @Builtin("flock(fd, operation, /)")
  static void flock(ThreadState ts, long fd, int operation) {
    OsErrors.check(ts, Libc.blocking(ts, Fn.FLOCK, Descriptors.of(ts, fd), operation, 0));
  }

  /** {@code struct flock}: +0 type, +2 whence (16 bit), +8 start, +16 length. */
  @Builtin("lockf(fd, cmd, len=0, start=0, whence=0, /)")
  static void lockf(ThreadState ts, long file, int command, long length, long start, int whence) {
    int type = (command & 8) != 0 ? 2 : (command & 1) != 0 ? 0 : (command & 2) != 0 ? 1 : -1;
    if (type < 0) {
      throw Errors.valueError(ts, "unrecognized lockf argument");
    }
    try (Scratch lock = Scratch.of(LOCK_BYTES)) {
      Memory.putShort(lock.address(), (short) type);
      Memory.putShort(lock.address() + 2, (short) whence);
      Memory.putLong(lock.address() + 8, start == Word.EMPTY ? 0 : Numbers.asJavaLong(ts, start));
      Memory.putLong(
          lock.address() + 16, length == Word.EMPTY ? 0 : Numbers.asJavaLong(ts, length));
      int number = (command & 4) != 0 ? F_SETLK : F_SETLKW;
      int fd = Descriptors.of(ts, file);
      OsErrors.check(ts, Libc.blocking(ts, Fn.FCNTL, fd, number, lock.address()));
    }
  }
}
