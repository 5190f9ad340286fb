package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _struct}. A few formats are used over and over, so their parsed forms are kept. */
@BuiltinModule("_struct")
public final class StructModule {
  /** More formats than this are not worth keeping: the cache is emptied. */
  private static final int CACHED = 100;

  private static final String CACHE = "_struct.cache";

  private StructModule() {}

  /** The error and the class. */
  public static void fill(ThreadState ts, long namespace) {
    StructFormat.ERROR.define(ts, namespace);
    Dicts.set(ts, namespace, "Struct", StandardLibrary.type(ts, StructTypeTable.TABLE).cell());
    cache(ts);
  }

  private static long cache(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    long key = ts.runtime().intern(ts, CACHE);
    long cache = Dicts.getStr(ts, state, key);
    if (cache == Word.EMPTY) {
      cache = Dicts.create(ts);
      Dicts.setStr(ts, state, key, cache);
    }
    return cache;
  }

  private static StructFormat format(ThreadState ts, long text) {
    boolean plain = dev.taipan.vm.object.Strs.isExactStr(text);
    long cache = cache(ts);
    long known = plain ? Dicts.getStr(ts, cache, text) : Word.EMPTY;
    if (known != Word.EMPTY) {
      return Hosts.get(ts, known, StructObject.class).format(ts);
    }
    StructFormat made = StructObject.parse(ts, text);
    if (plain && Dicts.size(ts, cache) < CACHED) {
      long kept =
          Hosts.create(ts, StandardLibrary.type(ts, StructTypeTable.TABLE), new StructObject(made));
      Dicts.setStr(ts, cache, text, kept);
    }
    return made;
  }

  @Builtin("calcsize(format, /)")
  static int calcsize(ThreadState ts, long format) {
    return format(ts, format).size();
  }

  @Builtin("_clearcache()")
  static void clearCache(ThreadState ts) {
    Dicts.setStr(
        ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, CACHE), Dicts.create(ts));
  }

  private static StructFormat first(
      ThreadState ts, String function, long args, int nargs, long kwnames) {
    if (kwnames != 0L) {
      throw Errors.typeError(ts, "_struct.%s() takes no keyword arguments", function);
    }
    if (nargs == 0) {
      throw Errors.typeError(ts, "missing format argument");
    }
    return format(ts, Memory.getLong(args));
  }

  @Builtin(value = "pack(*args)", raw = true)
  static long pack(ThreadState ts, long args, int nargs, long kwnames) {
    return StructObject.pack(ts, first(ts, "pack", args, nargs, kwnames), args + 8, nargs - 1);
  }

  @Builtin(value = "pack_into(*args)", raw = true)
  static long packInto(ThreadState ts, long args, int nargs, long kwnames) {
    StructObject.packInto(ts, first(ts, "pack_into", args, nargs, kwnames), args + 8, nargs - 1);
    return Word.NONE;
  }

  @Builtin("unpack(format, buffer, /)")
  static long unpack(ThreadState ts, long format, long buffer) {
    return StructObject.unpack(ts, format(ts, format), buffer);
  }

  @Builtin("unpack_from(format, /, buffer, offset=0)")
  static long unpackFrom(ThreadState ts, long format, long buffer, long offset) {
    return StructObject.unpackFrom(ts, format(ts, format), buffer, offset);
  }

  @Builtin("iter_unpack(format, buffer, /)")
  static long iterUnpack(ThreadState ts, long format, long buffer) {
    return StructObject.iterUnpack(ts, format(ts, format), buffer);
  }
}
