package dev.taipan.stress.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java file of the project: its module's folder, its path below the root, its text. */
record SourceFile(String module, String path, String text) {
  /** Text blocks first, so that their quotes are not taken for the ends of strings. */
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'"
              + "|//[^\\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  /** All Java files under the modules' {@code src} folders: what is written, not generated. */
  static List<SourceFile> all(Path root) {
    return Modules.ALL.stream().flatMap(module -> inModule(root, module)).toList();
  }

  private static Stream<SourceFile> inModule(Path root, String module) {
    try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> read(root, module, file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path root, String module, Path file) {
    try {
      return new SourceFile(module, root.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with comments and literals blanked: a rule about code is not about prose. */
  String code() {
    return NOT_CODE.matcher(text).replaceAll(" ");
  }

  long lines() {
    return text.lines().count();
  }

  boolean isTest() {
    return path.contains("/src/test/");
  }
}
