package dev.taipan.bench;

import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Console;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A runtime with threads that spin in Python code and threads that sleep, detached. */
final class Spinning {
  private static final String PROGRAM =
      """
      go = True
      def spin():
          total = 0
          while go:
              total = total + 1 & 1023
      """;

  private static final long STACK_BYTES = 1 << 20;

  static final class Silent implements Console {
    @Override
    public void print(CharSequence text) {}

    @Override
    public void error(CharSequence text) {
      System.err.print(text);
    }
  }

  private final Runtime runtime;
  private final ThreadState main;
  private final long globals;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  Spinning(Options options, int spinning, int sleeping) throws SyntaxFault, InterruptedException {
    Services found = Services.find(options);
    runtime =
        new Runtime(options, new Services(found.specializer(), found.jit(), null), new Silent());
    main = runtime.mainThread();
    globals = Modules.dict(main, CoreModules.createMain(main));
    var tree =
        Parser.of(Parser.Mode.EXEC, (message, where) -> false)
            .parse(PROGRAM.getBytes(StandardCharsets.UTF_8), "<spin>");
    var code = Compiler.compile(tree, CompileOptions.of("<spin>"));
    Interpreter.run(main, code, globals, runtime.builtins());
    start(spinning, sleeping);
  }

  /** The thread that stops the others; attached. */
  ThreadState main() {
    return main;
  }

  private void start(int spinning, int sleeping) throws InterruptedException {
    CountDownLatch started = new CountDownLatch(spinning + sleeping);
    long spin = Dicts.getStr(main, globals, Strs.of(main, "spin"));
    for (int i = 0; i < spinning + sleeping; i++) {
      ThreadState ts = runtime.world().newThread("spinning", STACK_BYTES);
      ts.setRuntime(runtime);
      boolean spins = i < spinning;
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .stackSize(spins ? 0 : 1 << 17)
              .start(() -> body(ts, started, spins ? spin : Word.EMPTY)));
    }
    main.detach();
    try {
      started.await();
    } finally {
      main.attach();
    }
  }

  private void body(ThreadState ts, CountDownLatch started, long spin) {
    ts.attach();
    try {
      started.countDown();
      if (spin != Word.EMPTY) {
        Calls.call0(ts, spin);
        return;
      }
      ts.detach();
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      ts.world.exit(ts);
    }
  }

  /** Ends all threads. */
  void end() throws InterruptedException {
    Dicts.set(main, globals, "go", Word.FALSE);
    ended.countDown();
    main.detach();
    for (Thread thread : threads) {
      thread.join();
    }
    main.attach();
  }
}
