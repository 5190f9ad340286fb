package dev.taipan.vm.runtime;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.spi.JitProvider;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.spi.Specializer;
import java.util.Iterator;
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
    Specializer specializer = options.specialize() ? first(Specializer.class) : null;
    JitProvider jits = first(JitProvider.class);
    Jit jit = jits == null ? null : jits.create(options);
    return new Services(specializer, jit, first(Library.class));
  }

  /** In the layer of modules alone where there is one: the class path is not searched as well. */
  private static <S> S first(Class<S> service) {
    ModuleLayer layer = Services.class.getModule().getLayer();
    Iterator<S> found =
        layer == null
            ? ServiceLoader.load(service).iterator()
            : ServiceLoader.load(layer, service).iterator();
    return found.hasNext() ? found.next() : null;
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
