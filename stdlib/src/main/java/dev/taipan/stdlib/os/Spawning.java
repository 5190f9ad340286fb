package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Linker;
import java.util.ArrayList;
import java.util.List;

/** Starting other programs: argument lists and environments as C has them. */
final class Spawning {
  private Spawning() {}

  /** An array of pointers to strings, and the strings, in one piece of memory. */
  static Scratch strings(List<byte[]> items) {
    long head = 8L * (items.size() + 1);
    long size = head;
    for (byte[] item : items) {
      size += item.length + 1;
    }
    Scratch scratch = Scratch.of(size);
    long at = scratch.address() + head;
    for (int i = 0; i < items.size(); i++) {
      Memory.putLong(scratch.address() + 8L * i, at);
      byte[] item = items.get(i);
      Memory.copyIn(item, 0, at, item.length);
      at += item.length + 1;
    }
    return scratch;
  }

  /** The names of a sequence of paths. */
  static List<byte[]> list(ThreadState ts, long sequence, String function) {
    if (!Tuples.isTuple(ts, sequence) && !Lists.isList(ts, sequence)) {
      throw Errors.typeError(ts, "%s: argv must be a tuple or list", function);
    }
    int mark = ts.rootMark();
    try {
      long items = Iteration.toTuple(ts, sequence);
      ts.root(items);
      List<byte[]> all = new ArrayList<>();
      for (int i = 0; i < Tuples.length(items); i++) {
        all.add(Paths.bytes(ts, Paths.fspath(ts, Tuples.get(items, i))));
      }
      return all;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code name=value} for each item of a mapping. */
  static List<byte[]> environment(ThreadState ts, long mapping, String function) {
    int mark = ts.rootMark();
    try {
      long givenKeys = Calls.named(ts, mapping, "keys");
      ts.root(givenKeys);
      long keys = Iteration.toTuple(ts, givenKeys);
      ts.root(keys);
      long givenValues = Calls.named(ts, mapping, "values");
      ts.root(givenValues);
      long values = Iteration.toTuple(ts, givenValues);
      ts.root(values);
      List<byte[]> all = new ArrayList<>();
      for (int i = 0; i < Tuples.length(keys); i++) {
        byte[] name = Paths.bytes(ts, Paths.fspath(ts, Tuples.get(keys, i)));
        byte[] value = Paths.bytes(ts, Paths.fspath(ts, Tuples.get(values, i)));
        if (name.length == 0
            || new String(name, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('=', 1)
                >= 0) {
          throw Errors.valueError(ts, "illegal environment variable name");
        }
        ByteArrayOutputStream pair = new ByteArrayOutputStream();
        pair.writeBytes(name);
        pair.write('=');
        pair.writeBytes(value);
        all.add(pair.toByteArray());
      }
      return all;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The C library's table of the environment. */
  static long environ() {
    long variable = Linker.nativeLinker().defaultLookup().find("environ").orElseThrow().address();
    return Memory.getLong(variable);
  }

  static void exec(ThreadState ts, long path, long argv, long env) {
    byte[] file = Paths.bytes(ts, Paths.fspath(ts, path));
    List<byte[]> arguments = list(ts, argv, env == Word.EMPTY ? "execv" : "execve");
    String function = env == Word.EMPTY ? "execv" : "execve";
    checkArguments(ts, arguments, function);
    List<byte[]> pairs = env == Word.EMPTY ? List.of() : environment(ts, env, "execve");
    EnvironmentChanges.apply();
    JvmDescriptors.closeAtExec();
    try (Scratch name = Scratch.copy(file);
        Scratch args = strings(arguments);
        Scratch environment = strings(pairs)) {
      long table = env == Word.EMPTY ? environ() : environment.address();
      Libc.call(Fn.EXECVE, name.address(), args.address(), table);
      throw OsErrors.last(ts, path);
    }
  }

  static void checkArguments(ThreadState ts, List<byte[]> arguments, String function) {
    if (arguments.isEmpty()) {
      throw Errors.valueError(ts, "%s: argv must not be empty", function);
    }
    if (arguments.getFirst().length == 0) {
      throw Errors.valueError(ts, "%s: argv first element cannot be empty", function);
    }
  }
}
