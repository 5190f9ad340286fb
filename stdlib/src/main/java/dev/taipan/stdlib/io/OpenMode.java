package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * The mode of {@code open}.
 *
 * @param kind r, w, x or a
 */
record OpenMode(char kind, boolean updating, boolean binary) {
  static OpenMode parse(ThreadState ts, String mode) {
    int kinds = 0;
    char kind = 0;
    boolean text = false;
    boolean updating = false;
    boolean binary = false;
    for (int i = 0; i < mode.length(); i++) {
      char c = mode.charAt(i);
      if (mode.indexOf(c) != i) {
        throw invalid(ts, mode);
      }
      switch (c) {
        case 'r', 'w', 'x', 'a' -> {
          kinds++;
          kind = c;
        }
        case '+' -> updating = true;
        case 't' -> text = true;
        case 'b' -> binary = true;
        default -> throw invalid(ts, mode);
      }
    }
    if (text && binary) {
      throw Errors.valueError(ts, "can't have text and binary mode at once");
    }
    if (kinds != 1) {
      throw Errors.valueError(ts, "must have exactly one of create/read/write/append mode");
    }
    return new OpenMode(kind, updating, binary);
  }

  private static RuntimeException invalid(ThreadState ts, String mode) {
    return Errors.valueError(ts, "invalid mode: '%s'", mode);
  }

  void checkBinary(ThreadState ts, long encoding, long errors, long newline) {
    String given =
        encoding != Word.NONE
            ? "n encoding"
            : errors != Word.NONE ? "n errors" : newline != Word.NONE ? " newline" : null;
    if (binary && given != null) {
      throw Errors.valueError(ts, "binary mode doesn't take a%s argument", given);
    }
  }

  /** The mode of the raw file. */
  String raw() {
    return updating ? kind + "+" : String.valueOf(kind);
  }
}
