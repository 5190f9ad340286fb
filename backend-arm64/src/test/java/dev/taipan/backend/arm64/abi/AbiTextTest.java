package dev.taipan.backend.arm64.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.backend.arm64.asm.Disassembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two routines, on any host; {@code -Dupdate.golden=true} writes them anew, to be read. */
final class AbiTextTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/abi.txt");

  @Test
  void routines() throws IOException {
    String now =
        "== trampoline\n"
            + Disassembler.print(Trampoline.code(), 0)
            + "\n== cache maintenance\n"
            + Disassembler.print(CacheSync.code(), 0);
    if (Boolean.getBoolean("update.golden")) {
      Files.writeString(GOLDEN, now);
    } else {
      assertEquals(Files.readString(GOLDEN), now);
    }
  }
}
