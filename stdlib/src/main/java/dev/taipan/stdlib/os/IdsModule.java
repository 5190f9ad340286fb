package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code posix}: users, groups, sessions. */
@BuiltinModule("posix")
final class IdsModule {
  private static final int MOST_GROUPS = 65536;

  private IdsModule() {}

  private static long unsigned(long result) {
    return Word.boxInt(result & 0xFFFFFFFFL);
  }

  @Builtin("getuid()")
  static long getuid() {
    return unsigned(Libc.call(Fn.GETUID));
  }

  @Builtin("geteuid()")
  static long geteuid() {
    return unsigned(Libc.call(Fn.GETEUID));
  }

  @Builtin("getgid()")
  static long getgid() {
    return unsigned(Libc.call(Fn.GETGID));
  }

  @Builtin("getegid()")
  static long getegid() {
    return unsigned(Libc.call(Fn.GETEGID));
  }

  @Builtin("getpgrp()")
  static int getpgrp(ThreadState ts) {
    return (int) OsErrors.check(ts, Libc.call(Fn.GETPGRP));
  }

  @Builtin("setsid()")
  static void setsid(ThreadState ts) {
    OsErrors.check(ts, Libc.call(Fn.SETSID));
  }

  @Builtin("getpgid(pid)")
  static int getpgid(ThreadState ts, int pid) {
    return (int) OsErrors.check(ts, Libc.call(Fn.GETPGID, pid));
  }

  @Builtin("getsid(pid, /)")
  static int getsid(ThreadState ts, int pid) {
    return (int) OsErrors.check(ts, Libc.call(Fn.GETSID, pid));
  }

  @Builtin("setpgid(pid, pgrp, /)")
  static void setpgid(ThreadState ts, int pid, int group) {
    OsErrors.check(ts, Libc.call(Fn.SETPGID, pid, group));
  }

  @Builtin("setpgrp()")
  static void setpgrp(ThreadState ts) {
    OsErrors.check(ts, Libc.call(Fn.SETPGID, 0, 0));
  }

  @Builtin("getpriority(which, who)")
  static int getpriority(ThreadState ts, int which, int who) {
    return (int) Libc.call(Fn.GETPRIORITY, which, who);
  }

  @Builtin("setpriority(which, who, priority)")
  static void setpriority(ThreadState ts, int which, int who, int priority) {
    OsErrors.check(ts, Libc.call(Fn.SETPRIORITY, which, who, priority));
  }

  @Builtin("setuid(uid, /)")
  static void setuid(ThreadState ts, long uid) {
    OsErrors.check(ts, Libc.call(Fn.SETUID, Ids.of(ts, uid, "uid")));
  }

  @Builtin("setgid(gid, /)")
  static void setgid(ThreadState ts, long gid) {
    OsErrors.check(ts, Libc.call(Fn.SETGID, Ids.of(ts, gid, "gid")));
  }

  @Builtin("seteuid(euid, /)")
  static void seteuid(ThreadState ts, long euid) {
    OsErrors.check(ts, Libc.call(Fn.SETEUID, Ids.of(ts, euid, "uid")));
  }

  @Builtin("setegid(egid, /)")
  static void setegid(ThreadState ts, long egid) {
    OsErrors.check(ts, Libc.call(Fn.SETEGID, Ids.of(ts, egid, "gid")));
  }

  @Builtin("setreuid(ruid, euid, /)")
  static void setreuid(ThreadState ts, long ruid, long euid) {
    OsErrors.check(ts, Libc.call(Fn.SETREUID, Ids.of(ts, ruid, "uid"), Ids.of(ts, euid, "uid")));
  }

  @Builtin("setregid(rgid, egid, /)")
  static void setregid(ThreadState ts, long rgid, long egid) {
    OsErrors.check(ts, Libc.call(Fn.SETREGID, Ids.of(ts, rgid, "gid"), Ids.of(ts, egid, "gid")));
  }

  @Builtin("setresuid(ruid, euid, suid, /)")
  static void setresuid(ThreadState ts, long ruid, long euid, long suid) {
    OsErrors.check(
        ts,
        Libc.call(
            Fn.SETRESUID,
            Ids.of(ts, ruid, "uid"),
            Ids.of(ts, euid, "uid"),
            Ids.of(ts, suid, "uid")));
  }

  @Builtin("setresgid(rgid, egid, sgid, /)")
  static void setresgid(ThreadState ts, long rgid, long egid, long sgid) {
    OsErrors.check(
        ts,
        Libc.call(
            Fn.SETRESGID,
            Ids.of(ts, rgid, "gid"),
            Ids.of(ts, egid, "gid"),
            Ids.of(ts, sgid, "gid")));
  }

  @Builtin("getresuid()")
  static long getresuid(ThreadState ts) {
    return three(ts, Fn.GETRESUID);
  }

  @Builtin("getresgid()")
  static long getresgid(ThreadState ts) {
    return three(ts, Fn.GETRESGID);
  }

  private static long three(ThreadState ts, Fn function) {
    try (Scratch ids = Scratch.of(16)) {
      long at = ids.address();
      OsErrors.check(ts, Libc.call(function, at, at + 4, at + 8));
      return Tuples.of(
          ts,
          unsigned(Memory.getInt(at)),
          unsigned(Memory.getInt(at + 4)),
          unsigned(Memory.getInt(at + 8)));
    }
  }

  @Builtin("getgroups()")
  static long getgroups(ThreadState ts) {
    long count = OsErrors.check(ts, Libc.call(Fn.GETGROUPS, 0, 0));
    try (Scratch ids = Scratch.of(4 * count)) {
      count = OsErrors.check(ts, Libc.call(Fn.GETGROUPS, count, ids.address()));
      long list = Lists.create(ts, (int) count);
      for (int i = 0; i < count; i++) {
        Lists.append(ts, list, unsigned(Memory.getInt(ids.address() + 4L * i)));
      }
      return list;
    }
  }

  @Builtin("getlogin()")
  static long getlogin(ThreadState ts) {
    try (Scratch name = Scratch.of(256)) {
      int error = (int) Libc.call(Fn.GETLOGIN_R, name.address(), 256);
      if (error != 0) {
        throw OsErrors.of(ts, error);
      }
      return Paths.text(ts, Libc.cBytes(name.address()));
    }
  }

  @Builtin("ctermid()")
  static String ctermid() {
    return "/dev/tty";
  }

  @Builtin("setgroups(groups, /)")
  static void setgroups(ThreadState ts, long groups) {
    int mark = ts.rootMark();
    try {
      long items = Iteration.toTuple(ts, groups);
      ts.root(items);
      int count = Tuples.length(items);
      if (count > MOST_GROUPS) {
        throw Errors.valueError(ts, "too many groups");
      }
      try (Scratch ids = Scratch.of(4L * count)) {
        for (int i = 0; i < count; i++) {
          int id = Ids.of(ts, Tuples.get(items, i), "gid");
          Memory.putInt(ids.address() + 4L * i, id);
        }
        OsErrors.check(ts, Libc.call(Fn.SETGROUPS, count, ids.address()));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("initgroups(username, gid, /)")
  static void initgroups(ThreadState ts, long name, long gid) {
    try (Scratch user = Scratch.copy(Paths.bytes(ts, Paths.fspath(ts, name)))) {
      OsErrors.check(ts, Libc.call(Fn.INITGROUPS, user.address(), Ids.of(ts, gid, "gid")));
    }
  }

  @Builtin("getgrouplist(user, group, /)")
  static long getgrouplist(ThreadState ts, String name, long group) {
    int own = Ids.of(ts, group, "gid");
    byte[] bytes = Paths.bytes(ts, Strs.of(ts, name));
    for (int room = 64; ; room *= 2) {
      try (Scratch user = Scratch.copy(bytes);
          Scratch count = Scratch.of(8);
          Scratch ids = Scratch.of(4L * room)) {
        Memory.putInt(count.address(), room);
        long at = user.address();
        int result = (int) Libc.call(Fn.GETGROUPLIST, at, own, ids.address(), count.address());
        int found = Memory.getInt(count.address());
        if (result >= 0) {
          long list = Lists.create(ts, found);
          for (int i = 0; i < found; i++) {
            Lists.append(ts, list, unsigned(Memory.getInt(ids.address() + 4L * i)));
          }
          return list;
        }
      }
    }
  }
}
