package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.layout.BuiltinLayout;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** Functions, methods and builtins as objects. */
public final class Functions {
  private Functions() {}

  /**
   * A BUILTIN cell of one of the types that builtins have (function, method descriptor, slot
   * wrapper).
   */
  public static long builtin(ThreadState ts, PyType type, BuiltinFunction function) {
    long cell = BuiltinLayout.create(ts, function.index(), function.self(), 0L);
    BuiltinLayout.setHost(cell, ts.runtime().hosts().add(ts, function, cell));
    Memory.putIntRelease(cell + Cells.ID, type.shape().id());
    return cell;
  }

  public static BuiltinFunction builtinOf(ThreadState ts, long cell) {
    return (BuiltinFunction) ts.runtime().hosts().get(BuiltinLayout.host(cell));
  }

  /** Whether a BUILTIN cell takes its receiver as the first argument. */
  public static boolean isMethod(ThreadState ts, long builtin) {
    return Cells.id(builtin) != ts.runtime().types().builtinFunction.shape().id();
  }

  /** A bound method. */
  public static long bind(ThreadState ts, long function, long self) {
    return MethodLayout.create(ts, function, self);
  }

  /** The name of a builtin. */
  static String name(ThreadState ts, long builtin) {
    return builtinOf(ts, builtin).name();
  }

  /** A function's {@code __dict__}, made when it is first asked for. */
  static long dict(ThreadState ts, long function) {
    long dict = FunctionLayout.dict(function);
    if (dict != 0L) {
      return dict;
    }
    long fresh = Dicts.create(ts);
    ObjectLock.beginWrite(ts, function);
    try {
      dict = FunctionLayout.dict(function);
      if (dict == 0L) {
        FunctionLayout.setDict(function, fresh);
        dict = fresh;
      }
      return dict;
    } finally {
      ObjectLock.endWrite(ts, function);
    }
  }
}
