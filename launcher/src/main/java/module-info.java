/** The command line, the REPL, tracebacks, observability commands. */
module dev.taipan.launcher {
  requires dev.taipan.stdlib;
  requires dev.taipan.vm;
}
