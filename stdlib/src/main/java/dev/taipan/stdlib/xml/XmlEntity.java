package dev.taipan.stdlib.xml;

/**
 * A declared entity.
 *
 * @param text the replacement, null for an external one
 * @param notation what an unparsed entity is written in, or null
 * @param internal whether it was declared in the document itself
 */
record XmlEntity(
    String text, String systemId, String publicId, String notation, String base, boolean internal) {
  static XmlEntity of(String text, boolean internal) {
    return new XmlEntity(text, null, null, null, null, internal);
  }
}
