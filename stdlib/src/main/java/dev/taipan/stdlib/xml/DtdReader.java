package dev.taipan.stdlib.xml;

/**
 * Declarations of a document type, one at a time: in the document, in an external subset, or in the
 * replacement of a parameter entity, which is read by a nested call on a text of its own.
 */
final class DtdReader {
  private final XmlState state;
  private final Markup markup;
  private final DtdOptions options;
  private final boolean document;
  private final DeclarationReader declarations;
  private int depth;
  private int included;

  DtdReader(XmlState state, Markup markup, DtdOptions options, boolean document) {
    this.state = state;
    this.markup = markup;
    this.options = options;
    this.document = document;
    this.declarations = new DeclarationReader(state);
  }

  private boolean isInternal() {
    return document && depth == 0;
  }

  /** Reads what stands at the text's place; false if more text is needed. */
  boolean step(XmlText text) throws XmlException {
    int at = text.pos;
    char c = text.at(at);
    if (XmlChars.isSpace(c)) {
      text.pos = text.skipSpace(at);
      state.events.other(text.slice(at, text.pos));
      return true;
    }
    if (c == '%') {
      return parameterReference(text);
    }
    if (c == ']' && included > 0) {
      return endIncluded(text);
    }
    if (c != '<') {
      boolean known = XmlChars.isNamePart(c) || "[()|,>\"'#".indexOf(c) >= 0;
      throw new XmlException(known ? XmlFault.SYNTAX : XmlFault.INVALID_TOKEN, at);
    }
    if (!text.has(at + 2)) {
      return false;
    }
    if (text.at(at + 1) == '?') {
      return markup.instruction(text);
    }
    if (text.at(at + 1) != '!') {
      boolean name = XmlChars.isNameStart(text.at(at + 1));
      throw new XmlException(name ? XmlFault.SYNTAX : XmlFault.INVALID_TOKEN, name ? at : at + 1);
    }
    return switch (text.at(at + 2)) {
      case '-' -> markup.comment(text);
      case '[' -> conditional(text);
      default -> declaration(text);
    };
  }

  private boolean declaration(XmlText text) throws XmlException {
    int at = text.pos;
    char quote = 0;
    int i = at + 2;
    for (; text.has(i) && (quote != 0 || text.at(i) != '>'); i++) {
      char c = text.at(i);
      if (!XmlChars.isAllowed(c)) {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      }
      if (quote == 0 && c == '<') {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    if (!text.has(i)) {
      return false;
    }
    String raw = text.slice(at, i + 1);
    declarations.read(isInternal() ? raw : substitute(raw), raw, isInternal());
    text.pos = i + 1;
    return true;
  }

  /** Puts parameter entities into a declaration, outside of its quoted texts. */
  private String substitute(String raw) throws XmlException {
    StringBuilder out = new StringBuilder(raw.length());
    char quote = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int end = c == '%' && quote == 0 ? raw.indexOf(';', i) : -1;
      if (end > 0 && XmlChars.isName(raw.substring(i + 1, end))) {
        XmlEntity entity = state.dtd.parameterEntities.get(raw.substring(i + 1, end));
        if (entity == null || entity.text() == null) {
          throw new XmlException(XmlFault.UNDEFINED_ENTITY);
        }
        out.append(' ').append(entity.text()).append(' ');
        i = end;
        continue;
      }
      quote = c == quote ? 0 : quote == 0 && (c == '"' || c == '\'') ? c : quote;
      out.append(c);
    }
    return out.toString();
  }

  private boolean conditional(XmlText text) throws XmlException {
    int at = text.pos;
    if (isInternal()) {
      throw new XmlException(XmlFault.SYNTAX, at);
    }
    int bracket = text.find("[", at + 3);
    if (bracket < 0) {
      return false;
    }
    String word = substitute(text.slice(at + 3, bracket)).strip();
    if (word.equals("INCLUDE")) {
      included++;
      text.pos = bracket + 1;
    } else if (word.equals("IGNORE")) {
      int end = ignoredEnd(text, bracket + 1);
      if (end < 0) {
        return false;
      }
      text.pos = end;
    } else {
      throw new XmlException(XmlFault.SYNTAX, at);
    }
    state.events.other(text.slice(at, text.pos));
    return true;
  }

  private static int ignoredEnd(XmlText text, int from) {
    int open = 1;
    for (int i = from; text.has(i); i++) {
      if (text.startsWith("<![", i) == 1) {
        open++;
      } else if (text.startsWith("]]>", i) == 1 && --open == 0) {
        return i + 3;
      }
    }
    return -1;
  }

  private boolean endIncluded(XmlText text) throws XmlException {
    int end = text.startsWith("]]>", text.pos);
    if (end == 0) {
      throw new XmlException(XmlFault.SYNTAX, text.pos);
    }
    if (end == 1) {
      included--;
      state.events.other("]]>");
      text.pos += 3;
    }
    return end == 1;
  }

  private boolean parameterReference(XmlText text) throws XmlException {
    int at = text.pos;
    int end = text.nameEnd(at + 1);
    if (!text.has(end)) {
      return false;
    }
    if (end == at + 1 || text.at(end) != ';') {
      throw new XmlException(XmlFault.INVALID_TOKEN, end);
    }
    String name = text.slice(at + 1, end);
    String raw = text.slice(at, end + 1);
    boolean before = state.dtd.hasParameterReferences;
    state.dtd.hasParameterReferences = true;
    if (options.readsParameterEntities(state.dtd)) {
      read(name, raw, before);
    } else {
      state.dtd.keepProcessing = state.dtd.standalone;
      state.events.other(raw);
    }
    boolean refused =
        !state.dtd.standalone
            && state.events.wants(XmlHandler.NOT_STANDALONE)
            && !state.events.notStandalone();
    if (refused) {
      throw new XmlException(XmlFault.NOT_STANDALONE);
    }
    text.pos = end + 1;
    return true;
  }

  private void read(String name, String raw, boolean referencesBefore) throws XmlException {
    XmlEntity entity = state.dtd.parameterEntities.get(name);
    if (entity == null) {
      if (document && (state.dtd.standalone || !referencesBefore)) {
        throw new XmlException(XmlFault.UNDEFINED_ENTITY);
      }
      state.dtd.keepProcessing = state.dtd.standalone;
      if (state.events.wants(XmlHandler.SKIPPED_ENTITY)) {
        state.events.skippedEntity(name, true);
      } else {
        state.events.other(raw);
      }
    } else if (entity.text() != null) {
      nested(name, entity);
    } else if (state.events.wants(XmlHandler.EXTERNAL_ENTITY_REF)) {
      state.dtd.externalRead = false;
      if (!state.events.externalEntity(null, entity.systemId(), entity.publicId())) {
        throw new XmlException(XmlFault.EXTERNAL_ENTITY_HANDLING);
      }
      if (!state.dtd.externalRead) {
        state.dtd.keepProcessing = state.dtd.standalone;
      }
    } else {
      state.dtd.keepProcessing = state.dtd.standalone;
      state.events.other(raw);
    }
  }

  private void nested(String name, XmlEntity entity) throws XmlException {
    String key = "%" + name;
    XmlText inner = state.enter(key, entity);
    depth++;
    try {
      while (inner.pos < inner.limit()) {
        if (!step(inner)) {
          throw new XmlException(XmlFault.INCOMPLETE_PE);
        }
      }
    } catch (XmlException e) {
      throw new XmlException(e.fault());
    } finally {
      depth--;
    }
    state.leave(key);
  }
}
