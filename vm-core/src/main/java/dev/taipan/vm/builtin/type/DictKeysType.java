package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.DictView;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.MappingProxy;
import dev.taipan.vm.object.ViewOperations;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;

/** What {@code dict.keys()} gives. */
@BuiltinType(name = "dict_keys", subclassable = false)
final class DictKeysType {
  private DictKeysType() {}

  @Builtin("__len__(self, /)")
  static int len(ThreadState ts, DictView self) {
    return Dicts.size(ts, self.dict());
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, DictView self) {
    return self.iter(ts);
  }

  @Builtin("__reversed__(self, /)")
  static long reversed(ThreadState ts, DictView self) {
    return self.reversed(ts);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return Hosts.get(ts, self, DictView.class).show(ts, self, "dict_keys");
  }

  @Getter("mapping")
  static long mapping(ThreadState ts, DictView self) {
    return MappingProxy.of(ts, self.dict());
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, DictView self, long key) {
    return self.contains(ts, key);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return ViewOperations.compare(ts, Slot.LT, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return ViewOperations.compare(ts, Slot.LE, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return ViewOperations.compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return ViewOperations.compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return ViewOperations.compare(ts, Slot.GT, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return ViewOperations.compare(ts, Slot.GE, self, value);
  }

  @Builtin("__and__(self, value, /)")
  static long and(ThreadState ts, long self, long value) {
    return ViewOperations.and(ts, self, value);
  }

  @Builtin("__rand__(self, value, /)")
  static long rand(ThreadState ts, long self, long value) {
    return ViewOperations.and(ts, value, self);
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return ViewOperations.or(ts, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return ViewOperations.or(ts, value, self);
  }

  @Builtin("__xor__(self, value, /)")
  static long xor(ThreadState ts, long self, long value) {
    return ViewOperations.xor(ts, self, value);
  }

  @Builtin("__rxor__(self, value, /)")
  static long rxor(ThreadState ts, long self, long value) {
    return ViewOperations.xor(ts, value, self);
  }

  @Builtin("__sub__(self, value, /)")
  static long sub(ThreadState ts, long self, long value) {
    return ViewOperations.sub(ts, self, value);
  }

  @Builtin("__rsub__(self, value, /)")
  static long rsub(ThreadState ts, long self, long value) {
    return ViewOperations.sub(ts, value, self);
  }

  @Builtin("isdisjoint(self, other, /)")
  static boolean isdisjoint(ThreadState ts, long self, long other) {
    return ViewOperations.isDisjoint(ts, self, other);
  }
}
