package dev.taipan.stdlib.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Start tags: their syntax, the values and defaults of their attributes, their namespaces. */
final class TagReader {
  private record Raw(String name, int at, int from, int to) {}

  private final XmlState state;
  private final AttributeText values;

  /** The end of the tag that was read last, and whether the element is empty. */
  private int end;

  private boolean empty;

  TagReader(XmlState state) {
    this.state = state;
    this.values = new AttributeText(state);
  }

  int end() {
    return end;
  }

  /** Reads the tag at an index and tells of it; false if more text is needed. */
  boolean read(XmlText text, int at) throws XmlException {
    int behind = text.nameEnd(at + 1);
    if (!text.has(behind)) {
      return false;
    }
    if (behind == at + 1) {
      throw new XmlException(XmlFault.INVALID_TOKEN, behind);
    }
    List<Raw> attributes = new ArrayList<>();
    if (!attributes(text, behind, attributes)) {
      return false;
    }
    int next = end;
    start(text, text.slice(at + 1, behind), attributes);
    end = next;
    return true;
  }

  private boolean attributes(XmlText text, int from, List<Raw> attributes) throws XmlException {
    int i = from;
    while (true) {
      int name = text.skipSpace(i);
      if (!text.has(name)) {
        return false;
      }
      if (text.at(name) == '>') {
        return ended(name + 1, false);
      }
      if (text.at(name) == '/') {
        if (text.has(name + 1) && text.at(name + 1) != '>') {
          throw new XmlException(XmlFault.INVALID_TOKEN, name + 1);
        }
        return text.has(name + 1) && ended(name + 2, true);
      }
      int behind = text.nameEnd(name);
      if (name == i || behind == name) {
        throw new XmlException(XmlFault.INVALID_TOKEN, name);
      }
      i = value(text, name, behind, attributes);
      if (i < 0) {
        return false;
      }
    }
  }

  private boolean ended(int index, boolean isEmpty) {
    end = index;
    empty = isEmpty;
    return true;
  }

  /** Reads from behind an attribute's name to behind its value, which is returned; -1 for more. */
  private static int value(XmlText text, int name, int behind, List<Raw> attributes)
      throws XmlException {
    int equals = text.skipSpace(behind);
    if (!text.has(equals)) {
      return -1;
    }
    if (text.at(equals) != '=') {
      throw new XmlException(XmlFault.INVALID_TOKEN, equals);
    }
    int quote = text.skipSpace(equals + 1);
    if (!text.has(quote)) {
      return -1;
    }
    char mark = text.at(quote);
    if (mark != '"' && mark != '\'') {
      throw new XmlException(XmlFault.INVALID_TOKEN, quote);
    }
    int i = quote + 1;
    for (; text.has(i) && text.at(i) != mark; i++) {
      if (text.at(i) == '<' || !XmlChars.isAllowed(text.at(i))) {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      }
      if (text.at(i) == '&' && Reference.read(text, i) == null) {
        return -1;
      }
    }
    if (!text.has(i)) {
      return -1;
    }
    attributes.add(new Raw(text.slice(name, behind), name, quote + 1, i));
    return i + 1;
  }

  private void start(XmlText text, String name, List<Raw> raws) throws XmlException {
    var declared = state.dtd.attributesOf(name);
    List<String> pairs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Raw raw : raws) {
      if (!seen.add(raw.name())) {
        throw new XmlException(XmlFault.DUPLICATE_ATTRIBUTE, raw.at());
      }
      XmlDtd.Attribute known = declared.get(raw.name());
      pairs.add(raw.name());
      pairs.add(values.value(text, raw.from(), raw.to(), known == null || known.isText()));
    }
    int specified = pairs.size();
    for (XmlDtd.Attribute attribute : declared.values()) {
      if (attribute.value() != null && seen.add(attribute.name())) {
        pairs.add(attribute.name());
        pairs.add(attribute.value());
      }
    }
    if (state.namespaces == null) {
      tell(name, name, pairs, specified, 0, text);
    } else {
      withNamespaces(name, pairs, specified, text);
    }
  }

  private void withNamespaces(String name, List<String> pairs, int specified, XmlText text)
      throws XmlException {
    int mark = state.namespaces.mark();
    for (int i = 0; i < pairs.size(); i += 2) {
      String prefix = XmlNamespaces.declared(pairs.get(i));
      if (prefix != null) {
        String uri = pairs.get(i + 1);
        state.namespaces.bind(prefix, uri);
        state.events.startNamespace(prefix.isEmpty() ? null : prefix, uri.isEmpty() ? null : uri);
      }
    }
    List<String> told = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int toldSpecified = 0;
    for (int i = 0; i < pairs.size(); i += 2) {
      if (XmlNamespaces.declared(pairs.get(i)) == null) {
        String expanded = state.namespaces.attribute(pairs.get(i));
        if (!seen.add(expanded)) {
          throw new XmlException(XmlFault.DUPLICATE_ATTRIBUTE);
        }
        told.add(expanded);
        told.add(pairs.get(i + 1));
        toldSpecified += i < specified ? 2 : 0;
      }
    }
    tell(name, state.namespaces.element(name), told, toldSpecified, mark, text);
  }

  private void tell(
      String raw, String told, List<String> pairs, int specified, int mark, XmlText text) {
    if (state.events.wants(XmlHandler.START_ELEMENT)) {
      state.events.startElement(told, pairs, specified);
    } else if (!empty || !state.events.wants(XmlHandler.END_ELEMENT)) {
      state.events.other(text.slice(text.pos, end));
    }
    state.open.push(new XmlState.Open(raw, told, mark));
    if (empty) {
      if (state.events.wants(XmlHandler.START_ELEMENT)) {
        text.locate(end);
      }
      close(null);
    }
  }

  /** Tells of the end of the innermost element; raw is the tag's source, null if it was told of. */
  void close(String raw) {
    XmlState.Open element = state.open.pop();
    if (state.events.wants(XmlHandler.END_ELEMENT)) {
      state.events.endElement(element.told());
    } else if (raw != null) {
      state.events.other(raw);
    }
    if (state.namespaces != null) {
      for (String prefix : state.namespaces.release(element.namespaces())) {
        state.events.endNamespace(prefix.isEmpty() ? null : prefix);
      }
    }
  }
}
