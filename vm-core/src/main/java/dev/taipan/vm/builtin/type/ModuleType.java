package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyModule;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code module}. */
@BuiltinType(name = "module")
final class ModuleType {
  private ModuleType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(
        ts,
        Classes.of(ts, dev.taipan.vm.memory.Memory.getLong(args)),
        new PyModule(Dicts.create(ts)));
  }

  @Builtin("__init__(self, name, doc=None)")
  static void init(ThreadState ts, PyModule self, long name, long doc) {
    Dicts.set(ts, self.dict(), "__name__", name);
    Dicts.set(ts, self.dict(), "__doc__", doc);
    Dicts.set(ts, self.dict(), "__package__", Word.NONE);
    Dicts.set(ts, self.dict(), "__loader__", Word.NONE);
    Dicts.set(ts, self.dict(), "__spec__", Word.NONE);
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    long interned = ObjectType.attributeName(ts, name);
    long value = Modules.find(ts, self, ts.runtime().typeOf(self), interned);
    if (value == 0L) {
      throw Errors.noAttribute(ts, self, interned);
    }
    return value;
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, PyModule self) {
    String name = self.nameText(ts);
    long spec = Dicts.getStr(ts, self.dict(), ts.runtime().intern(ts, "__spec__"));
    if (spec != 0L && spec != Word.NONE) {
      long origin = Attributes.findQuietly(ts, spec, ts.runtime().intern(ts, "origin"));
      if (origin != 0L && origin != Word.NONE) {
        String text = Representation.strText(ts, origin);
        return text.equals("built-in")
            ? "<module '" + name + "' (built-in)>"
            : "<module '" + name + "' from " + Representation.text(ts, origin) + ">";
      }
    }
    long file = Dicts.getStr(ts, self.dict(), ts.runtime().intern(ts, "__file__"));
    return file == 0L
        ? "<module '" + name + "'>"
        : "<module '" + name + "' from " + Representation.text(ts, file) + ">";
  }

  @Builtin("__dir__(self, /)")
  static long dir(ThreadState ts, long self) {
    long dict = Attributes.get(ts, self, "__dict__");
    if (!Dicts.isDict(ts, dict)) {
      throw Errors.typeError(ts, "<module>.__dict__ is not a dictionary");
    }
    long hook = Dicts.getStr(ts, dict, ts.runtime().intern(ts, "__dir__"));
    return hook != 0L ? dev.taipan.vm.object.Calls.call0(ts, hook) : Dicts.keysList(ts, dict);
  }

  @Getter("__dict__")
  static long dict(PyModule self) {
    return self.dict();
  }

  @Getter("__annotations__")
  static long annotations(ThreadState ts, PyModule self) {
    long name = ts.runtime().intern(ts, "__annotations__");
    long value = Dicts.getStr(ts, self.dict(), name);
    if (value == 0L) {
      value = Dicts.setDefaultStr(ts, self.dict(), name, Dicts.create(ts));
    }
    return value;
  }

  @Setter("__annotations__")
  static void setAnnotations(ThreadState ts, PyModule self, long value) {
    long name = ts.runtime().intern(ts, "__annotations__");
    if (value != 0L) {
      Dicts.setStr(ts, self.dict(), name, value);
    } else if (Dicts.deleteStr(ts, self.dict(), name) == 0L) {
      throw Errors.attributeError(ts, "__annotations__");
    }
  }
}
