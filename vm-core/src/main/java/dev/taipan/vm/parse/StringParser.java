package dev.taipan.vm.parse;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** String literals, f-strings and their concatenation. */
final class StringParser {
  private final Parse p;
  private final Grammar g;
  private final StringLiterals literals;

  StringParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
    this.literals = new StringLiterals(p);
  }

  /** One or more literals side by side. */
  Expr strings() throws SyntaxFault {
    int first = p.pos;
    List<Expr> pieces = new ArrayList<>(1);
    while (true) {
      Expr piece;
      if (p.at(TokenKind.STRING)) {
        piece = literal();
      } else if (p.at(TokenKind.FSTRING_START)) {
        piece = fstring();
      } else {
        break;
      }
      if (piece == null) {
        return null;
      }
      pieces.add(piece);
    }
    return concatenate(pieces, p.spanFrom(first));
  }

  private Expr literal() throws SyntaxFault {
    int token = p.pos++;
    byte[] bytes = p.lexer.in.bytes;
    int from = p.tokens.start(token);
    int to = p.tokens.end(token);
    boolean raw = false;
    boolean isBytes = false;
    String kind = bytes[from] == 'u' ? "u" : null;
    while (bytes[from] != '"' && bytes[from] != '\'') {
      int prefix = bytes[from++] | 0x20;
      raw |= prefix == 'r';
      isBytes |= prefix == 'b';
    }
    int quotes =
        to - from >= 6 && bytes[from + 1] == bytes[from] && bytes[from + 2] == bytes[from] ? 3 : 1;
    from += quotes;
    to -= quotes;
    ConstantValue value =
        isBytes
            ? new ConstantValue.BytesValue(literals.bytes(from, to, raw, token))
            : literals.str(from, to, raw, token);
    return new Expr.Constant(p.span(token), value, kind);
  }

  private Expr fstring() throws SyntaxFault {
    int first = p.pos++;
    String prefix = p.lexer.in.source.text(p.tokens.start(first), p.tokens.end(first));
    boolean raw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
    List<Expr> values = new ArrayList<>();
    while (p.at(TokenKind.FSTRING_MIDDLE) || p.at(TokenKind.LBRACE)) {
      if (p.at(TokenKind.LBRACE)) {
        if (!field(values)) {
          break;
        }
        continue;
      }
      Expr.Constant text = text(raw);
      if (!isEmpty(text)) {
        values.add(text);
      }
    }
    return p.accept(TokenKind.FSTRING_END) ? new Expr.JoinedStr(p.spanFrom(first), values) : null;
  }

  private Expr.Constant text(boolean raw) throws SyntaxFault {
    int token = p.pos++;
    boolean doubledBrace = p.tokens.name(token) != null;
    int to = p.tokens.end(token) - (doubledBrace ? 1 : 0);
    String source = p.lexer.in.source.text(p.tokens.start(token), to);
    int last = source.length();
    while (last > 0 && source.charAt(last - 1) == '\\') {
      last--;
    }
    // A backslash in front of a field escapes nothing: it stands for itself.
    boolean lone = !raw && (source.length() - last) % 2 == 1;
    ConstantValue.StrValue text =
        literals.str(p.tokens.start(token), lone ? to - 1 : to, raw, token);
    if (lone) {
      literals.warn("{", token);
      text = text.followedBy(new ConstantValue.StrValue("\\"));
    }
    return new Expr.Constant(p.span(token), text, null);
  }

  private static boolean isEmpty(Expr e) {
    return e instanceof Expr.Constant c
        && c.value() instanceof ConstantValue.StrValue s
        && s.value().isEmpty();
  }

  /** Reads a replacement field and adds its nodes; where there is none, reads nothing. */
  private boolean field(List<Expr> values) throws SyntaxFault {
    int first = p.pos;
    List<Expr> nodes = p.attempt(this::fieldNodes);
    if (nodes == null) {
      if (p.diagnosing) {
        p.pos = first;
        g.invalidExpressions.field();
        p.pos = first;
      }
      return false;
    }
    values.addAll(nodes);
    return true;
  }

  /** The formatted value, after the source text of its expression if that is to be shown. */
  List<Expr> fieldNodes() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.LBRACE)) {
      return null;
    }
    Expr value = g.expressions.yieldOrStarExpressions();
    if (value == null) {
      return null;
    }
    boolean shown = p.accept(TokenKind.EQUAL);
    int textEnd = p.pos;
    int conversionName = -1;
    if (p.at(TokenKind.EXCLAMATION)) {
      conversionName = conversion();
      if (conversionName < 0) {
        return null;
      }
    }
    int colon = -1;
    List<Expr> spec = null;
    Span specSpan = null;
    if (p.at(TokenKind.COLON)) {
      colon = p.pos++;
      spec = formatSpec();
      specSpan = p.spanFrom(colon);
    }
    if (!p.accept(TokenKind.RBRACE)) {
      return null;
    }
    int conversion = conversionCode(conversionName, shown && colon < 0);
    Expr format =
        spec == null ? null : new Expr.JoinedStr(specSpan, isBlank(spec) ? List.of() : spec);
    Expr formatted = new Expr.FormattedValue(p.spanFrom(first), value, conversion, format);
    return shown
        ? List.of(shownText(first, textEnd, conversionName, colon), formatted)
        : List.of(formatted);
  }

  private static boolean isBlank(List<Expr> spec) {
    return spec.size() == 1 && isEmpty(spec.get(0));
  }

  /** Reads {@code !r}; the index of the name, or -1. */
  private int conversion() throws SyntaxFault {
    int mark = p.pos++;
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      p.pos = mark;
      return -1;
    }
    if (p.tokens.start(name) != p.tokens.end(mark)) {
      throw p.faults.range(
          mark, name, "f-string: conversion type must come right after the exclamanation mark");
    }
    return name;
  }

  private int conversionCode(int name, boolean shown) throws SyntaxFault {
    if (name < 0) {
      return shown ? 'r' : -1;
    }
    String text = p.tokens.name(name);
    if (!text.equals("s") && !text.equals("r") && !text.equals("a")) {
      throw p.faults.at(
          name, "f-string: invalid conversion character '" + text + "': expected 's', 'r', or 'a'");
    }
    return text.charAt(0);
  }

  /** {@code fstring_format_spec*}; nested fields keep the text they show inside their own node. */
  List<Expr> formatSpec() throws SyntaxFault {
    List<Expr> values = new ArrayList<>();
    while (true) {
      if (p.at(TokenKind.FSTRING_MIDDLE)) {
        values.add(text(false));
        continue;
      }
      int first = p.pos;
      List<Expr> nodes = new ArrayList<>(2);
      if (!p.at(TokenKind.LBRACE) || !field(nodes)) {
        return values;
      }
      values.add(nodes.size() == 1 ? nodes.get(0) : shownInSpec(first, nodes));
    }
  }

  private Expr shownInSpec(int first, List<Expr> nodes) {
    Span text = nodes.get(0).span();
    Span whole = p.span(first);
    return new Expr.JoinedStr(
        new Span(whole.lineno(), whole.colOffset(), text.endLineno(), text.endColOffset() + 1),
        nodes);
  }

  /** The text from the opening brace to what ends the expression, comments left out. */
  private Expr shownText(int first, int end, int conversionName, int colon) {
    int from = p.tokens.end(first);
    int to = p.tokens.start(end);
    String text = withoutComments(p.lexer.in.source.text(from, to));
    Span start = p.span(first);
    int endLine;
    int endCol;
    if (conversionName >= 0) {
      endLine = p.tokens.line(conversionName);
      endCol = p.tokens.col(conversionName) - 1;
    } else if (colon >= 0) {
      endLine = p.tokens.line(colon);
      endCol = p.tokens.col(colon);
    } else {
      endLine = p.tokens.endLine(p.pos - 1);
      endCol = p.tokens.endCol(p.pos - 1) - 1;
    }
    return new Expr.Constant(
        new Span(start.lineno(), start.colOffset() + 1, endLine, endCol),
        new ConstantValue.StrValue(text),
        null);
  }

  private static String withoutComments(String text) {
    if (text.indexOf('#') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#') {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private Expr concatenate(List<Expr> pieces, Span span) throws SyntaxFault {
    boolean bytes = false;
    boolean text = false;
    boolean joined = false;
    for (Expr piece : pieces) {
      boolean isBytes =
          piece instanceof Expr.Constant c && c.value() instanceof ConstantValue.BytesValue;
      bytes |= isBytes;
      text |= !isBytes;
      joined |= piece instanceof Expr.JoinedStr;
    }
    if (bytes && text) {
      throw p.faults.last("cannot mix bytes and nonbytes literals");
    }
    if (pieces.size() == 1 && !joined) {
      return pieces.get(0);
    }
    if (bytes) {
      return joinBytes(pieces, span);
    }
    List<Expr> values = fold(flatten(pieces), joined);
    return joined ? new Expr.JoinedStr(span, values) : values.get(0);
  }

  private static Expr joinBytes(List<Expr> pieces, Span span) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Expr piece : pieces) {
      out.writeBytes(((ConstantValue.BytesValue) ((Expr.Constant) piece).value()).bytes());
    }
    String kind = ((Expr.Constant) pieces.get(0)).kind();
    return new Expr.Constant(span, new ConstantValue.BytesValue(out.toByteArray()), kind);
  }

  private static List<Expr> flatten(List<Expr> pieces) {
    List<Expr> flat = new ArrayList<>();
    for (Expr piece : pieces) {
      if (piece instanceof Expr.JoinedStr joined) {
        flat.addAll(joined.values());
      } else {
        flat.add(piece);
      }
    }
    return flat;
  }

  /** Merges neighbouring texts; the first one gives the kind. */
  private static List<Expr> fold(List<Expr> flat, boolean joined) {
    List<Expr> values = new ArrayList<>(flat.size());
    int i = 0;
    while (i < flat.size()) {
      Expr e = flat.get(i++);
      if (e instanceof Expr.Constant first) {
        List<Expr.Constant> parts = null;
        Expr.Constant last = first;
        while (i < flat.size() && flat.get(i) instanceof Expr.Constant next) {
          parts = parts == null ? new ArrayList<>(List.of(first)) : parts;
          parts.add(next);
          last = next;
          i++;
        }
        if (parts != null) {
          e = new Expr.Constant(first.span().to(last.span()), joined(parts), first.kind());
        }
        if (joined && isEmpty(e)) {
          continue;
        }
      }
      values.add(e);
    }
    return values;
  }

  /** All texts as one; whether surrogates stay apart is asked only where there are any. */
  private static ConstantValue.StrValue joined(List<Expr.Constant> parts) {
    StringBuilder all = new StringBuilder();
    for (Expr.Constant part : parts) {
      all.append(str(part).value());
    }
    ConstantValue.StrValue text = new ConstantValue.StrValue(all.toString());
    if (!text.hasPairs()) {
      return text;
    }
    return parts.stream().map(StringParser::str).reduce(ConstantValue.StrValue::followedBy).get();
  }

  private static ConstantValue.StrValue str(Expr.Constant constant) {
    return (ConstantValue.StrValue) constant.value();
  }
}
