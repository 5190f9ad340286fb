package dev.taipan.stdlib.importing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks for a module's source: folders on disk, and the library's own folder, which is not on disk
 * but in jars. A module of ours replaces the one of the same name in the library.
 */
final class ModuleFinder {
  private static final String SITE_PACKAGES = "/site-packages";

  private final String libraryPath;

  ModuleFinder(String libraryPath) {
    this.libraryPath = libraryPath;
  }

  /** The source of a module in a folder of a search path, or null. */
  ModuleSource find(String folder, String fullName) {
    if (fullName.indexOf('\0') >= 0) {
      return null; // no file has such a name
    }
    String last = fullName.substring(fullName.lastIndexOf('.') + 1);
    if (isInLibrary(folder)) {
      String inside = folder.substring(libraryPath.length());
      String prefix = inside.isEmpty() ? "" : inside.substring(1) + "/";
      return inLibrary(fullName, prefix + last);
    }
    return onDisk(fullName, folder(folder).resolve(last));
  }

  /** Whether a folder lies in the jars; what is installed beside the library is on disk. */
  private boolean isInLibrary(String folder) {
    if (!folder.startsWith(libraryPath)) {
      return false;
    }
    String inside = folder.substring(libraryPath.length());
    return inside.isEmpty() || inside.startsWith("/") && !inside.startsWith(SITE_PACKAGES);
  }

  /** An absolute path; relative ones mean the folder where the process is now. */
  private static Path folder(String folder) {
    Path path = Path.of(folder);
    return path.isAbsolute() ? path : CurrentFolder.path().resolve(path).normalize();
  }

  /** A module's source below {@code importlib} that stands behind a name of its own. */
  ModuleSource bootstrap(String fullName, String file) {
    return new ModuleSource(fullName, libraryPath + "/" + file, file, null);
  }

  /** Whether an entry of a search path is a folder, so that no hook has a say. */
  boolean isPlain(String entry) {
    if (isInLibrary(entry)) {
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
    if (Files.isRegularFile(init)) {
      return new ModuleSource(fullName, init.toString(), null, module.toString());
    }
    Path file = module.resolveSibling(module.getFileName() + ".py");
    if (Files.isRegularFile(file)) {
      return new ModuleSource(fullName, file.toString(), null, null);
    }
    return Files.isDirectory(module)
        ? new ModuleSource(fullName, null, null, module.toString())
        : null;
  }

  private ModuleSource inLibrary(String fullName, String module) {
    String init = module + "/__init__.py";
    String file = module + ".py";
    if (!LibraryFiles.has(init)) {
      return LibraryFiles.has(file)
          ? new ModuleSource(fullName, libraryPath + "/" + file, file, null)
          : null;
    }
    return new ModuleSource(fullName, libraryPath + "/" + init, init, libraryPath + "/" + module);
  }
}
