package dev.taipan.tracer;

import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.spi.JitProvider;

/** Makes the trace compiler of a runtime. */
public final class TracerProvider implements JitProvider {
  /** For the service loader. */
  public TracerProvider() {}

  @Override
  public Jit create(Options options) {
    return options.jit() == Options.Jit.OFF ? null : new Tracer(options);
  }
}
