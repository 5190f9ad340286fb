package dev.taipan.generator;

import dev.taipan.generator.instructions.InstructionSources;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The entry of the source generator: {@code Generate MODULE_DIR OUT_DIR}.
 *
 * <p>It runs from source before the module is compiled, so it may use nothing but the JDK and its
 * own folder.
 */
final class Generate {
  private Generate() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: Generate MODULE_DIR OUT_DIR");
      System.exit(2);
    }
    GeneratedFolder out = new GeneratedFolder(Path.of(args[1]));
    for (var source : InstructionSources.of(Path.of(args[0])).entrySet()) {
      out.write(source.getKey(), source.getValue());
    }
    BuiltinBinder.generate(Path.of(args[0]), out);
    out.deleteOthers();
  }
}
