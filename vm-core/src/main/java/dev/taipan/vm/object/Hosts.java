package dev.taipan.vm.object;

import dev.taipan.vm.layout.HostLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;

/** From a word to the Java object behind it, and back. */
public final class Hosts {
  private Hosts() {}

  /** A new HOST cell of the type. */
  public static long create(ThreadState ts, PyType type, HostObject object) {
    Shape shape = type.shape();
    return HostLayout.create(ts, shape.id(), object, shape.attributeWords());
  }

  /** The Java object of a HOST cell, null for any other word. */
  public static Object orNull(ThreadState ts, long word) {
    if (!Word.isCell(word) || ts.runtime().shapes().get(Memory.getInt(word)).kind() != Kind.HOST) {
      return null;
    }
    return ts.runtime().hosts().get(HostLayout.index(word));
  }

  /** The Java object of a cell that is known to be a HOST cell of that class. */
  public static <T> T get(ThreadState ts, long word, Class<T> type) {
    return type.cast(ts.runtime().hosts().get(HostLayout.index(word)));
  }

  /** The Java object of the first argument of a raw method, which must be of the method's type. */
  public static <T> T receiver(
      ThreadState ts, Class<T> wanted, String method, String type, long args, int nargs) {
    if (nargs == 0) {
      throw Errors.typeError(ts, "descriptor '%s' of '%s' object needs an argument", method, type);
    }
    long self = Memory.getLong(args);
    Object host = orNull(ts, self);
    if (!wanted.isInstance(host)) {
      throw Errors.typeError(
          ts,
          "descriptor '%s' requires a '%s' object but received a '%s'",
          method,
          type,
          ts.runtime().typeOf(self).name());
    }
    return wanted.cast(host);
  }
}
