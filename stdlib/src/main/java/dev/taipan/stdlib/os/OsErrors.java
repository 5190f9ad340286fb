package dev.taipan.stdlib.os;

import dev.taipan.vm.object.ErrorNumbers;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** OSError from the error number of a failed call. */
public final class OsErrors {
  public static final int EBADF = 9;
  public static final int EAGAIN = 11;
  public static final int EISDIR = 21;

  private OsErrors() {}

  /** For this thread's last call. */
  public static Raised last(ThreadState ts) {
    return of(ts, Libc.errno());
  }

  /** For this thread's last call, on a file. */
  public static Raised last(ThreadState ts, long file) {
    return of(ts, Libc.errno(), file);
  }

  public static Raised of(ThreadState ts, int number) {
    return of(ts, number, Word.NONE);
  }

  public static Raised of(ThreadState ts, int number, long file) {
    return of(ts, number, file, Word.NONE);
  }

  /** With the objects that named the files. */
  public static Raised of(ThreadState ts, int number, long file, long second) {
    return ErrorNumbers.raise(ts, number, Libc.text(number), file, second);
  }

  /** Passes a result on; raises if it says that the call failed. */
  public static long check(ThreadState ts, long result) {
    if ((int) result == -1) {
      throw last(ts);
    }
    return result;
  }
}
