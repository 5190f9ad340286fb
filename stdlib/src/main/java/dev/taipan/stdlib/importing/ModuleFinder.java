package dev.taipan.stdlib.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks for a module's source: folders on disk, and the library's own folder, which is not on disk
 * but in jars. A module of ours replaces the one of the same name in the library.
 */
final class ModuleFinder {
  private final String libraryPath;

  ModuleFinder(String libraryPath) {
    this.libraryPath = libraryPath;
  }

  /** The source of a module in a folder of a search path, or null. */
  ModuleSource find(String folder, String fullName) {
    String last = fullName.substring(fullName.lastIndexOf('.') + 1);
    if (folder.equals(libraryPath) || folder.startsWith(libraryPath + "/")) {
      String inside = folder.substring(libraryPath.length());
      String prefix = inside.isEmpty() ? "" : inside.substring(1) + "/";
      return inLibrary(fullName, prefix + last);
    }
    return onDisk(fullName, folder(folder).resolve(last));
  }

  /** An absolute path; relative ones mean the folder where the process is now. */
  private static Path folder(String folder) {
    Path path = Path.of(folder);
    return path.isAbsolute() ? path : CurrentFolder.path().resolve(path).normalize();
  }

  /** A module's source below {@code importlib} that stands behind a name of its own. */
  ModuleSource bootstrap(String fullName, String file) {
    byte[] source = LibraryFiles.read(file);
    return new ModuleSource(fullName, libraryPath + "/" + file, source, null, true);
  }

  /** Whether an entry of a search path is a folder, so that no hook has a say. */
  boolean isPlain(String entry) {
    if (entry.equals(libraryPath) || entry.startsWith(libraryPath + "/")) {
      return true;
    }
    Path path = folder(entry);
    if (Files.isDirectory(path)) {
      return true;
    }
    for (Path up = path; up != null; up = up.getParent()) {
      if (Files.isRegularFile(up)) {
        return false;
      }
    }
    return true;
  }

  private static ModuleSource onDisk(String fullName, Path module) {
    Path init = module.resolve("__init__.py");
    Path file = module.resolveSibling(module.getFileName() + ".py");
    try {
      if (Files.isRegularFile(init)) {
        byte[] source = Files.readAllBytes(init);
        return new ModuleSource(fullName, init.toString(), source, module.toString(), false);
      }
      if (Files.isRegularFile(file)) {
        byte[] source = Files.readAllBytes(file);
        return new ModuleSource(fullName, file.toString(), source, null, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Files.isDirectory(module)
        ? new ModuleSource(fullName, null, null, module.toString(), false)
        : null;
  }

  private ModuleSource inLibrary(String fullName, String module) {
    String init = module + "/__init__.py";
    boolean ours = LibraryFiles.isOurs(module + ".py");
    byte[] source = ours ? null : LibraryFiles.read(init);
    if (source != null) {
      String path = libraryPath + "/" + module;
      return new ModuleSource(fullName, libraryPath + "/" + init, source, path, true);
    }
    source = LibraryFiles.read(module + ".py");
    return source == null
        ? null
        : new ModuleSource(fullName, libraryPath + "/" + module + ".py", source, null, true);
  }
}
