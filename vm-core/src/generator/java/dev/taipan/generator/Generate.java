package dev.taipan.generator;

import dev.taipan.generator.instructions.InstructionSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The entry of the source generator: {@code Generate MODULE_DIR OUT_DIR}.
 *
 * <p>It runs from source before the module is compiled, so it may use nothing but the JDK and its
 * own folder. A file is only rewritten when its content changes: otherwise each build would compile
 * everything anew.
 */
final class Generate {
  private Generate() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: Generate MODULE_DIR OUT_DIR");
      System.exit(2);
    }
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    for (var source : InstructionSources.of(Path.of(args[0])).entrySet()) {
      write(out.resolve(source.getKey()), source.getValue());
    }
    BuiltinBinder.generate(Path.of(args[0]), out);
  }

  private static void write(Path file, String content) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
