import dev.taipan.backend.arm64.Arm64Backend;
import dev.taipan.optimizer.spi.TraceBackend;

/** Machine code for arm64. */
@SuppressWarnings({"module", "requires-automatic"}) // ends in digits; Agrona is automatic
module dev.taipan.backend.arm64 {
  requires dev.taipan.optimizer;
  requires dev.taipan.vm;
  requires org.agrona;

  provides TraceBackend with
      Arm64Backend;
}
