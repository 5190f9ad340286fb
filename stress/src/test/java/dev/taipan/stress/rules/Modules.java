package dev.taipan.stress.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which module may import which: the one table of the project's arrows. */
final class Modules {
  /** Everything a module's main code may name, besides itself. */
  static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "vm-core", Set.of(),
          "specializer", Set.of("vm-core"),
          "optimizer", Set.of("vm-core"),
          "tracer", Set.of("specializer", "optimizer", "vm-core"),
          "backend-x86", Set.of("optimizer", "vm-core"),
          "backend-arm64", Set.of("optimizer", "vm-core"),
          "stdlib", Set.of("vm-core"),
          "launcher", Set.of("stdlib", "vm-core"));

  /** On top of everything: they have no module descriptor and may use all the others. */
  static final Set<String> ON_TOP = Set.of("bench", "stress");

  static final List<String> ALL =
      List.of(
          "vm-core",
          "specializer",
          "optimizer",
          "tracer",
          "backend-x86",
          "backend-arm64",
          "stdlib",
          "launcher",
          "bench",
          "stress");

  private Modules() {}

  /** The Java module, and package, that a folder holds. */
  static String javaName(String module) {
    return "dev.taipan." + (module.equals("vm-core") ? "vm" : module.replace('-', '.'));
  }

  /** The folder whose module a qualified name of the project belongs to; empty if none does. */
  static String folderOf(String qualifiedName) {
    for (String module : ALL) {
      String name = javaName(module);
      if (qualifiedName.equals(name) || qualifiedName.startsWith(name + ".")) {
        return module;
      }
    }
    return "";
  }

  static boolean mayUse(String from, String to) {
    return from.equals(to) || ON_TOP.contains(from) || MAY_USE.get(from).contains(to);
  }
}
