package dev.taipan.launcher.conformance;

import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One script in a runtime of its own, with the library and without traces: what it printed, then
 * the report of the exception that ended it, if any. The script's folder is left out of the report.
 */
final class ScriptRun implements Console {
  private static final long STACK = 256L << 20;

  /** The slowest script needs some twenty seconds where nothing else runs. */
  private static final int LIMIT_SECONDS = 400;

  /** The standard files of a process are no good where many runtimes share one. */
  private static final String CAPTURE =
      """
      import sys
      class Capture:
          encoding = 'utf-8'
          errors = 'strict'
          def __init__(self): self.parts = []
          def write(self, text):
              self.parts.append(text)
              return len(text)
          def flush(self): pass
      sys.stdout = sys.stderr = capture = Capture()
      """;

  /** The folders of scripts that import half the library or make a hundred thousand calls. */
  private static final Set<String> LONG = Set.of("library", "products");

  /** So that what the locale of a machine is called does not show. */
  private static final Map<String, String> UTF_8 = Map.of("utf8", "1");

  private final StringBuilder console = new StringBuilder();

  static boolean isLong(Path script) {
    return LONG.contains(script.getParent().getFileName().toString());
  }

  /**
   * A fault of the runtime on any thread ends the run, and so does a script that takes too long,
   * with what each thread is doing. One run at a time.
   */
  static String of(Path script, int stress) throws Exception {
    return of(script, options(stress, true), LIMIT_SECONDS);
  }

  /** Where nothing is specialized: there another loop runs. */
  static String ofUnspecialized(Path script) throws Exception {
    return of(script, options(0, false), LIMIT_SECONDS);
  }

  static String of(Path script, int stress, long limitSeconds) throws Exception {
    return of(script, options(stress, true), limitSeconds);
  }

  private static String of(Path script, Options options, long limitSeconds) throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          if (!result.completeExceptionally(fault)) {
            fault.printStackTrace();
          }
        });
    FutureTask<String> task =
        new FutureTask<>(() -> new ScriptRun().run(script, options)) {
          @Override
          protected void done() {
            if (state() == State.SUCCESS) {
              result.complete(resultNow());
            } else {
              result.completeExceptionally(exceptionNow());
            }
          }
        };
    Thread thread = new Thread(null, task, "script", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(limitSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError(script + " does not end:\n" + stacks(), late);
    }
  }

  /** Java's own list: what hangs may hold the world's lock, which a dump of its threads takes. */
  private static String stacks() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              text.append(thread.getName()).append('\n');
              for (StackTraceElement element : stack) {
                text.append("  at ").append(element).append('\n');
              }
            });
    return text.toString();
  }

  private static Options options(int stress, boolean specialize) {
    Options base = Options.defaults();
    return new Options(
        Options.Jit.OFF,
        base.backend(),
        specialize,
        stress,
        base.heapLimit(),
        base.codeCache(),
        false,
        base.jitLog(),
        base.hashSeed(),
        base.intMaxStrDigits(),
        base.optimize(),
        base.columns(),
        base.dev());
  }

  private String run(Path script, Options options) throws Exception {
    Runtime runtime = new Runtime(options, Services.find(options), this);
    ThreadState ts = runtime.mainThread();
    String filename = script.toAbsolutePath().toString();
    String folder = script.toAbsolutePath().getParent().toString();
    List<String> arguments = List.of(filename);
    Startup startup = new Startup(arguments, folder, UTF_8, "S", List.of("ignore"), arguments);
    runtime.services().library().start(ts, startup);
    runtime.services().library().prepare(ts, startup);
    int mark = ts.rootMark();
    long capture = capture(ts);
    ts.root(capture);
    long globals = Modules.dict(ts, CoreModules.createMain(ts));
    Dicts.set(ts, globals, "__file__", Strs.of(ts, filename));
    StringBuilder text = new StringBuilder();
    try {
      long code = Compilation.file(ts, Files.readAllBytes(script), filename);
      Interpreter.run(ts, code, globals, runtime.builtins(), globals);
      text.append(printed(ts, capture));
    } catch (Raised signal) {
      long exception = ts.takePending();
      ts.root(exception);
      text.append(printed(ts, capture)).append(Tracebacks.format(ts, exception));
    } finally {
      ts.rootRelease(mark);
    }
    return text.append(console).toString().replace(folder + "/", "");
  }

  private static long capture(ThreadState ts) {
    long namespace = Modules.dict(ts, Modules.create(ts, "capture"));
    int mark = ts.rootMark();
    ts.root(namespace);
    try {
      byte[] source = CAPTURE.getBytes(StandardCharsets.UTF_8);
      long code = Compilation.file(ts, source, "<capture>");
      Interpreter.run(ts, code, namespace, ts.runtime().builtins(), namespace);
      return Dicts.getStr(ts, namespace, ts.runtime().intern(ts, "capture"));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static String printed(ThreadState ts, long capture) {
    StringBuilder text = new StringBuilder();
    long parts = Attributes.get(ts, capture, "parts");
    dev.taipan.vm.object.Iteration.forEach(
        ts,
        parts,
        (thread, part) -> {
          text.append(Strs.toJava(part));
          return true;
        });
    return text.toString();
  }

  @Override
  public void print(CharSequence piece) {
    console.append(piece);
  }

  @Override
  public void error(CharSequence piece) {
    console.append(piece);
  }

  /** Runs one script, for use without the test runner: {@code script [stress]}. */
  public static void main(String[] args) throws Exception {
    int stress = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(of(Path.of(args[0]), stress));
    out.flush();
  }
}
