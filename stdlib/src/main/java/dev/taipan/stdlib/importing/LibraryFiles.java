package dev.taipan.stdlib.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** Whether a file is one of ours, which go before those of the jar. */
  static boolean isOurs(String path) {
    return LibraryFiles.class.getResource(OURS + path) != null;
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
