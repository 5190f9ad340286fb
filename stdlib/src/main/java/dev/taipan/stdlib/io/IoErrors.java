package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The errors that all file types share, and the checks that raise them. */
final class IoErrors {
  private IoErrors() {}

  static Raised unsupported(ThreadState ts, String message) {
    long module = StandardLibrary.of(ts).importer().load(ts, "_io");
    long type = Attributes.get(ts, module, "UnsupportedOperation");
    return ts.raise(Calls.call1(ts, type, Strs.of(ts, message)));
  }

  static Raised closed(ThreadState ts) {
    return Errors.valueError(ts, "I/O operation on closed file.");
  }

  /** Whether an object of any file type says that it is closed. */
  static boolean isClosed(ThreadState ts, long file) {
    return Truth.isTrue(ts, Attributes.get(ts, file, "closed"));
  }

  static void checkOpen(ThreadState ts, long file) {
    if (isClosed(ts, file)) {
      throw closed(ts);
    }
  }

  /** A size argument: None counts as -1. */
  static long size(ThreadState ts, long word) {
    if (word == Word.NONE || word == Word.EMPTY) {
      return -1;
    }
    if (!Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(
          ts, "argument should be integer or None, not '%s'", ts.runtime().typeOf(word).name());
    }
    return Numbers.asJavaLong(ts, Numbers.index(ts, word));
  }

  /** An offset argument. */
  static long offset(ThreadState ts, long word) {
    return Numbers.asJavaLong(ts, Numbers.index(ts, word));
  }

  /** BlockingIOError with the number of bytes that were taken. */
  static Raised blocking(ThreadState ts, String message, long written) {
    long type = ts.runtime().types().exception(Exc.BlockingIOError).cell();
    long text = Strs.of(ts, message);
    return ts.raise(
        Calls.call3(ts, type, Word.boxInt(OsErrors.EAGAIN), text, Word.boxInt(written)));
  }

  static Raised cannotPickle(ThreadState ts, long self) {
    return Errors.typeError(ts, "cannot pickle '%s' object", ts.runtime().typeOf(self).name());
  }

  /** An OSError that is no system call's. */
  static Raised os(ThreadState ts, String message) {
    return Errors.raise(ts, Exc.OSError, "%s", message);
  }
}
