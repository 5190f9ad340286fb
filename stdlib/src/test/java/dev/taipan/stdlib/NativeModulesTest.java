package dev.taipan.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The names and the rows are two lists that have to agree. */
final class NativeModulesTest {
  @Test
  void everyNameHasAModule() {
    for (String name : NativeModules.names()) {
      assertNotNull(NativeModules.row(name), name);
      assertTrue(NativeModules.isNative(name), name);
    }
    assertNull(NativeModules.row("os"));
  }

  @Test
  void theNamesAreSorted() {
    List<String> names = NativeModules.names();
    assertEquals(names.stream().sorted().distinct().toList(), names);
  }
}
