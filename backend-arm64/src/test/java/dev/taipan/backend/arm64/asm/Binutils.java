package dev.taipan.backend.arm64.asm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The independent witness: the cross assembler and disassembler, where the machine has them. */
final class Binutils {
  private static final Path OBJDUMP = Path.of("/usr/bin/aarch64-linux-gnu-objdump");
  private static final Path AS = Path.of("/usr/bin/aarch64-linux-gnu-as");
  private static final Path OBJCOPY = Path.of("/usr/bin/aarch64-linux-gnu-objcopy");

  private Binutils() {}

  static boolean present() {
    return Files.isExecutable(OBJDUMP) && Files.isExecutable(AS) && Files.isExecutable(OBJCOPY);
  }

  /** The instructions of {@code code} at address 0 as normalised text, without aliases. */
  static List<String> disassemble(byte[] code) throws IOException, InterruptedException {
    Path file = Files.createTempFile("taipan-asm", ".bin");
    try {
      Files.write(file, code);
      String output =
          run(
              List.of(
                  OBJDUMP.toString(),
                  "-D",
                  "-z",
                  "-bbinary",
                  "-maarch64",
                  "-Mno-aliases",
                  file.toString()));
      List<String> lines = new ArrayList<>();
      for (String line : output.lines().toList()) {
        String[] columns = line.split("\t", 3);
        if (columns.length == 3 && columns[0].endsWith(":")) {
          lines.add(normal(columns[2]));
        }
      }
      return lines;
    } finally {
      Files.delete(file);
    }
  }

  /**
   * The machine code of one instruction a line; a branch to {@code .+n} is relative to its line.
   */
  static byte[] assemble(List<String> lines) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("taipan-asm");
    Path source = folder.resolve("in.s");
    Path object = folder.resolve("out.o");
    Path binary = folder.resolve("out.bin");
    try {
      Files.writeString(source, String.join("\n", lines) + "\n");
      run(List.of(AS.toString(), "-march=armv8-a", "-o", object.toString(), source.toString()));
      run(List.of(OBJCOPY.toString(), "-Obinary", object.toString(), binary.toString()));
      return Files.readAllBytes(binary);
    } finally {
      Files.deleteIfExists(source);
      Files.deleteIfExists(object);
      Files.deleteIfExists(binary);
      Files.delete(folder);
    }
  }

  /**
   * One blank between parts, no comments, no symbol behind an address, one name for a tested
   * register.
   */
  static String normal(String text) {
    return text.replaceAll("//.*", "")
        .replaceAll("<.*>", "")
        .replaceAll("\\s+", " ")
        .replaceAll("^(tbn?z) w", "$1 x")
        .replace("sys #3, C7, C11, #1,", "dc cvau,")
        .replace("sys #3, C7, C5, #1,", "ic ivau,")
        .replace("hint #0x0", "nop")
        .strip();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command.getFirst() + " failed: " + output);
    }
    return output;
  }
}
