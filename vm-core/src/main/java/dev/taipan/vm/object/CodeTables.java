package dev.taipan.vm.object;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.ExceptionTable;
import java.io.ByteArrayOutputStream;

/**
 * A code object's tables in the form that Python programs decode: numbers in groups of six bits.
 * What we keep ourselves is smaller; these bytes are made when someone asks.
 *
 * <pre>
 *   exceptions: start, length, target, depth * 2 + lasti; most significant group first, bit 6 while
 *               another follows, bit 7 at the start of an entry
 *   positions:  1 kind(4) length-1(3) [line delta, lines, column + 1, end column + 1]; least
 *               significant group first
 * </pre>
 */
final class CodeTables {
  private static final int GROUP = 6;
  private static final int MORE = 0x40;
  private static final int START = 0x80;
  private static final int LONG_FORM = 14;
  private static final int NO_PLACE = 15;
  private static final int LONGEST_RUN = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int line;

  private CodeTables() {}

  static byte[] exceptions(CodeBlueprint code) {
    CodeTables tables = new CodeTables();
    for (ExceptionTable.Entry entry : code.exceptions().entries()) {
      tables.bigEndian(entry.start(), START);
      tables.bigEndian(entry.end() - entry.start(), 0);
      tables.bigEndian(entry.target(), 0);
      tables.bigEndian(entry.depth() << 1 | (entry.lasti() ? 1 : 0), 0);
    }
    return tables.out.toByteArray();
  }

  static byte[] positions(CodeBlueprint code) {
    CodeTables tables = new CodeTables();
    tables.line = code.firstLine();
    code.positions().forEach(tables::run);
    return tables.out.toByteArray();
  }

  private void run(int start, int end, Span span) {
    for (int at = start; at < end; at += LONGEST_RUN) {
      int length = Math.min(LONGEST_RUN, end - at);
      out.write(START | (span == null ? NO_PLACE : LONG_FORM) << 3 | length - 1);
      if (span != null) {
        int delta = span.lineno() - line;
        littleEndian(delta < 0 ? -delta << 1 | 1 : delta << 1);
        littleEndian(span.endLineno() - span.lineno());
        littleEndian(span.colOffset() + 1);
        littleEndian(span.endColOffset() + 1);
        line = span.lineno();
      }
    }
  }

  private void bigEndian(int value, int first) {
    int mark = first;
    for (int shift = GROUP * ((31 - Integer.numberOfLeadingZeros(value | 1)) / GROUP);
        shift >= 0;
        shift -= GROUP) {
      out.write(value >>> shift & MORE - 1 | (shift > 0 ? MORE : 0) | mark);
      mark = 0;
    }
  }

  private void littleEndian(int value) {
    int rest = value;
    while (rest >= MORE) {
      out.write(rest & MORE - 1 | MORE);
      rest >>>= GROUP;
    }
    out.write(rest);
  }
}
