package dev.taipan.stdlib.os;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The argument that says which folder a relative name starts from. */
final class Folders {
  /** The kernel's number for the current folder. */
  static final int CURRENT = StatBuffer.AT_FDCWD;

  private Folders() {}

  static int fd(ThreadState ts, long word) {
    if (word == Word.NONE || word == Word.EMPTY) {
      return CURRENT;
    }
    if (!Ints.isInt(ts, word) && !Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(
          ts, "argument should be integer or None, not %s", ts.runtime().typeOf(word).name());
    }
    return Numbers.asJavaInt(ts, Numbers.index(ts, word));
  }
}
