package dev.taipan.stdlib.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What the readers of one parser share. */
final class XmlState {
  /** How much entities may add to a document before it counts as an attack. */
  private static final long AMPLE = 8 << 20;

  private static final long FACTOR = 100;

  /** An element that was begun: its name in the source and as it was told, its namespaces. */
  record Open(String raw, String told, int namespaces) {}

  final XmlEvents events;
  final XmlDtd dtd;
  final XmlNamespaces namespaces;
  final Deque<Open> open = new ArrayDeque<>();
  final Set<String> openEntities = new HashSet<>();

  /** False once a program has set {@code DefaultHandler}, which then gets the references. */
  boolean expandEntities = true;

  private long direct;
  private long indirect;

  /**
   * New state.
   *
   * @param namespaces null if names are told as they stand
   */
  XmlState(XmlEvents events, XmlDtd dtd, XmlNamespaces namespaces) {
    this.events = events;
    this.dtd = dtd;
    this.namespaces = namespaces;
  }

  void countDirect(int bytes) {
    direct += bytes;
  }

  /** Opens an internal entity for reading. */
  XmlText enter(String key, XmlEntity entity) throws XmlException {
    if (!openEntities.add(key)) {
      throw new XmlException(XmlFault.RECURSIVE_ENTITY_REF);
    }
    indirect += entity.text().length();
    if (direct + indirect > AMPLE && indirect > FACTOR * direct) {
      throw new XmlException(XmlFault.AMPLIFICATION_LIMIT_BREACH);
    }
    return XmlText.whole(entity.text());
  }

  void leave(String key) {
    openEntities.remove(key);
  }

  /**
   * The entity of a reference, null for one that is to be passed over.
   *
   * @throws XmlException if it should have been declared
   */
  XmlEntity entity(String name) throws XmlException {
    XmlEntity found = dtd.entities.get(name);
    if (!dtd.hasParameterReferences || dtd.standalone) {
      if (found == null) {
        throw new XmlException(XmlFault.UNDEFINED_ENTITY);
      }
      if (!found.internal()) {
        throw new XmlException(XmlFault.ENTITY_DECLARED_IN_PE);
      }
    }
    return found;
  }
}
