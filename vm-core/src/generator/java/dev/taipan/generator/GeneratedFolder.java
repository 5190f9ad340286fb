package dev.taipan.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that the generator owns.
 *
 * <p>A file is only rewritten when its content changes: otherwise each build would compile
 * everything anew. What a run did not write is left from a declaration that is gone, and goes too.
 */
final class GeneratedFolder {
  private final Path root;
  private final Set<Path> written = new HashSet<>();

  GeneratedFolder(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
  }

  void write(String relative, String content) throws IOException {
    Path file = root.resolve(relative);
    written.add(file);
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  void deleteOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> walk = Files.walk(root)) {
      others = walk.filter(Files::isRegularFile).filter(file -> !written.contains(file)).toList();
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
