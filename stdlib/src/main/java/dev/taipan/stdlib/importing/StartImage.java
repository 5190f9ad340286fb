package dev.taipan.stdlib.importing;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/**
 * The file that holds what the modules of every start are after their code has run: {@code
 * start.modules}, beside the library's compiled code.
 *
 * <pre>
 *  +0 "TPSM"  +4 format  +8 checksum of all that follows
 *  +12 stamp (64): the one of the library's compiled code
 *  +20 length and bytes of the library's folder, then the image ({@link StartWriter})
 * </pre>
 *
 * A file that is missing, of another build, of another place or damaged is passed over: the modules
 * are executed then.
 */
final class StartImage {
  private static final int MAGIC = 'T' | 'P' << 8 | 'S' << 16 | 'M' << 24;
  private static final int FORMAT = 3;
  private static final int CHECKSUM = 8;
  private static final int SUMMED = 12;
  private static final int PLACE = 20;

  private StartImage() {}

  /** Where the image of this installation is; null where none can be. */
  static File file() {
    String code = System.getProperty("taipan.code");
    return code == null ? null : new File(new File(code).getParentFile(), "start.modules");
  }

  /** The image, null if it is missing or does not fit. */
  static byte[] read(File file, long stamp) {
    byte[] all;
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      all = new byte[(int) in.length()];
      in.readFully(all);
    } catch (IOException missing) {
      return null;
    }
    if (all.length < PLACE + Integer.BYTES) {
      return null;
    }
    ByteBuffer words = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    if (words.getInt(0) != MAGIC
        || words.getInt(Integer.BYTES) != FORMAT
        || words.getInt(CHECKSUM) != sum(all)
        || words.getLong(SUMMED) != stamp) {
      return null;
    }
    byte[] place = place();
    int start = PLACE + Integer.BYTES + place.length;
    boolean here =
        words.getInt(PLACE) == place.length
            && java.util.Arrays.equals(all, start - place.length, start, place, 0, place.length);
    return here ? java.util.Arrays.copyOfRange(all, start, all.length) : null;
  }

  /** Paths that modules have computed begin with it. */
  private static byte[] place() {
    return Importer.LIBRARY_PATH.getBytes(StandardCharsets.UTF_8);
  }

  private static int sum(byte[] all) {
    CRC32 sum = new CRC32();
    sum.update(all, SUMMED, all.length - SUMMED);
    return (int) sum.getValue();
  }

  /** Writes an image to its file. */
  static void write(Path file, long stamp, byte[] image) throws IOException {
    byte[] place = place();
    ByteBuffer out =
        ByteBuffer.allocate(PLACE + Integer.BYTES + place.length + image.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(FORMAT).putInt(0).putLong(stamp).putInt(place.length);
    out.put(place).put(image);
    out.putInt(CHECKSUM, sum(out.array()));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, out.array());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
