package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.FormatSpec;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.StrOps;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;

/** {@code str}. */
@BuiltinType(name = "str", kind = Kind.STR)
final class StrType {
  private StrType() {}

  @Builtin(value = "__new__(cls, object=, encoding=, errors=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long object, long encoding, long errors) {
    return StrOps.construct(ts, Classes.of(ts, cls), object, encoding, errors);
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return StrOps.repr(self);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, long self) {
    return StrOps.exact(ts, self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, Strs.hash(ts, self));
  }

  @Builtin("__format__(self, format_spec, /)")
  static long format(ThreadState ts, long self, long spec) {
    return FormatSpec.format(ts, self, spec);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 0, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 1, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 2, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 3, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 4, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 5, self, value);
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    return StrOps.concat(ts, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return StrOps.repeat(ts, self, value);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return StrOps.repeat(ts, self, value);
  }

  @Builtin("__len__(self, /)")
  static int len(long self) {
    return Strs.length(self);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    return StrOps.get(ts, self, key);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return StrOps.contains(ts, self, key);
  }
}
