package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.DictView;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.MappingProxy;
import dev.taipan.vm.thread.ThreadState;

/** What {@code dict.values()} gives. */
@BuiltinType(name = "dict_values", subclassable = false)
final class DictValuesType {
  private DictValuesType() {}

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
    return Hosts.get(ts, self, DictView.class).show(ts, self, "dict_values");
  }

  @Getter("mapping")
  static long mapping(ThreadState ts, DictView self) {
    return MappingProxy.of(ts, self.dict());
  }
}
