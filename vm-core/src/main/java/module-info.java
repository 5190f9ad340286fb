/** Values, heap, object model, compiler, interpreter and threads. */
@SuppressWarnings("module") // the readers of its exports are modules that are built later
module dev.taipan.vm {
  requires static transitive com.google.errorprone.annotations;

  exports dev.taipan.vm.ast;
  exports dev.taipan.vm.builtin.module;
  exports dev.taipan.vm.builtin.type;
  exports dev.taipan.vm.builtin;
  exports dev.taipan.vm.code;
  exports dev.taipan.vm.compile;
  exports dev.taipan.vm.container;
  exports dev.taipan.vm.gc;
  exports dev.taipan.vm.heap;
  exports dev.taipan.vm.interp;
  exports dev.taipan.vm.layout;
  exports dev.taipan.vm.memory;
  exports dev.taipan.vm.monitor;
  exports dev.taipan.vm.object;
  exports dev.taipan.vm.parse;
  exports dev.taipan.vm.runtime;
  exports dev.taipan.vm.spi;
  exports dev.taipan.vm.thread;
  exports dev.taipan.vm.type;
  exports dev.taipan.vm.value;

  uses dev.taipan.vm.spi.JitProvider;
  uses dev.taipan.vm.spi.Library;
  uses dev.taipan.vm.spi.Specializer;
}
