package dev.taipan.stdlib.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's files: ours first, then those of the library's jar. Paths are relative to the
 * library's folder, with slashes. The jar's own list of files says what its folders hold.
 */
final class LibraryFiles {
  private static final String FOLDER = "META-INF/resources/libpython/";
  private static final String LIST = "META-INF/resources/libpython.files";
  private static final String OURS = "/dev/taipan/stdlib/python/";

  private LibraryFiles() {}

  /** From folder to names, read once: the jar does not change under a running program. */
  private static final class Listing {
    static final Map<String, Set<String>> FOLDERS = read();

    private static Map<String, Set<String>> read() {
      Map<String, Set<String>> folders = new TreeMap<>();
      byte[] list = LibraryFiles.read(ClassLoader.getSystemResourceAsStream(LIST));
      if (list == null) {
        return folders;
      }
      for (String line : new String(list, StandardCharsets.UTF_8).split("\n", -1)) {
        String path = line.split(" = ", -1)[0].trim();
        if (path.startsWith(FOLDER)) {
          add(folders, path.substring(FOLDER.length()));
        }
      }
      return folders;
    }

    private static void add(Map<String, Set<String>> folders, String path) {
      int slash = path.lastIndexOf('/');
      String folder = slash < 0 ? "" : path.substring(0, slash);
      String name = path.substring(slash + 1);
      boolean fresh = !folders.containsKey(folder);
      folders.computeIfAbsent(folder, _ -> new TreeSet<>()).add(name);
      if (fresh && !folder.isEmpty()) {
        add(folders, folder);
      }
    }
  }

  /** The bytes of a file, null without one. */
  static byte[] read(String path) {
    byte[] own = read(LibraryFiles.class.getResourceAsStream(OURS + path));
    return own != null ? own : read(ClassLoader.getSystemResourceAsStream(FOLDER + path));
  }

  /** Whether there is a source of that path. The build's list spares looking into the jars. */
  static boolean has(String path) {
    LibraryCode compiled = LibraryCode.installed();
    return compiled != null ? compiled.has(path) : exists(path);
  }

  private static boolean exists(String path) {
    int slash = path.lastIndexOf('/');
    Set<String> names = Listing.FOLDERS.get(slash < 0 ? "" : path.substring(0, slash));
    return names != null && names.contains(path.substring(slash + 1))
        || LibraryFiles.class.getResource(OURS + path) != null;
  }

  /** The paths of the jar's sources, and of ours. */
  static Set<String> sources() throws IOException {
    Set<String> all = new TreeSet<>(ours());
    Listing.FOLDERS.forEach(
        (folder, names) ->
            names.stream()
                .filter(name -> name.endsWith(".py"))
                .forEach(name -> all.add(folder.isEmpty() ? name : folder + "/" + name)));
    return all;
  }

  /** Our sources: those of this module's jar, or of its folder when it is no module. */
  private static Set<String> ours() throws IOException {
    String folder = OURS.substring(1);
    Module module = LibraryFiles.class.getModule();
    if (!module.isNamed()) {
      try (Stream<Path> files =
          Files.list(Path.of(LibraryFiles.class.getResource(OURS).getPath()))) {
        return sourcesOf(files.map(file -> file.getFileName().toString()));
      }
    }
    ModuleReference reference =
        module.getLayer().configuration().findModule(module.getName()).orElseThrow().reference();
    try (ModuleReader reader = reference.open();
        Stream<String> names = reader.list()) {
      return sourcesOf(
          names
              .filter(name -> name.startsWith(folder))
              .map(name -> name.substring(folder.length())));
    }
  }

  private static Set<String> sourcesOf(Stream<String> names) {
    return names.filter(name -> name.endsWith(".py")).collect(Collectors.toSet());
  }

  static boolean isFolder(String path) {
    return Listing.FOLDERS.containsKey(path);
  }

  /** The names in a folder, null where there is none. */
  static Set<String> list(String path) {
    return Listing.FOLDERS.get(path);
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
