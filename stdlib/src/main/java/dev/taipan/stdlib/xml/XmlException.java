package dev.taipan.stdlib.xml;

/** Ends a parse; says where in the text being read the fault is. */
final class XmlException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Stands for the start of what is being read. */
  static final int HERE = -1;

  private final XmlFault fault;
  private final int at;

  XmlException(XmlFault fault, int at) {
    super(fault.text(), null, false, false);
    this.fault = fault;
    this.at = at;
  }

  XmlException(XmlFault fault) {
    this(fault, HERE);
  }

  XmlFault fault() {
    return fault;
  }

  int at() {
    return at;
  }
}
