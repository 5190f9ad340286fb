package dev.taipan.stdlib.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks for a module's source: folders on disk, and the library's own folder, which is not on disk
 * but in jars. A module of ours replaces the one of the same name in the library.
 */
final class ModuleFinder {
  /** The library's jar carries the sources under this folder. */
  private static final String JAR_FOLDER = "META-INF/resources/libpython/";

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
    Path base = Path.of(folder.isEmpty() ? "." : folder).toAbsolutePath().normalize();
    return onDisk(fullName, base.resolve(last));
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
    byte[] own = read(ModuleFinder.class.getResourceAsStream(ours(module + ".py")));
    if (own != null) {
      return new ModuleSource(fullName, libraryPath + "/" + module + ".py", own, null, true);
    }
    String init = module + "/__init__.py";
    byte[] source = read(ClassLoader.getSystemResourceAsStream(JAR_FOLDER + init));
    if (source != null) {
      String path = libraryPath + "/" + module;
      return new ModuleSource(fullName, libraryPath + "/" + init, source, path, true);
    }
    source = read(ClassLoader.getSystemResourceAsStream(JAR_FOLDER + module + ".py"));
    return source == null
        ? null
        : new ModuleSource(fullName, libraryPath + "/" + module + ".py", source, null, true);
  }

  private static String ours(String file) {
    return "/dev/taipan/stdlib/python/" + file;
  }

  private static byte[] read(InputStream stream) {
    if (stream == null) {
      return null;
    }
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
