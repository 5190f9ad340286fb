package dev.taipan.vm.object;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeDetails;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.HashSet;
import java.util.Set;

/**
 * Exceptions as text, the way an uncaught one is shown: the chain of causes and contexts, groups
 * with their margins, tracebacks, messages, notes.
 */
public final class Tracebacks {
  private static final int MAX_GROUP_WIDTH = 15;
  private static final int MAX_GROUP_DEPTH = 10;
  private static final int REPETITIONS = 3;
  private static final int DEFAULT_LIMIT = 1000;
  private static final String CAUSE =
      "\nThe above exception was the direct cause of the following exception:\n\n";
  private static final String CONTEXT =
      "\nDuring handling of the above exception, another exception occurred:\n\n";

  private final ThreadState ts;
  private final StringBuilder out = new StringBuilder();
  private final SourceLines sources;
  private final Set<Long> seen = new HashSet<>();

  /** How many entries of a traceback are shown, the last ones; none and no heading if 0. */
  private final long limit;

  private int depth;
  private boolean needsClose;

  private Tracebacks(ThreadState ts, long limit) {
    this.ts = ts;
    this.limit = limit;
    sources = new SourceLines(ts);
  }

  /** The whole report of an exception, ending in a line end. */
  public static String format(ThreadState ts, long exception) {
    int mark = ts.rootMark();
    ts.root(exception);
    try {
      Tracebacks report = new Tracebacks(ts, wantedLimit(ts));
      report.chain(exception);
      return report.out.toString();
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The lines of a traceback alone, without its heading. */
  public static String entries(ThreadState ts, long traceback) {
    return new Tracebacks(ts, Long.MAX_VALUE).stack(traceback);
  }

  /** {@code sys.tracebacklimit}, if it is an int. */
  private static long wantedLimit(ThreadState ts) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    if (sys == Word.EMPTY || !(Hosts.orNull(ts, sys) instanceof PyModule)) {
      return DEFAULT_LIMIT;
    }
    long name = ts.runtime().intern(ts, "tracebacklimit");
    long given = Dicts.getStr(ts, Modules.dict(ts, sys), name);
    if (given == Word.EMPTY || !Ints.isInt(ts, given)) {
      return DEFAULT_LIMIT;
    }
    return Ints.signum(given) <= 0 ? 0 : Ints.fitsLong(given) ? Ints.toLong(given) : Long.MAX_VALUE;
  }

  private PyException host(long exception) {
    return Hosts.get(ts, exception, PyException.class);
  }

  private void chain(long exception) {
    seen.add(exception);
    PyException object = host(exception);
    if (object.cause() != Word.NONE) {
      if (!seen.contains(object.cause())) {
        chain(object.cause());
        emit(CAUSE, '|');
      }
    } else if (object.context() != Word.NONE
        && !object.suppressContext()
        && !seen.contains(object.context())) {
      chain(object.context());
      emit(CONTEXT, '|');
    }
    if (ExceptionLines.isGroup(ts, exception)) {
      group(exception);
      return;
    }
    if (object.traceback() != Word.NONE && limit > 0) {
      emit("Traceback (most recent call last):\n", '|');
      emit(stack(object.traceback()), '|');
    }
    emit(ExceptionLines.of(ts, exception), '|');
  }

  private void group(long exception) {
    if (depth > MAX_GROUP_DEPTH) {
      emit("... (max_group_depth is " + MAX_GROUP_DEPTH + ")\n", '|');
      return;
    }
    boolean top = depth == 0;
    if (top) {
      depth++;
    }
    long traceback = host(exception).traceback();
    if (traceback != Word.NONE && limit > 0) {
      emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
      emit(stack(traceback), '|');
    }
    emit(ExceptionLines.of(ts, exception), '|');
    try (RootScope roots = ts.roots()) {
      long members = roots.keep(Attributes.get(ts, exception, "exceptions"));
      int count = Tuples.length(members);
      int shown = count <= MAX_GROUP_WIDTH ? count : MAX_GROUP_WIDTH + 1;
      needsClose = false;
      for (int i = 0; i < shown; i++) {
        member(members, i, shown);
      }
    }
    if (top) {
      depth = 0;
    }
  }

  private void member(long members, int i, int shown) {
    boolean truncated = i >= MAX_GROUP_WIDTH;
    boolean last = i == shown - 1;
    if (last) {
      needsClose = true;
    }
    out.append("  ".repeat(depth)).append(i == 0 ? "+-" : "  ");
    out.append("+---------------- ")
        .append(truncated ? "..." : i + 1)
        .append(" ----------------\n");
    depth++;
    if (truncated) {
      int more = Tuples.length(members) - MAX_GROUP_WIDTH;
      emit("and " + more + " more exception" + (more > 1 ? "s" : "") + "\n", '|');
    } else {
      chain(Tuples.get(members, i));
    }
    if (last && needsClose) {
      out.append("  ".repeat(depth)).append("+------------------------------------\n");
      needsClose = false;
    }
    depth--;
  }

  private void emit(String text, char margin) {
    if (depth == 0) {
      out.append(text);
      return;
    }
    String prefix = "  ".repeat(depth) + margin + " ";
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      out.append(prefix).append(line).append('\n');
    }
  }

  private String stack(long traceback) {
    StringBuilder text = new StringBuilder();
    String lastPlace = null;
    int count = 0;
    for (PyTraceback at = firstShown(traceback);
        at != null;
        at = PyTraceback.orNull(ts, at.next())) {
      CodeDetails code = code(at);
      int line = FrameObjects.line(ts, at);
      String place =
          "  File \"" + code.filename() + "\", line " + line + ", in " + code.name() + "\n";
      if (!place.equals(lastPlace)) {
        repeated(text, count);
        lastPlace = place;
        count = 0;
      }
      if (++count <= REPETITIONS) {
        text.append(place);
        source(text, code, at, line);
      }
    }
    repeated(text, count);
    return text.toString();
  }

  /** The entry that a report begins with. */
  private PyTraceback firstShown(long traceback) {
    long all = 0;
    for (PyTraceback at = PyTraceback.orNull(ts, traceback);
        at != null;
        at = PyTraceback.orNull(ts, at.next())) {
      all++;
    }
    PyTraceback first = PyTraceback.orNull(ts, traceback);
    for (; all > limit; all--) {
      first = PyTraceback.orNull(ts, first.next());
    }
    return first;
  }

  private CodeDetails code(PyTraceback entry) {
    return FrameObjects.code(ts, Hosts.get(ts, entry.frame(), PyFrame.class)).details();
  }

  private static void repeated(StringBuilder text, int count) {
    int more = count - REPETITIONS;
    if (more > 0) {
      text.append("  [Previous line repeated ").append(more).append(" more time");
      text.append(more > 1 ? "s]\n" : "]\n");
    }
  }

  private void source(StringBuilder text, CodeDetails code, PyTraceback entry, int line) {
    String source = sources.get(code.filename(), line);
    if (source == null || source.isBlank()) {
      return;
    }
    text.append("    ").append(source.strip()).append('\n');
    boolean placed = entry.lasti() >= 0 && ts.runtime().options().columns();
    Span span = !placed ? null : code.positions().at(entry.lasti() / 2);
    if (span == null || span.lineno() != line || span.endColOffset() < 0) {
      return;
    }
    String marks = CaretMarks.of(source, span);
    if (marks != null) {
      text.append("    ").append(marks).append('\n');
    }
  }
}
