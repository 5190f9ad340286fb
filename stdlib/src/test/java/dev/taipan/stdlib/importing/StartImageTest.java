package dev.taipan.stdlib.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file around the image; what is in it is compared by the lane {@code imports}. */
final class StartImageTest {
  private static final byte[] IMAGE = {3, 1, 4, 1, 5, 9};
  private static final long STAMP = 0x1234_5678_9ABCL;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("start.modules");
    StartImage.write(file, STAMP, IMAGE);
  }

  private byte[] read(long stamp) {
    return StartImage.read(file.toFile(), stamp);
  }

  @Test
  void holdsTheImage() {
    assertArrayEquals(IMAGE, read(STAMP));
  }

  @Test
  void anotherBuildPassesItOver() {
    assertNull(read(STAMP + 1));
  }

  @Test
  void aMissingOrShortFileIsPassedOver() throws IOException {
    byte[] all = Files.readAllBytes(file);
    for (int length = 0; length < all.length; length++) {
      Files.write(file, Arrays.copyOf(all, length));
      assertNull(read(STAMP));
    }
    Files.delete(file);
    assertNull(read(STAMP));
  }

  @Test
  void everyDamagedByteIsNoticed() throws IOException {
    byte[] all = Files.readAllBytes(file);
    for (int at = 0; at < all.length; at++) {
      byte[] bad = all.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);
      assertNull(read(STAMP));
    }
    Files.write(file, all);
    assertNotNull(read(STAMP));
  }
}
