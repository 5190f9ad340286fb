package dev.taipan.stdlib.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document, or an external entity, from its first character to its last. */
final class DocumentReader {
  private enum Phase {
    START,
    PROLOG,
    DOCTYPE,
    SUBSET,
    BEHIND_SUBSET,
    CONTENT,
    EPILOG
  }

  /** What is read. */
  enum Kind {
    DOCUMENT,
    GENERAL_ENTITY,
    SUBSET
  }

  private static final String EQUALS = "\\s*=\\s*";
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:\\s+version"
              + EQUALS
              + "(\"1\\.[0-9]\"|'1\\.[0-9]'))?"
              + "(?:\\s+encoding"
              + EQUALS
              + "(\"[A-Za-z][\\w.-]*\"|'[A-Za-z][\\w.-]*'))?"
              + "(?:\\s+standalone"
              + EQUALS
              + "(\"(?:yes|no)\"|'(?:yes|no)'))?\\s*");

  private final XmlState state;
  private final XmlText text;
  private final XmlDecoding decoding;
  private final Kind kind;
  private final Markup markup;
  private final ContentReader content;
  private final DoctypeReader doctype;
  private final DtdReader dtd;
  private Phase phase = Phase.START;

  DocumentReader(
      XmlState state, XmlText text, XmlDecoding decoding, Kind kind, DtdOptions options) {
    this.state = state;
    this.text = text;
    this.decoding = decoding;
    this.kind = kind;
    this.markup = new Markup(state);
    this.content = new ContentReader(state, markup);
    this.dtd = new DtdReader(state, markup, options, kind == Kind.DOCUMENT);
    this.doctype = new DoctypeReader(state, options);
  }

  /** Reads as far as the text goes. */
  void run() throws XmlException {
    while (text.has(text.pos)) {
      text.locate(text.pos);
      if (!step()) {
        break;
      }
    }
    text.locate(text.pos);
    if (text.isComplete()) {
      finish();
    }
  }

  private boolean step() throws XmlException {
    return switch (phase) {
      case START -> start();
      case PROLOG, EPILOG -> misc();
      case DOCTYPE -> doctype();
      case SUBSET -> subset();
      case BEHIND_SUBSET -> behindSubset();
      case CONTENT -> content();
    };
  }

  private void finish() throws XmlException {
    boolean cut = text.has(text.pos);
    if (content.inCdata()) {
      throw new XmlException(XmlFault.UNCLOSED_CDATA_SECTION);
    }
    if (cut) {
      boolean partial = text.at(text.limit() - 1) == XmlDecoding.CUT;
      throw new XmlException(partial ? XmlFault.PARTIAL_CHAR : XmlFault.UNCLOSED_TOKEN);
    }
    boolean open = !state.open.isEmpty();
    if (kind == Kind.DOCUMENT && phase != Phase.EPILOG) {
      throw new XmlException(XmlFault.NO_ELEMENTS);
    }
    if (kind == Kind.GENERAL_ENTITY && open) {
      throw new XmlException(XmlFault.ASYNC_ENTITY);
    }
  }

  private boolean start() throws XmlException {
    int declared = text.startsWith("<?xml", text.pos);
    if (declared < 0 || declared == 1 && !text.has(text.pos + 5)) {
      return text.isComplete() && begin();
    }
    if (declared == 0 || !XmlChars.isSpace(text.at(text.pos + 5))) {
      return begin();
    }
    int end = text.find("?>", text.pos);
    if (end < 0) {
      return false;
    }
    declaration(text.slice(text.pos + 5, end));
    text.pos = end + 2;
    return begin();
  }

  private boolean begin() throws XmlException {
    if (decoding != null && decoding.fault() != null) {
      throw new XmlException(decoding.fault());
    }
    phase =
        switch (kind) {
          case DOCUMENT -> Phase.PROLOG;
          case GENERAL_ENTITY -> Phase.CONTENT;
          case SUBSET -> Phase.SUBSET;
        };
    return true;
  }

  private void declaration(String inside) throws XmlException {
    Matcher m = DECLARATION.matcher(inside);
    boolean external = kind != Kind.DOCUMENT;
    boolean good = m.matches() && (external ? m.group(2) != null : m.group(1) != null);
    if (!good || external && m.group(3) != null) {
      throw new XmlException(external ? XmlFault.TEXT_DECL : XmlFault.XML_DECL);
    }
    String standalone = unquoted(m.group(3));
    if (state.events.wants(XmlHandler.XML_DECL)) {
      int told = standalone == null ? -1 : standalone.equals("yes") ? 1 : 0;
      state.events.xmlDeclaration(unquoted(m.group(1)), unquoted(m.group(2)), told);
    } else {
      state.events.other("<?xml" + inside + "?>");
    }
    state.dtd.standalone |= "yes".equals(standalone);
    if (decoding.fault() != null) {
      throw new XmlException(decoding.fault(), text.pos + 5 + m.start(2) + 1);
    }
  }

  private static String unquoted(String quoted) {
    return quoted == null ? null : quoted.substring(1, quoted.length() - 1);
  }

  /** What stands before and behind the root element. */
  private boolean misc() throws XmlException {
    int at = text.pos;
    char c = text.at(at);
    if (XmlChars.isSpace(c)) {
      text.pos = text.skipSpace(at);
      state.events.other(text.slice(at, text.pos));
      return true;
    }
    if (!XmlChars.isAllowed(c)) {
      throw new XmlException(
          c == XmlDecoding.CUT ? XmlFault.PARTIAL_CHAR : XmlFault.INVALID_TOKEN, at);
    }
    if (c != '<') {
      throw misplaced(c);
    }
    if (!text.has(at + 1)) {
      return false;
    }
    return switch (text.at(at + 1)) {
      case '?' -> markup.instruction(text);
      case '!' -> declarationOrComment();
      default -> root();
    };
  }

  private XmlException misplaced(char c) {
    if (phase == Phase.EPILOG) {
      return new XmlException(XmlFault.JUNK_AFTER_DOC_ELEMENT);
    }
    boolean token = XmlChars.isNamePart(c) || "[]()|,>%\"'#".indexOf(c) >= 0;
    return new XmlException(token ? XmlFault.SYNTAX : XmlFault.INVALID_TOKEN, text.pos);
  }

  private boolean declarationOrComment() throws XmlException {
    int known = text.startsWith("<!DOCTYPE", text.pos);
    if (known == 1 && phase == Phase.PROLOG && !doctype.isSeen()) {
      phase = Phase.DOCTYPE;
      return true;
    }
    if (known == 1) {
      throw misplaced('>');
    }
    return known == 0 && markup.comment(text);
  }

  private boolean root() throws XmlException {
    if (!XmlChars.isNameStart(text.at(text.pos + 1))) {
      throw new XmlException(XmlFault.INVALID_TOKEN, text.pos + 1);
    }
    if (phase == Phase.EPILOG) {
      throw new XmlException(XmlFault.JUNK_AFTER_DOC_ELEMENT);
    }
    doctype.useForeign();
    phase = Phase.CONTENT;
    return true;
  }

  private boolean doctype() throws XmlException {
    return switch (doctype.head(text)) {
      case MORE -> false;
      case SUBSET -> {
        phase = Phase.SUBSET;
        yield true;
      }
      case END -> {
        phase = Phase.PROLOG;
        yield true;
      }
    };
  }

  private boolean subset() throws XmlException {
    if (kind == Kind.DOCUMENT && text.at(text.pos) == ']') {
      doctype.other("]");
      text.pos++;
      phase = Phase.BEHIND_SUBSET;
      return true;
    }
    return dtd.step(text);
  }

  private boolean behindSubset() throws XmlException {
    int at = text.pos;
    if (XmlChars.isSpace(text.at(at))) {
      text.pos = text.skipSpace(at);
      state.events.other(text.slice(at, text.pos));
    } else if (text.at(at) == '>') {
      doctype.end(text);
      phase = Phase.PROLOG;
    } else {
      throw new XmlException(XmlFault.SYNTAX);
    }
    return true;
  }

  private boolean content() throws XmlException {
    if (!content.step(text, 0)) {
      return false;
    }
    if (kind == Kind.DOCUMENT && state.open.isEmpty() && !content.inCdata()) {
      phase = Phase.EPILOG;
    }
    return true;
  }
}
