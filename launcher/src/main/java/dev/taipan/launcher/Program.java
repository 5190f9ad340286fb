package dev.taipan.launcher;

import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.heap.HeapFull;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.interp.LoopClasses;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.MemoryErrors;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.SourceAhead;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** Runs a program as {@code __main__} and turns its end into an exit code. */
final class Program {
  private final Runtime runtime;
  private final ThreadState ts;
  private final CommandLine line;
  private final ProgramSource source;

  /** The source being compiled beside; null where there is none. */
  private final SourceAhead ahead;

  Program(Runtime runtime, CommandLine line, ProgramSource source, SourceAhead ahead) {
    this.runtime = runtime;
    this.ts = runtime.mainThread();
    this.line = line;
    this.source = source;
    this.ahead = ahead;
  }

  int run(String[] args) {
    long globals = Modules.dict(ts, CoreModules.createMain(ts));
    ProgramEnd end = start(args);
    if (!end.isNone()) {
      return finish(end);
    }
    if (source.kind() == ProgramSource.Kind.FILE) {
      Dicts.set(ts, globals, "__file__", Strs.of(ts, source.filename()));
      Dicts.set(ts, globals, "__cached__", Word.NONE);
    }
    boolean typed = source.kind() == ProgramSource.Kind.TYPED;
    end = typed ? ProgramEnd.NONE : execute(globals);
    boolean prompt = typed || line.has('i') && !end.exits();
    if (prompt) {
      end = Repl.run(ts, globals, line);
    }
    return finish(end);
  }

  private int finish(ProgramEnd end) {
    if (runtime.services().library() != null) {
      int late = runtime.services().library().finish(ts);
      return late != 0 ? late : end.status();
    }
    return end.status();
  }

  private ProgramEnd start(String[] args) {
    Library library = runtime.services().library();
    if (library == null) {
      CoreModules.createSys(ts, line.arguments());
      return ProgramEnd.NONE;
    }
    List<String> original = new ArrayList<>();
    original.add(System.getProperty("taipan.executable", "taipan"));
    original.addAll(List.of(args));
    // What is imported from comes first even where the current folder must not.
    boolean safe = line.has('P') && source.kind() != ProgramSource.Kind.PACKED;
    Startup startup =
        new Startup(
            line.arguments(),
            safe ? null : source.firstPath(),
            line.extra(),
            line.flags(),
            line.warnings(),
            original);
    library.start(ts, startup);
    try {
      library.prepare(ts, startup);
      return ProgramEnd.NONE;
    } catch (Raised signal) {
      return ProgramEnd.of(ts, ts.takePending());
    } catch (HeapFull full) {
      return full();
    }
  }

  /** No instruction met it: the heap is too small for the start or the source. */
  private ProgramEnd full() {
    Raised raised = MemoryErrors.raise(ts);
    assert raised != null;
    return ProgramEnd.of(ts, ts.takePending());
  }

  private ProgramEnd execute(long globals) {
    LoopClasses.initialize();
    try {
      switch (source.kind()) {
        case MODULE -> runtime.services().library().runMain(ts, line.program(), true);
        case PACKED -> runtime.services().library().runMain(ts, "__main__", false);
        case TEXT, FILE -> {
          long code = Compilation.file(ts, source.bytes(), source.filename(), ahead);
          Interpreter.run(ts, code, globals, runtime.builtins(), globals);
        }
        case TYPED -> throw new IllegalStateException("a prompt reads it");
      }
      return ProgramEnd.NONE;
    } catch (Raised signal) {
      return ProgramEnd.of(ts, ts.takePending());
    } catch (HeapFull full) {
      return full();
    } finally {
      assert ts.pending() == Word.EMPTY;
    }
  }
}
