package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;

/** {@code posix}: {@code posix_spawn} as it is, with its actions and attributes. */
@BuiltinModule("posix")
final class SpawnModule {
  private static final int NOWAIT = 1;
  private static final int NO_PROGRAM = 127;

  private SpawnModule() {}

  @Builtin(
      "posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=, resetids=False,"
          + " setsid=False, setsigmask=(), setsigdef=(), scheduler=)")
  static int spawn(
      ThreadState ts,
      long path,
      long argv,
      long env,
      long actions,
      long group,
      boolean resetIds,
      boolean session,
      long mask,
      long defaults,
      long scheduler) {
    SpawnOptions options =
        new SpawnOptions(actions, group, resetIds, session, mask, defaults, scheduler);
    return start(ts, Fn.POSIX_SPAWN, "posix_spawn", path, argv, env, options);
  }

  @Builtin(
      "posix_spawnp(path, argv, env, /, *, file_actions=(), setpgroup=, resetids=False,"
          + " setsid=False, setsigmask=(), setsigdef=(), scheduler=)")
  static int spawnp(
      ThreadState ts,
      long path,
      long argv,
      long env,
      long actions,
      long group,
      boolean resetIds,
      boolean session,
      long mask,
      long defaults,
      long scheduler) {
    SpawnOptions options =
        new SpawnOptions(actions, group, resetIds, session, mask, defaults, scheduler);
    return start(ts, Fn.POSIX_SPAWNP, "posix_spawnp", path, argv, env, options);
  }

  private static long spawnv(ThreadState ts, Fn call, int mode, long path, long argv, long env) {
    if (!Tuples.isTuple(ts, argv) && !Lists.isList(ts, argv)) {
      throw Errors.typeError(ts, "argv must be a tuple or a list");
    }
    List<byte[]> arguments = Spawning.list(ts, argv, "spawnv");
    if (arguments.isEmpty() || arguments.getFirst().length == 0) {
      throw Errors.valueError(ts, "argv first element cannot be empty");
    }
    SpawnOptions none =
        new SpawnOptions(Word.EMPTY, Word.EMPTY, false, false, Word.EMPTY, Word.EMPTY, Word.EMPTY);
    int pid;
    try {
      pid = start(ts, call, "spawnv", path, argv, env, none);
    } catch (Raised signal) {
      // Elsewhere a child that cannot start its program ends with this code.
      if (mode == NOWAIT) {
        throw signal;
      }
      Errors.swallow(ts, signal, Exc.OSError);
      return Word.boxInt(NO_PROGRAM);
    }
    if (mode == NOWAIT) {
      return Word.boxInt(pid);
    }
    long status = Tuples.get(ProcessModule.waitpid(ts, pid, 0), 1);
    return Word.boxInt(ProcessModule.exitCode(ts, (int) Word.unboxInt(status)));
  }

  @Builtin("spawnv(mode, file, args)")
  static long spawnv(ThreadState ts, int mode, long path, long argv) {
    return spawnv(ts, Fn.POSIX_SPAWN, mode, path, argv, Word.NONE);
  }

  @Builtin("spawnve(mode, file, args, env)")
  static long spawnve(ThreadState ts, int mode, long path, long argv, long env) {
    return spawnv(ts, Fn.POSIX_SPAWN, mode, path, argv, env);
  }

  @Builtin("spawnvp(mode, file, args)")
  static long spawnvp(ThreadState ts, int mode, long path, long argv) {
    return spawnv(ts, Fn.POSIX_SPAWNP, mode, path, argv, Word.NONE);
  }

  @Builtin("spawnvpe(mode, file, args, env)")
  static long spawnvpe(ThreadState ts, int mode, long path, long argv, long env) {
    return spawnv(ts, Fn.POSIX_SPAWNP, mode, path, argv, env);
  }

  private static int start(
      ThreadState ts,
      Fn call,
      String function,
      long path,
      long argv,
      long env,
      SpawnOptions options) {
    Paths.Name file = Paths.name(ts, path, function, "path");
    List<byte[]> arguments = Spawning.list(ts, argv, function);
    Spawning.checkArguments(ts, arguments, function);
    boolean own = env != Word.NONE;
    if (own && Attributes.find(ts, env, "keys") == 0L) {
      throw Errors.typeError(ts, "%s: environment must be a mapping object or None", function);
    }
    List<byte[]> pairs = own ? Spawning.environment(ts, env, function) : List.of();
    EnvironmentChanges.apply();
    try (Scratch name = Scratch.copy(file.bytes());
        Scratch args = Spawning.strings(arguments);
        Scratch table = Spawning.strings(pairs);
        Scratch pid = Scratch.of(8);
        SpawnPlan plan = new SpawnPlan()) {
      plan.read(ts, options);
      long variables = own ? table.address() : Spawning.environ();
      long at = name.address();
      int error =
          (int)
              Libc.blocking(
                  ts,
                  call,
                  pid.address(),
                  at,
                  plan.actions(),
                  plan.attributes(),
                  args.address(),
                  variables);
      if (error != 0) {
        throw OsErrors.of(ts, error, path);
      }
      return Memory.getInt(pid.address());
    }
  }
}
