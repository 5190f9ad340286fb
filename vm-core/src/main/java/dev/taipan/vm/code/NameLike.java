package dev.taipan.vm.code;

/** Which string constants are interned: those that scripts may expect to be one object. */
public final class NameLike {
  private NameLike() {}

  /** Whether a text could be part of a name, in ASCII. */
  public static boolean test(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part = c < 128 && Character.isJavaIdentifierPart(c);
      if (!part) {
        return false;
      }
    }
    return true;
  }
}
