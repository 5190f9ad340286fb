package dev.taipan.launcher;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/** Runs a program as {@code __main__} and turns its end into an exit code. */
final class Program {
  private Program() {}

  static int run(Runtime runtime, CommandLine line, String filename, byte[] source)
      throws SyntaxFault {
    ThreadState ts = runtime.mainThread();
    Mod tree = Parser.of(Parser.Mode.EXEC, (message, where) -> false).parse(source, filename);
    var blueprint = Compiler.compile(tree, CompileOptions.of(filename));
    if (runtime.services().library() == null) {
      CoreModules.createSys(ts, line.arguments());
    } else {
      runtime.services().library().start(ts);
    }
    long main = CoreModules.createMain(ts);
    long globals = Modules.dict(ts, main);
    if (line.kind() == CommandLine.Kind.FILE) {
      Dicts.set(ts, globals, "__file__", Strs.of(ts, filename));
    }
    try {
      Interpreter.run(ts, blueprint, globals, runtime.builtins());
      return 0;
    } catch (Raised signal) {
      return ended(runtime, ts);
    }
  }

  private static int ended(Runtime runtime, ThreadState ts) {
    long exception = ts.takePending();
    if (Errors.isInstance(ts, exception, Exc.SystemExit)) {
      return ExitStatus.of(ts, exception);
    }
    runtime.console().error(Tracebacks.format(ts, exception));
    return 1;
  }
}
