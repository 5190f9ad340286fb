package dev.taipan.stdlib.binary;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code struct.Struct}. */
@BuiltinType(name = "Struct", module = "_struct")
final class StructType {
  private StructType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args, long kwargs) {
    return Hosts.create(ts, Classes.of(ts, cls), new StructObject(null));
  }

  @Builtin("__init__(self, /, format)")
  static void init(ThreadState ts, StructObject self, long format) {
    self.setFormat(StructObject.parse(ts, format));
  }

  private static StructFormat self(ThreadState ts, String who, long args, int nargs, long names) {
    if (names != 0L) {
      throw Errors.typeError(ts, "Struct.%s() takes no keyword arguments", who);
    }
    boolean good = nargs > 0 && Hosts.orNull(ts, Memory.getLong(args)) instanceof StructObject;
    if (!good) {
      throw Errors.typeError(ts, "unbound method Struct.%s() needs a Struct", who);
    }
    return Hosts.get(ts, Memory.getLong(args), StructObject.class).format(ts);
  }

  @Builtin(value = "pack(self, /, *values)", raw = true)
  static long pack(ThreadState ts, long args, int nargs, long kwnames) {
    return StructObject.pack(ts, self(ts, "pack", args, nargs, kwnames), args + 8, nargs - 1);
  }

  @Builtin(value = "pack_into(self, /, *values)", raw = true)
  static long packInto(ThreadState ts, long args, int nargs, long kwnames) {
    StructObject.packInto(ts, self(ts, "pack_into", args, nargs, kwnames), args + 8, nargs - 1);
    return Word.NONE;
  }

  @Builtin("unpack(self, buffer, /)")
  static long unpack(ThreadState ts, StructObject self, long buffer) {
    return StructObject.unpack(ts, self.format(ts), buffer);
  }

  @Builtin("unpack_from(self, /, buffer, offset=0)")
  static long unpackFrom(ThreadState ts, StructObject self, long buffer, long offset) {
    return StructObject.unpackFrom(ts, self.format(ts), buffer, offset);
  }

  @Builtin("iter_unpack(self, buffer, /)")
  static long iterUnpack(ThreadState ts, StructObject self, long buffer) {
    return StructObject.iterUnpack(ts, self.format(ts), buffer);
  }

  @Getter("format")
  static long format(ThreadState ts, StructObject self) {
    return Strs.of(ts, self.format(ts).text());
  }

  @Getter("size")
  static long size(ThreadState ts, StructObject self) {
    return Word.boxInt(self.format(ts).size());
  }
}
