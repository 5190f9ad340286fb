package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A program to be started: {@code posix_spawn} with its descriptors, folder and environment. */
final class ChildProcess {
  private static final int ACTIONS_BYTES = 128;
  private static final int ATTRIBUTES_BYTES = 512;
  private static final int SET_GROUP = 0x02;
  private static final int SET_DEFAULTS = 0x04;
  private static final int SET_MASK = 0x08;
  private static final int SET_SESSION = 0x80;
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int ENOENT = 2;
  private static final int ENOTDIR = 20;
  private static final int SIGPIPE = 13;
  private static final int SIGXFSZ = 25;

  /** The mask of new files belongs to the whole process: one start with a mask at a time. */
  private static final ReentrantLock UMASK = new ReentrantLock();

  private final List<byte[]> arguments;
  private final List<byte[]> files;
  private final byte[] folder;
  private final List<byte[]> environment;
  private final int[] standard;

  /** Descriptors that stay open, the standard ones apart; null leaves all open that may be. */
  private final List<Integer> keep;

  private final List<Integer> inherited;
  private final boolean session;
  private final int group;
  private final int mask;
  private final Identity identity;
  private final List<Integer> copies = new ArrayList<>();

  ChildProcess(
      List<byte[]> arguments,
      List<byte[]> files,
      byte[] folder,
      List<byte[]> environment,
      int[] standard,
      List<Integer> keep,
      List<Integer> inherited,
      boolean session,
      int group,
      int mask,
      Identity identity) {
    this.arguments = arguments;
    this.files = files;
    this.folder = folder;
    this.environment = environment;
    this.standard = standard.clone();
    this.keep = keep;
    this.inherited = inherited;
    this.session = session;
    this.group = group;
    this.mask = mask;
    this.identity = identity;
  }

  /** Starts it: its number. A failure is told through the pipe, as a forked child would. */
  int start(ThreadState ts, int errorPipe) {
    EnvironmentChanges.apply();
    if (folder != null && cannotEnter(errorPipe)) {
      return 0;
    }
    try (Scratch actions = Scratch.of(ACTIONS_BYTES);
        Scratch attributes = Scratch.of(ATTRIBUTES_BYTES);
        Scratch args = Spawning.strings(arguments);
        Scratch env = Spawning.strings(environment == null ? List.of() : environment);
        Scratch path = Scratch.copy(folder == null ? new byte[0] : folder)) {
      Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_INIT, actions.address());
      Libc.call(Fn.POSIX_SPAWNATTR_INIT, attributes.address());
      try {
        redirect(actions.address());
        if (folder != null) {
          Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP, actions.address(), path.address());
        }
        describe(attributes.address());
        long table = environment == null ? Spawning.environ() : env.address();
        return spawn(ts, actions.address(), attributes.address(), args.address(), table, errorPipe);
      } finally {
        Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_DESTROY, actions.address());
        Libc.call(Fn.POSIX_SPAWNATTR_DESTROY, attributes.address());
        copies.forEach(fd -> Libc.call(Fn.CLOSE, fd));
      }
    }
  }

  private boolean cannotEnter(int errorPipe) {
    try (Scratch name = Scratch.copy(folder);
        StatBuffer stat = StatBuffer.ofName(Folders.CURRENT, folder, true)) {
      int error = 0;
      if (stat.failed()) {
        error = Libc.errno();
      } else if (!stat.isFolder()) {
        error = ENOTDIR;
      } else if ((int) Libc.call(Fn.ACCESS, name.address(), 1) < 0) {
        error = Libc.errno();
      }
      if (error != 0) {
        report(errorPipe, error, "noexec:chdir");
      }
      return error != 0;
    }
  }

  private static void report(int pipe, int error, String text) {
    String message = "OSError:" + Integer.toHexString(error) + ":" + text;
    try (Scratch bytes = Scratch.copy(message.getBytes(StandardCharsets.US_ASCII))) {
      Libc.call(Fn.WRITE, pipe, bytes.address(), message.length());
    }
  }

  /** The three standard descriptors, then those that are passed on, then the end of all others. */
  private void redirect(long actions) {
    for (int target = 1; target <= 2; target++) {
      int fd = standard[target];
      if (fd >= 0 && fd < target) {
        int copy = (int) Libc.call(Fn.FCNTL, fd, F_DUPFD_CLOEXEC, 3);
        copies.add(copy);
        standard[target] = copy;
      }
    }
    for (int target = 0; target <= 2; target++) {
      if (standard[target] >= 0) {
        Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, actions, standard[target], target);
      }
    }
    for (int fd : inherited) {
      Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, actions, fd, fd);
    }
    if (keep == null) {
      return;
    }
    int last = keep.stream().mapToInt(fd -> fd).max().orElse(2);
    for (int fd : openDescriptors()) {
      if (fd > 2 && fd <= last && !keep.contains(fd)) {
        Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE, actions, fd);
      }
    }
    Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP, actions, Math.max(last, 2) + 1);
  }

  private static List<Integer> openDescriptors() {
    List<Integer> all = new ArrayList<>();
    String[] names = new File("/proc/self/fd").list();
    for (String name : names == null ? new String[0] : names) {
      all.add(Integer.valueOf(name));
    }
    return all;
  }

  private void describe(long attributes) {
    int flags = SET_MASK | SET_DEFAULTS;
    try (Scratch none = Scratch.of(128);
        Scratch some = Scratch.of(128)) {
      Memory.putLong(some.address(), 1L << SIGPIPE - 1 | 1L << SIGXFSZ - 1);
      Libc.call(Fn.POSIX_SPAWNATTR_SETSIGMASK, attributes, none.address());
      Libc.call(Fn.POSIX_SPAWNATTR_SETSIGDEFAULT, attributes, some.address());
    }
    if (session) {
      flags |= SET_SESSION;
    }
    if (group >= 0) {
      flags |= SET_GROUP;
      Libc.call(Fn.POSIX_SPAWNATTR_SETPGROUP, attributes, group);
    }
    Libc.call(Fn.POSIX_SPAWNATTR_SETFLAGS, attributes, flags);
  }

  private int spawn(
      ThreadState ts, long actions, long attributes, long args, long table, int errorPipe) {
    boolean masked = mask >= 0;
    if (masked) {
      ts.detach();
      UMASK.lock();
      ts.attach();
    }
    int before = masked ? (int) Libc.call(Fn.UMASK, mask) : 0;
    int saved = ENOENT;
    try (Scratch pid = Scratch.of(8)) {
      for (byte[] file : files) {
        try (Scratch name = Scratch.copy(file)) {
          long at = name.address();
          long number = pid.address();
          Identity.Outcome outcome =
              identity.run(
                  () ->
                      (int)
                          Libc.blocking(
                              ts, Fn.POSIX_SPAWN, number, at, actions, attributes, args, table));
          if (outcome.error() != 0) {
            report(errorPipe, outcome.error(), "noexec");
            return 0;
          }
          int error = outcome.result();
          if (error == 0) {
            return Memory.getInt(pid.address());
          }
          saved = error != ENOENT && error != ENOTDIR || saved == ENOENT ? error : saved;
        }
      }
      report(errorPipe, saved, "");
      return 0;
    } finally {
      if (masked) {
        Libc.call(Fn.UMASK, before);
        UMASK.unlock();
      }
    }
  }
}
