/** Machine code for x86-64. */
@SuppressWarnings({"module", "requires-automatic"}) // ends in digits; Agrona is automatic
module dev.taipan.backend.x86 {
  requires dev.taipan.optimizer;
  requires dev.taipan.vm;
  requires org.agrona;
}
