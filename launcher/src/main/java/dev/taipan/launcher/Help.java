package dev.taipan.launcher;

/** What {@code -h} prints. */
final class Help {
  static final String USAGE = "usage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

  static final String TEXT =
      USAGE
          + """
          -c cmd     program passed in as string (terminates option list)
          -V         print the version and exit
          -X jit=off|on|sync|stress      when traces are compiled
          -X backend=x86|arm64|ir|none   what they are compiled to
          -X specialize=off              plain tier 1
          -X gc=stress[:N]               collect at every N-th call that may
          -X heap=SIZE                   limit of the object heap
          -X code-cache=SIZE             limit of machine code
          -X jit-log=FILE                a line for each trace, and its code
          -X stats                       print counters at the end
          file       program read from script file
          -          program read from stdin
          arg ...    arguments passed to program in sys.argv[1:]
          """;

  private Help() {}
}
