package dev.taipan.stress.light;

import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A runtime with one program in it, so that Java code can look at counters while Python code runs.
 * The thread that made it is the main thread, and attached.
 */
final class Session {
  /** What the program prints. */
  private static final class Capture implements Console {
    /** Several Python threads print. */
    private final Queue<String> texts = new ConcurrentLinkedQueue<>();

    @Override
    public void print(CharSequence printed) {
      texts.add(printed.toString());
    }

    @Override
    public void error(CharSequence printed) {
      texts.add(printed.toString());
    }
  }

  private final Capture console = new Capture();
  private final Runtime runtime;
  private final long globals;

  /** A session whose programs see {@code arguments} as sys.argv, with the built-in modules only. */
  Session(Options options, List<String> arguments) {
    this(options, arguments, false);
  }

  Session(Options options, List<String> arguments, boolean library) {
    Services found = Services.find(options);
    Services services =
        new Services(found.specializer(), found.jit(), library ? found.library() : null);
    runtime = new Runtime(options, services, console);
    if (library) {
      found
          .library()
          .start(main(), new Startup(arguments, null, Map.of(), "", List.of(), arguments));
    } else {
      CoreModules.createSys(main(), arguments);
    }
    globals = Modules.dict(main(), CoreModules.createMain(main()));
  }

  /**
   * How traces are made, by which backend ("" is the machine's own), how often is collected, and
   * whether iterations are counted, which keeps back-edges from specializing.
   */
  static Options options(Options.Jit jit, String backend, int gcStress, boolean counters) {
    return Options.defaults().running(jit, backend, gcStress, counters);
  }

  /** Runs a program to its end; its code cell, which lives as long as the session. */
  long run(String source) throws SyntaxFault {
    var tree =
        Parser.of(Parser.Mode.EXEC, (message, where) -> false)
            .parse(source.getBytes(StandardCharsets.UTF_8), "<program>");
    var blueprint = Compiler.compile(tree, CompileOptions.of("<program>"));
    long code = CodeLinker.link(main(), blueprint);
    main().root(code);
    try {
      Interpreter.run(main(), code, globals, runtime.builtins(), globals);
    } catch (Raised signal) {
      throw new IllegalStateException(Tracebacks.format(main(), main().takePending()), signal);
    }
    return code;
  }

  ThreadState main() {
    return runtime.mainThread();
  }

  Runtime runtime() {
    return runtime;
  }

  String printed() {
    return String.join("", console.texts);
  }

  /** Calls a global function without arguments. */
  long call(ThreadState ts, String function) {
    return Calls.call0(ts, get(ts, function));
  }

  /** Calls a global function with one argument. */
  long call(ThreadState ts, String function, long argument) {
    return Calls.call1(ts, get(ts, function), argument);
  }

  /** A global's value. */
  long get(ThreadState ts, String name) {
    return Dicts.getStr(ts, globals, Strs.of(ts, name));
  }

  /** Binds a global name, as STORE_GLOBAL does. */
  void set(ThreadState ts, String name, long value) {
    Dicts.set(ts, globals, name, value);
  }

  /** Another thread of this runtime; not attached, and its own Java thread has to end it. */
  ThreadState newThread(String name) {
    ThreadState ts = runtime.world().newThread(name);
    ts.setRuntime(runtime);
    return ts;
  }
}
