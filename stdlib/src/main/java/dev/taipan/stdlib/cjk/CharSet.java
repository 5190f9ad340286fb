package dev.taipan.stdlib.cjk;

/** The sets that ISO 2022 switches between, with the end of the sequence that names each. */
enum CharSet {
  ASCII("(B", 1),
  JISX0201_ROMAN("(J", 1),
  JISX0201_KATAKANA("(I", 1),
  JISX0208("$B", 2),
  JISX0208_OLD("$@", 2),
  JISX0212("$(D", 2),
  JISX0213_2000("$(O", 2),
  JISX0213_2004("$(Q", 2),
  JISX0213_SECOND("$(P", 2),
  GB2312("$A", 2),
  KSX1001_G0("$(C", 2),
  KSX1001_G1("$)C", 2),
  LATIN("A", 1),
  GREEK("F", 1);

  private final String sequence;
  private final int width;

  CharSet(String sequence, int width) {
    this.sequence = sequence;
    this.width = width;
  }

  /** What stands behind the escape character. */
  String sequence() {
    return this == LATIN || this == GREEK ? "." + sequence : sequence;
  }

  int width() {
    return width;
  }

  /** Whether it is named for the upper half, of which single characters are shifted in. */
  boolean isUpper() {
    return this == LATIN || this == GREEK;
  }
}
