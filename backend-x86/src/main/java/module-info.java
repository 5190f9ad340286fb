/** Machine code for x86-64. */
@SuppressWarnings("module") // ends in digits
module dev.taipan.backend.x86 {
  requires dev.taipan.optimizer;
  requires dev.taipan.vm;

  provides dev.taipan.optimizer.spi.TraceBackend with
      dev.taipan.backend.x86.X86Backend;
}
