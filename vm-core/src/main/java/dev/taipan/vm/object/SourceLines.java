package dev.taipan.vm.object;

import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.thread.ThreadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The source lines that one report shows; each file is read once. */
final class SourceLines {
  private final Map<String, List<String>> files = new HashMap<>();
  private final Library library;

  SourceLines(ThreadState ts) {
    library = ts.runtime().services().library();
  }

  /** A line of a file, null where there is none. */
  String get(String filename, int line) {
    List<String> lines = files.computeIfAbsent(filename, this::read);
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : null;
  }

  private List<String> read(String filename) {
    if (filename.startsWith("<") && filename.endsWith(">")) {
      return List.of();
    }
    try {
      byte[] known = library == null ? null : library.source(filename);
      byte[] bytes = known != null ? known : Files.readAllBytes(Path.of(filename));
      return new String(utf8(bytes, filename), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | InvalidPathException e) {
      // A report goes without the text of a file that is not there any more.
      return List.of();
    }
  }

  private static byte[] utf8(byte[] bytes, String filename) {
    try {
      return Parser.utf8(bytes, filename);
    } catch (SyntaxFault _) {
      return bytes; // a file whose encoding is wrong is shown as far as it can be read
    }
  }
}
