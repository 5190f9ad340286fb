package dev.taipan.stdlib.array;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** {@code array}. */
@BuiltinModule("array")
public final class ArrayModule {
  private ArrayModule() {}

  /** The class, under both its names. */
  public static void fill(ThreadState ts, long namespace) {
    PyType made = StandardLibrary.type(ts, ArrayTypeTable.TABLE);
    made.mark(PyType.Flag.SEQUENCE, true);
    long type = made.cell();
    Dicts.set(ts, namespace, "array", type);
    Dicts.set(ts, namespace, "ArrayType", type);
    StringBuilder codes = new StringBuilder();
    for (ArrayCode code : ArrayCode.values()) {
      codes.append(code.letter);
    }
    Dicts.set(ts, namespace, "typecodes", Strs.of(ts, codes.toString()));
    long classes = StandardLibrary.of(ts).importer().load(ts, "collections.abc");
    Calls.named(ts, Attributes.get(ts, classes, "MutableSequence"), "register", type);
  }

  @Builtin("_array_reconstructor(arraytype, typecode, mformat_code, items, /)")
  static long reconstruct(ThreadState ts, long arraytype, long typecode, int format, long items) {
    PyType type = Classes.orNull(ts, arraytype);
    PyType array = StandardLibrary.type(ts, ArrayTypeTable.TABLE);
    if (type == null) {
      throw Errors.typeError(
          ts,
          "first argument must be a type object, not %s",
          ts.runtime().typeOf(arraytype).name());
    }
    if (!type.isSubtypeOf(array)) {
      throw Errors.typeError(ts, "%s is not a subtype of %s", type.name(), "array.array");
    }
    boolean known = Strs.isStr(ts, typecode) && Strs.length(typecode) == 1;
    ArrayCode code = known ? ArrayCode.of((char) Strs.charAt(typecode, 0)) : null;
    if (code == null) {
      throw known
          ? Errors.valueError(ts, "second argument must be a valid type code")
          : Errors.typeError(
              ts,
              "_array_reconstructor() argument 2 must be a unicode character, not %s",
              ts.runtime().typeOf(typecode).name());
    }
    if (format < 0 || format > MachineFormat.LAST) {
      throw Errors.valueError(ts, "third argument must be a valid machine format code.");
    }
    if (ts.runtime().kindOf(items) != Kind.BYTES) {
      throw Errors.typeError(
          ts, "fourth argument should be bytes, not %s", ts.runtime().typeOf(items).name());
    }
    ArrayCode kept = MachineFormat.code(format, code);
    byte[] bytes = MachineFormat.convert(ts, format, kept, Buffers.require(ts, items));
    return ArrayItems.create(ts, type, kept, bytes);
  }
}
