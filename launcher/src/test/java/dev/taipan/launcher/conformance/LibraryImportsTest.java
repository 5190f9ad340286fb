package dev.taipan.launcher.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Every pure-Python module of the library can be imported, except for those that the list beside
 * the script names, each with what it lacks. A module that begins to work has to leave the list.
 */
final class LibraryImportsTest {
  private static final Path FOLDER = Path.of("../stdlib/src/test/imports");

  @Test
  void everyModuleIsImported() throws Exception {
    String expected = Files.readString(FOLDER.resolve("every_module.out"));
    assertEquals(expected, ScriptRun.of(FOLDER.resolve("every_module.py"), 0));
  }

  /** Each name of CPython's native modules is there, or in the table of what is missing. */
  @Test
  void everyNameIsAccountedFor() throws Exception {
    String expected = Files.readString(FOLDER.resolve("missing_names.out"));
    assertEquals(expected, ScriptRun.of(FOLDER.resolve("missing_names.py"), 0));
  }
}
