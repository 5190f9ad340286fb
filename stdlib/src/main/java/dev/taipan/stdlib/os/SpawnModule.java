package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;

/** {@code posix}: {@code posix_spawn} as it is, with its actions and attributes. */
@BuiltinModule("posix")
final class SpawnModule {
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
