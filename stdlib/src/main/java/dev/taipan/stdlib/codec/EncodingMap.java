package dev.taipan.stdlib.codec;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import java.util.HashMap;
import java.util.Map;

/** From code points to bytes: a decoding table of 256 characters turned round. Never changes. */
@BuiltinType(name = "EncodingMap", subclassable = false)
final class EncodingMap extends HostObject {
  private static final int SIZE = 256;

  private final Map<Integer, Integer> bytes = new HashMap<>();

  private EncodingMap() {}

  static long build(ThreadState ts, long table) {
    if (!Strs.isStr(ts, table)) {
      throw Errors.typeError(
          ts, "charmap_build() argument must be str, not %s", ts.runtime().typeOf(table).name());
    }
    EncodingMap map = new EncodingMap();
    for (int i = 0; i < Math.min(SIZE, Strs.length(table)); i++) {
      int c = Strs.charAt(table, i);
      if (c != Charmap.UNDEFINED) {
        map.bytes.put(c, i);
      }
    }
    return Hosts.create(ts, StandardLibrary.type(ts, EncodingMapTable.TABLE), map);
  }

  /** The byte of a code point, -1 without one. */
  int get(int c) {
    return bytes.getOrDefault(c, -1);
  }

  @Builtin("size(self, /)")
  static int size(EncodingMap self) {
    return self.bytes.size();
  }
}
