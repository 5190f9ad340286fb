package dev.taipan.launcher;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.ProcessExit;
import dev.taipan.stdlib.os.SourceCheck;
import dev.taipan.stdlib.signal.LastSignal;
import dev.taipan.vm.type.Types;
import java.io.IOException;
import java.util.List;

/** The entry point of the {@code taipan} command. */
public final class Main {
  /** Java stack of Python's main thread: builtins that call back nest on it. */
  private static final long MAIN_STACK = 256L << 20;

  /** What shells add to a signal's number. */
  private static final int SIGNALLED = 128;

  private Main() {}

  /** Runs the command line; Python's main thread is one with an explicit stack. */
  public static void main(String[] args) throws InterruptedException {
    // A fault on any other thread ends the process too, or who waits for that thread waits for
    // ever.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          try {
            report(fault, args);
          } finally {
            // Also when there is no memory left for a report.
            Runtime.getRuntime().halt(FaultReport.STATUS);
          }
        });
    String separator = System.getProperty("taipan.training");
    if (separator != null) {
      train(List.of(args), separator);
    }
    new CommandRun(args, true).onPythonsThread();
  }

  private static void checkSources() {
    try {
      SourceCheck.finish();
    } catch (IOException e) {
      System.err.println("taipan: a source is newer than the build, and: " + e.getMessage());
      ProcessExit.exit(1);
    }
  }

  /** A command line's run. The training run is made of them too, so the cache has all of it. */
  private static final class CommandRun implements Runnable {
    private final String[] args;
    private final boolean ends;
    private final Beside beside = new Beside();
    private int status;

    CommandRun(String[] args, boolean ends) {
      this.args = args;
      this.ends = ends;
    }

    int onPythonsThread() throws InterruptedException {
      Thread main = new Thread(null, this, "python-main", MAIN_STACK);
      main.start();
      checkSources();
      beside.checked();
      Types.loadTables();
      StandardLibrary.readAhead();
      beside.work();
      main.join();
      return status;
    }

    @Override
    public void run() {
      status = guarded(args, beside);
      if (ends) {
        end(status);
      }
    }
  }

  /** On Python's main thread: no other one is to be woken for it. */
  private static void end(int given) {
    int status = given;
    if (status == ProgramEnd.INTERRUPTED) {
      // A shell that runs a script wants to see that Ctrl-C ended it.
      LastSignal.die("INT", 2);
      status = SIGNALLED + 2;
    }
    ProcessExit.exit(status);
  }

  /**
   * The build's training run: several command lines, one after the other. The JVM writes its cache
   * when it exits, not when it is halted.
   */
  private static void train(List<String> args, String separator) throws InterruptedException {
    ProcessExit.prepare();
    int status = 0;
    int begin = 0;
    while (begin <= args.size() && status == 0) {
      List<String> rest = args.subList(begin, args.size());
      int length = rest.indexOf(separator) < 0 ? rest.size() : rest.indexOf(separator);
      String[] line = rest.subList(0, length).toArray(String[]::new);
      status = new CommandRun(line, false).onPythonsThread();
      begin += length + 1;
    }
    System.exit(status);
  }

  private static int guarded(String[] args, Beside beside) {
    try {
      return Start.run(args, beside);
    } catch (Throwable fault) {
      return report(fault, args);
    } finally {
      beside.end();
    }
  }

  /** Even the report's class may fail to load, when there is no descriptor left for its jar. */
  private static int report(Throwable fault, String[] args) {
    try {
      return FaultReport.of(fault, args);
    } catch (Throwable another) {
      fault.printStackTrace();
      System.err.println("taipan: internal fault, and no report could be made: " + another);
      return FaultReport.STATUS;
    }
  }
}
