package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The attributes in the last item of what {@code __setstate__} of files in memory takes. */
final class StateAttributes {
  private StateAttributes() {}

  static void update(ThreadState ts, long self, long attributes) {
    if (attributes == Word.NONE) {
      return;
    }
    if (!Dicts.isDict(ts, attributes)) {
      throw Errors.typeError(
          ts,
          "third item of state should be a dict, got a %s",
          ts.runtime().typeOf(attributes).name());
    }
    long own = Attributes.find(ts, self, "__dict__");
    if (own != 0L) {
      try (RootScope roots = ts.roots()) {
        Dicts.update(ts, roots.keep(own), attributes);
      }
    }
  }
}
