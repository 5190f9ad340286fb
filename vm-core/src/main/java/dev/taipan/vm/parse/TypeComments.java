package dev.taipan.vm.parse;

/** Recognises type comments, which are read only on request. */
final class TypeComments {
  private static final String PREFIX = "# type: ";
  private static final String IGNORE = "ignore";

  private TypeComments() {}

  /** Where the type begins in a comment, or -1; a blank in the prefix stands for any number. */
  static int typeStart(byte[] bytes, int start, int end) {
    int at = start;
    int i = 0;
    while (i < PREFIX.length() && (at < end || PREFIX.charAt(i) == ' ')) {
      if (PREFIX.charAt(i) == ' ') {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
          at++;
        }
      } else if (bytes[at] == PREFIX.charAt(i)) {
        at++;
      } else {
        return -1;
      }
      i++;
    }
    return i == PREFIX.length() ? at : -1;
  }

  /** Where the tag begins of a type that is {@code ignore}. */
  static int ignoreEnd(int start) {
    return start + IGNORE.length();
  }

  /** Whether the type is the word {@code ignore}, followed by nothing alphanumeric. */
  static boolean isIgnore(byte[] bytes, int start, int end) {
    int after = start + IGNORE.length();
    if (after > end) {
      return false;
    }
    for (int i = 0; i < IGNORE.length(); i++) {
      if (bytes[start + i] != IGNORE.charAt(i)) {
        return false;
      }
    }
    return after == end || !(bytes[after] < 0 || Character.isLetterOrDigit(bytes[after]));
  }
}
