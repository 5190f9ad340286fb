package dev.taipan.generator.instructions;

/**
 * A distance from the stack's top in words: a constant and a sum of Java expressions.
 *
 * @param symbols an expression in bytes that starts with a sign, or empty
 */
record StackPosition(int words, String symbols) {
  static final StackPosition TOP = new StackPosition(0, "");

  StackPosition below(Variable variable) {
    return moved(variable, -1);
  }

  StackPosition above(Variable variable) {
    return moved(variable, 1);
  }

  private StackPosition moved(Variable variable, int sign) {
    if (!variable.isArray()) {
      return new StackPosition(words + sign, symbols);
    }
    String bytes = variable.size().equals("arg") ? "arg8" : "8L * (" + variable.size() + ")";
    String opposite = (sign > 0 ? " - " : " + ") + bytes;
    if (symbols.endsWith(opposite)) {
      return new StackPosition(words, symbols.substring(0, symbols.length() - opposite.length()));
    }
    return new StackPosition(words, symbols + (sign > 0 ? " + " : " - ") + bytes);
  }

  boolean isTop() {
    return words == 0 && symbols.isEmpty();
  }

  /** The address, in the words of bodies. */
  String address() {
    String constant = words == 0 ? "" : words < 0 ? " - " + -8 * words : " + " + 8 * words;
    return "sp" + symbols + constant;
  }
}
