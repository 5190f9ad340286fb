package dev.taipan.vm.object;

import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code OSError}: which subclass an error number means, and its fields. */
public final class ErrorNumbers {
  private static final int ERRNO = 0;
  private static final int STRERROR = 1;
  private static final int FILENAME = 2;
  private static final int FILENAME2 = 3;
  private static final int WRITTEN = 4;

  private ErrorNumbers() {}

  /** The exception type of an error number (Linux). */
  public static Exc type(long number) {
    return switch ((int) number) {
      case 11, 114, 115 -> Exc.BlockingIOError;
      case 32, 108 -> Exc.BrokenPipeError;
      case 10 -> Exc.ChildProcessError;
      case 103 -> Exc.ConnectionAbortedError;
      case 111 -> Exc.ConnectionRefusedError;
      case 104 -> Exc.ConnectionResetError;
      case 17 -> Exc.FileExistsError;
      case 2 -> Exc.FileNotFoundError;
      case 21 -> Exc.IsADirectoryError;
      case 20 -> Exc.NotADirectoryError;
      case 4 -> Exc.InterruptedError;
      case 1, 13 -> Exc.PermissionError;
      case 3 -> Exc.ProcessLookupError;
      case 110 -> Exc.TimeoutError;
      default -> Exc.OSError;
    };
  }

  /** Raises the OSError of a number; None for a file that there is not. */
  public static Raised raise(ThreadState ts, int number, String text, long file, long second) {
    PyType type = ts.runtime().types().exception(type(number));
    PyException error = new PyException(Tuples.empty(ts));
    long message = Strs.of(ts, text);
    long code = Word.boxInt(number);
    long args =
        file == Word.NONE
            ? Tuples.of(ts, code, message)
            : Tuples.of(ts, code, message, file, Word.NONE, second);
    fill(ts, error, type, args);
    return ts.raise(Hosts.create(ts, type, error));
  }

  /** The class of {@code cls(*args)}: OSError itself turns into the number's subclass. */
  public static PyType typeFor(ThreadState ts, PyType cls, long args) {
    boolean chosen = cls == ts.runtime().types().exception(Exc.OSError) && hasFields(args);
    if (!chosen) {
      return cls;
    }
    long number = Tuples.get(args, 0);
    boolean known = Ints.isInt(ts, number) && Ints.fitsLong(number);
    return known ? ts.runtime().types().exception(type(Ints.toLong(number))) : cls;
  }

  private static boolean hasFields(long args) {
    return Tuples.length(args) >= 2 && Tuples.length(args) <= 5;
  }

  /**
   * Arguments: number, text, file, Windows number, second file. The files leave {@code args}. A
   * number in the file's place tells a BlockingIOError how much was written.
   */
  public static void fill(ThreadState ts, PyException error, PyType type, long args) {
    error.setArgs(args);
    if (!hasFields(args)) {
      return;
    }
    int count = Tuples.length(args);
    error.setField(ERRNO, Tuples.get(args, 0));
    error.setField(STRERROR, Tuples.get(args, 1));
    if (count > 2 && tellsWritten(ts, type, Tuples.get(args, 2))) {
      setWritten(ts, error, Tuples.get(args, 2));
    } else if (count > 2 && Tuples.get(args, 2) != Word.NONE) {
      error.setField(FILENAME, Tuples.get(args, 2));
      error.setArgs(Tuples.of(ts, Tuples.get(args, 0), Tuples.get(args, 1)));
    }
    if (count > 4 && Tuples.get(args, 4) != Word.NONE) {
      error.setField(FILENAME2, Tuples.get(args, 4));
    }
  }

  private static boolean tellsWritten(ThreadState ts, PyType type, long third) {
    return type == ts.runtime().types().exception(Exc.BlockingIOError)
        && (Floats.isFloat(ts, third) || Numbers.hasIndex(ts, third));
  }

  /** {@code characters_written}; an AttributeError while nobody has set it. */
  public static long written(ThreadState ts, PyException error) {
    long value = error.field(WRITTEN);
    if (value == Word.EMPTY) {
      throw Errors.attributeError(ts, "characters_written");
    }
    return value;
  }

  /** Sets {@code characters_written}, or deletes it. */
  public static void setWritten(ThreadState ts, PyException error, long value) {
    if (value == Word.EMPTY) {
      written(ts, error);
      error.setField(WRITTEN, Word.EMPTY);
      return;
    }
    long index = Numbers.index(ts, value);
    if (!Ints.fitsLong(index)) {
      throw Errors.valueError(ts, "cannot fit 'int' into an index-sized integer");
    }
    error.setField(WRITTEN, index);
  }

  /** {@code [Errno 2] text: 'file'}; null where there is no number and text. */
  public static String show(ThreadState ts, PyException error) {
    long filename = error.field(FILENAME);
    boolean numbered = error.field(ERRNO) != Word.EMPTY && error.field(STRERROR) != Word.EMPTY;
    if (!numbered && filename == Word.EMPTY) {
      return null;
    }
    String text =
        "[Errno "
            + Representation.strText(ts, ExceptionFields.get(error, ERRNO))
            + "] "
            + Representation.strText(ts, ExceptionFields.get(error, STRERROR));
    if (filename == Word.EMPTY) {
      return text;
    }
    text += ": " + Representation.text(ts, filename);
    long second = error.field(FILENAME2);
    return second == Word.EMPTY ? text : text + " -> " + Representation.text(ts, second);
  }

  /** The arguments with the files back in, for {@code __reduce__}. */
  public static long fullArguments(ThreadState ts, PyException error) {
    long args = error.args();
    long filename = error.field(FILENAME);
    if (Tuples.length(args) != 2 || filename == Word.EMPTY) {
      return args;
    }
    long number = Tuples.get(args, 0);
    long text = Tuples.get(args, 1);
    long second = error.field(FILENAME2);
    return second == Word.EMPTY
        ? Tuples.of(ts, number, text, filename)
        : Tuples.of(ts, number, text, filename, Word.NONE, second);
  }
}
