package dev.taipan.generator.instructions;

/** Tokens of a definition file; bodies are taken as they stand. */
final class Scanner {
  private final String file;
  private final String text;
  private int at;
  private String doc = "";

  Scanner(String file, String text) {
    this.file = file;
    this.text = text;
  }

  String place() {
    return file + ":" + (1 + text.substring(0, at).chars().filter(c -> c == '\n').count());
  }

  /** The {@code ///} lines since this was last asked. */
  String takeDoc() {
    String taken = doc.strip();
    doc = "";
    return taken;
  }

  boolean atEnd() {
    skip();
    return at == text.length();
  }

  boolean peek(String token) {
    skip();
    return text.startsWith(token, at);
  }

  boolean accept(String token) {
    if (!peek(token)) {
      return false;
    }
    at += token.length();
    return true;
  }

  void expect(String token) {
    if (!accept(token)) {
      throw error("expected '" + token + "'");
    }
  }

  boolean atWord() {
    skip();
    return at < text.length() && Character.isJavaIdentifierStart(text.charAt(at));
  }

  String word() {
    skip();
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw error("expected a name");
    }
    return text.substring(start, at);
  }

  int number() {
    String digits = word();
    return Integer.parseInt(digits);
  }

  /** What stands between {@code open}, which comes next, and the {@code close} that matches it. */
  String balanced(char open, char close) {
    expect(String.valueOf(open));
    int start = at;
    int depth = 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return text.substring(start, at - 1);
      }
    }
    throw error("no closing '" + close + "'");
  }

  DefinitionError error(String message) {
    return new DefinitionError(place(), message);
  }

  private void skip() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        if (text.startsWith("///", at)) {
          doc += text.substring(at + 3, end).strip() + " ";
        }
        at = end;
      } else {
        return;
      }
    }
  }
}
