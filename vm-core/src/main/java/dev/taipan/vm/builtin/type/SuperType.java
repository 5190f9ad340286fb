package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.SuperObject;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code super}. */
@BuiltinType(name = "super")
final class SuperType {
  private SuperType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new SuperObject());
  }

  @Builtin("__init__(self, /, *args)")
  static void init(ThreadState ts, SuperObject self, long args) {
    switch (Tuples.length(args)) {
      case 0 -> self.initFromFrame(ts);
      case 1 -> self.init(ts, Tuples.get(args, 0), Word.EMPTY);
      case 2 -> self.init(ts, Tuples.get(args, 0), Tuples.get(args, 1));
      default ->
          throw Errors.typeError(
              ts, "super() expected at most 2 arguments, got %d", Tuples.length(args));
    }
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    SuperObject object = Hosts.get(ts, self, SuperObject.class);
    if (object.isBound() && Strs.isStr(ts, name) && !Strs.toJava(name).equals("__class__")) {
      long value = object.find(ts, ts.runtime().intern(ts, name));
      if (value != Word.EMPTY) {
        return value;
      }
    }
    return ObjectType.getattribute(ts, self, name);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static long get(ThreadState ts, long self, long instance, long owner) {
    SuperObject object = Hosts.get(ts, self, SuperObject.class);
    if (instance == Word.NONE || object.isBound()) {
      return self;
    }
    PyType type = ts.runtime().typeOf(self);
    if (type != ts.runtime().types().named("super")) {
      return Calls.call2(ts, type.cell(), object.thisClass(), instance);
    }
    SuperObject bound = new SuperObject();
    bound.init(ts, object.thisClass(), instance);
    return Hosts.create(ts, type, bound);
  }

  @Builtin("__repr__(self, /)")
  static String repr(SuperObject self) {
    return self.show();
  }

  @Getter("__thisclass__")
  static long thisClass(SuperObject self) {
    return self.thisClass();
  }

  @Getter("__self__")
  static long self(SuperObject self) {
    return self.self();
  }

  @Getter("__self_class__")
  static long selfClass(SuperObject self) {
    return self.selfClass();
  }
}
