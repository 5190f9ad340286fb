package dev.taipan.stdlib.abc;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import java.util.List;

/** What abstract base classes were told, for who keeps classes in a file. */
public final class AbcData {
  private AbcData() {}

  /** Whether a word is the object that an abstract class has as {@code _abc_impl}. */
  public static boolean is(ThreadState ts, long word) {
    return Hosts.orNull(ts, word) instanceof AbcDataType;
  }

  /** The classes that were registered. */
  public static List<PyType> registered(ThreadState ts, long data) {
    return List.copyOf(Hosts.get(ts, data, AbcDataType.class).registry());
  }

  /** A new one; what was found out is found out again. */
  public static long create(ThreadState ts, PyType[] registered) {
    AbcDataType data = new AbcDataType();
    for (PyType type : registered) {
      data.register(type);
    }
    return Hosts.create(ts, StandardLibrary.type(ts, AbcDataTypeTable.TABLE), data);
  }
}
