package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.signal.SignalModule;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Map;

/** {@code posix}: this process and others. */
@BuiltinModule("posix")
final class ProcessModule {
  static final StructSequence UNAME =
      new StructSequence(
          "posix", "uname_result", "sysname", "nodename", "release", "version", "machine");

  static final StructSequence TIMES =
      new StructSequence(
          "posix", "times_result", "user", "system", "children_user", "children_system", "elapsed");

  private static final int UNAME_FIELD = 65;
  private static final int SC_CLK_TCK = 2;

  private ProcessModule() {}

  @Builtin("getpid()")
  static long getpid() {
    return Word.boxInt(ProcessHandle.current().pid());
  }

  @Builtin("getppid()")
  static int getppid() {
    return (int) Libc.call(Fn.GETPPID);
  }

  @Builtin("cpu_count()")
  static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Builtin("fspath(path)")
  static long fspath(ThreadState ts, long path) {
    return Paths.fspath(ts, path);
  }

  @Builtin("urandom(size, /)")
  static long urandom(ThreadState ts, int size) {
    if (size < 0) {
      throw Errors.valueError(ts, "negative argument not allowed");
    }
    return ByteStrings.of(ts, SystemRandom.bytes(size));
  }

  @Builtin("getrandom(size, flags=0)")
  static long getrandom(ThreadState ts, int size, int flags) {
    if (size < 0) {
      throw OsErrors.of(ts, 22);
    }
    try (Scratch buffer = Scratch.of(size)) {
      long count = Libc.blocking(ts, Fn.GETRANDOM, buffer.address(), size, flags);
      OsErrors.check(ts, count);
      return ByteStrings.of(ts, buffer.bytes((int) count));
    }
  }

  @Builtin("_exit(status)")
  static void exit(ThreadState ts, int status) {
    ProcessExit.exit(status);
  }

  @Builtin("abort()")
  static void abort() {
    Libc.call(Fn.ABORT);
  }

  @Builtin("kill(pid, signal, /)")
  static void kill(ThreadState ts, int pid, int signal) {
    SignalModule.send(ts, pid, signal);
  }

  @Builtin("killpg(pgid, signal, /)")
  static void killpg(ThreadState ts, int group, int signal) {
    OsErrors.check(ts, Libc.call(Fn.KILLPG, group, signal));
    ts.poll();
  }

  @Builtin("system(command)")
  static int system(ThreadState ts, long command) {
    EnvironmentChanges.apply();
    try (Scratch text = Scratch.copy(Paths.bytes(ts, Paths.fspath(ts, command)))) {
      return (int) Libc.blocking(ts, Fn.SYSTEM, text.address(), 0, 0);
    }
  }

  @Builtin("waitpid(pid, options, /)")
  @SuppressWarnings("UnnecessaryLongToIntConversion") // a C int: the upper half means nothing
  static long waitpid(ThreadState ts, int pid, int options) {
    try (Scratch status = Scratch.of(8)) {
      long result = Libc.blocking(ts, Fn.WAIT4, pid, status.address(), options);
      OsErrors.check(ts, result);
      return Tuples.of(ts, Word.boxInt((int) result), Word.boxInt(Memory.getInt(status.address())));
    }
  }

  @Builtin("wait()")
  static long waitAny(ThreadState ts) {
    return waitpid(ts, -1, 0);
  }

  @Builtin("WIFEXITED(status)")
  static boolean ifExited(int status) {
    return (status & 0x7F) == 0;
  }

  @Builtin("WEXITSTATUS(status)")
  static int exitStatus(int status) {
    return status >> 8 & 0xFF;
  }

  @Builtin("WIFSIGNALED(status)")
  static boolean ifSignaled(int status) {
    return (status & 0x7F) != 0 && (status & 0x7F) != 0x7F;
  }

  @Builtin("WTERMSIG(status)")
  static int termSig(int status) {
    return status & 0x7F;
  }

  @Builtin("WIFSTOPPED(status)")
  static boolean ifStopped(int status) {
    return (status & 0xFF) == 0x7F;
  }

  @Builtin("WSTOPSIG(status)")
  static int stopSig(int status) {
    return status >> 8 & 0xFF;
  }

  @Builtin("WIFCONTINUED(status)")
  static boolean ifContinued(int status) {
    return status == 0xFFFF;
  }

  @Builtin("WCOREDUMP(status, /)")
  static boolean coreDump(int status) {
    return (status & 0x80) != 0;
  }

  @Builtin("waitstatus_to_exitcode(status)")
  static int exitCode(ThreadState ts, int status) {
    if (ifExited(status)) {
      return exitStatus(status);
    }
    if (ifSignaled(status)) {
      return -termSig(status);
    }
    if (ifStopped(status)) {
      throw Errors.valueError(ts, "process stopped by delivery of signal %d", stopSig(status));
    }
    throw Errors.valueError(ts, "invalid wait status: %d", status);
  }

  @Builtin("execv(path, argv, /)")
  static void execv(ThreadState ts, long path, long argv) {
    Spawning.exec(ts, path, argv, Word.EMPTY);
  }

  @Builtin("execve(path, argv, env)")
  static void execve(ThreadState ts, long path, long argv, long env) {
    Spawning.exec(ts, path, argv, env);
  }

  @Builtin("strerror(code, /)")
  static String strerror(int code) {
    return Libc.text(code);
  }

  @Builtin("umask(mask, /)")
  static int umask(int mask) {
    return (int) Libc.call(Fn.UMASK, mask);
  }

  @Builtin("nice(increment, /)")
  static int nice(ThreadState ts, int increment) {
    return (int) Libc.call(Fn.NICE, increment);
  }

  @Builtin("uname()")
  static long uname(ThreadState ts) {
    try (Scratch buffer = Scratch.of(UNAME_FIELD * 6)) {
      OsErrors.check(ts, Libc.call(Fn.UNAME, buffer.address()));
      long[] fields = new long[5];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = Paths.text(ts, Libc.cBytes(buffer.address() + (long) UNAME_FIELD * i));
      }
      return UNAME.create(ts, fields);
    }
  }

  @Builtin("times()")
  static long times(ThreadState ts) {
    try (Scratch buffer = Scratch.of(32)) {
      double ticks = Libc.call(Fn.SYSCONF, SC_CLK_TCK);
      long elapsed = Libc.call(Fn.TIMES, buffer.address());
      long[] fields = new long[5];
      for (int i = 0; i < 4; i++) {
        fields[i] = Word.boxDouble(Memory.getLong(buffer.address() + 8L * i) / ticks);
      }
      fields[4] = Word.boxDouble(elapsed / ticks);
      return TIMES.create(ts, fields);
    }
  }

  @Builtin("getloadavg()")
  static long loadAverage(ThreadState ts) {
    try (Scratch buffer = Scratch.of(24)) {
      if ((int) Libc.call(Fn.GETLOADAVG, buffer.address(), 3) != 3) {
        throw Errors.raise(ts, dev.taipan.vm.object.Exc.OSError, "Load averages are unobtainable");
      }
      long at = buffer.address();
      return Tuples.of(
          ts,
          Word.boxDouble(Memory.getDouble(at)),
          Word.boxDouble(Memory.getDouble(at + 8)),
          Word.boxDouble(Memory.getDouble(at + 16)));
    }
  }

  @Builtin("sysconf(name, /)")
  static long sysconf(ThreadState ts, long name) {
    return Ints.of(ts, Libc.call(Fn.SYSCONF, confName(ts, name, "sysconf_names")));
  }

  @Builtin("confstr(name, /)")
  static long confstr(ThreadState ts, long name) {
    int number = confName(ts, name, "confstr_names");
    long size = Libc.call(Fn.CONFSTR, number, 0, 0);
    if (size == 0) {
      return Word.NONE;
    }
    try (Scratch text = Scratch.of(size)) {
      Libc.call(Fn.CONFSTR, number, text.address(), size);
      return Paths.text(ts, Libc.cBytes(text.address()));
    }
  }

  static int confName(ThreadState ts, long name, String table) {
    if (Ints.isInt(ts, name)) {
      return Numbers.asJavaInt(ts, name);
    }
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "configuration names must be strings or integers");
    }
    Map<String, Integer> names =
        switch (table) {
          case "sysconf_names" -> PosixFill.SYSCONF;
          case "confstr_names" -> PosixFill.CONFSTR;
          default -> PosixFill.PATHCONF;
        };
    Integer number = names.get(Strs.toJava(name));
    if (number == null) {
      throw Errors.valueError(ts, "unrecognized configuration name");
    }
    return number;
  }

  @Builtin("pathconf(path, name)")
  static long pathconf(ThreadState ts, long path, long name) {
    Paths.Name file = Paths.parse(ts, path, "pathconf", "path", true, false);
    int number = confName(ts, name, "pathconf_names");
    if (file.bytes() == null) {
      return Ints.of(ts, OsErrors.check(ts, Libc.call(Fn.FPATHCONF, file.fd(), number)));
    }
    try (Scratch text = Scratch.copy(file.bytes())) {
      return Ints.of(ts, OsErrors.check(ts, Libc.call(Fn.PATHCONF, text.address(), number)));
    }
  }

  @Builtin("fpathconf(fd, name, /)")
  static long fpathconf(ThreadState ts, int fd, long name) {
    return pathconf(ts, Word.boxInt(fd), name);
  }

  @Builtin("sched_yield()")
  @SuppressWarnings("ThreadPriorityCheck") // what the program asks for
  static void schedYield() {
    Thread.yield();
  }

  @Builtin("sched_getaffinity(pid, /)")
  static long affinity(ThreadState ts, int pid) {
    try (Scratch mask = Scratch.of(128)) {
      OsErrors.check(ts, Libc.call(Fn.SCHED_GETAFFINITY, pid, 128, mask.address()));
      long list = Lists.create(ts, 8);
      for (int i = 0; i < 1024; i++) {
        if ((Memory.getByte(mask.address() + i / 8) >> i % 8 & 1) != 0) {
          Lists.append(ts, list, Word.boxInt(i));
        }
      }
      int root = ts.rootMark();
      ts.root(list);
      long set = dev.taipan.vm.object.Calls.call1(ts, ts.runtime().types().set.cell(), list);
      ts.rootRelease(root);
      return set;
    }
  }

  @Builtin("putenv(name, value, /)")
  static void putenv(ThreadState ts, long name, long value) {
    byte[] key = Paths.bytes(ts, Paths.fspath(ts, name));
    for (byte b : key) {
      if (b == '=') {
        throw Errors.valueError(ts, "illegal environment variable name");
      }
    }
    byte[] text = Paths.bytes(ts, Paths.fspath(ts, value));
    if (key.length == 0) {
      throw OsErrors.of(ts, 22);
    }
    EnvironmentChanges.set(key, text);
  }

  @Builtin("unsetenv(name, /)")
  static void unsetenv(ThreadState ts, long name) {
    byte[] key = Paths.bytes(ts, Paths.fspath(ts, name));
    boolean wrong = key.length == 0;
    for (byte b : key) {
      wrong |= b == '=';
    }
    if (wrong) {
      throw OsErrors.of(ts, 22);
    }
    EnvironmentChanges.set(key, null);
  }

  /** The environment of the start as a dict of bytes. */
  static long environment(ThreadState ts) {
    try (RootScope roots = ts.roots()) {
      long environ = roots.keep(Dicts.create(ts));
      System.getenv()
          .forEach(
              (name, value) ->
                  Dicts.set(
                      ts,
                      environ,
                      ByteStrings.of(ts, FsText.encode(name)),
                      ByteStrings.of(ts, FsText.encode(value))));
      return environ;
    }
  }
}
