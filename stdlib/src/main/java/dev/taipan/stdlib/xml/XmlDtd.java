package dev.taipan.stdlib.xml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the document type says. Shared with the parsers of external entities, one at work at a time.
 */
final class XmlDtd {
  /**
   * A declared attribute.
   *
   * @param value the default, or null
   */
  record Attribute(String name, String type, String value) {
    boolean isText() {
      return type.equals("CDATA");
    }
  }

  final Map<String, XmlEntity> entities = new HashMap<>();
  final Map<String, XmlEntity> parameterEntities = new HashMap<>();

  /** There are declarations that may not have been read, so an unknown entity is no error. */
  boolean hasParameterReferences;

  boolean standalone;

  /** Declarations count; not behind a parameter entity that was not read. */
  boolean keepProcessing = true;

  /** A parser of an external subset or parameter entity was made. */
  boolean externalRead;

  private final Map<String, Map<String, Attribute>> attributes = new HashMap<>();

  Map<String, Attribute> attributesOf(String element) {
    return attributes.getOrDefault(element, Map.of());
  }

  void declare(String element, Attribute attribute) {
    attributes
        .computeIfAbsent(element, name -> new LinkedHashMap<>())
        .putIfAbsent(attribute.name(), attribute);
  }
}
