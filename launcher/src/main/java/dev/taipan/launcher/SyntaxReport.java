package dev.taipan.launcher;

import dev.taipan.vm.parse.SyntaxFault;

/** A syntax error as Python shows it: file and line, the text, the caret. */
final class SyntaxReport {
  private SyntaxReport() {}

  static String of(SyntaxFault fault, String filename) {
    StringBuilder out = new StringBuilder();
    out.append("  File \"").append(filename).append("\", line ").append(fault.lineno());
    out.append('\n');
    String text = fault.text();
    if (text != null) {
      String shown = text.stripTrailing();
      String stripped = shown.stripLeading();
      int removed = shown.length() - stripped.length();
      out.append("    ").append(stripped).append('\n');
      int from = Math.max(fault.offset() - 1 - removed, 0);
      boolean oneLine = fault.endLineno() == fault.lineno();
      int to =
          oneLine && fault.endOffset() > fault.offset()
              ? fault.endOffset() - 1 - removed
              : from + 1;
      if (fault.offset() > 0) {
        out.append("    ").append(" ".repeat(from)).append("^".repeat(Math.max(to - from, 1)));
        out.append('\n');
      }
    }
    return out.append(fault.type().pythonName())
        .append(": ")
        .append(fault.getMessage())
        .append('\n')
        .toString();
  }
}
