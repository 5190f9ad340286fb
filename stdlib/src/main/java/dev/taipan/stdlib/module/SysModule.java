package dev.taipan.stdlib.module;

import dev.taipan.stdlib.NativeModules;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.importing.Importer;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code sys}: its functions; the values are in {@link SysValues}. */
@BuiltinModule("sys")
public final class SysModule {
  private SysModule() {}

  /** Makes the module and enters it into {@code sys.modules}. */
  public static long create(ThreadState ts, Startup startup) {
    try (RootScope roots = ts.roots()) {
      long sys = roots.keep(Modules.fromTable(ts, SysModuleTable.TABLE));
      fill(ts, sys, startup);
      return sys;
    }
  }

  private static void fill(ThreadState ts, long sys, Startup startup) {
    long dict = Modules.dict(ts, sys);
    Dicts.set(ts, ts.runtime().modules(), "sys", sys);
    Dicts.set(ts, dict, "modules", ts.runtime().modules());
    Dicts.set(ts, dict, "argv", list(ts, startup.arguments()));
    Dicts.set(ts, dict, "orig_argv", list(ts, startup.original()));
    SysHooks.add(ts, sys);
    long path = Lists.create(ts, 4);
    String more = System.getenv("PYTHONPATH");
    if (more != null && !more.isEmpty() && startup.flags().indexOf('E') < 0) {
      for (String entry : more.split(":", -1)) {
        Lists.append(ts, path, Strs.of(ts, entry));
      }
    }
    Lists.append(ts, path, Strs.of(ts, Importer.LIBRARY_PATH));
    // Folders that count as the library's: also programs that run isolated see them.
    for (String folder : System.getProperty("taipan.path", "").split(":", -1)) {
      if (!folder.isEmpty()) {
        Lists.append(ts, path, Strs.of(ts, folder));
      }
    }
    Dicts.set(ts, dict, "path", path);
    long names = Lists.create(ts, 32);
    for (String name : NativeModules.names()) {
      Lists.append(ts, names, Strs.of(ts, name));
    }
    for (String name : new String[] {"_thread", "builtins", "sys"}) {
      Lists.append(ts, names, Strs.of(ts, name));
    }
    Dicts.set(ts, dict, "builtin_module_names", Lists.toTuple(ts, names));
    SysValues.fill(ts, dict, startup);
  }

  /** The same {@code sys.flags}, but as under {@code -S}. */
  public static long flagsWithoutSite(ThreadState ts, long flags) {
    return SysValues.flagsWithoutSite(ts, flags);
  }

  /** Puts the program's own folder in front of {@code sys.path}. */
  public static void prependPath(ThreadState ts, String entry) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    Calls.named(ts, Attributes.get(ts, sys, "path"), "insert", Word.boxInt(0), Strs.of(ts, entry));
  }

  private static long list(ThreadState ts, Iterable<String> texts) {
    long list = Lists.create(ts, 4);
    for (String text : texts) {
      Lists.append(ts, list, Strs.of(ts, text));
    }
    return list;
  }

  @Builtin("exit(status=None, /)")
  static void exit(ThreadState ts, long status) {
    if (status == Word.NONE) {
      throw Errors.raiseBare(ts, Exc.SystemExit);
    }
    if (Tuples.isTuple(ts, status)) {
      throw ts.raise(Errors.create(ts, ts.runtime().types().exception(Exc.SystemExit), status));
    }
    throw Errors.raiseWith(ts, Exc.SystemExit, status);
  }

  @Builtin("getrecursionlimit()")
  static int getRecursionLimit(ThreadState ts) {
    return Interpreter.recursionLimit(ts);
  }

  @Builtin("setrecursionlimit(limit, /)")
  static void setRecursionLimit(ThreadState ts, int limit) {
    if (limit < 1) {
      throw Errors.valueError(ts, "recursion limit must be greater or equal than 1");
    }
    Interpreter.setRecursionLimit(ts, limit);
  }

  @Builtin("intern(string, /)")
  static long intern(ThreadState ts, long string) {
    if (!Strs.isExactStr(string)) {
      throw Errors.typeError(ts, "can't intern %s", ts.runtime().typeOf(string).name());
    }
    return ts.runtime().intern(ts, string);
  }

  @Builtin("_is_interned(string, /)")
  static boolean isInterned(long string) {
    return Strs.isInterned(string);
  }

  /**
   * References are not counted: every object answers what CPython answers for immortal ones, a
   * number that says nothing about the references there are.
   */
  @Builtin("getrefcount(object, /)")
  static long getRefcount(long object) {
    return Word.boxInt(0xFFFF_FFFFL);
  }

  @Builtin("_is_gil_enabled()")
  static boolean isGilEnabled() {
    return false;
  }

  @Builtin("is_finalizing()")
  static boolean isFinalizing(ThreadState ts) {
    return ExitFunctions.running(ts);
  }

  @Builtin("getdefaultencoding()")
  static String getDefaultEncoding() {
    return "utf-8";
  }

  @Builtin("getfilesystemencoding()")
  static String getFilesystemEncoding() {
    return "utf-8";
  }

  @Builtin("getfilesystemencodeerrors()")
  static String getFilesystemEncodeErrors() {
    return "surrogateescape";
  }

  @Builtin("getswitchinterval()")
  static double getSwitchInterval(ThreadState ts) {
    // There is no interpreter lock to hand over; the number is what programs expect to read.
    long known = Dicts.getStr(ts, StandardLibrary.of(ts).state(), intervalKey(ts));
    return known == Word.EMPTY ? 0.005 : Floats.value(ts, known);
  }

  private static long intervalKey(ThreadState ts) {
    return ts.runtime().intern(ts, "sys.switchinterval");
  }

  @Builtin("setswitchinterval(interval, /)")
  static void setSwitchInterval(ThreadState ts, double interval) {
    if (interval <= 0) {
      throw Errors.valueError(ts, "switch interval must be strictly positive");
    }
    long state = StandardLibrary.of(ts).state();
    Dicts.setStr(ts, state, intervalKey(ts), Word.boxDouble(interval));
  }

  @Builtin("get_int_max_str_digits()")
  static int getIntMaxStrDigits(ThreadState ts) {
    return ts.runtime().intMaxStrDigits();
  }

  @Builtin("set_int_max_str_digits(maxdigits)")
  static void setIntMaxStrDigits(ThreadState ts, int digits) {
    if (digits != 0 && digits < 640) {
      throw Errors.valueError(ts, "maxdigits must be 0 or larger than 640");
    }
    ts.runtime().setIntMaxStrDigits(digits);
  }

  @Builtin("_getframe(depth=0, /)")
  static long getFrame(ThreadState ts, int depth) {
    long frame = FrameObjects.current(ts, Math.max(depth, 0));
    if (frame == Word.EMPTY) {
      throw Errors.valueError(ts, "call stack is not deep enough");
    }
    return frame;
  }

  @Builtin("_getframemodulename(depth=0)")
  static long getFrameModuleName(ThreadState ts, int depth) {
    long frame = ts.frame();
    for (int i = 0; i < depth && frame != 0L; i++) {
      frame = dev.taipan.vm.memory.Memory.getLong(frame);
    }
    if (frame == 0L) {
      return Word.NONE;
    }
    long globals =
        dev.taipan.vm.memory.Memory.getLong(frame + dev.taipan.vm.layout.FrameLayout.GLOBALS);
    if (globals == 0L) {
      return Word.NONE;
    }
    long name = Dicts.getStr(ts, globals, ts.runtime().intern(ts, "__name__"));
    return name == 0L ? Word.NONE : name;
  }

  @Builtin("getsizeof(object, default=)")
  static long getSizeOf(ThreadState ts, long object, long fallback) {
    if (!Word.isCell(object)) {
      return Word.boxInt(8);
    }
    long size;
    try {
      long method = ts.runtime().typeOf(object).slot(ts, Slot.SIZEOF);
      size = Numbers.asJavaLong(ts, Calls.method0(ts, method, object));
    } catch (Raised signal) {
      if (fallback == Word.EMPTY || !Errors.pendingIs(ts, Exc.TypeError)) {
        throw signal;
      }
      ts.clearPending();
      return fallback;
    }
    if (size < 0) {
      throw Errors.valueError(ts, "__sizeof__() should return >= 0");
    }
    return Word.boxInt(size);
  }
}
