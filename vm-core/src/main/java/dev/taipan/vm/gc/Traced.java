package dev.taipan.vm.gc;

/** A Java object that holds words: a root, or the object behind a host cell. */
public interface Traced {
  /** Shows every word that this object holds. Runs in a stop, on any marking thread. */
  void trace(Visitor visitor);

  /** Java bytes that die with this object; they count towards the next collection. */
  default long javaBytes() {
    return 64;
  }
}
