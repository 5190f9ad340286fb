package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.CodeImage;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The library's compiled code, one file that the build makes beside the jars.
 *
 * <pre>
 *  +0 "TPLC"  +4 format  +8 checksum of all that follows up to the first image
 *  +12 count  +16 stamp (64)  +24 count * entry, ascending by hash
 *  entry := hash of the path, place, length, checksum of the image (32 bits each)
 * </pre>
 *
 * The stamp stands for the jars: code of other sources, of another compiler or instruction set is
 * not taken. A file that has no image (length 0) is compiled from its source. Each image is read
 * when it is wanted and held against its checksum; a file that is missing, stale or damaged costs
 * time and changes nothing else.
 */
final class LibraryCode {
  static final int MAGIC = 'T' | 'P' << 8 | 'L' << 16 | 'C' << 24;
  static final int FORMAT = 2;
  static final int HEADER = 24;
  static final int SUMMED = 12;
  static final int ENTRY = 16;

  private static final LibraryCode INSTALLED = open(System.getProperty("taipan.code"));

  private final File file;
  private final byte[] index;
  private final int count;

  private LibraryCode(File file, byte[] index, int count) {
    this.file = file;
    this.index = index;
    this.count = count;
  }

  /** The file of this installation; null where there is none that can be used. */
  static LibraryCode installed() {
    return INSTALLED;
  }

  /** A file of that name, null if it is missing, stale or damaged. */
  static LibraryCode open(String name) {
    if (name == null) {
      return null;
    }
    File file = new File(name);
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      byte[] header = new byte[HEADER];
      in.readFully(header);
      int count = word(header, 12);
      if (word(header, 0) != MAGIC
          || word(header, 4) != FORMAT
          || count < 0
          || count > in.length() / ENTRY
          || wide(header, 16) != stamp(file.getParentFile())) {
        return null;
      }
      byte[] index = Arrays.copyOf(header, HEADER + count * ENTRY);
      in.readFully(index, HEADER, count * ENTRY);
      CRC32 sum = new CRC32();
      sum.update(index, SUMMED, index.length - SUMMED);
      return word(header, 8) == (int) sum.getValue() ? new LibraryCode(file, index, count) : null;
    } catch (IOException missing) {
      return null;
    }
  }

  /** What the file was made with. */
  long stamp() {
    return wide(index, 16);
  }

  /** Stands for the sources and the compiler: the jars beside the file, by size and time. */
  static long stamp(File folder) {
    CRC32 sum = new CRC32();
    for (String below : new String[] {"lib", "python"}) {
      File[] jars = new File(folder, below).listFiles();
      if (jars != null) {
        Arrays.sort(jars);
        for (File jar : jars) {
          sum.update(jar.getName().getBytes(StandardCharsets.UTF_8));
          add(sum, jar.length());
          add(sum, jar.lastModified());
        }
      }
    }
    byte[] magic = Magic.number();
    return sum.getValue() | (long) (magic[0] & 0xFF | (magic[1] & 0xFF) << 8) << 32;
  }

  private static void add(CRC32 sum, long value) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      sum.update((int) (value >>> shift) & 0xFF);
    }
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  private static long wide(byte[] bytes, int at) {
    return word(bytes, at) & 0xFFFF_FFFFL | (long) word(bytes, at + 4) << 32;
  }

  /** Where the entry of a path stands in the index, -1 without one. */
  private int find(String path) {
    int wanted = path.hashCode();
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = HEADER + middle * ENTRY;
      int hash = word(index, at);
      if (hash == wanted) {
        return at;
      }
      if (hash < wanted) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /**
   * Whether the library may have a source of that path, relative to its folder: no is certain, yes
   * is so for all paths of the library.
   */
  boolean has(String path) {
    return find(path) >= 0;
  }

  /**
   * The code of a source.
   *
   * @param filename what the code says it comes from
   * @return null if it is not in here or damaged
   */
  CodeImage read(String path, String filename) {
    int at = find(path);
    int length = at < 0 ? 0 : word(index, at + 8);
    if (length == 0) {
      return null;
    }
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[length];
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      in.seek(word(index, at + 4) & 0xFFFF_FFFFL);
      in.readFully(bytes);
    } catch (IOException removed) {
      return null;
    }
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    boolean fits =
        (int) sum.getValue() == word(index, at + 12)
            && length > name.length
            && Arrays.equals(bytes, 0, name.length, name, 0, name.length)
            && bytes[name.length] == 0;
    byte[] image = Arrays.copyOfRange(bytes, name.length + 1, length);
    return fits ? new CodeImage(image, filename) : null;
  }
}
