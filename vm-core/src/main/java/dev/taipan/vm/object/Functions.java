package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.layout.BuiltinLayout;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

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

  /** What stands behind a built-in function, bound or not. */
  public static BuiltinFunction behind(ThreadState ts, long cell) {
    return builtinOf(ts, MethodLayout.isBound(cell) ? MethodLayout.function(cell) : cell);
  }

  /** A bound method: which kind is for the function to say. */
  public static long bind(ThreadState ts, long function, long self) {
    return MethodLayout.create(ts, boundKind(ts, function), function, self);
  }

  private static Kind boundKind(ThreadState ts, long function) {
    if (!Word.isCell(function)) {
      return Kind.METHOD;
    }
    int id = Cells.id(function);
    Types types = ts.runtime().types();
    if (id == types.methodDescriptor.shape().id()) {
      return Kind.BUILTIN_METHOD;
    }
    return id == types.wrapperDescriptor.shape().id() ? Kind.METHOD_WRAPPER : Kind.METHOD;
  }

  /** The name of a builtin. */
  static String name(ThreadState ts, long builtin) {
    return behind(ts, builtin).name();
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
