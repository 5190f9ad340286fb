package dev.taipan.stdlib.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.CodeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled code of the library is taken when it fits and never otherwise. */
final class LibraryCodeTest {
  private static final List<String> PATHS = List.of("abc.py", "json/__init__.py", "turtle.py");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/library.jar"), "sources");
    file = folder.resolve("library.code");
    LibraryCodeMaker.make(file, PATHS);
  }

  private LibraryCode open() {
    return LibraryCode.open(file.toString());
  }

  @Test
  void holdsTheCode() {
    LibraryCode code = open();
    CodeImage image = code.read("abc.py", "/home/abc.py");
    assertEquals("<module>", image.code().details().name());
    assertEquals("/home/abc.py", image.code().details().blueprint().filename());
    assertTrue(code.has("json/__init__.py"));
    assertFalse(code.has("json.py"));
    assertNull(code.read("json.py", "json.py"));
  }

  @Test
  void knowsWhatStaysASource() {
    assertTrue(open().has("turtle.py"));
    assertNull(open().read("turtle.py", "turtle.py"));
  }

  @Test
  void otherJarsMakeItStale() throws IOException {
    assertNotNull(open());
    Files.writeString(folder.resolve("lib/library.jar"), "other sources");
    assertNull(open());
  }

  @Test
  void aMissingOrShortFileIsPassedOver() throws IOException {
    byte[] all = Files.readAllBytes(file);
    for (int length : new int[] {0, 4, LibraryCode.HEADER, LibraryCode.HEADER + 7}) {
      Files.write(file, java.util.Arrays.copyOf(all, length));
      assertNull(open());
    }
    Files.delete(file);
    assertNull(open());
    assertNull(LibraryCode.open(null));
  }

  @Test
  void everyDamagedByteIsNoticed() throws IOException {
    byte[] all = Files.readAllBytes(file);
    String path = PATHS.getFirst();
    String whole = open().read(path, path).code().details().blueprint().toString();
    int noticed = 0;
    for (int at = 0; at < all.length; at += 1 + at / 64) {
      byte[] bad = all.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);
      LibraryCode code = open();
      CodeImage image = code == null ? null : code.read(path, path);
      if (image == null) {
        noticed++;
      } else {
        assertEquals(whole, image.code().details().blueprint().toString());
      }
    }
    assertTrue(noticed > 50);
  }
}
