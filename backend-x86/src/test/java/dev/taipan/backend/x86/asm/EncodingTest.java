package dev.taipan.backend.x86.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The encoder and the printer against binutils: by stored bytes and texts on any host, and by fresh
 * random instructions where objdump is present. {@code -Dupdate.golden=true} writes the stored file
 * anew from objdump's output.
 */
final class EncodingTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/encodings.txt");
  private static final int PER_KIND = 8;

  private static List<Samples.Sample> samples(long seed, int perKind) {
    Random random = new Random(seed);
    List<Samples.Sample> samples = new ArrayList<>();
    for (Function<Random, Samples.Sample> kind : Samples.KINDS) {
      for (int i = 0; i < perKind; i++) {
        samples.add(kind.apply(random));
      }
    }
    return samples;
  }

  private static byte[] assemble(List<Samples.Sample> samples) {
    Assembler assembler = new Assembler();
    for (Samples.Sample sample : samples) {
      sample.emit().accept(assembler);
    }
    return assembler.finish();
  }

  @Test
  void storedBytesAndTexts() throws IOException, InterruptedException {
    List<Samples.Sample> samples = samples(1, PER_KIND);
    if (Boolean.getBoolean("update.golden")) {
      update(samples);
    }
    List<String> golden = Files.readAllLines(GOLDEN);
    assertEquals(golden.size(), samples.size());
    for (int i = 0; i < golden.size(); i++) {
      byte[] bytes = assemble(List.of(samples.get(i)));
      String text = samples.get(i).text();
      assertEquals(golden.get(i), HexFormat.of().formatHex(bytes) + "  " + text);
      assertEquals(text, Disassembler.text(bytes).strip());
    }
  }

  private static void update(List<Samples.Sample> samples)
      throws IOException, InterruptedException {
    List<String> texts = Objdump.disassemble(assemble(samples));
    assertEquals(samples.size(), texts.size());
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      String hex = HexFormat.of().formatHex(assemble(List.of(samples.get(i))));
      file.append(hex).append("  ").append(texts.get(i)).append('\n');
    }
    Files.createDirectories(GOLDEN.getParent());
    Files.writeString(GOLDEN, file.toString());
  }

  @Test
  void randomInstructionsAgreeWithObjdump() throws IOException, InterruptedException {
    assumeTrue(Objdump.present(), "no objdump here");
    long seed = Long.getLong("seed", System.nanoTime());
    List<Samples.Sample> samples = samples(seed, 40);
    byte[] code = assemble(samples);
    List<String> expected = Objdump.disassemble(code);
    List<Disassembler.Line> printed = Disassembler.lines(code, 0, code.length);
    for (int i = 0; i < samples.size(); i++) {
      assertEquals(expected.get(i), samples.get(i).text(), "seed " + seed);
      assertEquals(expected.get(i), printed.get(i).text(), "seed " + seed);
    }
    assertEquals(expected.size(), printed.size());
  }

  /** Every row of the table is reached by some sample, or is one that only layout emits. */
  @Test
  void samplesCoverTheTable() {
    Set<String> seen = new HashSet<>();
    for (Samples.Sample sample : samples(2, PER_KIND)) {
      seen.add(sample.text().replaceFirst("^lock ", "").replaceFirst(" .*", ""));
    }
    Set<String> byLayout = Set.of("nop", "xchg ax,ax", "j");
    for (Encoding row : Table.ALL) {
      String name = row.mnemonic();
      String one = row.form().plusCond() ? row.on(CondCode.E).mnemonic() : name;
      boolean covered = seen.stream().anyMatch(s -> s.equals(name) || s.startsWith(name));
      assertTrue(covered || byLayout.contains(name), one);
    }
  }

  @Test
  void refusesWhatHasNoEncoding() {
    assertThrows(IllegalArgumentException.class, () -> Mem.at(Gpr.RAX, Gpr.RSP, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Mem.at(Gpr.RAX, Gpr.RCX, 3, 0));
    Assembler a = new Assembler();
    assertThrows(IllegalArgumentException.class, () -> a.imul(Width.B, Gpr.RAX, Gpr.RCX));
    assertThrows(IllegalArgumentException.class, () -> a.lea(Width.B, Gpr.RAX, Mem.at(Gpr.RCX, 0)));
  }
}
