package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A deflater with the framing that the window bits ask for: zlib's (9 to 15), none (-15 to -9) or
 * gzip's (25 to 31), which is put around a bare stream here. Whoever uses one holds its lock.
 */
final class Compressor {
  static final int FINISH = 4;

  private static final byte[] GZIP_HEAD = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 3};

  private static final int NO_FLUSH = 0;
  private static final int FULL_WINDOW = 1 << 15;
  private static final byte[] NOTHING = new byte[0];

  private final Settings settings;
  private final Deflater deflater;
  private final CRC32 crc;
  private final StreamHistory history = new StreamHistory();
  private boolean headWritten;
  private boolean windowTold;
  private int inWindow;
  private long total;
  private boolean finished;

  /** What a compressor was made with. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Settings(int level, int wbits, int strategy, byte[] dictionary) {
    boolean gzip() {
      return wbits >= 25 && wbits <= 31;
    }

    boolean raw() {
      return wbits <= -9 && wbits >= -15;
    }

    /** How far back the stream may refer: the JDK's goes the whole way. */
    int window() {
      return 1 << (gzip() ? wbits - 16 : Math.abs(wbits));
    }
  }

  private Compressor(Settings settings) {
    this.settings = settings;
    this.crc = settings.gzip() ? new CRC32() : null;
    deflater = new Deflater(settings.level(), settings.gzip() || settings.raw());
    if (settings.strategy() <= Deflater.HUFFMAN_ONLY) {
      deflater.setStrategy(settings.strategy());
    }
    if (settings.dictionary() != null) {
      deflater.setDictionary(settings.dictionary());
    }
  }

  /** Whether the window bits stand for a framing. */
  static boolean knows(int wbits) {
    return wbits >= 25 && wbits <= 31 || wbits <= -9 && wbits >= -15 || wbits >= 9 && wbits <= 15;
  }

  static Compressor create(ThreadState ts, int level, int wbits, int strategy, byte[] dictionary) {
    if (!knows(wbits) || level < -1 || level > 9 || strategy < 0 || strategy > 4) {
      throw level < -1 || level > 9
          ? ZlibModule.ERROR.raise(ts, "Bad compression level")
          : Errors.valueError(ts, "Invalid initialization option");
    }
    return new Compressor(new Settings(level, wbits, strategy, dictionary));
  }

  boolean isCopyable() {
    return !history.isForgotten();
  }

  /** Another one in the same state. */
  Compressor copy() {
    Compressor made = new Compressor(settings);
    for (StreamHistory.Step step : history.steps()) {
      if (step.number() == NO_FLUSH) {
        made.add(step.bytes().get());
      } else {
        made.flush(step.number());
      }
    }
    return made;
  }

  boolean isFinished() {
    return finished;
  }

  byte[] add(byte[] bytes) {
    history.add(bytes, NO_FLUSH);
    ByteArrayOutputStream out = head();
    if (crc != null) {
      crc.update(bytes);
    }
    total += bytes.length;
    if (settings.window() == FULL_WINDOW) {
      deflater.setInput(bytes);
      drain(out, Deflater.NO_FLUSH);
    } else {
      addInPieces(bytes, out);
    }
    return out.toByteArray();
  }

  /** A full flush forgets what came before, so nothing in a piece refers behind its window. */
  private void addInPieces(byte[] bytes, ByteArrayOutputStream out) {
    for (int i = 0; i < bytes.length; ) {
      int length = Math.min(bytes.length - i, settings.window() - inWindow);
      deflater.setInput(bytes, i, length);
      drain(out, Deflater.NO_FLUSH);
      i += length;
      inWindow += length;
      if (inWindow == settings.window()) {
        drain(out, Deflater.FULL_FLUSH);
        inWindow = 0;
      }
    }
  }

  private ByteArrayOutputStream head() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (crc != null && !headWritten) {
      out.writeBytes(GZIP_HEAD);
    }
    headWritten = true;
    return out;
  }

  private void drain(ByteArrayOutputStream out, int flush) {
    byte[] buffer = new byte[1 << 13];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, flush);
      if (count > 1 && !windowTold) {
        windowTold = true;
        tellWindow(buffer);
      }
      out.write(buffer, 0, count);
    } while (count == buffer.length || flush == Deflater.NO_FLUSH && count > 0);
  }

  /** zlib's head names the window; it comes whole with the first bytes. */
  private void tellWindow(byte[] head) {
    if (settings.gzip() || settings.raw() || settings.window() == FULL_WINDOW) {
      return;
    }
    head[0] = (byte) (settings.wbits() - 8 << 4 | 8);
    int flags = head[1] & 0xE0;
    int rest = ((head[0] & 0xFF) << 8 | flags) % 31;
    head[1] = (byte) (flags | (31 - rest) % 31);
  }

  byte[] flush(int mode) {
    history.add(NOTHING, mode);
    ByteArrayOutputStream out = head();
    if (mode != FINISH) {
      drain(out, mode == 3 ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
      return out.toByteArray();
    }
    deflater.finish();
    drain(out, Deflater.NO_FLUSH);
    if (crc != null) {
      littleEndian(out, crc.getValue());
      littleEndian(out, total);
    }
    finished = true;
    return out.toByteArray();
  }

  private static void littleEndian(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }

  void close() {
    deflater.end();
  }
}
