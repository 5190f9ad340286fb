package dev.taipan.vm.runtime;

import dev.taipan.vm.gc.Visitor;

/**
 * The sibling modules that a runtime found: each may be absent, and the runtime is then a plain
 * interpreter.
 *
 * @param specializer chooses specialized instructions
 * @param jit records and runs traces
 */
public record Services(dev.taipan.vm.spi.Specializer specializer, dev.taipan.vm.spi.Jit jit) {
  void trace(Visitor visitor) {
    if (jit != null) {
      jit.trace(visitor);
    }
  }
}
