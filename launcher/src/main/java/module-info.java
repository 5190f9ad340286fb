/** The command line, the REPL, tracebacks, observability commands. */
@SuppressWarnings("requires-automatic") // JLine
module dev.taipan.launcher {
  requires dev.taipan.stdlib;
  requires dev.taipan.vm;
  requires org.jline;
}
