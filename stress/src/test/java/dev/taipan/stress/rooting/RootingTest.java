package dev.taipan.stress.rooting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.stress.rooting.planted.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No word is lost across a collection, as far as the bytecode of all modules shows. */
final class RootingTest {
  private static final Path STRESS =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("vm-core", "specializer", "optimizer", "tracer", "stdlib", "launcher");

  /** What was looked at and is no fault, by method, with the reason. */
  private static final Map<String, String> REVIEWED =
      Map.of(
          "StructSequence.construct",
          "the items are of the tuple that was rooted, or of the dict that is an argument");

  private static List<Hazard> all;

  @BeforeAll
  static void analyse() {
    List<Path> folders = new ArrayList<>();
    for (String module : MODULES) {
      Path classes = STRESS.resolveSibling(module).resolve("target/classes");
      assertTrue(Files.isDirectory(classes), classes + " is missing");
      folders.add(classes);
    }
    folders.add(STRESS.resolve("target/test-classes/dev/taipan/stress/rooting/planted"));
    all = new Analysis(Program.of(folders)).run();
  }

  private static boolean isPlanted(Hazard hazard) {
    return hazard.method().startsWith("Planted.") || hazard.method().startsWith("Safe.");
  }

  @Test
  void nothingIsLost() {
    List<String> found =
        all.stream()
            .filter(h -> !isPlanted(h) && !REVIEWED.containsKey(h.shortMethod()))
            .map(Hazard::toString)
            .toList();
    assertEquals("", String.join("\n", found));
  }

  @Test
  void everyExceptionIsNeeded() {
    for (String method : REVIEWED.keySet()) {
      assertTrue(all.stream().anyMatch(h -> h.shortMethod().equals(method)), method);
    }
  }

  @Test
  void plantedFaultsAreFoundAndSafeCodeIsNot() {
    TreeSet<String> found = new TreeSet<>();
    all.stream().filter(RootingTest::isPlanted).forEach(h -> found.add(h.shortMethod()));
    TreeSet<String> planted = new TreeSet<>();
    for (var method : Planted.class.getDeclaredMethods()) {
      if (!method.isSynthetic() && java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
        planted.add("Planted." + method.getName());
      }
    }
    assertEquals(planted, found);
  }
}
