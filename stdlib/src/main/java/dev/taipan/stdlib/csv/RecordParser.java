package dev.taipan.stdlib.csv;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/** Takes one record's characters apart; the list of fields is kept rooted by the caller. */
final class RecordParser {
  private enum State {
    START_RECORD,
    START_FIELD,
    ESCAPED,
    AFTER_ESCAPED_LINE_END,
    FIELD,
    QUOTED,
    ESCAPED_IN_QUOTED,
    QUOTE_IN_QUOTED,
    LINE_END
  }

  private static final int END = -1;

  private final ThreadState ts;
  private final Dialect dialect;
  private final long fields;
  private final long limit;
  private State state = State.START_RECORD;
  private int[] field = new int[64];
  private int length;
  private boolean numeric;

  RecordParser(ThreadState ts, Dialect dialect, long fields, long limit) {
    this.ts = ts;
    this.dialect = dialect;
    this.fields = fields;
    this.limit = limit;
  }

  boolean isComplete() {
    return state == State.START_RECORD;
  }

  /** Whether something has been read of a field that did not end. */
  boolean isInside() {
    return length > 0 || state == State.QUOTED;
  }

  /** The end of a line; a quoted field goes on. */
  void endLine() {
    take(END);
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  void take(int c) {
    switch (state) {
      case START_RECORD -> {
        if (c == '\n' || c == '\r') {
          state = State.LINE_END;
        } else if (c != END) {
          startField(c);
        }
      }
      case START_FIELD -> startField(c);
      case ESCAPED -> {
        add(c == END ? '\n' : c);
        state = c == '\n' || c == '\r' ? State.AFTER_ESCAPED_LINE_END : State.FIELD;
      }
      case AFTER_ESCAPED_LINE_END -> {
        if (c != END) {
          inField(c);
        }
      }
      case FIELD -> inField(c);
      case QUOTED -> inQuoted(c);
      case ESCAPED_IN_QUOTED -> {
        add(c == END ? '\n' : c);
        state = State.QUOTED;
      }
      case QUOTE_IN_QUOTED -> afterQuote(c);
      case LINE_END -> {
        if (c == END) {
          state = State.START_RECORD;
        } else if (!isLineEnd(c)) {
          throw Dialect.ERROR.raise(
              ts,
              "new-line character seen in unquoted field - do you need to open the file in"
                  + " universal-newline mode?");
        }
      }
    }
  }

  private void startField(int c) {
    if (isLineEnd(c)) {
      endRecord(c);
    } else if (c == dialect.quote && dialect.quoting != Dialect.QUOTE_NONE) {
      state = State.QUOTED;
    } else if (c == dialect.escape) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else if (c == ' ' && dialect.skipSpace) {
      state = State.START_FIELD;
    } else {
      numeric = dialect.quoting == Dialect.QUOTE_NONNUMERIC;
      add(c);
      state = State.FIELD;
    }
  }

  private void endRecord(int c) {
    save();
    state = c == END ? State.START_RECORD : State.LINE_END;
  }

  private void inField(int c) {
    if (isLineEnd(c)) {
      endRecord(c);
    } else if (c == dialect.escape) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else {
      add(c);
      state = State.FIELD;
    }
  }

  private void inQuoted(int c) {
    if (c == END) {
      return;
    }
    if (c == dialect.escape) {
      state = State.ESCAPED_IN_QUOTED;
    } else if (c == dialect.quote && dialect.quoting != Dialect.QUOTE_NONE) {
      state = dialect.doubleQuote ? State.QUOTE_IN_QUOTED : State.FIELD;
    } else {
      add(c);
    }
  }

  private void afterQuote(int c) {
    if (dialect.quoting != Dialect.QUOTE_NONE && c == dialect.quote) {
      add(c);
      state = State.QUOTED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else if (isLineEnd(c)) {
      endRecord(c);
    } else if (!dialect.strict) {
      add(c);
      state = State.FIELD;
    } else {
      throw Dialect.ERROR.raise(
          ts,
          "'%s' expected after '%s'",
          Character.toString(dialect.delimiter),
          Character.toString(dialect.quote));
    }
  }

  private void add(int c) {
    if (length >= limit) {
      throw Dialect.ERROR.raise(ts, "field larger than field limit (%d)", limit);
    }
    if (length == field.length) {
      field = Arrays.copyOf(field, 2 * length);
    }
    field[length++] = c;
  }

  void save() {
    long text = Strings.fromCodePoints(ts, field, length);
    length = 0;
    long value = text;
    if (numeric) {
      numeric = false;
      value = Calls.call1(ts, ts.runtime().types().float_.cell(), text);
    }
    Lists.append(ts, fields, value);
  }
}
