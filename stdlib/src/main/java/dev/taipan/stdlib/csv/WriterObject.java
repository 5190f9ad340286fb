package dev.taipan.stdlib.csv;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code _csv.writer}; immutable. A record is put together by whoever writes it. */
final class WriterObject extends HostObject {
  private final long write;
  final long dialect;

  WriterObject(long write, long dialect) {
    this.write = write;
    this.dialect = dialect;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(write);
    visitor.visit(dialect);
  }

  long writeRow(ThreadState ts, long row) {
    Dialect settings = Hosts.get(ts, dialect, Dialect.class);
    int mark = ts.rootMark();
    try {
      long fields = iterator(ts, row);
      ts.root(fields);
      StringBuilder record = new StringBuilder();
      int count = 0;
      boolean quotedAny = false;
      for (long field = Iteration.next(ts, fields);
          field != Word.EMPTY;
          field = Iteration.next(ts, fields)) {
        int inner = ts.rootMark();
        ts.root(field);
        if (count++ > 0) {
          record.appendCodePoint(settings.delimiter);
        }
        int before = record.length();
        append(ts, settings, record, field);
        quotedAny |= record.length() > before;
        ts.rootRelease(inner);
      }
      if (count == 1 && !quotedAny) {
        if (settings.quoting == Dialect.QUOTE_NONE) {
          throw Dialect.ERROR.raise(ts, "single empty field record must be quoted");
        }
        record.appendCodePoint(settings.quote).appendCodePoint(settings.quote);
      }
      long text = Strs.of(ts, record.append(settings.lineEnd).toString());
      return Calls.call1(ts, write, text);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long iterator(ThreadState ts, long row) {
    try {
      return Iteration.iter(ts, row);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.TypeError);
      throw Dialect.ERROR.raise(ts, "iterable expected, not %s", ts.runtime().typeOf(row).name());
    }
  }

  private static boolean isNumber(ThreadState ts, long field) {
    PyType type = ts.runtime().typeOf(field);
    return type.slot(ts, Slot.INDEX) != 0L
        || type.slot(ts, Slot.FLOAT) != 0L
        || type.slot(ts, Slot.INT) != 0L;
  }

  private static void append(ThreadState ts, Dialect settings, StringBuilder out, long field) {
    boolean text = Strs.isStr(ts, field);
    boolean quoted =
        switch (settings.quoting) {
          case Dialect.QUOTE_NONNUMERIC -> !isNumber(ts, field);
          case Dialect.QUOTE_ALL -> true;
          case Dialect.QUOTE_STRINGS -> text;
          case Dialect.QUOTE_NOTNULL -> field != Word.NONE;
          default -> false;
        };
    String value = field == Word.NONE ? "" : Representation.strText(ts, field);
    StringBuilder body = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      quoted |= add(ts, settings, body, c);
    }
    if (quoted) {
      out.appendCodePoint(settings.quote).append(body).appendCodePoint(settings.quote);
    } else {
      out.append(body);
    }
  }

  /** Adds a character; whether it needs the field to be quoted. */
  private static boolean add(ThreadState ts, Dialect settings, StringBuilder out, int c) {
    boolean special =
        c == settings.delimiter
            || c == settings.escape
            || c == settings.quote
            || settings.lineEnd.indexOf(c) >= 0;
    boolean quoted = false;
    if (special) {
      boolean escaped = settings.quoting == Dialect.QUOTE_NONE || c == settings.escape;
      if (!escaped && c == settings.quote) {
        escaped = !settings.doubleQuote;
        if (settings.doubleQuote) {
          out.appendCodePoint(settings.quote);
        }
      }
      quoted = !escaped;
      if (escaped && settings.escape < 0) {
        throw Dialect.ERROR.raise(ts, "need to escape, but no escapechar set");
      }
      if (escaped) {
        out.appendCodePoint(settings.escape);
      }
    }
    out.appendCodePoint(c);
    return quoted;
  }
}
