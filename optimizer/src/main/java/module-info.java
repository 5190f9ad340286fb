/** The recorded trace, its SSA form, the passes, register allocation and code memory. */
@SuppressWarnings({"module", "requires-automatic"}) // later modules; Agrona, JCTools: automatic
module dev.taipan.optimizer {
  requires dev.taipan.vm;
  requires org.agrona;
  requires org.jctools.core;

  exports dev.taipan.optimizer.alloc;
  exports dev.taipan.optimizer.build;
  exports dev.taipan.optimizer.codemem;
  exports dev.taipan.optimizer.ir;
  exports dev.taipan.optimizer.pass;
  exports dev.taipan.optimizer.ref;
  exports dev.taipan.optimizer.spi;
  exports dev.taipan.optimizer.testing;
  exports dev.taipan.optimizer.trace;
}
