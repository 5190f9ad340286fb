/** Records hot traces, decides when to stop, keeps executors and their exits. */
@SuppressWarnings("requires-automatic") // Agrona and JCTools are automatic modules
module dev.taipan.tracer {
  requires dev.taipan.optimizer;
  requires dev.taipan.specializer;
  requires dev.taipan.vm;
  requires org.agrona;
  requires org.jctools.core;

  uses dev.taipan.optimizer.spi.TraceBackend;

  provides dev.taipan.vm.spi.JitProvider with
      dev.taipan.tracer.TracerProvider;
}
