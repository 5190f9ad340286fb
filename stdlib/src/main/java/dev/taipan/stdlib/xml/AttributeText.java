package dev.taipan.stdlib.xml;

/** Values of attributes: references replaced, spaces made plain. */
final class AttributeText {
  private final XmlState state;

  AttributeText(XmlState state) {
    this.state = state;
  }

  /** The value that stands between two indices of a text. */
  String value(XmlText text, int from, int to, boolean isText) throws XmlException {
    StringBuilder out = new StringBuilder(to - from);
    append(text, from, to, out);
    return isText ? out.toString() : collapse(out);
  }

  private static String collapse(StringBuilder value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != ' ' || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(c);
      }
    }
    int length = out.length();
    return length > 0 && out.charAt(length - 1) == ' ' ? out.substring(0, length - 1) : out + "";
  }

  private void append(XmlText text, int from, int to, StringBuilder out) throws XmlException {
    for (int i = from; i < to; ) {
      char c = text.at(i);
      if (c == '&') {
        Reference reference = Reference.read(text, i);
        if (reference == null) {
          throw new XmlException(XmlFault.INVALID_TOKEN, i);
        }
        if (reference.character() >= 0) {
          out.appendCodePoint(reference.character());
        } else {
          expand(reference.name(), i, out);
        }
        i = reference.end();
      } else if (c == '<') {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      } else {
        boolean pair = c == '\r' && i + 1 < to && text.at(i + 1) == '\n';
        out.append(XmlChars.isSpace(c) ? ' ' : c);
        i += pair ? 2 : 1;
      }
    }
  }

  private void expand(String name, int at, StringBuilder out) throws XmlException {
    try {
      XmlEntity entity = state.entity(name);
      if (entity == null) {
        return;
      }
      if (entity.notation() != null) {
        throw new XmlException(XmlFault.BINARY_ENTITY_REF);
      }
      if (entity.text() == null) {
        throw new XmlException(XmlFault.ATTRIBUTE_EXTERNAL_ENTITY_REF);
      }
      XmlText inner = state.enter(name, entity);
      append(inner, 0, inner.limit(), out);
      state.leave(name);
    } catch (XmlException e) {
      throw new XmlException(e.fault(), at);
    }
  }
}
