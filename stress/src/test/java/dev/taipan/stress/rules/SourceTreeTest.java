package dev.taipan.stress.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules, applied to the tree. */
final class SourceTreeTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().getParent();
  private static final List<SourceFile> FILES = SourceFile.all(ROOT);

  private static void assertNone(List<String> violations) {
    assertEquals("", String.join("\n", violations));
  }

  @Test
  void modulesFollowTheirArrows() {
    assertNone(Rules.forbiddenArrows(FILES));
  }

  @Test
  void nothingUsesMonitors() {
    assertNone(Rules.monitors(FILES));
  }

  @Test
  void rawMemoryHasOneDoor() {
    assertNone(Rules.unsafeOutsideTheDoor(FILES));
  }

  @Test
  void longFilesAreExceptions() throws IOException {
    assertNone(Rules.longFiles(FILES, exceptions()));
  }

  /** A line is a path, white space, and the reason. */
  private static Map<String, String> exceptions() throws IOException {
    Map<String, String> exceptions = new HashMap<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/size-exceptions.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.strip().split("\\s+", 2);
        exceptions.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return exceptions;
  }

  /**
   * Tests, benchmarks and stress suites run on the class path, where only {@code META-INF/services}
   * is looked at; the launcher runs on the module path, where only descriptors are.
   */
  @Test
  void servicesAreTheSameOnBothPaths() throws IOException {
    for (String module : Modules.MAY_USE.keySet()) {
      Set<String> declared = new TreeSet<>();
      FILES.stream()
          .filter(file -> file.path().equals(module + "/src/main/java/module-info.java"))
          .flatMap(Rules::services)
          .forEach(declared::add);
      assertEquals(declared, listedServices(module), module + ": META-INF/services");
    }
  }

  private static Set<String> listedServices(String module) throws IOException {
    Set<String> listed = new TreeSet<>();
    Path folder = ROOT.resolve(module).resolve("src/main/resources/META-INF/services");
    if (!Files.isDirectory(folder)) {
      return listed;
    }
    try (Stream<Path> services = Files.list(folder)) {
      for (Path service : services.toList()) {
        Files.readAllLines(service).stream()
            .filter(line -> !line.isBlank())
            .forEach(provider -> listed.add(service.getFileName() + " " + provider.strip()));
      }
    }
    return listed;
  }

  /** Each folder with a descriptor is in the table, under the name that its descriptor gives it. */
  @Test
  void theTableNamesTheModules() {
    Set<String> described = new TreeSet<>();
    for (SourceFile file : FILES) {
      if (file.path().endsWith("/src/main/java/module-info.java")) {
        described.add(file.module());
        String header = "module " + Modules.javaName(file.module()) + " {";
        assertTrue(file.code().contains(header), file.path() + ": " + header);
      }
    }
    assertEquals(new TreeSet<>(Modules.MAY_USE.keySet()), described);
  }
}
