package dev.taipan.vm.builtin;

/**
 * The parameters of a builtin, counted. Parameters stand in the order: positional-only, normal,
 * {@code *args}, keyword-only, {@code **kwargs}; {@link #names} and {@link #required} follow it.
 */
public final class Signature {
  private final String name;
  private final String text;
  private final String[] names;
  private final String required;
  private final int positionalOnly;
  private final int normal;
  private final int keywordOnly;
  private final boolean varargs;
  private final boolean varkeywords;

  public Signature(
      String name,
      String text,
      String names,
      String required,
      int positionalOnly,
      int normal,
      int keywordOnly,
      boolean varargs,
      boolean varkeywords) {
    this.name = name;
    this.text = text;
    this.names = names.isEmpty() ? new String[0] : names.split(",");
    this.required = required;
    this.positionalOnly = positionalOnly;
    this.normal = normal;
    this.keywordOnly = keywordOnly;
    this.varargs = varargs;
    this.varkeywords = varkeywords;
  }

  public String name() {
    return name;
  }

  /** The parameter list as declared, with its parentheses. */
  public String text() {
    return text;
  }

  int size() {
    return names.length;
  }

  String parameter(int i) {
    return names[i];
  }

  boolean required(int i) {
    return required.charAt(i) == '!';
  }

  int positionalOnly() {
    return positionalOnly;
  }

  int positional() {
    return positionalOnly + normal;
  }

  int requiredPositional() {
    int n = 0;
    while (n < positional() && required(n)) {
      n++;
    }
    return n;
  }

  boolean hasVarargs() {
    return varargs;
  }

  boolean hasVarkeywords() {
    return varkeywords;
  }

  int firstKeywordOnly() {
    return positional() + (varargs ? 1 : 0);
  }

  int keywordOnly() {
    return keywordOnly;
  }

  /** The parameter that a keyword may name, or -1. */
  int indexOf(String keyword) {
    for (int i = positionalOnly; i < positional(); i++) {
      if (names[i].equals(keyword)) {
        return i;
      }
    }
    int first = firstKeywordOnly();
    for (int i = first; i < first + keywordOnly; i++) {
      if (names[i].equals(keyword)) {
        return i;
      }
    }
    return -1;
  }
}
