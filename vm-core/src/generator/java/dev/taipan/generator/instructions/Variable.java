package dev.taipan.generator.instructions;

/**
 * One item of a stack effect: a single word, or a run of words whose count is a Java expression
 * over the instruction's argument.
 *
 * @param size the count, or null for a single word
 */
record Variable(String name, String size) {
  boolean isArray() {
    return size != null;
  }

  String count() {
    return size == null ? "1" : "(" + size + ")";
  }

  @Override
  public String toString() {
    return size == null ? name : name + "[" + size + "]";
  }
}
