package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import java.util.TreeSet;

/** Abstract classes: the flag that instantiation checks, and its message. */
final class Abstracts {
  private Abstracts() {}

  static void set(ThreadState ts, PyType type, long methods) {
    long name = ts.runtime().intern(ts, "__abstractmethods__");
    boolean any = methods != 0L && Truth.isTrue(ts, methods);
    if (!type.set(ts, name, methods)) {
      throw Errors.noAttribute(ts, type.cell(), name);
    }
    type.mark(PyType.Flag.ABSTRACT, any);
  }

  static RuntimeException cannotInstantiate(ThreadState ts, PyType type) {
    long methods = Dicts.getStr(ts, type.dict(), ts.runtime().intern(ts, "__abstractmethods__"));
    TreeSet<String> names = new TreeSet<>();
    long tuple = Iteration.toTuple(ts, methods);
    for (int i = 0; i < Tuples.length(tuple); i++) {
      names.add("'" + Strs.toJava(Tuples.get(tuple, i)) + "'");
    }
    return Errors.typeError(
        ts,
        "Can't instantiate abstract class %s without an implementation for abstract method%s %s",
        type.name(),
        names.size() == 1 ? "" : "s",
        String.join(", ", names));
  }
}
