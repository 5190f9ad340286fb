package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.os.FolderChanges;
import java.nio.file.Path;

/**
 * The folder where the process is. The JDK knows the one of the start only; asking the system costs
 * linking, so that is done only in programs that have changed it.
 */
final class CurrentFolder {
  private CurrentFolder() {}

  static Path path() {
    return FolderChanges.any() ? Path.of(FolderChanges.current()) : Path.of("").toAbsolutePath();
  }
}
