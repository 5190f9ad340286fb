package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.ClassMethodDescriptor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Class methods of built-in types, as they lie in the type. */
@BuiltinType(name = "classmethod_descriptor", subclassable = false)
final class ClassMethodDescriptorType {
  private ClassMethodDescriptorType() {}

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, ClassMethodDescriptor self, long instance, long owner) {
    PyType type = owner == Word.NONE ? ts.runtime().typeOf(instance) : Classes.of(ts, owner);
    return self.bind(ts, type);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ClassMethodDescriptor self) {
    return "<method '"
        + self.function().name()
        + "' of '"
        + self.function().owner().name()
        + "' objects>";
  }

  @Getter("__name__")
  static String name(ClassMethodDescriptor self) {
    return self.function().name();
  }

  @Getter("__qualname__")
  static String qualname(ClassMethodDescriptor self) {
    return BuiltinInfo.qualname(self.function());
  }

  @Getter("__objclass__")
  static long objclass(ClassMethodDescriptor self) {
    return self.function().owner().cell();
  }

  @Getter("__doc__")
  static long doc(ThreadState ts, ClassMethodDescriptor self) {
    return BuiltinInfo.doc(ts, self.function());
  }
}
