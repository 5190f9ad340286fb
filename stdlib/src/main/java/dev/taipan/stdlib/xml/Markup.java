package dev.taipan.stdlib.xml;

import java.util.Locale;

/** Comments and processing instructions, which may stand anywhere. */
final class Markup {
  private final XmlState state;

  Markup(XmlState state) {
    this.state = state;
  }

  /** Reads the comment at the text's place; false if more text is needed. */
  boolean comment(XmlText text) throws XmlException {
    int at = text.pos;
    for (int i = 0; i < 4; i++) {
      if (!text.has(at + i)) {
        return false;
      }
      if (text.at(at + i) != "<!--".charAt(i)) {
        throw new XmlException(XmlFault.INVALID_TOKEN, at + i);
      }
    }
    int dashes = text.find("--", at + 4);
    text.checkAllowed(at + 4, dashes < 0 ? text.limit() : dashes);
    if (dashes < 0 || !text.has(dashes + 2)) {
      return false;
    }
    if (text.at(dashes + 2) != '>') {
      throw new XmlException(XmlFault.INVALID_TOKEN, dashes + 2);
    }
    int end = dashes + 3;
    if (state.events.wants(XmlHandler.COMMENT)) {
      state.events.comment(XmlChars.lines(text.slice(at + 4, dashes)));
    } else {
      state.events.other(text.slice(at, end));
    }
    text.pos = end;
    return true;
  }

  /** Reads the instruction at the text's place; false if more text is needed. */
  boolean instruction(XmlText text) throws XmlException {
    int at = text.pos;
    int behind = text.nameEnd(at + 2);
    if (!text.has(behind)) {
      return false;
    }
    if (behind == at + 2) {
      throw new XmlException(XmlFault.INVALID_TOKEN, behind);
    }
    String target = text.slice(at + 2, behind);
    if (target.equals("xml")) {
      throw new XmlException(XmlFault.MISPLACED_XML_PI);
    }
    if (target.toLowerCase(Locale.ROOT).equals("xml")) {
      throw new XmlException(XmlFault.INVALID_TOKEN, behind);
    }
    int close = text.find("?>", behind);
    text.checkAllowed(behind, close < 0 ? text.limit() : close);
    int data = text.skipSpace(behind);
    if (data == behind && text.at(behind) != '?') {
      throw new XmlException(XmlFault.INVALID_TOKEN, behind);
    }
    if (close < 0) {
      return false;
    }
    if (state.events.wants(XmlHandler.PROCESSING_INSTRUCTION)) {
      String shown = XmlChars.lines(text.slice(Math.min(data, close), close));
      state.events.processingInstruction(target, shown);
    } else {
      state.events.other(text.slice(at, close + 2));
    }
    text.pos = close + 2;
    return true;
  }
}
