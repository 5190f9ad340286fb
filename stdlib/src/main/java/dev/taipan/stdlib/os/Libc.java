package dev.taipan.stdlib.os;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The C library's functions. Every argument and result is passed as a 64-bit integer, which the
 * calling conventions of both platforms allow for ints and pointers (also behind an ellipsis), so
 * that one linked handle for each number of arguments serves all functions. Linking costs tens of
 * milliseconds, so it is done beside the program's first steps ({@link #warm}).
 */
public final class Libc {
  /** The captured error number of this thread's last call. */
  private static final ThreadLocal<MemorySegment> CAPTURE =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private static final int EINTR = 4;

  private static final long BEFORE_LINKING_NANOS = 10_000_000;

  private Libc() {}

  private static final class Linked {
    static final MethodHandle CALL = link(6);

    @SuppressWarnings("restricted") // links native functions
    private static MethodHandle link(int arity) {
      MemoryLayout[] parameters = new MemoryLayout[arity];
      java.util.Arrays.fill(parameters, ValueLayout.JAVA_LONG);
      return Linker.nativeLinker()
          .downcallHandle(
              FunctionDescriptor.of(ValueLayout.JAVA_LONG, parameters),
              Linker.Option.captureCallState("errno"));
    }
  }

  /** Wanted by few: linked apart. */
  private static final class Linked7 {
    static final MethodHandle CALL = Linked.link(7);
  }

  /**
   * Where the error number lies in what a call captures: a path of the layout takes long to make.
   */
  private static final class Captured {
    static final long ERRNO = offset("errno");

    private static long offset(String name) {
      long offset = 0;
      for (MemoryLayout member : Linker.Option.captureStateLayout().memberLayouts()) {
        if (name.equals(member.name().orElse(""))) {
          return offset;
        }
        offset += member.byteSize();
      }
      throw new IllegalStateException(name);
    }

    static long address() {
      return CAPTURE.get().address() + ERRNO;
    }
  }

  /** So that one thread at most is started, in the JVM. */
  private static final AtomicBoolean WARMED = new AtomicBoolean();

  /**
   * Links on a thread of its own while a program begins: nearly every one asks the system
   * something.
   */
  public static void warm() {
    if (WARMED.compareAndSet(false, true)) {
      Thread thread = new Thread(Libc::linkSoon, "link-libc");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** A program that is over at once neither needs it nor should share the processors with it. */
  private static void linkSoon() {
    LockSupport.parkNanos(BEFORE_LINKING_NANOS);
    call(Fn.GETPID);
  }

  /** A function: its address is looked up once. */
  public enum Fn {
    ACCEPT4(true),
    ACCESS,
    BIND,
    CHDIR,
    CHMOD,
    CHOWN,
    CHROOT,
    CLOSE,
    CLOSEDIR,
    CONFSTR,
    CONNECT,
    COPY_FILE_RANGE,
    CTERMID,
    DUP(true),
    DUP2(true),
    DUP3(true),
    EPOLL_CREATE1(true),
    EPOLL_CTL,
    EPOLL_WAIT,
    EVENTFD(true),
    FACCESSAT,
    FCHDIR,
    FCHMOD,
    FCHMODAT,
    FCHOWN,
    FCHOWNAT,
    FCNTL(true),
    FDATASYNC,
    FDOPENDIR,
    FLOCK,
    FPATHCONF,
    FREEADDRINFO,
    FSTATVFS,
    FSYNC,
    FTRUNCATE,
    GAI_STRERROR,
    GETADDRINFO,
    GETCWD,
    GETEGID,
    GETEUID,
    GETGID,
    GETGRGID,
    GETGRNAM,
    GETGRENT,
    SETGRENT,
    ENDGRENT,
    GETGROUPS,
    GETHOSTNAME,
    GETLOADAVG,
    GETNAMEINFO,
    GETPEERNAME,
    GETPGID,
    GETPGRP,
    GETPID,
    GETPPID,
    GETPRIORITY,
    GETPWENT,
    SETPWENT,
    ENDPWENT,
    GETPWNAM,
    GETPWUID,
    GETRESGID,
    GETRESUID,
    GETRLIMIT,
    GETRUSAGE,
    GETSID,
    GETSOCKNAME,
    GETSOCKOPT,
    GETUID,
    GETXATTR,
    GRANTPT,
    IF_INDEXTONAME,
    INET_NTOP,
    INET_PTON,
    IF_NAMETOINDEX,
    IOCTL,
    ISATTY,
    KILL,
    KILLPG,
    LCHOWN,
    LGETXATTR,
    LINK,
    LINKAT,
    LISTEN,
    LISTXATTR,
    LLISTXATTR,
    LOCKF,
    LREMOVEXATTR,
    LSEEK,
    LSETXATTR,
    MADVISE,
    MEMFD_CREATE(true),
    MKDIR,
    MKDIRAT,
    MKFIFO,
    MKFIFOAT,
    MKNODAT,
    MKNOD,
    MMAP,
    MSYNC,
    MUNMAP,
    NICE,
    OPEN(true),
    OPENAT(true),
    OPENDIR,
    OPENPTY(true),
    PATHCONF,
    PIDFD_OPEN(true),
    PIDFD_SEND_SIGNAL,
    PIPE2(true),
    POLL,
    POSIX_FADVISE,
    POSIX_FALLOCATE,
    POSIX_OPENPT(true),
    POSIX_SPAWN,
    POSIX_SPAWNATTR_INIT,
    POSIX_SPAWNATTR_SETFLAGS,
    POSIX_SPAWNATTR_SETPGROUP,
    POSIX_SPAWNATTR_SETSIGDEFAULT,
    POSIX_SPAWNATTR_SETSIGMASK,
    POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP,
    POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE,
    POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP,
    POSIX_SPAWN_FILE_ACTIONS_ADDDUP2,
    POSIX_SPAWN_FILE_ACTIONS_ADDOPEN,
    POSIX_SPAWN_FILE_ACTIONS_DESTROY,
    POSIX_SPAWN_FILE_ACTIONS_INIT,
    PREAD,
    PTSNAME,
    PWRITE,
    READ,
    READDIR,
    READLINK,
    READLINKAT,
    READV,
    RECV,
    RECVFROM,
    RECVMSG,
    REMOVEXATTR,
    RENAME,
    RENAMEAT,
    REWINDDIR,
    RMDIR,
    SCHED_GETAFFINITY,
    SCHED_GET_PRIORITY_MAX,
    SCHED_GET_PRIORITY_MIN,
    SCHED_YIELD,
    SELECT,
    SEM_CLOSE,
    SEM_GETVALUE,
    SEM_OPEN,
    SEM_POST,
    SEM_TIMEDWAIT,
    SEM_TRYWAIT,
    SEM_UNLINK,
    SEM_WAIT,
    SEND,
    SENDFILE,
    SENDMSG,
    SENDTO,
    SETENV,
    SETGID,
    SETPGID,
    SETPRIORITY,
    SETRLIMIT,
    SETSID,
    SETSOCKOPT,
    SETUID,
    SETXATTR,
    SHM_OPEN(true),
    SHM_UNLINK,
    SHUTDOWN,
    SOCKET(true),
    SOCKETPAIR(true),
    SPLICE,
    STATVFS,
    STATX,
    STRERROR,
    STRSIGNAL,
    SYMLINK,
    SYMLINKAT,
    SYNC,
    SYSTEM,
    EXECVE,
    ABORT,
    GETRANDOM,
    POSIX_SPAWNP,
    TTYNAME,
    GETLOGIN_R,
    GETGROUPLIST,
    SETGROUPS,
    SETEUID,
    SETEGID,
    SETREUID,
    SETREGID,
    SETRESUID,
    SETRESGID,
    INITGROUPS,
    PREADV,
    PWRITEV,
    SETPGRP,
    SCHED_SETAFFINITY,
    SCHED_GETSCHEDULER,
    GETENV,
    FLISTXATTR,
    FGETXATTR,
    FSETXATTR,
    FREMOVEXATTR,
    POSIX_SPAWNATTR_DESTROY,
    SYSCONF,
    TCDRAIN,
    TCFLOW,
    TCFLUSH,
    TCGETATTR,
    TCGETPGRP,
    TCSENDBREAK,
    TCSETATTR,
    TCSETPGRP,
    TIMES,
    TRUNCATE,
    TTYNAME_R,
    UMASK,
    UNAME,
    UNLINK,
    UNLINKAT,
    UNLOCKPT,
    UNSETENV,
    UTIMENSAT,
    WAIT4,
    WAITID,
    WRITE,
    WRITEV,
    CFGETISPEED,
    CFGETOSPEED,
    CFSETISPEED,
    CFSETOSPEED,
    CLOCK_GETRES,
    CLOCK_GETTIME,
    CLOCK_SETTIME,
    LOGIN_TTY,
    MREMAP,
    POSIX_SPAWNATTR_SETSCHEDPARAM,
    POSIX_SPAWNATTR_SETSCHEDPOLICY,
    PREADV2,
    PRLIMIT,
    PTHREAD_GETCPUCLOCKID,
    PWRITEV2,
    SCHED_GETPARAM,
    SCHED_RR_GET_INTERVAL,
    SCHED_SETPARAM,
    SCHED_SETSCHEDULER,
    SETHOSTNAME,
    SETNS,
    UNSHARE,
    FUTIMENS,
    SYSCALL,
    BINDTEXTDOMAIN,
    BIND_TEXTDOMAIN_CODESET,
    DCGETTEXT,
    DGETTEXT,
    GETTEXT,
    GMTIME_R,
    LOCALECONV,
    LOCALTIME_R,
    MKTIME,
    NL_LANGINFO,
    SETLOCALE,
    STRFTIME,
    TEXTDOMAIN,
    TZSET,
    WCSCOLL,
    WCSXFRM;

    @SuppressWarnings("ImmutableEnumChecker") // a memo: the same for whoever looks it up first
    private volatile MemorySegment address;

    /** Whether it gives descriptors. */
    private final boolean opens;

    Fn() {
      this(false);
    }

    Fn(boolean opens) {
      this.opens = opens;
    }

    MemorySegment address() {
      MemorySegment known = address;
      if (known == null) {
        String symbol = name().toLowerCase(java.util.Locale.ROOT);
        known = Linker.nativeLinker().defaultLookup().find(symbol).orElse(MemorySegment.NULL);
        address = known;
      }
      return known;
    }

    /** Whether this machine's C library has it. */
    public boolean exists() {
      return !address().equals(MemorySegment.NULL);
    }
  }

  /** Calls a function; arguments that it does not take are ignored by it. */
  public static long call(Fn f, long a, long b, long c, long d, long e, long g) {
    long result;
    try {
      result = (long) Linked.CALL.invokeExact(f.address(), CAPTURE.get(), a, b, c, d, e, g);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
    if (f.opens && (int) result != -1) {
      FewDescriptors.count();
    }
    return result;
  }

  public static long call(Fn f, long a, long b, long c, long d) {
    return call(f, a, b, c, d, 0, 0);
  }

  public static long call(Fn f, long a, long b, long c) {
    return call(f, a, b, c, 0, 0, 0);
  }

  public static long call(Fn f, long a, long b) {
    return call(f, a, b, 0, 0, 0, 0);
  }

  public static long call(Fn f, long a) {
    return call(f, a, 0, 0, 0, 0, 0);
  }

  public static long call(Fn f) {
    return call(f, 0, 0, 0, 0, 0, 0);
  }

  /**
   * Calls a function that may block, detached; again after an interruption, when what interrupted
   * it has been looked at. The result is sign-extended from 32 bits only if the function gives an
   * int: callers cast.
   */
  public static long blocking(
      ThreadState ts, Fn f, long a, long b, long c, long d, long e, long g) {
    while (true) {
      long result;
      int error;
      ts.detach();
      try {
        result = call(f, a, b, c, d, e, g);
        error = (int) result == -1 ? errno() : 0;
      } finally {
        ts.attach();
      }
      if (error != EINTR) {
        if (error != 0) {
          setErrno(error);
        }
        return result;
      }
      ts.poll();
    }
  }

  public static long blocking(ThreadState ts, Fn f, long a, long b, long c) {
    return blocking(ts, f, a, b, c, 0, 0, 0);
  }

  /** A call that may block, of a function with seven arguments; detached. */
  public static long blocking7(
      ThreadState ts, Fn f, long a, long b, long c, long d, long e, long g, long h) {
    ts.detach();
    try {
      return (long) Linked7.CALL.invokeExact(f.address(), CAPTURE.get(), a, b, c, d, e, g, h);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      ts.attach();
    }
  }

  /** The error number of this thread's last call. */
  public static int errno() {
    return Memory.getInt(Captured.address());
  }

  private static void setErrno(int value) {
    Memory.putInt(Captured.address(), value);
  }

  /** The text of an error number. */
  public static String text(int error) {
    return cString(call(Fn.STRERROR, error));
  }

  /** The bytes at an address up to the zero byte, as the file system's text. */
  public static String cString(long address) {
    return FsText.decode(cBytes(address));
  }

  /** The bytes at an address up to the zero byte. */
  public static byte[] cBytes(long address) {
    int length = 0;
    while (Memory.getByte(address + length) != 0) {
      length++;
    }
    byte[] bytes = new byte[length];
    Memory.copyOut(address, bytes, 0, length);
    return bytes;
  }
}
