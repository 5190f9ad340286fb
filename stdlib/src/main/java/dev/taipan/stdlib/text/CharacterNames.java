package dev.taipan.stdlib.text;

/** The names of the characters that the table of Python's version has. */
final class CharacterNames {
  private CharacterNames() {}

  /** The name, or null. */
  static String of(int c) {
    String category = UnicodeTable.get().property("category", c);
    boolean nameless = category.startsWith("C") && !category.equals("Cf");
    return nameless ? null : dev.taipan.vm.parse.CharacterNames.of(c);
  }

  /** The character of a name, -1 if there is none. */
  static int lookup(String name) {
    if (!name.equals(name.strip()) || name.isEmpty()) {
      return -1;
    }
    int c = dev.taipan.vm.parse.CharacterNames.codePoint(name);
    boolean known = c >= 0 && !UnicodeTable.get().property("category", c).equals("Cn");
    return known ? c : -1;
  }
}
