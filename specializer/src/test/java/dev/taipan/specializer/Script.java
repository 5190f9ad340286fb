package dev.taipan.specializer;

import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.interp.FamilyReport;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxWarnings;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.spi.Specializer;
import dev.taipan.vm.thread.ThreadState;

/** Runs source text in a runtime of its own and gives what it printed. */
final class Script {
  private Script() {}

  static String run(String source, Specializer specializer) throws Exception {
    return run(source, specializer, null);
  }

  /** The same, counting what the families do if there is a place for the counts. */
  static String run(String source, Specializer specializer, FamilyReport[] report)
      throws Exception {
    var output = new StringBuilder();
    Console console =
        new Console() {
          @Override
          public void print(CharSequence text) {
            output.append(text);
          }

          @Override
          public void error(CharSequence text) {
            output.append(text);
          }
        };
    Options options = Options.defaults().running(Options.Jit.OFF, "", 0, report != null);
    var runtime = new Runtime(options, new Services(specializer, null, null), console);
    if (report != null) {
      report[0] = runtime.families();
    }
    ThreadState ts = runtime.mainThread();
    long globals = Dicts.create(ts);
    ts.root(globals);
    var module = Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE).parse(source);
    Interpreter.run(
        ts, Compiler.compile(module, CompileOptions.of("script")), globals, runtime.builtins());
    ts.detach();
    return output.toString();
  }
}
