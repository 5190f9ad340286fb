package dev.taipan.vm.conformance;

import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * One script in a plain interpreter: what it printed, then the report of the exception that ended
 * it, if any. The script's folder is left out of the report.
 */
final class ScriptRun implements Console {
  private static final long STACK = 256L << 20;

  private final StringBuilder text = new StringBuilder();

  static String of(Path script, int stress) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> new ScriptRun().run(script, stress));
    new Thread(null, task, "script", STACK).start();
    return task.get();
  }

  private String run(Path script, int stress) throws Exception {
    Options base = Options.defaults();
    Options options =
        new Options(
            Options.Jit.OFF,
            base.backend(),
            base.specialize(),
            stress,
            base.heapLimit(),
            base.codeCache(),
            false,
            base.jitLog(),
            base.hashSeed(),
            base.intMaxStrDigits(),
            base.optimize());
    Runtime runtime = new Runtime(options, Services.none(), this);
    ThreadState ts = runtime.mainThread();
    String filename = script.toAbsolutePath().toString();
    var tree =
        Parser.of(Parser.Mode.EXEC, (m, s) -> false).parse(Files.readAllBytes(script), filename);
    var code = Compiler.compile(tree, CompileOptions.of(filename));
    CoreModules.createSys(ts, List.of(filename));
    long globals = Modules.dict(ts, CoreModules.createMain(ts));
    Dicts.set(ts, globals, "__file__", Strs.of(ts, filename));
    try {
      Interpreter.run(ts, code, globals, runtime.builtins());
    } catch (Raised signal) {
      text.append(Tracebacks.format(ts, ts.takePending()));
    }
    return text.toString().replace(script.toAbsolutePath().getParent() + "/", "");
  }

  @Override
  public void print(CharSequence piece) {
    text.append(piece);
  }

  @Override
  public void error(CharSequence piece) {
    text.append(piece);
  }

  /** Runs one script, for use without the test runner: {@code script [stress]}. */
  public static void main(String[] args) throws Exception {
    int stress = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(of(Path.of(args[0]), stress));
    out.flush();
  }
}
