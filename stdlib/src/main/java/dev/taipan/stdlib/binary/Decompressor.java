package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An inflater with the framing that the window bits ask for; 47 (32 and more) tells zlib's and
 * gzip's apart by the first byte. Whoever uses one holds its lock.
 */
final class Decompressor {
  /** What came out; a fault in words ends the stream. {@code rest} is input not yet taken. */
  static final class Result {
    private final byte[] bytes;
    private final byte[] rest;
    private final String fault;

    Result(byte[] bytes, byte[] rest, String fault) {
      this.bytes = bytes;
      this.rest = rest;
      this.fault = fault;
    }

    byte[] bytes() {
      return bytes;
    }

    byte[] rest() {
      return rest;
    }

    String fault() {
      return fault;
    }
  }

  private static final byte[] NOTHING = new byte[0];

  private enum Framing {
    PLAIN,
    GZIP,
    EITHER
  }

  private final byte[] dictionary;
  private final boolean raw;
  private final Framing asked;

  /** The window bits that a zlib head may name at most; 15 where nothing was said. */
  private final int window;

  private final StreamHistory history = new StreamHistory();
  private Framing framing;
  private Inflater inflater;
  private GzipHead head = new GzipHead();
  private CRC32 crc;
  private long total;
  private byte[] tail = NOTHING;
  private boolean finished;
  private boolean headSeen;
  private byte[] unused = NOTHING;

  private Decompressor(Framing framing, boolean raw, int window, byte[] dictionary) {
    this.window = window;
    this.framing = framing;
    this.asked = framing;
    this.raw = raw;
    this.dictionary = dictionary;
  }

  static Decompressor create(ThreadState ts, int wbits, byte[] dictionary) {
    boolean raw = wbits <= -8 && wbits >= -15;
    Framing framing =
        wbits >= 40 && wbits <= 47 || wbits == 32
            ? Framing.EITHER
            : wbits >= 24 && wbits <= 31 || wbits == 16 ? Framing.GZIP : Framing.PLAIN;
    boolean plain = raw || wbits == 0 || wbits >= 8 && wbits <= 15;
    if (framing == Framing.PLAIN && !plain) {
      throw Errors.valueError(ts, "Invalid initialization option");
    }
    int window = !raw && wbits >= 8 && wbits < 15 ? wbits : 15;
    Decompressor made = new Decompressor(framing, raw, window, dictionary);
    made.begin();
    return made;
  }

  private void begin() {
    inflater = new Inflater(raw || framing == Framing.GZIP);
    crc = framing == Framing.GZIP ? new CRC32() : null;
    if (raw && dictionary != null) {
      inflater.setDictionary(dictionary);
    }
  }

  boolean isCopyable() {
    return !history.isForgotten();
  }

  /** Another one in the same state. */
  Decompressor copy() {
    Decompressor made = new Decompressor(asked, raw, window, dictionary);
    made.begin();
    for (StreamHistory.Step step : history.steps()) {
      made.add(step.bytes().get(), step.number());
    }
    return made;
  }

  boolean isFinished() {
    return finished;
  }

  /** What came after the end of the stream. */
  byte[] unused() {
    return unused;
  }

  /** Takes input and gives at most so many bytes of output. */
  Result add(byte[] input, int most) {
    history.add(input, most);
    if (finished) {
      unused = ZlibWork.join(unused, input);
      return new Result(NOTHING, NOTHING, null);
    }
    byte[] bytes = input;
    if (framing == Framing.EITHER && bytes.length > 0) {
      framing = bytes[0] == 31 ? Framing.GZIP : Framing.PLAIN;
      inflater.end();
      begin();
    }
    if (framing == Framing.GZIP && !head.isDone()) {
      int taken = head.take(bytes);
      if (head.fault() != null) {
        return new Result(NOTHING, NOTHING, head.fault());
      }
      bytes = ZlibWork.from(bytes, taken);
      if (!head.isDone()) {
        return new Result(NOTHING, NOTHING, null);
      }
    }
    if (window < 15 && !headSeen && bytes.length > 0) {
      headSeen = true;
      if ((bytes[0] & 0xF) == 8 && (bytes[0] >> 4 & 0xF) + 8 > window) {
        return new Result(NOTHING, NOTHING, "invalid window size");
      }
    }
    return inflate(bytes, most);
  }

  private Result inflate(byte[] bytes, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (inflater.finished()) { // only the end of a gzip frame is missing
        return new Result(NOTHING, NOTHING, end(bytes));
      }
      inflater.setInput(bytes);
      drain(out, most);
    } catch (DataFormatException e) {
      return new Result(out.toByteArray(), NOTHING, fault(e));
    }
    byte[] rest = ZlibWork.from(bytes, bytes.length - inflater.getRemaining());
    if (!inflater.finished()) {
      boolean lost = inflater.needsDictionary();
      return new Result(out.toByteArray(), rest, lost ? "need dictionary" : null);
    }
    return new Result(out.toByteArray(), NOTHING, end(rest));
  }

  private static String fault(DataFormatException e) {
    return e.getMessage() == null ? "invalid data" : e.getMessage();
  }

  private void drain(ByteArrayOutputStream out, int most) throws DataFormatException {
    byte[] buffer = new byte[1 << 13];
    while (!inflater.finished() && out.size() < most) {
      int count = inflater.inflate(buffer, 0, Math.min(buffer.length, most - out.size()));
      if (count == 0 && inflater.needsDictionary() && dictionary != null) {
        try {
          inflater.setDictionary(dictionary);
        } catch (IllegalArgumentException e) {
          throw new DataFormatException("incorrect dictionary");
        }
        continue;
      }
      if (count == 0) {
        return;
      }
      out.write(buffer, 0, count);
      total += count;
      if (crc != null) {
        crc.update(buffer, 0, count);
      }
    }
  }

  /** The stream itself has ended; a gzip frame has eight more bytes. */
  private String end(byte[] rest) {
    if (crc == null) {
      finished = true;
      unused = rest;
      return null;
    }
    byte[] bytes = ZlibWork.join(tail, rest);
    tail = bytes;
    if (bytes.length < 8) {
      return null;
    }
    finished = true;
    unused = ZlibWork.from(bytes, 8);
    if (littleEndian(bytes, 0) != crc.getValue()) {
      return "incorrect data check";
    }
    return littleEndian(bytes, 4) != (total & 0xFFFFFFFFL) ? "incorrect length check" : null;
  }

  private static long littleEndian(byte[] bytes, int at) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }

  void close() {
    inflater.end();
  }
}
