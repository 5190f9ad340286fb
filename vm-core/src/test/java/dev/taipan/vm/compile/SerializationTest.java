package dev.taipan.vm.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.BlueprintReader;
import dev.taipan.vm.code.BlueprintWriter;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeDetails;
import dev.taipan.vm.code.CodeImage;
import dev.taipan.vm.code.CodeImageWriter;
import dev.taipan.vm.code.DamagedCode;
import dev.taipan.vm.code.StackVerifier;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.SyntaxWarnings;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Serialized code comes back the same, and damaged code is an error and nothing worse. */
class SerializationTest {
  private static final int HEAD = 8;

  private static CodeBlueprint sample() throws SyntaxFault {
    String source =
        Resources.read("dis/exceptions.py")
            + "x = (1, 2.5, 3j, 10**30, 'a\\ud800', b'b', ..., None, True, -0.0)\n"
            + "y in {1, 2, 3}\n";
    return Compiler.compile(
        Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE).parse(source),
        CompileOptions.of("sample.py"));
  }

  @Test
  void comesBackTheSame() throws Exception {
    CodeBlueprint code = sample();
    assertEquals(code, BlueprintReader.read(BlueprintWriter.write(code)));
  }

  @Test
  void anImageHoldsTheSame() throws Exception {
    CodeBlueprint code = sample();
    CodeImage image = new CodeImage(CodeImageWriter.write(code), "sample.py");
    CodeDetails read = image.code().details();
    assertEquals(code, read.blueprint());
    assertEquals(code.name(), read.name());
    assertEquals(code.filename(), read.filename());
    assertEquals(code.firstLine(), read.firstLine());
    assertEquals(code.flags(), read.flags());
    assertEquals(code.variables(), read.variables());
    assertEquals(code.exceptions(), read.exceptions());
    assertEquals(code.positions(), read.positions());
  }

  @Test
  void everyFlippedBitIsNoticed() throws Exception {
    byte[] good = BlueprintWriter.write(sample());
    for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
      byte[] bad = good.clone();
      bad[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThrows(DamagedCode.class, () -> BlueprintReader.read(bad));
    }
  }

  @Test
  void everyPrefixIsNoticed() throws Exception {
    byte[] good = BlueprintWriter.write(sample());
    for (int length = 0; length < good.length; length++) {
      byte[] bad = Arrays.copyOf(good, length);
      assertThrows(DamagedCode.class, () -> BlueprintReader.read(bad));
      if (length > HEAD) {
        sign(bad);
        assertThrows(DamagedCode.class, () -> BlueprintReader.read(bad));
      }
    }
  }

  /** With the checksum put right, what is read is refused or sound. */
  @Test
  void signedDamageIsRefusedOrSound() throws Exception {
    byte[] good = BlueprintWriter.write(sample());
    int refused = 0;
    for (int at = HEAD; at < good.length; at++) {
      for (int value : new int[] {0, 1, 0x7f, 0xff, good[at] ^ 1, good[at] ^ 0x80}) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        sign(bad);
        refused += refusedOrSound(bad);
      }
    }
    assertTrue(refused > 0);
  }

  private static int refusedOrSound(byte[] bytes) {
    try {
      StackVerifier.verify(BlueprintReader.read(bytes));
      return 0;
    } catch (DamagedCode e) {
      return 1;
    }
  }

  private static void sign(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEAD, bytes.length - HEAD);
    for (int i = 0; i < 4; i++) {
      bytes[4 + i] = (byte) (crc.getValue() >>> i * Byte.SIZE);
    }
  }
}
