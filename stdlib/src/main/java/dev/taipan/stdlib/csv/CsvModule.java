package dev.taipan.stdlib.csv;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _csv}. */
@BuiltinModule("_csv")
public final class CsvModule {
  private static final long LIMIT = 128 * 1024;
  private static final String LIMIT_KEY = "_csv.limit";

  private CsvModule() {}

  /** The constants and classes. */
  public static void fill(ThreadState ts, long namespace) {
    String[] names = {"MINIMAL", "ALL", "NONNUMERIC", "NONE", "STRINGS", "NOTNULL"};
    for (int i = 0; i < names.length; i++) {
      Dicts.set(ts, namespace, "QUOTE_" + names[i], Word.boxInt(i));
    }
    Dialect.ERROR.define(ts, namespace);
    Dicts.set(ts, namespace, "Dialect", StandardLibrary.type(ts, DialectTypeTable.TABLE).cell());
    Dicts.set(ts, namespace, "Reader", StandardLibrary.type(ts, ReaderTypeTable.TABLE).cell());
    Dicts.set(ts, namespace, "Writer", StandardLibrary.type(ts, WriterTypeTable.TABLE).cell());
    Dicts.set(ts, namespace, "_dialects", Dialect.registry(ts));
    Dicts.set(ts, namespace, "__version__", Strs.of(ts, "1.0"));
  }

  /** The longest field of the runtime. */
  static long limit(ThreadState ts) {
    long word =
        Dicts.getStr(ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, LIMIT_KEY));
    return word == Word.EMPTY ? LIMIT : Ints.toLong(word);
  }

  @Builtin("field_size_limit(limit=, /)")
  static long fieldSizeLimit(ThreadState ts, long limit) {
    long old = limit(ts);
    if (limit != Word.EMPTY) {
      if (!Ints.isInt(ts, limit)) {
        throw Errors.typeError(ts, "limit must be an integer");
      }
      long fresh = Ints.of(ts, Numbers.asJavaLong(ts, limit));
      Dicts.setStr(ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, LIMIT_KEY), fresh);
    }
    return Ints.of(ts, old);
  }

  @Builtin("reader(iterable, dialect=, /, **fmtparams)")
  static long reader(ThreadState ts, long iterable, long dialect, long fmtparams) {
    int mark = ts.rootMark();
    try {
      ts.root(fmtparams);
      long input = Iteration.iter(ts, iterable);
      ts.root(input);
      long settings = Dialect.create(ts, dialect, fmtparams);
      return Hosts.create(
          ts, StandardLibrary.type(ts, ReaderTypeTable.TABLE), new ReaderObject(input, settings));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("writer(fileobj, dialect=, /, **fmtparams)")
  static long writer(ThreadState ts, long fileobj, long dialect, long fmtparams) {
    int mark = ts.rootMark();
    try {
      ts.root(fmtparams);
      long write = Attributes.findQuietly(ts, fileobj, ts.runtime().intern(ts, "write"));
      if (write == Word.EMPTY || !Calls.isCallable(ts, write)) {
        throw Errors.typeError(ts, "argument 1 must have a \"write\" method");
      }
      ts.root(write);
      long settings = Dialect.create(ts, dialect, fmtparams);
      return Hosts.create(
          ts, StandardLibrary.type(ts, WriterTypeTable.TABLE), new WriterObject(write, settings));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("register_dialect(name, dialect=, /, **fmtparams)")
  static void register(ThreadState ts, long name, long dialect, long fmtparams) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "dialect name must be a string");
    }
    int mark = ts.rootMark();
    try {
      ts.root(fmtparams);
      long made = Dialect.create(ts, dialect, fmtparams);
      ts.root(made);
      Dicts.set(ts, Dialect.registry(ts), name, made);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("unregister_dialect(name)")
  static void unregister(ThreadState ts, long name) {
    if (Dicts.delete(ts, Dialect.registry(ts), name) == Word.EMPTY) {
      throw Dialect.ERROR.raise(ts, "unknown dialect");
    }
  }

  @Builtin("get_dialect(name)")
  static long get(ThreadState ts, long name) {
    return Dialect.named(ts, name);
  }

  @Builtin("list_dialects()")
  static long list(ThreadState ts) {
    return Dicts.keysList(ts, Dialect.registry(ts));
  }
}
