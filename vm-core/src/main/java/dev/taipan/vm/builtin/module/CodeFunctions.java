package dev.taipan.vm.builtin.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.AnextAwaitable;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Frames;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** Functions of {@code builtins} that compile, run code or look at the caller's names. */
@BuiltinModule("builtins")
final class CodeFunctions {
  private CodeFunctions() {}

  @Builtin(
      "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *,"
          + " _feature_version=-1)")
  static long compile(
      ThreadState ts,
      long source,
      long filename,
      String mode,
      int flags,
      boolean dontInherit,
      int optimize,
      int featureVersion) {
    return Compilation.compile(
        ts, source, path(ts, filename), mode, flags, !dontInherit, optimize, featureVersion);
  }

  private static String path(ThreadState ts, long filename) {
    if (Strs.isStr(ts, filename)) {
      return Strs.toJava(filename);
    }
    if (ts.runtime().kindOf(filename) == Kind.BYTES) {
      return Strs.toJava(Calls.named(ts, filename, "decode"));
    }
    long method = ts.runtime().typeOf(filename).slot(ts, Slot.FSPATH);
    if (method == 0L) {
      throw Errors.typeError(
          ts,
          "expected str, bytes or os.PathLike object, not %s",
          ts.runtime().typeOf(filename).name());
    }
    return Representation.strText(ts, Calls.method0(ts, method, filename));
  }

  @Builtin("exec(source, globals=None, locals=None, /, *, closure=None)")
  static void exec(ThreadState ts, long source, long globals, long locals, long closure) {
    Compilation.run(ts, "exec", source, globals, locals, closure == 0L ? Word.NONE : closure);
  }

  @Builtin("eval(source, globals=None, locals=None, /)")
  static long eval(ThreadState ts, long source, long globals, long locals) {
    return Compilation.run(ts, "eval", source, globals, locals, Word.NONE);
  }

  @Builtin("globals()")
  static long globals(ThreadState ts) {
    return Frames.globals(ts);
  }

  @Builtin("locals()")
  static long locals(ThreadState ts) {
    long locals = FrameObjects.currentLocals(ts);
    if (locals == Word.EMPTY) {
      throw Errors.raise(ts, Exc.SystemError, "frame does not exist");
    }
    return locals;
  }

  @Builtin("vars(object=, /)")
  static long vars(ThreadState ts, long object) {
    if (object == 0L) {
      return locals(ts);
    }
    long dict = Attributes.findQuietly(ts, object, ts.runtime().intern(ts, "__dict__"));
    if (dict == 0L) {
      throw Errors.typeError(ts, "vars() argument must have __dict__ attribute");
    }
    return dict;
  }

  @Builtin(value = "breakpoint(*args, **kws)", raw = true)
  static long breakpoint(ThreadState ts, long args, int nargs, long kwnames) {
    long hook = Attributes.findQuietly(ts, sys(ts), ts.runtime().intern(ts, "breakpointhook"));
    if (hook == 0L) {
      throw Errors.runtimeError(ts, "lost sys.breakpointhook");
    }
    return Calls.call(ts, hook, args, nargs, kwnames);
  }

  private static long sys(ThreadState ts) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    if (sys == 0L) {
      throw Errors.runtimeError(ts, "lost sys module");
    }
    return sys;
  }

  /** A standard file that {@code input} uses; None counts as lost. */
  private static long stream(ThreadState ts, String name) {
    long file = Attributes.findQuietly(ts, sys(ts), ts.runtime().intern(ts, name));
    if (file == 0L || file == Word.NONE) {
      throw Errors.runtimeError(ts, "input(): lost sys.%s", name);
    }
    ts.root(file);
    return file;
  }

  @Builtin("input(prompt='', /)")
  static long input(ThreadState ts, long prompt) {
    int mark = ts.rootMark();
    try {
      long stdin = stream(ts, "stdin");
      long stdout = stream(ts, "stdout");
      flush(ts, stream(ts, "stderr"));
      if (prompt != 0L) {
        Calls.named(ts, stdout, "write", Representation.str(ts, prompt));
      }
      flush(ts, stdout);
      long line = Calls.named(ts, stdin, "readline");
      if (ts.runtime().kindOf(line) == Kind.BYTES) {
        byte[] bytes = Buffers.require(ts, line);
        requireLine(ts, bytes.length);
        boolean ended = bytes[bytes.length - 1] == '\n';
        return ended ? ByteStrings.of(ts, Arrays.copyOf(bytes, bytes.length - 1)) : line;
      }
      if (!Strs.isStr(ts, line)) {
        throw Errors.typeError(ts, "object.readline() returned non-string");
      }
      String text = Strs.toJava(line);
      requireLine(ts, text.length());
      return text.endsWith("\n") ? Strs.of(ts, text.substring(0, text.length() - 1)) : line;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void requireLine(ThreadState ts, int length) {
    if (length == 0) {
      throw Errors.raise(ts, Exc.EOFError, "EOF when reading a line");
    }
  }

  /** A file that cannot be flushed is no reason not to read. */
  private static void flush(ThreadState ts, long file) {
    try {
      Calls.named(ts, file, "flush");
    } catch (Raised signal) {
      ts.clearPending();
    }
  }

  @Builtin("aiter(async_iterable, /)")
  static long aiter(ThreadState ts, long iterable) {
    PyType type = ts.runtime().typeOf(iterable);
    long method = type.slot(ts, Slot.AITER);
    if (method == 0L) {
      throw Errors.typeError(ts, "'%s' object is not an async iterable", type.name());
    }
    long iterator = Calls.method0(ts, method, iterable);
    PyType made = ts.runtime().typeOf(iterator);
    if (made.slot(ts, Slot.ANEXT) == 0L) {
      throw Errors.typeError(
          ts, "aiter() returned not an async iterator of type '%s'", made.name());
    }
    return iterator;
  }

  @Builtin("anext(aiterator, default=, /)")
  static long anext(ThreadState ts, long iterator, long fallback) {
    PyType type = ts.runtime().typeOf(iterator);
    long method = type.slot(ts, Slot.ANEXT);
    if (method == 0L) {
      throw Errors.typeError(ts, "'%s' object is not an async iterator", type.name());
    }
    long awaitable = Calls.method0(ts, method, iterator);
    return fallback == 0L ? awaitable : AnextAwaitable.create(ts, awaitable, fallback);
  }
}
