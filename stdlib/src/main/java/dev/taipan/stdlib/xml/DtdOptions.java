package dev.taipan.stdlib.xml;

/** What a program chose about document types, before or in a handler of the parse. */
final class DtdOptions {
  static final int NEVER = 0;
  static final int UNLESS_STANDALONE = 1;

  int parameterEntities = NEVER;
  boolean foreign;

  boolean readsParameterEntities(XmlDtd dtd) {
    return parameterEntities > (dtd.standalone ? UNLESS_STANDALONE : NEVER);
  }
}
