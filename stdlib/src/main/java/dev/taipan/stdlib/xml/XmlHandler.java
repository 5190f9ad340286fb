package dev.taipan.stdlib.xml;

import java.util.HashMap;
import java.util.Map;

/** The handlers that a program may set, by the names of the parser's attributes. */
enum XmlHandler {
  START_ELEMENT("StartElementHandler"),
  END_ELEMENT("EndElementHandler"),
  PROCESSING_INSTRUCTION("ProcessingInstructionHandler"),
  CHARACTER_DATA("CharacterDataHandler"),
  UNPARSED_ENTITY_DECL("UnparsedEntityDeclHandler"),
  NOTATION_DECL("NotationDeclHandler"),
  START_NAMESPACE_DECL("StartNamespaceDeclHandler"),
  END_NAMESPACE_DECL("EndNamespaceDeclHandler"),
  COMMENT("CommentHandler"),
  START_CDATA_SECTION("StartCdataSectionHandler"),
  END_CDATA_SECTION("EndCdataSectionHandler"),
  DEFAULT("DefaultHandler"),
  DEFAULT_EXPAND("DefaultHandlerExpand"),
  NOT_STANDALONE("NotStandaloneHandler"),
  EXTERNAL_ENTITY_REF("ExternalEntityRefHandler"),
  START_DOCTYPE_DECL("StartDoctypeDeclHandler"),
  END_DOCTYPE_DECL("EndDoctypeDeclHandler"),
  ENTITY_DECL("EntityDeclHandler"),
  XML_DECL("XmlDeclHandler"),
  ELEMENT_DECL("ElementDeclHandler"),
  ATTLIST_DECL("AttlistDeclHandler"),
  SKIPPED_ENTITY("SkippedEntityHandler");

  private static final Map<String, XmlHandler> BY_NAME = new HashMap<>();

  static {
    for (XmlHandler handler : values()) {
      BY_NAME.put(handler.attribute, handler);
    }
  }

  private final String attribute;

  XmlHandler(String attribute) {
    this.attribute = attribute;
  }

  String attribute() {
    return attribute;
  }

  static XmlHandler named(String name) {
    return BY_NAME.get(name);
  }
}
