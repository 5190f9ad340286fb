package dev.taipan.stdlib.xml;

/** The head of a document type declaration and what its end brings: the external subset. */
final class DoctypeReader {
  /** What came of reading the head. */
  enum Head {
    MORE,
    SUBSET,
    END
  }

  private final XmlState state;
  private final DtdOptions options;
  private boolean seen;
  private String systemId;
  private String publicId;

  DoctypeReader(XmlState state, DtdOptions options) {
    this.state = state;
    this.options = options;
  }

  boolean isSeen() {
    return seen;
  }

  /** Passes on source text of the declaration unless its handler stands for all of it. */
  void other(String raw) {
    if (!state.events.wants(XmlHandler.START_DOCTYPE_DECL)) {
      state.events.other(raw);
    }
  }

  /** Reads from {@code <!DOCTYPE} to the bracket or to the end. */
  Head head(XmlText text) throws XmlException {
    Words words = new Words(text, text.pos + "<!DOCTYPE".length());
    String name = words.name();
    String kind = words.optionalWord();
    boolean external = "SYSTEM".equals(kind) || "PUBLIC".equals(kind);
    if (kind != null && !external && !words.isCut()) {
      throw new XmlException(XmlFault.SYNTAX, words.start());
    }
    String pub = "PUBLIC".equals(kind) ? words.literal() : null;
    String sys = external ? words.literal() : null;
    char last = words.last();
    if (words.isCut()) {
      return Head.MORE;
    }
    if (last != '[' && last != '>' || name == null || external && sys == null) {
      throw new XmlException(XmlFault.SYNTAX, words.start());
    }
    seen = true;
    systemId = sys;
    publicId = pub == null ? null : XmlChars.normalizePublicId(pub);
    state.dtd.hasParameterReferences |= external;
    tell(text, name, words, last == '[');
    return last == '[' ? Head.SUBSET : Head.END;
  }

  private void tell(XmlText text, String name, Words words, boolean subset) throws XmlException {
    int at = text.pos;
    boolean refused =
        systemId != null
            && !state.dtd.standalone
            && options.parameterEntities == DtdOptions.NEVER
            && state.events.wants(XmlHandler.NOT_STANDALONE)
            && !state.events.notStandalone();
    if (refused) {
      throw new XmlException(XmlFault.NOT_STANDALONE);
    }
    if (state.events.wants(XmlHandler.START_DOCTYPE_DECL)) {
      state.events.startDoctype(name, systemId, publicId, subset);
    } else {
      state.events.other("<!DOCTYPE");
      for (String piece : words.pieces()) {
        state.events.other(piece);
      }
    }
    text.pos = words.end() - 1;
    text.locate(at);
    if (subset) {
      other("[");
      text.pos++;
    } else {
      end(text);
    }
  }

  /** The bracket that ends the declaration. */
  void end(XmlText text) throws XmlException {
    readExternal();
    if (state.events.wants(XmlHandler.END_DOCTYPE_DECL)) {
      state.events.endDoctype();
    } else {
      state.events.other(">");
    }
    text.pos++;
  }

  private void readExternal() throws XmlException {
    if (systemId == null && !options.foreign) {
      return;
    }
    boolean before = state.dtd.hasParameterReferences;
    state.dtd.hasParameterReferences = true;
    if (!options.readsParameterEntities(state.dtd)
        || !state.events.wants(XmlHandler.EXTERNAL_ENTITY_REF)) {
      return;
    }
    state.dtd.externalRead = false;
    if (!state.events.externalEntity(null, systemId, publicId)) {
      throw new XmlException(XmlFault.EXTERNAL_ENTITY_HANDLING);
    }
    if (!state.dtd.externalRead && systemId == null) {
      state.dtd.hasParameterReferences = before;
    } else if (state.dtd.externalRead
        && !state.dtd.standalone
        && state.events.wants(XmlHandler.NOT_STANDALONE)
        && !state.events.notStandalone()) {
      throw new XmlException(XmlFault.NOT_STANDALONE);
    }
  }

  /** A document without a declaration may be given one by the program. */
  void useForeign() throws XmlException {
    if (!seen && options.foreign) {
      readExternal();
    }
  }
}
