package dev.taipan.generator;

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
    Files.createDirectories(Path.of(args[1]));
  }
}
