package dev.taipan.stdlib.csv;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/** {@code _csv.reader}: threads that share one get different records, as their iterator decides. */
final class ReaderObject extends HostObject {
  final long input;
  final long dialect;
  final AtomicLong lines = new AtomicLong();

  ReaderObject(long input, long dialect) {
    this.input = input;
    this.dialect = dialect;
  }

  /** The next record's list; EMPTY at the end. */
  long next(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long fields = Lists.create(ts, 0);
      ts.root(fields);
      Dialect settings = Hosts.get(ts, dialect, Dialect.class);
      RecordParser parser = new RecordParser(ts, settings, fields, CsvModule.limit(ts));
      int inner = ts.rootMark();
      do {
        long line = Iteration.next(ts, input);
        if (line == Word.EMPTY) {
          return atEnd(ts, parser, settings) ? fields : Word.EMPTY;
        }
        ts.root(line);
        take(ts, parser, line);
        ts.rootRelease(inner);
      } while (!parser.isComplete());
      return fields;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** No more lines: whether what was read so far makes a record. */
  private static boolean atEnd(ThreadState ts, RecordParser parser, Dialect settings) {
    if (!parser.isInside()) {
      return false;
    }
    if (settings.strict) {
      throw Dialect.ERROR.raise(ts, "unexpected end of data");
    }
    parser.save();
    return true;
  }

  private void take(ThreadState ts, RecordParser parser, long line) {
    if (!Strs.isStr(ts, line)) {
      throw Dialect.ERROR.raise(
          ts,
          "iterator should return strings, not %s (the file should be opened in text mode)",
          ts.runtime().typeOf(line).name());
    }
    lines.incrementAndGet();
    long chars = StrLayout.chars(line);
    int width = StrLayout.width(line);
    for (int i = 0, n = Strs.length(line); i < n; i++) {
      parser.take(StrLayout.charAt(chars, width, i));
    }
    parser.endLine();
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(input);
    visitor.visit(dialect);
  }
}
