package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;

/** What static and class methods take over from the function that they wrap. */
final class WrappedNames {
  private static final String[] NAMES = {
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__"
  };

  private WrappedNames() {}

  static void copy(ThreadState ts, long wrapper, long wrapped) {
    for (String text : NAMES) {
      long name = ts.runtime().intern(ts, text);
      long value = Attributes.findQuietly(ts, wrapped, name);
      if (value != 0L) {
        try (RootScope roots = ts.roots()) {
          Attributes.set(ts, wrapper, name, roots.keep(value));
        }
      }
    }
  }
}
