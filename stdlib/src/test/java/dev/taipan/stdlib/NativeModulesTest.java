package dev.taipan.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of names is searched by halves; that each has a module is lane imports'. */
final class NativeModulesTest {
  @Test
  void namesAscend() {
    assertEquals(new ArrayList<>(new TreeSet<>(NativeModules.names())), NativeModules.names());
  }

  @Test
  void onlyNamesOfTheListAreNative() {
    for (String name : NativeModules.names()) {
      assertTrue(NativeModules.isNative(name), name);
    }
    assertTrue(NativeModules.isNative("sys"));
    assertFalse(NativeModules.isNative("os"));
    assertFalse(NativeModules.isNative("math time"));
  }
}
