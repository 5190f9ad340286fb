package dev.taipan.vm.spi;

import dev.taipan.vm.runtime.Options;

/** Makes a runtime's trace compiler; found as a service. */
public interface JitProvider {
  /** The trace compiler, or null if the options want none. */
  Jit create(Options options);
}
