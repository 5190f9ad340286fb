package dev.taipan.stdlib.os;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code termios}.
 *
 * <pre>
 * struct termios: +0 input flags  +4 output flags  +8 control flags  +12 local flags
 *                 +17 32 control characters; speeds are read and set by functions
 * struct winsize: +0 rows  +2 columns  +4, +6 pixels (16 bit each)
 * </pre>
 */
@BuiltinModule("termios")
public final class TermiosModule {
  private static final LibraryErrors ERROR = new LibraryErrors("termios", "error", Exc.Exception);

  private static final int BYTES = 64;
  private static final int LOCAL = 12;
  private static final int CHARACTERS = 17;
  private static final int COUNT = 32;
  private static final int ICANON = 2;
  private static final int VTIME = 5;
  private static final int VMIN = 6;
  private static final int GET_SIZE = 0x5413;
  private static final int SET_SIZE = 0x5414;

  private TermiosModule() {}

  /** Constants and the exception. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, TerminalNumbers.TABLE);
    ERROR.define(ts, namespace);
  }

  private static Raised failed(ThreadState ts) {
    int error = Libc.errno();
    long arguments = Tuples.of(ts, Word.boxInt(error), Strs.of(ts, Libc.text(error)));
    return ts.raise(Errors.create(ts, ERROR.type(ts), arguments));
  }

  private static void check(ThreadState ts, long result) {
    if ((int) result < 0) {
      throw failed(ts);
    }
  }

  @Builtin("tcgetattr(fd, /)")
  static long tcgetattr(ThreadState ts, long file) {
    int fd = Descriptors.of(ts, file);
    try (Scratch mode = Scratch.of(BYTES)) {
      long at = mode.address();
      check(ts, Libc.call(Fn.TCGETATTR, fd, at));
      long characters = Lists.create(ts, COUNT);
      boolean counts = (Memory.getInt(at + LOCAL) & ICANON) == 0;
      for (int i = 0; i < COUNT; i++) {
        byte c = Memory.getByte(at + CHARACTERS + i);
        boolean number = counts && (i == VMIN || i == VTIME);
        long item = number ? Word.boxInt(c & 0xFF) : ByteStrings.of(ts, new byte[] {c});
        Lists.append(ts, characters, item);
      }
      long list = Lists.create(ts, 7);
      for (int offset = 0; offset <= LOCAL; offset += 4) {
        Lists.append(ts, list, Word.boxInt(Memory.getInt(at + offset) & 0xFFFFFFFFL));
      }
      Lists.append(ts, list, Word.boxInt(Libc.call(Fn.CFGETISPEED, at) & 0xFFFFFFFFL));
      Lists.append(ts, list, Word.boxInt(Libc.call(Fn.CFGETOSPEED, at) & 0xFFFFFFFFL));
      Lists.append(ts, list, characters);
      return list;
    }
  }

  @Builtin("tcsetattr(fd, when, attributes, /)")
  static void tcsetattr(ThreadState ts, long file, int when, long attributes) {
    int fd = Descriptors.of(ts, file);
    long given = Lists.isList(ts, attributes) ? Lists.toTuple(ts, attributes) : Word.NONE;
    if (given == Word.NONE || Tuples.length(given) != 7) {
      throw Errors.typeError(ts, "tcsetattr, arg 3: must be 7 element list");
    }
    long last = Tuples.get(given, 6);
    long characters = Lists.isList(ts, last) ? Lists.toTuple(ts, last) : Word.NONE;
    if (characters == Word.NONE || Tuples.length(characters) != COUNT) {
      throw Errors.typeError(ts, "tcsetattr: attributes[6] must be %d element list", COUNT);
    }
    try (Scratch mode = Scratch.of(BYTES)) {
      long at = mode.address();
      check(ts, Libc.call(Fn.TCGETATTR, fd, at));
      for (int i = 0; i < 4; i++) {
        Memory.putInt(at + 4L * i, flags(ts, Tuples.get(given, i)));
      }
      for (int i = 0; i < COUNT; i++) {
        Memory.putByte(at + CHARACTERS + i, character(ts, Tuples.get(characters, i)));
      }
      long input = flags(ts, Tuples.get(given, 4)) & 0xFFFFFFFFL;
      long output = flags(ts, Tuples.get(given, 5)) & 0xFFFFFFFFL;
      check(ts, Libc.call(Fn.CFSETISPEED, at, input));
      check(ts, Libc.call(Fn.CFSETOSPEED, at, output));
      check(ts, Libc.blocking(ts, Fn.TCSETATTR, fd, when, at));
    }
  }

  private static int flags(ThreadState ts, long word) {
    if (!Ints.isInt(ts, word)) {
      throw Errors.typeError(
          ts, "an integer is required (got type %s)", ts.runtime().typeOf(word).name());
    }
    if (Ints.toBig(word).bitLength() > 63) {
      throw Errors.overflowError(ts, "Python int too large to convert to C long");
    }
    return Ints.toBig(word).intValue();
  }

  private static byte character(ThreadState ts, long word) {
    if (ts.runtime().kindOf(word) == Kind.BYTES) {
      byte[] bytes = Buffers.require(ts, word);
      if (bytes.length == 1) {
        return bytes[0];
      }
    } else if (Ints.isInt(ts, word)) {
      return Ints.toBig(word).byteValue();
    }
    throw Errors.typeError(ts, "tcsetattr: elements of attributes must be characters or integers");
  }

  @Builtin("tcsendbreak(fd, duration, /)")
  static void tcsendbreak(ThreadState ts, long fd, int duration) {
    check(ts, Libc.blocking(ts, Fn.TCSENDBREAK, Descriptors.of(ts, fd), duration, 0));
  }

  @Builtin("tcdrain(fd, /)")
  static void tcdrain(ThreadState ts, long fd) {
    check(ts, Libc.blocking(ts, Fn.TCDRAIN, Descriptors.of(ts, fd), 0, 0));
  }

  @Builtin("tcflush(fd, queue, /)")
  static void tcflush(ThreadState ts, long fd, int queue) {
    check(ts, Libc.blocking(ts, Fn.TCFLUSH, Descriptors.of(ts, fd), queue, 0));
  }

  @Builtin("tcflow(fd, action, /)")
  static void tcflow(ThreadState ts, long fd, int action) {
    check(ts, Libc.blocking(ts, Fn.TCFLOW, Descriptors.of(ts, fd), action, 0));
  }

  @Builtin("tcgetwinsize(fd, /)")
  static long tcgetwinsize(ThreadState ts, long fd) {
    try (Scratch size = Scratch.of(8)) {
      check(ts, Libc.call(Fn.IOCTL, Descriptors.of(ts, fd), GET_SIZE, size.address()));
      long rows = Word.boxInt(Memory.getShort(size.address()) & 0xFFFF);
      return Tuples.of(ts, rows, Word.boxInt(Memory.getShort(size.address() + 2) & 0xFFFF));
    }
  }

  @Builtin("tcsetwinsize(fd, winsize, /)")
  static void tcsetwinsize(ThreadState ts, long file, long pair) {
    int fd = Descriptors.of(ts, file);
    long two = Lists.isList(ts, pair) ? Lists.toTuple(ts, pair) : pair;
    if (!Tuples.isTuple(ts, two) || Tuples.length(two) != 2) {
      throw Errors.typeError(ts, "tcsetwinsize, arg 2: must be a two-item sequence");
    }
    long rows;
    long columns;
    try (RootScope roots = ts.roots()) {
      roots.keep(two);
      rows = size(ts, Tuples.get(two, 0));
      columns = size(ts, Tuples.get(two, 1));
    }
    try (Scratch size = Scratch.of(8)) {
      check(ts, Libc.call(Fn.IOCTL, fd, GET_SIZE, size.address()));
      Memory.putShort(size.address(), (short) rows);
      Memory.putShort(size.address() + 2, (short) columns);
      check(ts, Libc.call(Fn.IOCTL, fd, SET_SIZE, size.address()));
    }
  }

  private static long size(ThreadState ts, long word) {
    long value = Numbers.asJavaLong(ts, word);
    if (value < 0 || value > 0xFFFF) {
      throw Errors.overflowError(ts, "winsize value(s) out of range.");
    }
    return value;
  }
}
