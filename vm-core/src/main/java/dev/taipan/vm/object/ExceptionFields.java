package dev.taipan.vm.object;

import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The attributes that built-in exception types add, kept in {@link PyException}'s fields. */
public final class ExceptionFields {
  private static final int FILENAME = 1;
  private static final int LINE = 2;

  private ExceptionFields() {}

  /** A field, None while unset. */
  public static long get(PyException error, int index) {
    long value = error.field(index);
    return value == Word.EMPTY ? Word.NONE : value;
  }

  /** A field; while unset the first argument, or None. */
  public static long orFirstArgument(PyException error, int index) {
    long value = error.field(index);
    if (value != Word.EMPTY) {
      return value;
    }
    return Tuples.length(error.args()) == 0 ? Word.NONE : Tuples.get(error.args(), 0);
  }

  /** {@code SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset]))}. */
  public static void fillSyntaxError(ThreadState ts, PyException error, long args) {
    if (Tuples.length(args) > 0) {
      error.setField(0, Tuples.get(args, 0));
    }
    if (Tuples.length(args) != 2) {
      return;
    }
    long details = Iteration.toTuple(ts, Tuples.get(args, 1));
    int count = Tuples.length(details);
    if (count < 4 || count > 6) {
      throw Errors.typeError(
          ts,
          "function takes %s arguments (%d given)",
          count < 4 ? "at least 4" : "at most 6",
          count);
    }
    if (count == 5) {
      throw Errors.typeError(ts, "end_offset must be provided when end_lineno is provided");
    }
    for (int i = 0; i < count; i++) {
      error.setField(i + 1, Tuples.get(details, i));
    }
  }

  /** The message with the file's last name and the line, as far as they are known. */
  public static String showSyntaxError(ThreadState ts, PyException error) {
    String message = Representation.strText(ts, get(error, 0));
    long filename = error.field(FILENAME);
    long line = error.field(LINE);
    boolean hasFile = filename != Word.EMPTY && Strs.isStr(ts, filename);
    boolean hasLine = line != Word.EMPTY && Ints.isInt(ts, line);
    String name = hasFile ? Strs.toJava(filename) : "";
    name = name.substring(name.lastIndexOf('/') + 1);
    if (hasFile && hasLine) {
      return message + " (" + name + ", line " + Representation.text(ts, line) + ")";
    }
    if (hasFile) {
      return message + " (" + name + ")";
    }
    return hasLine ? message + " (line " + Representation.text(ts, line) + ")" : message;
  }

  /** The attributes and the first fields, those that are set, by the names given: a dict. */
  public static long state(ThreadState ts, long error, String... names) {
    PyException object = Hosts.get(ts, error, PyException.class);
    int mark = ts.rootMark();
    try {
      long dict = Attributes.findQuietly(ts, error, ts.runtime().intern(ts, "__dict__"));
      boolean none = dict == Word.EMPTY || dict == Word.NONE;
      long state = none ? Dicts.create(ts) : Dicts.copy(ts, dict);
      ts.root(state);
      for (int i = 0; i < names.length; i++) {
        if (object.field(i) != Word.EMPTY) {
          Dicts.set(ts, state, names[i], object.field(i));
        }
      }
      return state;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code (class, args)} or {@code (class, args, dict)}. */
  public static long reduce(ThreadState ts, long error, long args) {
    long cls = ts.runtime().typeOf(error).cell();
    try (RootScope roots = ts.roots()) {
      roots.keep(args);
      long dict = Attributes.findQuietly(ts, error, ts.runtime().intern(ts, "__dict__"));
      boolean plain = dict == Word.EMPTY || dict == Word.NONE || Dicts.size(ts, dict) == 0;
      return plain ? Tuples.of(ts, cls, args) : Tuples.of(ts, cls, args, dict);
    }
  }
}
