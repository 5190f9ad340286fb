package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** The C library's two objects that say how a process is started, made from a program's options. */
final class SpawnPlan implements AutoCloseable {
  private static final int ACTIONS_BYTES = 128;
  private static final int ATTRIBUTES_BYTES = 512;
  private static final int RESET_IDS = 0x01;
  private static final int SET_GROUP = 0x02;
  private static final int SET_DEFAULTS = 0x04;
  private static final int SET_MASK = 0x08;
  private static final int SET_PARAMETERS = 0x10;
  private static final int SET_SCHEDULER = 0x20;
  private static final int SET_SESSION = 0x80;
  private static final int OPEN = 0;
  private static final int CLOSE = 1;
  private static final int DUP2 = 2;

  private final Scratch actions = Scratch.of(ACTIONS_BYTES);
  private final Scratch attributes = Scratch.of(ATTRIBUTES_BYTES);

  /** Names of files to open: the actions may point to them. */
  private final List<Scratch> names = new ArrayList<>();

  SpawnPlan() {
    Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_INIT, actions.address());
    Libc.call(Fn.POSIX_SPAWNATTR_INIT, attributes.address());
  }

  long actions() {
    return actions.address();
  }

  long attributes() {
    return attributes.address();
  }

  void read(ThreadState ts, SpawnOptions options) {
    readActions(ts, options.actions());
    int flags = options.resetIds() ? RESET_IDS : 0;
    flags |= options.session() ? SET_SESSION : 0;
    if (options.group() != Word.EMPTY) {
      flags |= SET_GROUP;
      int group = Numbers.asJavaInt(ts, options.group());
      Libc.call(Fn.POSIX_SPAWNATTR_SETPGROUP, attributes(), group);
    }
    flags |= signals(ts, options.mask(), Fn.POSIX_SPAWNATTR_SETSIGMASK, SET_MASK);
    flags |= signals(ts, options.defaults(), Fn.POSIX_SPAWNATTR_SETSIGDEFAULT, SET_DEFAULTS);
    flags |= scheduler(ts, options.scheduler());
    Libc.call(Fn.POSIX_SPAWNATTR_SETFLAGS, attributes(), flags);
  }

  /** The flag if the program gave a set of signals. */
  private int signals(ThreadState ts, long given, Fn setter, int flag) {
    if (given == Word.EMPTY) {
      return 0;
    }
    try (Scratch set = SignalSets.of(ts, given)) {
      Libc.call(setter, attributes(), set.address());
    }
    return flag;
  }

  private int scheduler(ThreadState ts, long given) {
    if (given == Word.EMPTY || given == Word.NONE) {
      return 0;
    }
    if (!Tuples.isTuple(ts, given)) {
      throw Errors.typeError(ts, "posix_spawn: scheduler must be a tuple or None");
    }
    if (Tuples.length(given) != 2) {
      throw Errors.typeError(ts, "A scheduler tuple must have two elements");
    }
    long policy = Tuples.get(given, 0);
    try (Scratch priority = Scratch.of(8)) {
      Memory.putInt(priority.address(), SchedModule.priority(ts, Tuples.get(given, 1)));
      Libc.call(Fn.POSIX_SPAWNATTR_SETSCHEDPARAM, attributes(), priority.address());
    }
    if (policy == Word.NONE) {
      return SET_PARAMETERS;
    }
    Libc.call(Fn.POSIX_SPAWNATTR_SETSCHEDPOLICY, attributes(), Numbers.asJavaInt(ts, policy));
    return SET_SCHEDULER;
  }

  private void readActions(ThreadState ts, long given) {
    if (given == Word.EMPTY || given == Word.NONE) {
      return;
    }
    if (!Iteration.isIterable(ts, given)) {
      throw Errors.typeError(ts, "file_actions must be a sequence or None");
    }
    int mark = ts.rootMark();
    try {
      long items = Iteration.toTuple(ts, given);
      ts.root(items);
      for (int i = 0; i < Tuples.length(items); i++) {
        action(ts, Tuples.get(items, i));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void action(ThreadState ts, long item) {
    if (!Tuples.isTuple(ts, item) || Tuples.length(item) == 0) {
      throw Errors.typeError(ts, "Each file_actions element must be a non-empty tuple");
    }
    int error =
        switch (Numbers.asJavaInt(ts, Tuples.get(item, 0))) {
          case OPEN -> open(ts, item);
          case CLOSE ->
              (int)
                  Libc.call(
                      Fn.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE,
                      actions(),
                      number(ts, item, 1, "close", 2));
          case DUP2 ->
              (int)
                  Libc.call(
                      Fn.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2,
                      actions(),
                      number(ts, item, 1, "dup2", 3),
                      number(ts, item, 2, "dup2", 3));
          default -> throw Errors.typeError(ts, "Unknown file_actions identifier");
        };
    if (error != 0) {
      throw OsErrors.of(ts, error);
    }
  }

  private static int number(ThreadState ts, long item, int index, String action, int length) {
    if (Tuples.length(item) != length) {
      throw Errors.typeError(ts, "A %s file_action tuple must have %d elements", action, length);
    }
    return Numbers.asJavaInt(ts, Tuples.get(item, index));
  }

  private int open(ThreadState ts, long item) {
    int fd = number(ts, item, 1, "open", 5);
    Scratch name = Scratch.copy(Paths.bytes(ts, Paths.fspath(ts, Tuples.get(item, 2))));
    names.add(name);
    int flags = number(ts, item, 3, "open", 5);
    int mode = number(ts, item, 4, "open", 5);
    return (int)
        Libc.call(
            Fn.POSIX_SPAWN_FILE_ACTIONS_ADDOPEN, actions(), fd, name.address(), flags, mode, 0);
  }

  @Override
  public void close() {
    Libc.call(Fn.POSIX_SPAWN_FILE_ACTIONS_DESTROY, actions());
    Libc.call(Fn.POSIX_SPAWNATTR_DESTROY, attributes());
    names.forEach(Scratch::close);
    actions.close();
    attributes.close();
  }
}
