package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import java.util.List;

/**
 * Another user and other groups for a process that is started. There is no step between the parent
 * and the new program in which the child could change by itself; but the kernel keeps these ids for
 * each thread, so the starting thread becomes the other user for the time of the start. The saved
 * user id stays, which lets it change back. The C library's own functions would change all threads:
 * these are the bare system calls.
 *
 * @param uid the user, null for no change
 * @param gid the group, null for no change
 * @param groups the further groups, null for no change
 */
record Identity(Integer uid, Integer gid, List<Integer> groups) {
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");
  private static final int SETGROUPS = ARM ? 159 : 116;
  private static final int SETRESUID = ARM ? 147 : 117;
  private static final int SETRESGID = ARM ? 149 : 119;

  boolean isOwn() {
    return uid == null && gid == null && groups == null;
  }

  /** What is to be done as the other user. */
  interface Action {
    int run();
  }

  /** What happened: the action's result, or the error number of the change. */
  record Outcome(int result, int error) {}

  /** Runs an action as the other user. */
  Outcome run(Action action) {
    if (isOwn()) {
      return new Outcome(action.run(), 0);
    }
    try (Scratch before = Scratch.of(24);
        Scratch old = Scratch.of(4L * 65536)) {
      long at = before.address();
      Libc.call(Fn.GETRESUID, at, at + 4, at + 8);
      Libc.call(Fn.GETRESGID, at + 12, at + 16, at + 20);
      int count = (int) Libc.call(Fn.GETGROUPS, 65536, old.address());
      try {
        int error = change();
        return error != 0 ? new Outcome(0, error) : new Outcome(action.run(), 0);
      } finally {
        restore(at, count, old.address());
      }
    }
  }

  private int change() {
    if (groups != null) {
      try (Scratch list = Scratch.of(4L * groups.size())) {
        for (int i = 0; i < groups.size(); i++) {
          Memory.putInt(list.address() + 4L * i, groups.get(i));
        }
        if (failed(Libc.call(Fn.SYSCALL, SETGROUPS, groups.size(), list.address()))) {
          return Libc.errno();
        }
      }
    }
    if (gid != null && failed(Libc.call(Fn.SYSCALL, SETRESGID, gid, gid, -1))) {
      return Libc.errno();
    }
    if (uid != null && failed(Libc.call(Fn.SYSCALL, SETRESUID, uid, uid, -1))) {
      return Libc.errno();
    }
    return 0;
  }

  private static boolean failed(long result) {
    return result == -1;
  }

  private void restore(long ids, int count, long old) {
    if (uid != null) {
      Libc.call(Fn.SYSCALL, SETRESUID, id(ids), id(ids + 4), id(ids + 8));
    }
    if (gid != null) {
      Libc.call(Fn.SYSCALL, SETRESGID, id(ids + 12), id(ids + 16), id(ids + 20));
    }
    if (groups != null) {
      Libc.call(Fn.SYSCALL, SETGROUPS, count, old);
    }
  }

  private static long id(long at) {
    return Memory.getInt(at) & 0xFFFFFFFFL;
  }
}
