package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;

/**
 * The one name that the library's edition of {@code os} and a few others read while they are
 * imported. Only modules of the library see it.
 */
final class LibraryNames {
  private LibraryNames() {}

  static void add(ThreadState ts, long namespace) {
    long names = SimpleNamespaceType.create(ts);
    SimpleNamespaceType.set(ts, names, "stdlib_home", Strs.of(ts, Importer.LIBRARY_PATH));
    String home = System.getProperty("taipan.home", "/taipan");
    SimpleNamespaceType.set(ts, names, "home", Strs.of(ts, home));
    Dicts.set(ts, namespace, "__graalpython__", names);
  }
}
