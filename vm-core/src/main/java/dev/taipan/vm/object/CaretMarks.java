package dev.taipan.vm.object;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;

/**
 * The line of marks under a source line: carets under the expression that failed, and for a binary
 * operation or a subscript only under the operator or the brackets, with tildes beside.
 */
final class CaretMarks {
  /** The part of a segment that gets carets. */
  private record Anchors(int left, int right) {}

  private CaretMarks() {}

  /** The marks for a line that is shown stripped, null where they would tell nothing. */
  static String of(String line, Span span) {
    String stripped = line.strip();
    int start = charOffset(line, span.colOffset());
    boolean oneLine = span.endLineno() == span.lineno();
    int end = oneLine ? charOffset(line, span.endColOffset()) : line.stripTrailing().length();
    if (start < 0 || end <= start || end > line.length()) {
      return null;
    }
    String segment = line.substring(start, end);
    Anchors anchors = oneLine ? anchors(segment) : null;
    boolean marked = anchors != null && anchors.right() > anchors.left();
    if (end - start >= stripped.length() && !marked) {
      return null;
    }
    int removed = line.length() - line.stripLeading().length();
    int width = WideCharacters.width(segment);
    StringBuilder out =
        new StringBuilder(
            " ".repeat(Math.max(0, WideCharacters.width(line.substring(0, start)) - removed)));
    if (anchors == null) {
      return out.append("^".repeat(width)).toString();
    }
    int left =
        WideCharacters.width(segment.substring(0, Math.min(anchors.left(), segment.length())));
    int right =
        WideCharacters.width(segment.substring(0, Math.min(anchors.right(), segment.length())));
    return out.append("~".repeat(left))
        .append("^".repeat(right - left))
        .append("~".repeat(width - right))
        .toString();
  }

  private static int charOffset(String line, int bytes) {
    int seen = 0;
    int i = 0;
    while (i < line.length() && seen < bytes) {
      int c = line.codePointAt(i);
      seen += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += Character.charCount(c);
    }
    return i;
  }

  private static Anchors anchors(String segment) {
    Mod tree;
    try {
      tree = Parser.of(Parser.Mode.EXEC, (message, where) -> false).parse(segment);
    } catch (SyntaxFault notAlone) {
      return null;
    }
    if (tree instanceof Mod.Module module
        && module.body().size() == 1
        && module.body().getFirst() instanceof Stmt.ExprStmt statement) {
      return switch (statement.value()) {
        case Expr.BinOp op -> operator(segment, op);
        case Expr.Subscript subscript -> brackets(segment, subscript);
        default -> null;
      };
    }
    return null;
  }

  /** What stands between the operands, behind closing parentheses; two characters at most. */
  private static Anchors operator(String segment, Expr.BinOp op) {
    int from = charOffset(segment, op.left().span().endColOffset());
    int to = charOffset(segment, op.right().span().colOffset());
    Anchors found = null;
    for (int i = from; i < to; i++) {
      char c = segment.charAt(i);
      if (Character.isWhitespace(c)) {
        continue;
      }
      boolean two = i + 1 < to && !Character.isWhitespace(segment.charAt(i + 1));
      found = new Anchors(i, two ? i + 2 : i + 1);
      if (c != ')') {
        break;
      }
    }
    return found;
  }

  private static Anchors brackets(String segment, Expr.Subscript subscript) {
    int left = charOffset(segment, subscript.value().span().endColOffset());
    int right = charOffset(segment, subscript.slice().span().endColOffset() + 1);
    while (left < segment.length() && segment.charAt(left) != '[') {
      left++;
    }
    while (right < segment.length() && segment.charAt(right) != ']') {
      right++;
    }
    return new Anchors(left, right < segment.length() ? right + 1 : right);
  }
}
