package dev.taipan.stdlib.xml;

import java.util.List;

/** What a parse tells of; every method may run Python code, which may raise. */
interface XmlEvents {
  /** Whether anybody listens to that event. */
  boolean wants(XmlHandler handler);

  /** Source text that no handler took. */
  void other(String raw);

  void xmlDeclaration(String version, String encoding, int standalone);

  /** Names and values in turn; of those the first {@code specified} stand in the document. */
  void startElement(String name, List<String> attributes, int specified);

  void endElement(String name);

  void characters(String text);

  void processingInstruction(String target, String data);

  void comment(String text);

  void startCdata();

  void endCdata();

  void startNamespace(String prefix, String uri);

  void endNamespace(String prefix);

  void startDoctype(String name, String systemId, String publicId, boolean internalSubset);

  void endDoctype();

  void elementDeclaration(String name, ContentModel model);

  void attributeDeclaration(
      String element, String name, String type, String value, boolean required);

  void entityDeclaration(String name, boolean parameter, XmlEntity entity);

  void unparsedEntity(String name, XmlEntity entity);

  void notation(String name, String systemId, String publicId);

  void skippedEntity(String name, boolean parameter);

  /** False if the program wants the parse to end. */
  boolean notStandalone();

  /** False if the entity could not be read. */
  boolean externalEntity(String context, String systemId, String publicId);
}
