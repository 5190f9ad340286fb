package dev.taipan.vm.object;

import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/** The last lines of a report: class, message and notes of one exception. */
public final class ExceptionLines {
  private ExceptionLines() {}

  static boolean isGroup(ThreadState ts, long exception) {
    return Errors.isInstance(ts, exception, Exc.BaseExceptionGroup);
  }

  public static String of(ThreadState ts, long exception) {
    String message = message(ts, exception);
    StringBuilder out = new StringBuilder();
    if (Errors.isInstance(ts, exception, Exc.SyntaxError)) {
      message = place(ts, exception, out);
    }
    out.append(typeName(ts, exception));
    if (!message.isEmpty()) {
      out.append(": ").append(message);
    }
    out.append(Suggestions.of(ts, exception)).append('\n');
    notes(ts, exception, out);
    return out.toString();
  }

  private static String typeName(ThreadState ts, long exception) {
    PyType type = ts.runtime().typeOf(exception);
    String module = Representation.moduleOf(ts, type);
    String name = Representation.qualname(ts, type);
    boolean plain = "builtins".equals(module) || "__main__".equals(module);
    return plain ? name : module == null ? "<unknown>." + name : module + "." + name;
  }

  private static String message(ThreadState ts, long exception) {
    try {
      return Representation.strText(ts, exception);
    } catch (Raised signal) {
      // The report goes on with the next line: the failing __str__ is not what is reported.
      ts.clearPending();
      return "<exception str() failed>";
    }
  }

  private static long field(ThreadState ts, long exception, String name) {
    long value = Attributes.findQuietly(ts, exception, ts.runtime().intern(ts, name));
    return value == 0L ? Word.NONE : value;
  }

  private static int number(ThreadState ts, long word) {
    return Ints.isInt(ts, word) ? (int) Ints.toLong(word) : -1;
  }

  /** The place of a syntax error with its caret; gives the message to show behind the class. */
  private static String place(ThreadState ts, long exception, StringBuilder out) {
    try (RootScope roots = ts.roots()) {
      return place(ts, roots, exception, out);
    }
  }

  private static String place(ThreadState ts, RootScope roots, long exception, StringBuilder out) {
    long line = roots.keep(field(ts, exception, "lineno"));
    long file = roots.keep(field(ts, exception, "filename"));
    long text = roots.keep(field(ts, exception, "text"));
    String suffix = "";
    String shown = file == Word.NONE ? "<string>" : Representation.strText(ts, file);
    if (line != Word.NONE) {
      out.append("  File \"").append(shown).append("\", line ");
      out.append(Representation.strText(ts, line)).append('\n');
      if (Strs.isStr(ts, text)) {
        int offset = number(ts, field(ts, exception, "offset"));
        int end = number(ts, field(ts, exception, "end_offset"));
        boolean oneLine = number(ts, field(ts, exception, "end_lineno")) <= number(ts, line);
        String source = Strs.toJava(text);
        caret(out, source, offset, oneLine ? end : size(source));
      }
    } else if (file != Word.NONE) {
      suffix = " (" + shown + ")";
    }
    long message = field(ts, exception, "msg");
    String told =
        message == Word.NONE ? "<no detail available>" : Representation.strText(ts, message);
    return told + suffix;
  }

  /**
   * A text, from the line on that the error is in, and carets below it. Places behind its end are
   * brought back to the end. That and the lines are counted in bytes, columns in characters.
   */
  private static void caret(StringBuilder out, String text, int offset, int endOffset) {
    int last = size(text) + 1;
    int start = Math.min(offset, last);
    int end = Math.min(endOffset, last);
    String shown = text.replaceFirst("^[ \f\t]+", "");
    int at = start - 1 - (text.length() - shown.length());
    if (at > 0 && at == size(shown) && shown.endsWith("\n")) {
      at--;
    }
    int next = shown.indexOf('\n') + 1;
    while (next > 0 && size(shown.substring(0, next)) <= at) {
      at -= size(shown.substring(0, next));
      shown = shown.substring(next);
      next = shown.indexOf('\n') + 1;
    }
    out.append("    ").append(shown).append(shown.endsWith("\n") ? "" : "\n");
    if (offset >= 1 && at >= 0) {
      int carets = end > Math.max(start, 0) ? end - start : 1;
      out.append("    ").append(" ".repeat(at)).append("^".repeat(carets)).append('\n');
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void notes(ThreadState ts, long exception, StringBuilder out) {
    long notes = Attributes.findQuietly(ts, exception, ts.runtime().intern(ts, "__notes__"));
    if (notes == 0L) {
      return;
    }
    int mark = ts.rootMark();
    ts.root(notes);
    try {
      if (!Lists.isList(ts, notes) && !Tuples.isTuple(ts, notes)) {
        out.append(Representation.text(ts, notes)).append('\n');
        return;
      }
      long list = Iteration.toList(ts, notes);
      ts.root(list);
      for (int i = 0; i < Lists.length(list); i++) {
        long note = Lists.get(ts, list, i);
        out.append(Representation.strText(ts, note).replaceAll("\n$", "")).append('\n');
      }
    } finally {
      ts.rootRelease(mark);
    }
  }
}
