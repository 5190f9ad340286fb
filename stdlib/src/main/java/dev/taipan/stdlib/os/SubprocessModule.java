package dev.taipan.stdlib.os;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code _posixsubprocess}. A process with many threads cannot fork and go on running Java, so the
 * child is made by {@code posix_spawn}; what that cannot do is refused.
 */
@BuiltinModule("_posixsubprocess")
public final class SubprocessModule {
  private SubprocessModule() {}

  @Builtin(
      "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread,"
          + " c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals,"
          + " call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,"
          + " allow_vfork, /)")
  static int forkExec(
      ThreadState ts,
      long args,
      long executables,
      boolean closeFds,
      long passFds,
      long cwd,
      long env,
      int p2cread,
      int p2cwrite,
      int c2pread,
      int c2pwrite,
      int errread,
      int errwrite,
      int errpipeRead,
      int errpipeWrite,
      boolean restoreSignals,
      boolean setsid,
      int group,
      long gid,
      long groups,
      long uid,
      int mask,
      long preexec,
      boolean vfork) {
    if (preexec != Word.NONE) {
      throw Errors.notImplemented(ts, "preexec_fn (no Python code runs between fork and exec)");
    }
    Identity identity =
        new Identity(
            uid == Word.NONE ? null : (Integer) Ids.of(ts, uid, "uid"),
            gid == Word.NONE ? null : (Integer) Ids.of(ts, gid, "gid"),
            groups == Word.NONE ? null : groups(ts, groups));
    List<Integer> keep = new ArrayList<>();
    for (int i = 0; i < Tuples.length(passFds); i++) {
      int fd = Numbers.asJavaInt(ts, Tuples.get(passFds, i));
      if (fd != errpipeWrite) {
        keep.add(fd);
      }
    }
    int mark = ts.rootMark();
    try {
      List<byte[]> files = new ArrayList<>();
      long list = Iteration.toTuple(ts, executables);
      ts.root(list);
      for (int i = 0; i < Tuples.length(list); i++) {
        files.add(Paths.bytes(ts, Paths.fspath(ts, Tuples.get(list, i))));
      }
      ChildProcess child =
          new ChildProcess(
              Spawning.list(ts, args, "fork_exec"),
              files,
              cwd == Word.NONE ? null : Paths.bytes(ts, Paths.fspath(ts, cwd)),
              env == Word.NONE ? null : bytesList(ts, env),
              new int[] {p2cread, c2pwrite, errwrite},
              closeFds ? keep : null,
              keep,
              setsid,
              group,
              mask,
              identity);
      return child.start(ts, errpipeWrite);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static List<Integer> groups(ThreadState ts, long groups) {
    List<Integer> all = new ArrayList<>();
    Iteration.forEach(
        ts,
        groups,
        (inner, item) -> {
          try {
            return all.add(Ids.of(inner, item, "gid"));
          } catch (Raised signal) {
            Errors.swallow(inner, signal, Exc.OverflowError);
            throw Errors.valueError(inner, "invalid group id");
          }
        });
    return all;
  }

  private static List<byte[]> bytesList(ThreadState ts, long env) {
    int mark = ts.rootMark();
    try {
      long items = Iteration.toTuple(ts, env);
      ts.root(items);
      List<byte[]> all = new ArrayList<>();
      for (int i = 0; i < Tuples.length(items); i++) {
        all.add(Paths.bytes(ts, Tuples.get(items, i)));
      }
      return all;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
