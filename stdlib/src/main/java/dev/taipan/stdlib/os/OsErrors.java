package dev.taipan.stdlib.os;

import dev.taipan.vm.object.ErrorNumbers;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** OSError from the error number of a failed call. */
public final class OsErrors {
  private static final int ENOENT = 2;
  private static final int EIO = 5;
  public static final int EBADF = 9;
  public static final int EAGAIN = 11;
  private static final int EACCES = 13;
  public static final int EISDIR = 21;

  /** The highest number of Linux. */
  private static final int LAST = 133;

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

  /** Why an operation of the JDK failed, which keeps the C library's text only. */
  public static int number(IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return ENOENT;
    }
    if (fault instanceof AccessDeniedException) {
      return EACCES;
    }
    String reason = fault instanceof FileSystemException f ? f.getReason() : fault.getMessage();
    for (int number = 1; number <= LAST; number++) {
      if (Libc.text(number).equals(reason)) {
        return number;
      }
    }
    return EIO;
  }

  /** Passes a result on; raises if it says that the call failed. */
  public static long check(ThreadState ts, long result) {
    if ((int) result == -1) {
      throw last(ts);
    }
    return result;
  }
}
