package dev.taipan.stdlib.binary;

/** Reads past the head of a gzip frame, byte by byte, since it may come in pieces. */
final class GzipHead {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private enum Part {
    FIXED,
    EXTRA_SIZE,
    EXTRA_BYTES,
    NAME,
    COMMENT,
    CHECK,
    DONE
  }

  private Part part = Part.FIXED;
  private int read;
  private int flags;
  private int extra;
  private String fault;

  boolean isDone() {
    return part == Part.DONE;
  }

  String fault() {
    return fault;
  }

  /** Takes bytes until the head ends; gives how many. */
  int take(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && part != Part.DONE && fault == null) {
      take(bytes[i++] & 0xFF);
    }
    return i;
  }

  private void take(int b) {
    switch (part) {
      case FIXED -> fixed(b);
      case EXTRA_SIZE -> {
        extra |= b << 8 * read++;
        if (read == 2) {
          enter(extra == 0 ? Part.NAME : Part.EXTRA_BYTES);
        }
      }
      case EXTRA_BYTES -> {
        if (++read == extra) {
          enter(Part.NAME);
        }
      }
      case NAME -> {
        if (b == 0) {
          enter(Part.COMMENT);
        }
      }
      case COMMENT -> {
        if (b == 0) {
          enter(Part.CHECK);
        }
      }
      case CHECK -> {
        if (++read == 2) {
          part = Part.DONE;
        }
      }
      case DONE -> {}
    }
  }

  private void fixed(int b) {
    boolean wrong = read == 0 && b != 31 || read == 1 && b != 139;
    if (wrong) {
      fault = "incorrect header check";
    } else if (read == 2 && b != 8) {
      fault = "unknown compression method";
    } else if (read == 3) {
      flags = b;
    }
    if (++read == 10) {
      enter(Part.EXTRA_SIZE);
    }
  }

  /** Goes to a part, or past it if the flags say that it is not there. */
  private void enter(Part wanted) {
    read = 0;
    Part next = wanted;
    if (next == Part.EXTRA_SIZE && (flags & EXTRA) == 0) {
      next = Part.NAME;
    }
    if (next == Part.NAME && (flags & NAME) == 0) {
      next = Part.COMMENT;
    }
    if (next == Part.COMMENT && (flags & COMMENT) == 0) {
      next = Part.CHECK;
    }
    if (next == Part.CHECK && (flags & HEADER_CRC) == 0) {
      next = Part.DONE;
    }
    part = next;
  }
}
