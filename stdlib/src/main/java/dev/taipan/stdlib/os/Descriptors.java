package dev.taipan.stdlib.os;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;

/** A descriptor, given as an int or as an object that has one. */
public final class Descriptors {
  private Descriptors() {}

  public static int of(ThreadState ts, long word) {
    long number = word;
    if (!Ints.isInt(ts, word)) {
      if (Attributes.find(ts, word, "fileno") == 0L) {
        throw Errors.typeError(ts, "argument must be an int, or have a fileno() method.");
      }
      number = Calls.named(ts, word, "fileno");
      if (!Ints.isInt(ts, number)) {
        throw Errors.typeError(ts, "fileno() returned a non-integer");
      }
    }
    int fd = Numbers.asJavaInt(ts, number);
    if (fd < 0) {
      throw Errors.valueError(ts, "file descriptor cannot be a negative integer (%d)", fd);
    }
    return fd;
  }
}
