package dev.taipan.vm.runtime;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.spi.JitProvider;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.spi.Specializer;
import java.util.ServiceLoader;

/**
 * The sibling modules that a runtime found: each may be null, and the runtime is then a plain
 * interpreter.
 *
 * @param specializer chooses specialized instructions
 * @param jit records and runs traces
 * @param library imports modules
 */
public record Services(Specializer specializer, Jit jit, Library library) {
  /** What the module path or class path provides. */
  public static Services find(Options options) {
    Specializer specializer =
        options.specialize()
            ? ServiceLoader.load(Specializer.class).findFirst().orElse(null)
            : null;
    Jit jit =
        ServiceLoader.load(JitProvider.class)
            .findFirst()
            .map(provider -> provider.create(options))
            .orElse(null);
    Library library = ServiceLoader.load(Library.class).findFirst().orElse(null);
    return new Services(specializer, jit, library);
  }

  /** Nothing: a plain interpreter. */
  public static Services none() {
    return new Services(null, null, null);
  }

  void trace(Visitor visitor) {
    if (jit != null) {
      jit.trace(visitor);
    }
  }
}
