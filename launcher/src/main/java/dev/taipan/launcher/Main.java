package dev.taipan.launcher;

/** The entry point of the {@code taipan} command. */
public final class Main {
  /** sysexits' EX_SOFTWARE: the fault is the program's own. */
  private static final int EX_SOFTWARE = 70;

  private Main() {}

  /** Runs the command line. */
  public static void main(String[] args) {
    System.err.println("taipan: this build cannot run programs yet");
    System.exit(EX_SOFTWARE);
  }
}
