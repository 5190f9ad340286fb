package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Alias;
import dev.taipan.vm.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Import statements. */
final class ImportParser {
  private static final int ELLIPSIS_LEVEL = 3;

  private final Parse p;
  private final Grammar g;

  ImportParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  Stmt importStatement() throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidStatements.importFrom();
    }
    return p.at(TokenKind.IMPORT) ? importNames() : importFrom();
  }

  private Stmt importNames() throws SyntaxFault {
    int first = p.pos++;
    List<Alias> names = aliases(this::dottedAlias);
    return names == null ? null : new Stmt.Import(p.spanFrom(first), names);
  }

  /** Aliases with commas between them; a comma after the last is left alone. */
  List<Alias> aliases(Parse.Rule<Alias> rule) throws SyntaxFault {
    List<Alias> names = new ArrayList<>(1);
    int mark = p.pos;
    do {
      Alias alias = rule.parse();
      if (alias == null) {
        p.pos = mark;
        break;
      }
      names.add(alias);
      mark = p.pos;
    } while (p.accept(TokenKind.COMMA));
    return names.isEmpty() ? null : names;
  }

  private Alias dottedAlias() throws SyntaxFault {
    int first = p.pos;
    String name = dottedName();
    if (name == null) {
      return null;
    }
    String asname = asName();
    return new Alias(p.spanFrom(first), name, asname);
  }

  /** A dotted name alone. */
  Alias plainAlias() throws SyntaxFault {
    int first = p.pos;
    String name = dottedName();
    return name == null ? null : new Alias(p.spanFrom(first), name, null);
  }

  private String asName() throws SyntaxFault {
    int mark = p.pos;
    if (!p.accept(TokenKind.AS)) {
      return null;
    }
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      p.pos = mark;
      return null;
    }
    return p.tokens.name(name);
  }

  String dottedName() throws SyntaxFault {
    int token = p.take(TokenKind.NAME);
    if (token < 0) {
      return null;
    }
    String name = p.tokens.name(token);
    while (p.at(TokenKind.DOT)) {
      int mark = p.pos++;
      int next = p.take(TokenKind.NAME);
      if (next < 0) {
        p.pos = mark;
        break;
      }
      name = name + "." + p.tokens.name(next);
    }
    return name;
  }

  private Stmt importFrom() throws SyntaxFault {
    int first = p.pos++;
    int level = 0;
    while (p.at(TokenKind.DOT) || p.at(TokenKind.ELLIPSIS)) {
      level += p.at(TokenKind.DOT) ? 1 : ELLIPSIS_LEVEL;
      p.pos++;
    }
    String module = dottedName();
    if ((module == null && level == 0) || !p.accept(TokenKind.IMPORT)) {
      return null;
    }
    List<Alias> names = targets();
    return names == null ? null : new Stmt.ImportFrom(p.spanFrom(first), module, names, level);
  }

  private List<Alias> targets() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.STAR)) {
      List<Alias> star = new ArrayList<>(1);
      star.add(new Alias(p.spanFrom(first), "*", null));
      return star;
    }
    if (p.accept(TokenKind.LPAR)) {
      List<Alias> names = aliases(this::alias);
      if (names == null) {
        return null;
      }
      p.accept(TokenKind.COMMA);
      return p.accept(TokenKind.RPAR) ? names : null;
    }
    List<Alias> names = aliases(this::alias);
    if (names == null || !p.at(TokenKind.COMMA)) {
      return names;
    }
    p.pos++;
    if (p.diagnosing && p.at(TokenKind.NEWLINE)) {
      throw p.faults.last("trailing comma not allowed without surrounding parentheses");
    }
    return null;
  }

  private Alias alias() throws SyntaxFault {
    int first = p.take(TokenKind.NAME);
    if (first < 0) {
      return null;
    }
    String asname = asName();
    return new Alias(p.spanFrom(first), p.tokens.name(first), asname);
  }
}
