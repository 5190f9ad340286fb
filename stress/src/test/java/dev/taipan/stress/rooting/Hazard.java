package dev.taipan.stress.rooting;

/**
 * A word that nothing holds is used after a collection.
 *
 * @param made where it came from
 * @param crossed the call that may collect
 * @param used where it is used afterwards
 */
record Hazard(String method, String made, String crossed, String used) {
  /** Class and name. */
  String shortMethod() {
    return method.substring(0, method.indexOf('('));
  }

  @Override
  public String toString() {
    return method + ": " + made + "; may collect: " + crossed + "; used: " + used;
  }
}
