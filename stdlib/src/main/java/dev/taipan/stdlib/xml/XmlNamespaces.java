package dev.taipan.stdlib.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prefixes in force, and names as programs see them: URI, separator, local name. */
final class XmlNamespaces {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private record Binding(String prefix, String before) {}

  private final String separator;
  private final Map<String, String> uris = new HashMap<>();
  private final List<Binding> undo = new ArrayList<>();
  boolean triplets;

  XmlNamespaces(String separator) {
    this.separator = separator;
    uris.put("xml", XML);
  }

  XmlNamespaces copy() {
    XmlNamespaces made = new XmlNamespaces(separator);
    made.uris.putAll(uris);
    made.triplets = triplets;
    return made;
  }

  /** The prefix that an attribute declares ("" for the default), null for other attributes. */
  static String declared(String attribute) {
    if (attribute.equals("xmlns")) {
      return "";
    }
    return attribute.startsWith("xmlns:") ? attribute.substring("xmlns:".length()) : null;
  }

  void bind(String prefix, String uri) throws XmlException {
    if (prefix.equals("xmlns")) {
      throw new XmlException(XmlFault.RESERVED_PREFIX_XMLNS);
    }
    if (prefix.equals("xml") != uri.equals(XML)) {
      throw new XmlException(
          prefix.equals("xml") ? XmlFault.RESERVED_PREFIX_XML : XmlFault.RESERVED_NAMESPACE_URI);
    }
    if (uri.equals(XMLNS)) {
      throw new XmlException(XmlFault.RESERVED_NAMESPACE_URI);
    }
    if (uri.isEmpty() && !prefix.isEmpty()) {
      throw new XmlException(XmlFault.UNDECLARING_PREFIX);
    }
    if (!separator.isEmpty() && uri.contains(separator) && !isUriCharacter(separator.charAt(0))) {
      throw new XmlException(XmlFault.SYNTAX);
    }
    undo.add(new Binding(prefix, uris.put(prefix, uri)));
  }

  private static boolean isUriCharacter(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0);
  }

  int mark() {
    return undo.size();
  }

  /** Ends the bindings since a mark; returns their prefixes, the last one first. */
  List<String> release(int mark) {
    List<String> ended = new ArrayList<>();
    while (undo.size() > mark) {
      Binding last = undo.removeLast();
      ended.add(last.prefix());
      if (last.before() == null) {
        uris.remove(last.prefix());
      } else {
        uris.put(last.prefix(), last.before());
      }
    }
    return ended;
  }

  String element(String name) throws XmlException {
    int colon = name.indexOf(':');
    return expand(name, colon < 0 ? "" : name.substring(0, colon), colon);
  }

  String attribute(String name) throws XmlException {
    int colon = name.indexOf(':');
    return colon < 0 ? name : expand(name, name.substring(0, colon), colon);
  }

  private String expand(String name, String prefix, int colon) throws XmlException {
    String uri = uris.get(prefix);
    if (uri == null || uri.isEmpty()) {
      if (prefix.isEmpty()) {
        return name;
      }
      throw new XmlException(XmlFault.UNBOUND_PREFIX);
    }
    String made = uri + separator + name.substring(colon + 1);
    return triplets && !prefix.isEmpty() ? made + separator + prefix : made;
  }

  /** The bindings as an entity's context lists them. */
  String context() {
    StringBuilder out = new StringBuilder();
    uris.forEach((prefix, uri) -> out.append(prefix).append('=').append(uri).append('\f'));
    return out.toString();
  }
}
