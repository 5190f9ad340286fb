package dev.taipan.vm.object;

import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.layout.BuiltinLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Calling any object from Java.
 *
 * <p>Arguments lie in memory: positional words at {@code args}, keyword values behind them, the
 * keywords' names in the tuple {@code kwnames} (EMPTY for none). Callers that start from Java
 * values use {@code call0} to {@code call3}, which put the words on the thread's root stack: that
 * roots them and is the argument area in one.
 */
public final class Calls {
  private Calls() {}

  public static long call(ThreadState ts, long callable, long args, int nargs, long kwnames) {
    ts.mayPoll(callable, kwnames);
    Runtime runtime = ts.runtime();
    return switch (runtime.kindOf(callable)) {
      case FUNCTION -> Interpreter.call(ts, callable, args, nargs, kwnames);
      case BUILTIN -> builtin(ts, runtime, callable, args, nargs, kwnames);
      case METHOD, BUILTIN_METHOD, METHOD_WRAPPER ->
          callWithSelf(
              ts,
              MethodLayout.function(callable),
              MethodLayout.self(callable),
              args,
              nargs,
              kwnames);
      case CLASS -> ofClass(ts, Classes.of(ts, callable), args, nargs, kwnames);
      default -> special(ts, callable, args, nargs, kwnames);
    };
  }

  private static long builtin(
      ThreadState ts, Runtime runtime, long callable, long args, int nargs, long kwnames) {
    return ((BuiltinFunction) runtime.hosts().get(BuiltinLayout.host(callable)))
        .call(ts, args, nargs, kwnames);
  }

  private static long special(ThreadState ts, long callable, long args, int nargs, long kwnames) {
    PyType type = ts.runtime().typeOf(callable);
    long method = type.slot(ts, Slot.CALL);
    if (method == 0L) {
      throw Errors.typeError(
          ts, "'%s' object is not callable%s", type.name(), meantModule(ts, callable));
    }
    return methodVector(ts, method, callable, args, nargs, kwnames);
  }

  /** Who calls a module that holds a callable of its own name most likely means that. */
  private static String meantModule(ThreadState ts, long callable) {
    if (!(Hosts.orNull(ts, callable) instanceof PyModule module)) {
      return "";
    }
    long name = Dicts.getStr(ts, module.dict(), ts.runtime().intern(ts, "__name__"));
    if (name == 0L || !Strs.isStr(ts, name)) {
      return "";
    }
    long meant = Dicts.getStr(ts, module.dict(), ts.runtime().intern(ts, name));
    String text = Strs.toJava(name);
    return meant != 0L && isCallable(ts, meant)
        ? ". Did you mean: '" + text + "." + text + "(...)'?"
        : "";
  }

  /**
   * Calling a class: the metaclass's {@code __call__} if a script has one, else {@link #construct}.
   */
  private static long ofClass(ThreadState ts, PyType type, long args, int nargs, long kwnames) {
    long method = type.metaclass().slot(ts, Slot.CALL);
    if (method == ts.runtime().types().typeCall) {
      return construct(ts, type, args, nargs, kwnames);
    }
    return methodVector(ts, method, type.cell(), args, nargs, kwnames);
  }

  /** {@code type.__call__}: {@code __new__}, then {@code __init__} if the result is an instance. */
  public static long construct(ThreadState ts, PyType type, long args, int nargs, long kwnames) {
    Runtime runtime = ts.runtime();
    if (type == runtime.types().type && nargs == 1 && kwnames == 0L) {
      return runtime.typeOf(Memory.getLong(args)).cell();
    }
    long maker = type.slot(ts, Slot.NEW);
    if (maker == 0L) {
      throw Errors.typeError(ts, "cannot create '%s' instances", type.name());
    }
    if (maker == runtime.types().objectNew && type.kind() != Kind.INSTANCE) {
      throw Errors.typeError(ts, "cannot create '%s' instances", type.name());
    }
    if (kwnames == 0L && isPlainException(ts, type, maker)) {
      return Errors.create(ts, type, Tuples.fromMemory(ts, args, nargs));
    }
    int mark = ts.rootMark();
    try {
      long function = makerFunction(ts, maker, type);
      ts.root(function);
      long object = callWithSelf(ts, function, type.cell(), args, nargs, kwnames);
      ts.root(object);
      PyType made = runtime.typeOf(object);
      if (made.hasFinalizer() && made.kind() != Kind.INSTANCE && Word.isCell(object)) {
        // Plain instances are registered where they are made.
        ts.heap.finalizers.register(object);
      }
      boolean initializes =
          made.slot(ts, Slot.INIT) != runtime.types().objectInit
              || maker == runtime.types().objectNew;
      if (initializes && made.isSubtypeOf(type)) {
        initialize(ts, made, object, args, nargs, kwnames);
      }
      return object;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Calls an instance's {@code __init__}; the caller holds the instance. */
  static void initialize(
      ThreadState ts, PyType made, long object, long args, int nargs, long kwnames) {
    long result = methodVector(ts, made.slot(ts, Slot.INIT), object, args, nargs, kwnames);
    if (result != Word.NONE) {
      throw Errors.typeError(
          ts, "__init__() should return None, not '%s'", ts.runtime().typeOf(result).name());
    }
  }

  /** Whether both methods that make an instance are BaseException's: they keep the arguments. */
  private static boolean isPlainException(ThreadState ts, PyType type, long maker) {
    PyType base = ts.runtime().types().exception(Exc.BaseException);
    return type.kind() == base.kind()
        && maker == base.slot(ts, Slot.NEW)
        && type.slot(ts, Slot.INIT) == base.slot(ts, Slot.INIT)
        && !type.hasFinalizer();
  }

  /** {@code __new__} as it is called: what reading it through the class gives. */
  private static long makerFunction(ThreadState ts, long maker, PyType type) {
    return Hosts.orNull(ts, maker) instanceof StaticMethod method
        ? method.function()
        : Descriptors.getFromClass(ts, maker, type);
  }

  /** Calls with one more positional argument in front. */
  public static long callWithSelf(
      ThreadState ts, long callable, long self, long args, int nargs, long kwnames) {
    int mark = ts.rootMark();
    try {
      long copy = ts.rootAddress();
      ts.root(self);
      int words = nargs + (kwnames == 0L ? 0 : TupleLayout.length(kwnames));
      for (int i = 0; i < words; i++) {
        ts.root(Memory.getLong(args + 8L * i));
      }
      return call(ts, callable, copy, nargs + 1, kwnames);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * Calls what a class's namespace holds as a method of {@code self}: unbound functions directly,
   * others through {@code __get__}.
   */
  public static long methodVector(
      ThreadState ts, long method, long self, long args, int nargs, long kwnames) {
    if (Attributes.isMethod(ts, method)) {
      return callWithSelf(ts, method, self, args, nargs, kwnames);
    }
    long bound = Descriptors.get(ts, method, self, ts.runtime().typeOf(self));
    int mark = ts.rootMark();
    ts.root(bound);
    try {
      return call(ts, bound, args, nargs, kwnames);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** For {@code __call__} of callable objects: the first argument is the callable. */
  public static long callFromFirst(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs == 0) {
      throw Errors.typeError(ts, "descriptor '__call__' needs an argument");
    }
    return callFromFirst(ts, Memory.getLong(args), args, nargs, kwnames);
  }

  /** As above, with another object called in place of the first argument. */
  public static long callFromFirst(
      ThreadState ts, long callable, long args, int nargs, long kwnames) {
    return call(ts, callable, args + 8, nargs - 1, kwnames);
  }

  public static long call0(ThreadState ts, long callable) {
    return call(ts, callable, ts.rootAddress(), 0, 0L);
  }

  public static long call1(ThreadState ts, long callable, long a) {
    if (Interpreter.isExact(callable, 1)) {
      return Interpreter.callExact(ts, callable, a, Word.EMPTY);
    }
    int mark = ts.rootMark();
    try {
      if (Hosts.orNull(ts, callable) instanceof HostCallable host) {
        ts.root(callable);
        ts.root(a);
        return host.call(ts, a);
      }
      long args = ts.rootAddress();
      ts.root(a);
      return call(ts, callable, args, 1, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static long call2(ThreadState ts, long callable, long a, long b) {
    if (Interpreter.isExact(callable, 2)) {
      return Interpreter.callExact(ts, callable, a, b);
    }
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(a);
      ts.root(b);
      return call(ts, callable, args, 2, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static long call3(ThreadState ts, long callable, long a, long b, long c) {
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(a);
      ts.root(b);
      ts.root(c);
      return call(ts, callable, args, 3, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Calls a class-level method word with {@code self} alone. */
  public static long method0(ThreadState ts, long method, long self) {
    if (Attributes.isMethod(ts, method)) {
      return call1(ts, method, self);
    }
    int mark = ts.rootMark();
    try {
      return callBound(ts, method, self, ts.rootAddress(), 0);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Calls a class-level method word with {@code self} and one argument. */
  public static long method1(ThreadState ts, long method, long self, long a) {
    if (Attributes.isMethod(ts, method)) {
      return call2(ts, method, self, a);
    }
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(a);
      return callBound(ts, method, self, args, 1);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Calls a class-level method word with {@code self} and two arguments. */
  public static long method2(ThreadState ts, long method, long self, long a, long b) {
    if (Attributes.isMethod(ts, method)) {
      return call3(ts, method, self, a, b);
    }
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.root(a);
      ts.root(b);
      return callBound(ts, method, self, args, 2);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Calls what {@code __get__} makes of a method word; the caller releases the roots. */
  private static long callBound(ThreadState ts, long method, long self, long args, int nargs) {
    ts.root(self);
    long bound = Descriptors.get(ts, method, self, ts.runtime().typeOf(self));
    ts.root(bound);
    return call(ts, bound, args, nargs, 0L);
  }

  /** Calls {@code object.name(...)} by a Java string, with the arguments given. */
  public static long named(ThreadState ts, long object, String name, long... arguments) {
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      for (long argument : arguments) {
        ts.root(argument);
      }
      ts.root(object);
      long callable = Attributes.get(ts, object, name);
      ts.root(callable);
      return call(ts, callable, args, arguments.length, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * How errors about a call name the callable: {@code name()} with its module or class, or the
   * object's str.
   */
  public static String describe(ThreadState ts, long callable) {
    long name = Attributes.findQuietly(ts, callable, ts.runtime().intern(ts, "__qualname__"));
    if (name == 0L) {
      return Representation.strText(ts, callable);
    }
    String text = Representation.strText(ts, name) + "()";
    long module = Attributes.findQuietly(ts, callable, ts.runtime().intern(ts, "__module__"));
    if (module == 0L || module == Word.NONE) {
      return text;
    }
    String shown = Representation.strText(ts, module);
    return shown.equals("builtins") ? text : shown + "." + text;
  }

  public static boolean isCallable(ThreadState ts, long object) {
    return switch (ts.runtime().kindOf(object)) {
      case FUNCTION, BUILTIN, METHOD, BUILTIN_METHOD, METHOD_WRAPPER, CLASS -> true;
      default -> ts.runtime().typeOf(object).slot(ts, Slot.CALL) != 0L;
    };
  }
}
