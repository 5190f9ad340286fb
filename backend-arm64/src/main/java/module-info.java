/** Machine code for arm64. */
@SuppressWarnings({"module", "requires-automatic"}) // ends in digits; Agrona is automatic
module dev.taipan.backend.arm64 {
  requires dev.taipan.optimizer;
  requires dev.taipan.vm;
  requires org.agrona;
}
