/** The builtin modules, the import system, the pure-Python library. */
module dev.taipan.stdlib {
  requires dev.taipan.vm;

  provides dev.taipan.vm.spi.Library with
      dev.taipan.stdlib.StandardLibrary;
}
