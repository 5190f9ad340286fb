package dev.taipan.launcher;

/** A start that its options or the environment make impossible; the exit code is 1. */
final class Fatal extends Exception {
  private static final long serialVersionUID = 1L;

  Fatal(String function, String message) {
    super(
        "Fatal Python error: "
            + function
            + ": "
            + message
            + "\nPython runtime state: preinitialized\n\n",
        null,
        false,
        false);
  }
}
