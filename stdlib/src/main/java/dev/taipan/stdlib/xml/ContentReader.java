package dev.taipan.stdlib.xml;

/**
 * Elements and text, one token at a time. The replacement of an internal entity is read by a nested
 * call on a text of its own; what is wrong in it is told of at the reference.
 */
final class ContentReader {
  private static final String CDATA = "<![CDATA[";

  private final XmlState state;
  private final TagReader tags;
  private final Markup markup;
  private boolean inCdata;

  ContentReader(XmlState state, Markup markup) {
    this.state = state;
    this.tags = new TagReader(state);
    this.markup = markup;
  }

  boolean inCdata() {
    return inCdata;
  }

  /** Reads one token at the text's place; false if more text is needed. */
  boolean step(XmlText text, int base) throws XmlException {
    if (inCdata) {
      return cdata(text);
    }
    return switch (text.at(text.pos)) {
      case '<' -> markup(text, base);
      case '&' -> reference(text);
      default -> characters(text, "]]>");
    };
  }

  private boolean markup(XmlText text, int base) throws XmlException {
    int at = text.pos;
    if (!text.has(at + 1)) {
      return false;
    }
    return switch (text.at(at + 1)) {
      case '/' -> endTag(text, base);
      case '?' -> markup.instruction(text);
      case '!' -> {
        int section = text.startsWith(CDATA, at);
        if (section == 1) {
          startCdata(text);
          yield true;
        }
        yield section == 0 && markup.comment(text);
      }
      default -> {
        boolean read = tags.read(text, at);
        text.pos = read ? tags.end() : at;
        yield read;
      }
    };
  }

  private void startCdata(XmlText text) {
    if (state.events.wants(XmlHandler.START_CDATA_SECTION)) {
      state.events.startCdata();
    } else {
      state.events.other(CDATA);
    }
    text.pos += CDATA.length();
    inCdata = true;
  }

  private boolean cdata(XmlText text) throws XmlException {
    int end = text.startsWith("]]>", text.pos);
    if (end == 1) {
      if (state.events.wants(XmlHandler.END_CDATA_SECTION)) {
        state.events.endCdata();
      } else {
        state.events.other("]]>");
      }
      text.pos += 3;
      inCdata = false;
      return true;
    }
    return end == 0 && characters(text, null);
  }

  private boolean endTag(XmlText text, int base) throws XmlException {
    int at = text.pos;
    int behind = text.nameEnd(at + 2);
    if (!text.has(behind)) {
      return false;
    }
    int close = text.skipSpace(behind);
    if (!text.has(close)) {
      return false;
    }
    if (behind == at + 2 || text.at(close) != '>') {
      throw new XmlException(XmlFault.INVALID_TOKEN, behind == at + 2 ? behind : close);
    }
    if (state.open.size() == base) {
      throw new XmlException(XmlFault.ASYNC_ENTITY);
    }
    if (!state.open.peek().raw().equals(text.slice(at + 2, behind))) {
      throw new XmlException(XmlFault.TAG_MISMATCH, at + 2);
    }
    tags.close(text.slice(at, close + 1));
    text.pos = close + 1;
    return true;
  }

  /**
   * A run of characters, or one line end; a run ends before markup and before what is forbidden.
   */
  private boolean characters(XmlText text, String forbidden) throws XmlException {
    int at = text.pos;
    char first = text.at(at);
    if (first == '\n' || first == '\r') {
      if (first == '\r' && !text.has(at + 1) && !text.isComplete()) {
        return false;
      }
      boolean pair = first == '\r' && text.has(at + 1) && text.at(at + 1) == '\n';
      tell(text, at, at + (pair ? 2 : 1), "\n");
      return true;
    }
    int i = at;
    while (text.has(i) && isPlain(text, i, forbidden == null)) {
      if (text.at(i) == ']') {
        int end = text.startsWith("]]>", i);
        if (end == 1 && forbidden != null && i == at) {
          throw new XmlException(XmlFault.INVALID_TOKEN, i + 2);
        }
        if (end != 0) {
          break;
        }
      }
      i++;
    }
    if (i == at) {
      if (text.at(i) == XmlDecoding.CUT) {
        throw new XmlException(XmlFault.PARTIAL_CHAR, i);
      }
      if (!XmlChars.isAllowed(text.at(i))) {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      }
      return false; // brackets that more text decides on
    }
    tell(text, at, i, text.slice(at, i));
    return true;
  }

  private static boolean isPlain(XmlText text, int i, boolean cdata) {
    char c = text.at(i);
    return c != '\n' && c != '\r' && XmlChars.isAllowed(c) && (cdata || c != '<' && c != '&');
  }

  private void tell(XmlText text, int from, int to, String shown) {
    if (state.events.wants(XmlHandler.CHARACTER_DATA)) {
      state.events.characters(shown);
    } else {
      state.events.other(text.slice(from, to));
    }
    text.pos = to;
  }

  private boolean reference(XmlText text) throws XmlException {
    int at = text.pos;
    Reference reference = Reference.read(text, at);
    if (reference == null) {
      return false;
    }
    if (reference.character() >= 0) {
      tell(text, at, reference.end(), Character.toString(reference.character()));
      return true;
    }
    String name = reference.name();
    XmlEntity entity = state.entity(name);
    if (entity != null && state.openEntities.contains(name)) {
      throw new XmlException(XmlFault.RECURSIVE_ENTITY_REF);
    }
    if (entity != null && entity.notation() != null) {
      throw new XmlException(XmlFault.BINARY_ENTITY_REF);
    }
    if (entity == null || entity.text() != null && !state.expandEntities) {
      if (state.events.wants(XmlHandler.SKIPPED_ENTITY)) {
        state.events.skippedEntity(name, false);
      } else {
        state.events.other(text.slice(at, reference.end()));
      }
    } else if (entity.text() != null) {
      expand(name, entity);
    } else if (state.events.wants(XmlHandler.EXTERNAL_ENTITY_REF)) {
      String bindings = state.namespaces == null ? "" : state.namespaces.context();
      if (!state.events.externalEntity(bindings + name, entity.systemId(), entity.publicId())) {
        throw new XmlException(XmlFault.EXTERNAL_ENTITY_HANDLING);
      }
    } else {
      state.events.other(text.slice(at, reference.end()));
    }
    text.pos = reference.end();
    return true;
  }

  private void expand(String name, XmlEntity entity) throws XmlException {
    XmlText inner = state.enter(name, entity);
    int base = state.open.size();
    try {
      while (inner.pos < inner.limit()) {
        if (!step(inner, base)) {
          throw new XmlException(XmlFault.UNCLOSED_TOKEN);
        }
      }
      if (inCdata) {
        throw new XmlException(XmlFault.UNCLOSED_CDATA_SECTION);
      }
      if (state.open.size() != base) {
        throw new XmlException(XmlFault.ASYNC_ENTITY);
      }
    } catch (XmlException e) {
      throw new XmlException(e.fault());
    }
    state.leave(name);
  }
}
