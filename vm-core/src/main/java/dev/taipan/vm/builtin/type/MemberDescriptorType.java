package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.AttributeDescriptor;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Attributes that {@code __slots__} declares. */
@BuiltinType(name = "member_descriptor", subclassable = false)
final class MemberDescriptorType {
  private MemberDescriptorType() {}

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    AttributeDescriptor attribute = Hosts.get(ts, self, AttributeDescriptor.class);
    return instance == Word.NONE ? self : attribute.get(ts, instance);
  }

  @Builtin("__set__(self, instance, value, /)")
  static void set(ThreadState ts, AttributeDescriptor self, long instance, long value) {
    self.set(ts, instance, value);
  }

  @Builtin("__delete__(self, instance, /)")
  static void delete(ThreadState ts, AttributeDescriptor self, long instance) {
    self.set(ts, instance, 0L);
  }

  @Builtin("__repr__(self, /)")
  static String repr(AttributeDescriptor self) {
    return "<member '" + self.nameText() + "' of '" + self.owner().name() + "' objects>";
  }

  @Getter("__name__")
  static String name(AttributeDescriptor self) {
    return self.nameText();
  }

  @Getter("__qualname__")
  static String qualname(AttributeDescriptor self) {
    return self.owner().name() + "." + self.nameText();
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, AttributeDescriptor self) {
    return self.doc() == null ? Word.NONE : Strs.of(ts, self.doc());
  }

  @Getter("__objclass__")
  static long objclass(AttributeDescriptor self) {
    return self.owner().cell();
  }
}
