package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/** {@code _io}: opening files. */
@BuiltinModule("_io")
public final class IoModule {
  private IoModule() {}

  /** The types and constants of the module. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "DEFAULT_BUFFER_SIZE", Word.boxInt(BufferedFile.DEFAULT_SIZE));
    for (BuiltinTable table : IoTypes.TABLES) {
      Dicts.set(ts, namespace, table.name(), StandardLibrary.type(ts, table).cell());
    }
    Dicts.set(ts, namespace, "open", OpenFunction.kept(ts));
    long blocking = ts.runtime().types().exception(Exc.BlockingIOError).cell();
    Dicts.set(ts, namespace, "BlockingIOError", blocking);
    Dicts.set(ts, namespace, "UnsupportedOperation", unsupportedOperation(ts));
  }

  private static long unsupportedOperation(ThreadState ts) {
    Types types = ts.runtime().types();
    PyType[] bases = {types.exception(Exc.OSError), types.exception(Exc.ValueError)};
    String name = "UnsupportedOperation";
    long body = Dicts.create(ts);
    Dicts.set(ts, body, "__module__", Strs.of(ts, "io"));
    // Not by calling type: the module may be made where no Python code may run.
    PyType made = ClassBuilder.build(ts, types.type, name, bases, body, null, false, false);
    made.setQualname(ts.runtime().intern(ts, name));
    return made.cell();
  }

  @Builtin("text_encoding(encoding, stacklevel=2, /)")
  static long textEncoding(ThreadState ts, long encoding, int level) {
    if (encoding != Word.NONE) {
      return encoding;
    }
    TextDefaults defaults = StandardLibrary.of(ts).textDefaults();
    defaults.warn(ts, level);
    return Strs.of(ts, defaults.utf8() ? "utf-8" : "locale");
  }

  @Builtin("open_code(path)")
  static long openCode(ThreadState ts, long path) {
    if (!Strs.isStr(ts, path)) {
      throw Errors.typeError(
          ts, "open_code() argument 'path' must be str, not %s", ts.runtime().typeOf(path).name());
    }
    return open(ts, path, "rb", Word.boxInt(-1), Word.NONE, Word.NONE, Word.NONE, true, Word.NONE);
  }

  /** What the function of the builtins does; the module holds that same function. */
  static long open(
      ThreadState ts,
      long file,
      String mode,
      long buffering,
      long encoding,
      long errors,
      long newline,
      boolean closefd,
      long opener) {
    OpenMode parsed = OpenMode.parse(ts, mode);
    int size = buffering == Word.EMPTY ? -1 : Numbers.asJavaInt(ts, buffering);
    parsed.checkBinary(ts, encoding, errors, newline);
    int mark = ts.rootMark();
    try {
      long rawMode = Strs.of(ts, parsed.raw());
      ts.root(rawMode);
      long raw = make(ts, FileIoTypeTable.TABLE, file, rawMode, Word.boxBool(closefd), opener);
      int slot = ts.root(raw);
      try {
        return layers(ts, parsed, mode, raw, slot, size, new long[] {encoding, errors, newline});
      } catch (Raised signal) {
        closeFailed(ts, ts.rootAt(slot));
        throw signal;
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** An instance of what the module has under a type's name: a program may have put another. */
  private static long make(ThreadState ts, BuiltinTable table, long... arguments) {
    long module = StandardLibrary.of(ts).importer().load(ts, "_io");
    if (!Modules.isLate(ts, module)) {
      return Calls.named(ts, module, table.name(), arguments);
    }
    int mark = ts.rootMark();
    try {
      long args = ts.rootAddress();
      ts.rootAll(arguments);
      long type = StandardLibrary.type(ts, table).cell();
      return Calls.call(ts, type, args, arguments.length, Word.EMPTY);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void closeFailed(ThreadState ts, long raw) {
    long error = ts.takePending();
    int mark = ts.rootMark();
    ts.root(error);
    try {
      Calls.named(ts, raw, "close");
    } catch (Raised second) {
      ts.takePending();
    } finally {
      ts.rootRelease(mark);
    }
    ts.raise(error);
  }

  private static long layers(
      ThreadState ts, OpenMode parsed, String mode, long raw, int slot, int size, long[] text) {
    boolean terminal = size < 0 && Truth.isTrue(ts, Calls.named(ts, raw, "isatty"));
    boolean lines = size == 1 && !parsed.binary() || terminal;
    if (size == 1 && parsed.binary()) {
      Warnings.warn(
          ts,
          Exc.RuntimeWarning,
          "line buffering (buffering=1) isn't supported in binary mode, the default buffer size"
              + " will be used");
    }
    int buffer = size < 0 || size == 1 ? BufferedFile.DEFAULT_SIZE : size;
    if (size == 0) {
      if (!parsed.binary()) {
        throw Errors.valueError(ts, "can't have unbuffered text I/O");
      }
      return raw;
    }
    BuiltinTable table =
        parsed.updating()
            ? BufferedRandomTypeTable.TABLE
            : parsed.kind() == 'r' ? BufferedReaderTypeTable.TABLE : BufferedWriterTypeTable.TABLE;
    long type = StandardLibrary.type(ts, table).cell();
    long buffered = Calls.call2(ts, type, raw, Word.boxInt(buffer));
    if (parsed.binary()) {
      return buffered;
    }
    ts.setRoot(slot, buffered);
    long wrapper = wrap(ts, buffered, text, lines);
    ts.root(wrapper);
    Attributes.set(ts, wrapper, ts.runtime().intern(ts, "mode"), Strs.of(ts, mode));
    return wrapper;
  }

  /** A text file; its encoding, errors and newline are those of {@code open}. */
  private static long wrap(ThreadState ts, long buffered, long[] text, boolean lines) {
    return make(
        ts, TextIoWrapperTypeTable.TABLE, buffered, text[0], text[1], text[2], Word.boxBool(lines));
  }
}
