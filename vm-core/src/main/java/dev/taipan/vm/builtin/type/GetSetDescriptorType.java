package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.AttributeDescriptor;
import dev.taipan.vm.object.ComputedAttribute;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Computed attributes of built-in types. */
@BuiltinType(name = "getset_descriptor", subclassable = false)
final class GetSetDescriptorType {
  private GetSetDescriptorType() {}

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    ComputedAttribute attribute = dev.taipan.vm.object.Hosts.get(ts, self, ComputedAttribute.class);
    return instance == Word.NONE ? self : attribute.get(ts, instance);
  }

  @Builtin("__set__(self, instance, value, /)")
  static void set(ThreadState ts, ComputedAttribute self, long instance, long value) {
    self.set(ts, instance, value);
  }

  @Builtin("__delete__(self, instance, /)")
  static void delete(ThreadState ts, ComputedAttribute self, long instance) {
    self.set(ts, instance, 0L);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ComputedAttribute self) {
    return "<attribute '" + self.name() + "' of '" + self.owner().name() + "' objects>";
  }

  @Getter("__name__")
  static String name(ComputedAttribute self) {
    return self.name();
  }

  @Getter("__qualname__")
  static String qualname(ComputedAttribute self) {
    return self.owner().name() + "." + self.name();
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, AttributeDescriptor self) {
    return self.doc() == null ? Word.NONE : Strs.of(ts, self.doc());
  }

  @Getter("__objclass__")
  static long objclass(ComputedAttribute self) {
    return self.owner().cell();
  }
}
