package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.MappingProxy;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code types.MappingProxyType}: what {@code cls.__dict__} gives. */
@BuiltinType(name = "mappingproxy", subclassable = false)
final class MappingProxyType {
  private MappingProxyType() {}

  @Builtin(value = "__new__(cls, mapping)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long mapping) {
    if (ts.runtime().typeOf(mapping).slot(ts, Slot.GETITEM) == 0L
        || Lists.isList(ts, mapping)
        || Tuples.isTuple(ts, mapping)) {
      throw Errors.typeError(
          ts,
          "mappingproxy() argument must be a mapping, not %s",
          ts.runtime().typeOf(mapping).name());
    }
    return MappingProxy.of(ts, mapping);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, MappingProxy self, long key) {
    return Subscript.get(ts, self.mapping(), key);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, MappingProxy self, long key) {
    return Subscript.contains(ts, self.mapping(), key);
  }

  @Builtin("__len__(self, /)")
  static long len(ThreadState ts, MappingProxy self) {
    return dev.taipan.vm.object.Ints.of(ts, Subscript.length(ts, self.mapping()));
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, MappingProxy self) {
    return Iteration.iter(ts, self.mapping());
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, MappingProxy self) {
    return Calls.named(ts, self.mapping(), "__reversed__");
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, MappingProxy self) {
    return "mappingproxy(" + Representation.text(ts, self.mapping()) + ")";
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, MappingProxy self) {
    return Representation.str(ts, self.mapping());
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, MappingProxy self, long value) {
    return Comparison.compare(ts, 2, self.mapping(), inner(ts, value));
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, MappingProxy self, long value) {
    return Operators.binary(ts, Slot.OR.ordinal(), self.mapping(), inner(ts, value));
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, MappingProxy self, long value) {
    return Operators.binary(ts, Slot.OR.ordinal(), inner(ts, value), self.mapping());
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, MappingProxy self) {
    return Word.boxInt(dev.taipan.vm.object.Hashing.hash(ts, self.mapping()));
  }

  private static long inner(ThreadState ts, long value) {
    return Hosts.orNull(ts, value) instanceof MappingProxy other ? other.mapping() : value;
  }

  @Builtin("get(self, key, default=None, /)")
  static long get(ThreadState ts, MappingProxy self, long key, long fallback) {
    return Calls.named(ts, self.mapping(), "get", key, fallback);
  }

  @Builtin("keys(self, /)")
  static long keys(ThreadState ts, MappingProxy self) {
    return Calls.named(ts, self.mapping(), "keys");
  }

  @Builtin("values(self, /)")
  static long values(ThreadState ts, MappingProxy self) {
    return Calls.named(ts, self.mapping(), "values");
  }

  @Builtin("items(self, /)")
  static long items(ThreadState ts, MappingProxy self) {
    return Calls.named(ts, self.mapping(), "items");
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, MappingProxy self) {
    return Calls.named(ts, self.mapping(), "copy");
  }

  @Builtin("__ior__(self, value, /)")
  static long ior(ThreadState ts, MappingProxy self, long value) {
    throw Errors.typeError(ts, "'|=' is not supported by mappingproxy; use '|' instead");
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return dev.taipan.vm.object.GenericAlias.create(ts, cls, item);
  }
}
