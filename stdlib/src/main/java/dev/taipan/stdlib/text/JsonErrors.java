package dev.taipan.stdlib.text;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The errors of {@code json}. */
final class JsonErrors {
  /** Deeper values are refused: reading and writing them would not fit the Java stack. */
  static final int MAX_DEPTH = 2500;

  private JsonErrors() {}

  /** {@code throw decode(...)}: the library's JSONDecodeError. */
  static Raised decode(ThreadState ts, String message, long text, int position) {
    int mark = ts.rootMark();
    try {
      ts.root(text);
      long module = StandardLibrary.of(ts).importer().load(ts, "json.decoder");
      long type = Attributes.get(ts, module, "JSONDecodeError");
      ts.root(type);
      long words = Strs.of(ts, message);
      return ts.raise(Calls.call3(ts, type, words, text, Word.boxInt(position)));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** No value begins at the position: the library words the error. */
  static Raised noValue(ThreadState ts, int position) {
    return Errors.raiseWith(ts, Exc.StopIteration, Word.boxInt(position));
  }

  static Raised tooDeep(ThreadState ts, String doing) {
    return Errors.raise(ts, Exc.RecursionError, "maximum recursion depth exceeded while %s", doing);
  }
}
