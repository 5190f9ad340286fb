package dev.taipan.launcher;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.code.CodeBlueprint;
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
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import java.nio.file.Path;

/** Runs a program as {@code __main__} and turns its end into an exit code. */
final class Program {
  private Program() {}

  static int run(Runtime runtime, CommandLine line, String filename, byte[] source)
      throws SyntaxFault {
    ThreadState ts = runtime.mainThread();
    CodeBlueprint blueprint = source == null ? null : compile(filename, source);
    if (runtime.services().library() == null) {
      CoreModules.createSys(ts, line.arguments());
    } else {
      Startup startup = new Startup(line.arguments(), firstPath(line), line.extra(), line.flags());
      runtime.services().library().start(ts, startup);
    }
    long main = CoreModules.createMain(ts);
    long globals = Modules.dict(ts, main);
    if (line.kind() == CommandLine.Kind.FILE) {
      Dicts.set(ts, globals, "__file__", Strs.of(ts, filename));
    }
    int status = run(runtime, line, blueprint, globals);
    if (runtime.services().library() != null) {
      runtime.services().library().finish(ts);
    }
    return status;
  }

  private static CodeBlueprint compile(String filename, byte[] source) throws SyntaxFault {
    Mod tree = Parser.of(Parser.Mode.EXEC, (message, where) -> false).parse(source, filename);
    return Compiler.compile(tree, CompileOptions.of(filename));
  }

  /** The script's folder, the current one for {@code -m}, "" for a command. */
  private static String firstPath(CommandLine line) {
    if (line.flags().indexOf('P') >= 0 || line.flags().indexOf('I') >= 0) {
      return null;
    }
    return switch (line.kind()) {
      case FILE -> {
        Path file = Path.of(line.program()).toAbsolutePath().normalize();
        yield file.getParent().toString();
      }
      case MODULE -> Path.of("").toAbsolutePath().toString();
      default -> "";
    };
  }

  private static int run(Runtime runtime, CommandLine line, CodeBlueprint blueprint, long globals) {
    ThreadState ts = runtime.mainThread();
    try {
      if (blueprint == null) {
        runtime.services().library().runMain(ts, line.program(), globals);
      } else {
        Interpreter.run(ts, blueprint, globals, runtime.builtins());
      }
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
