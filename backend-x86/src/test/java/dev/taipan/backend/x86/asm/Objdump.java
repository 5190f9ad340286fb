package dev.taipan.backend.x86.asm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The independent witness: binutils' disassembler, where the machine has it. */
final class Objdump {
  private static final Path TOOL = Path.of("/usr/bin/objdump");

  private Objdump() {}

  static boolean present() {
    return Files.isExecutable(TOOL);
  }

  /** The instructions of {@code code} as text, blanks squeezed. */
  static List<String> disassemble(byte[] code) throws IOException, InterruptedException {
    Path file = Files.createTempFile("taipan-asm", ".bin");
    try {
      Files.write(file, code);
      Process process =
          new ProcessBuilder(
                  TOOL.toString(),
                  "-D",
                  "-b",
                  "binary",
                  "-m",
                  "i386:x86-64",
                  "-M",
                  "intel",
                  "-z",
                  "--no-show-raw-insn",
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("objdump failed");
      }
      return instructions(output);
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> instructions(String output) {
    List<String> lines = new ArrayList<>();
    for (String line : output.lines().toList()) {
      int tab = line.indexOf(":\t");
      if (tab > 0) {
        lines.add(squeeze(line.substring(tab + 2)));
      }
    }
    return lines;
  }

  static String squeeze(String text) {
    return text.replaceAll("\\s+", " ").trim();
  }
}
