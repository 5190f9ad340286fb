package dev.taipan.launcher;

/** What {@code -V} and the prompt's first line say. */
final class Version {
  static final String SHORT = "Python 3.12.8";
  static final String FULL =
      SHORT + " free-threading build (Taipan 0.1.0, Java " + Runtime.version().feature() + ")";

  private Version() {}
}
