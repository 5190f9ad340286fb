package dev.taipan.stdlib.importing;

/** What a value of a start image begins with; the order is part of the format. */
enum StartTag {
  /** An object that was met before. */
  SEEN,
  /** A word that is no cell and no number: None, True ... */
  SINGLE,
  INT,
  BIG_INT,
  FLOAT,
  STR,
  BYTES,
  TUPLE,
  LIST,
  DICT,
  SET,
  FROZEN_SET,
  FUNCTION,
  CELL,
  CLASS,
  INSTANCE,
  STATIC_METHOD,
  CLASS_METHOD,
  PROPERTY,
  ABC_DATA,
  MODULE,
  /** An attribute of one of Java's modules. */
  NATIVE,
  /** An attribute of one of Java's modules as it was at the start. */
  KEPT,
  /** One of the language's own types that no module names. */
  TYPE,
  /** An error handler of the codecs. */
  HANDLER;

  private static final StartTag[] ALL = values();

  /** The tag of a number that was read. */
  static StartTag of(int ordinal) {
    return ALL[ordinal];
  }
}
