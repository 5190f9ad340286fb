/** The builtin modules, the import system, the pure-Python library. */
module dev.taipan.stdlib {
  requires dev.taipan.vm;
}
