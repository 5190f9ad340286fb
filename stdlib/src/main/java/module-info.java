/** The builtin modules, the import system, the pure-Python library. */
@SuppressWarnings("module") // the launcher is built later
module dev.taipan.stdlib {
  requires dev.taipan.vm;
  requires static com.google.errorprone.annotations;
  requires java.management;

  provides dev.taipan.vm.spi.Library with
      dev.taipan.stdlib.StandardLibrary;

  exports dev.taipan.stdlib to
      dev.taipan.launcher;
  exports dev.taipan.stdlib.os to
      dev.taipan.launcher;
  exports dev.taipan.stdlib.signal to
      dev.taipan.launcher;
}
