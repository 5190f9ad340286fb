package dev.taipan.stdlib.xml;

/** The four declarations, each given as a whole. */
final class DeclarationReader {
  private final XmlState state;
  private final AttributeText values;
  private String raw;

  DeclarationReader(XmlState state) {
    this.state = state;
    this.values = new AttributeText(state);
  }

  /**
   * Reads a declaration.
   *
   * @param source the text with parameter entities put in
   * @param written the text as it was written
   * @param internal whether it stands in the document itself
   */
  void read(String source, String written, boolean internal) throws XmlException {
    raw = written;
    XmlText text = XmlText.whole(source);
    try {
      Words words = new Words(text, 2);
      String kind = words.name();
      switch (kind == null ? "" : kind) {
        case "ELEMENT" -> element(words, text);
        case "ATTLIST" -> attributes(words, text);
        case "ENTITY" -> entity(words, internal);
        case "NOTATION" -> notation(words);
        default -> throw new XmlException(XmlFault.SYNTAX);
      }
    } catch (XmlException e) {
      throw new XmlException(e.fault());
    }
  }

  /** Tells with the handler, or passes the source on. */
  private void tell(XmlHandler handler, Runnable event) {
    if (state.events.wants(handler)) {
      event.run();
    } else {
      state.events.other(raw);
    }
  }

  private static String required(String word) throws XmlException {
    if (word == null) {
      throw new XmlException(XmlFault.SYNTAX);
    }
    return word;
  }

  private static void end(Words words) throws XmlException {
    if (words.last() != '>') {
      throw new XmlException(XmlFault.SYNTAX);
    }
  }

  private void element(Words words, XmlText text) throws XmlException {
    String name = required(words.name());
    ContentModel model = ContentModel.parse(text.slice(words.end(), text.limit() - 1));
    tell(XmlHandler.ELEMENT_DECL, () -> state.events.elementDeclaration(name, model));
  }

  private void notation(Words words) throws XmlException {
    String name = required(words.name());
    String kind = required(words.optionalWord());
    String pub = kind.equals("PUBLIC") ? publicId(words) : null;
    char next = words.peek();
    boolean named = next == '"' || next == '\'';
    String sys = named ? words.literal() : null;
    if (!named && !kind.equals("PUBLIC") || !kind.equals("PUBLIC") && !kind.equals("SYSTEM")) {
      throw new XmlException(XmlFault.SYNTAX);
    }
    end(words);
    tell(XmlHandler.NOTATION_DECL, () -> state.events.notation(name, sys, pub));
  }

  private static String publicId(Words words) throws XmlException {
    String id = required(words.literal());
    for (int i = 0; i < id.length(); i++) {
      if (!XmlChars.isPublicId(id.charAt(i))) {
        throw new XmlException(XmlFault.PUBLICID);
      }
    }
    return XmlChars.normalizePublicId(id);
  }

  private void entity(Words words, boolean internal) throws XmlException {
    boolean parameter = words.peek() == '%';
    if (parameter) {
      words.last();
    }
    String name = required(words.name());
    char next = words.peek();
    XmlEntity made;
    if (next == '"' || next == '\'') {
      made = XmlEntity.of(EntityText.value(state, required(words.literal()), internal), internal);
    } else {
      made = external(words, parameter, internal);
    }
    end(words);
    var known = parameter ? state.dtd.parameterEntities : state.dtd.entities;
    boolean counts = state.dtd.keepProcessing && !known.containsKey(name) && !isPredefined(name);
    if (counts) {
      known.put(name, made);
    }
    if (!counts) {
      state.events.other(raw);
    } else if (made.notation() != null && state.events.wants(XmlHandler.UNPARSED_ENTITY_DECL)) {
      state.events.unparsedEntity(name, made);
    } else {
      tell(XmlHandler.ENTITY_DECL, () -> state.events.entityDeclaration(name, parameter, made));
    }
  }

  private static boolean isPredefined(String name) {
    return switch (name) {
      case "lt", "gt", "amp", "quot", "apos" -> true;
      default -> false;
    };
  }

  private XmlEntity external(Words words, boolean parameter, boolean internal) throws XmlException {
    String kind = required(words.optionalWord());
    if (!kind.equals("PUBLIC") && !kind.equals("SYSTEM")) {
      throw new XmlException(XmlFault.SYNTAX);
    }
    String pub = kind.equals("PUBLIC") ? publicId(words) : null;
    String sys = required(words.literal());
    String notation = null;
    String data = words.optionalWord();
    if (data != null) {
      if (!data.equals("NDATA") || parameter) {
        throw new XmlException(XmlFault.SYNTAX);
      }
      notation = required(words.name());
    }
    return new XmlEntity(null, sys, pub, notation, null, internal);
  }

  private void attributes(Words words, XmlText text) throws XmlException {
    String element = required(words.name());
    boolean told = false;
    while (words.peek() != '>') {
      told |= attribute(element, words, text);
    }
    if (!told) {
      state.events.other(raw);
    }
  }

  private boolean attribute(String element, Words words, XmlText text) throws XmlException {
    String name = required(words.name());
    String type = type(words);
    String value = null;
    boolean required = false;
    if (words.peek() == '#') {
      words.last();
      String word = required(words.name());
      required = !word.equals("IMPLIED");
      switch (word) {
        case "REQUIRED", "IMPLIED" -> {}
        case "FIXED" -> value = value(words, text, type);
        default -> throw new XmlException(XmlFault.SYNTAX);
      }
    } else {
      value = value(words, text, type);
    }
    if (state.dtd.keepProcessing) {
      state.dtd.declare(element, new XmlDtd.Attribute(name, type, value));
    }
    boolean told = state.dtd.keepProcessing && state.events.wants(XmlHandler.ATTLIST_DECL);
    if (told) {
      state.events.attributeDeclaration(element, name, type, value, required);
    }
    return told;
  }

  private String value(Words words, XmlText text, String type) throws XmlException {
    words.peek();
    int from = words.end();
    required(words.literal());
    return values.value(text, from + 1, words.end() - 1, type.equals("CDATA"));
  }

  private static String type(Words words) throws XmlException {
    String word = words.optionalWord();
    if (word != null && !word.equals("NOTATION")) {
      return switch (word) {
        case "CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS" -> word;
        default -> throw new XmlException(XmlFault.SYNTAX);
      };
    }
    StringBuilder out = new StringBuilder(word == null ? "" : word);
    char c = words.last();
    if (c != '(') {
      throw new XmlException(XmlFault.SYNTAX);
    }
    out.append(c);
    do {
      out.append(required(words.token()));
      c = words.last();
      out.append(c);
    } while (c == '|');
    if (c != ')') {
      throw new XmlException(XmlFault.SYNTAX);
    }
    return out.toString();
  }
}
