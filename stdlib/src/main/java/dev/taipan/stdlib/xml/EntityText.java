package dev.taipan.stdlib.xml;

/** The replacement text of an entity: characters' references are replaced, entities' ones kept. */
final class EntityText {
  private EntityText() {}

  static String value(XmlState state, String literal, boolean internal) throws XmlException {
    XmlText text = XmlText.whole(XmlChars.lines(literal));
    StringBuilder out = new StringBuilder(literal.length());
    for (int i = 0; text.has(i); ) {
      char c = text.at(i);
      if (c == '&') {
        Reference reference = Reference.read(text, i);
        if (reference == null) {
          throw new XmlException(XmlFault.INVALID_TOKEN);
        }
        if (reference.name() == null) {
          out.appendCodePoint(reference.character());
        } else {
          out.append(text.slice(i, reference.end()));
        }
        i = reference.end();
      } else if (c == '%') {
        i = parameter(state, text, i, internal, out);
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static int parameter(
      XmlState state, XmlText text, int at, boolean internal, StringBuilder out)
      throws XmlException {
    int end = text.nameEnd(at + 1);
    if (end == at + 1 || !text.has(end) || text.at(end) != ';') {
      throw new XmlException(XmlFault.INVALID_TOKEN);
    }
    if (internal) {
      throw new XmlException(XmlFault.PARAM_ENTITY_REF);
    }
    XmlEntity entity = state.dtd.parameterEntities.get(text.slice(at + 1, end));
    if (entity == null || entity.text() == null) {
      state.dtd.keepProcessing = state.dtd.standalone;
    } else {
      out.append(entity.text());
    }
    return end + 1;
  }
}
