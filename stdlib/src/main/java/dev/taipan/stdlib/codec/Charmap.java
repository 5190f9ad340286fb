package dev.taipan.stdlib.codec;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.DecodeRun;
import dev.taipan.vm.object.EncodeRun;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;

/** Codecs of one byte a character, by a table or any mapping. */
final class Charmap {
  /** What stands in a table for "no character". */
  static final int UNDEFINED = 0xFFFE;

  private static final String UNKNOWN = "character maps to <undefined>";

  private Charmap() {}

  static long decode(ThreadState ts, byte[] bytes, String errors, long mapping) {
    if (mapping == Word.NONE) {
      return TextCodecs.decode(ts, bytes, TextCodecs.Codec.LATIN_1, errors, true).text();
    }
    DecodeRun run = new DecodeRun(ts, bytes, "charmap", errors);
    boolean table = Strs.isStr(ts, mapping);
    int i = 0;
    while (i < run.size()) {
      boolean known = table ? fromTable(run, mapping, run.at(i)) : fromMapping(ts, run, mapping, i);
      i = known ? i + 1 : run.fault(i, i + 1, UNKNOWN);
    }
    return run.text();
  }

  private static boolean fromTable(DecodeRun run, long table, int b) {
    int c = b < Strs.length(table) ? Strs.charAt(table, b) : UNDEFINED;
    if (c == UNDEFINED) {
      return false;
    }
    run.add(c);
    return true;
  }

  /** What a mapping holds for a number; None where it holds nothing. */
  private static long find(ThreadState ts, long mapping, int key) {
    try {
      return Subscript.get(ts, mapping, Word.boxInt(key));
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.LookupError);
      return Word.NONE;
    }
  }

  private static boolean fromMapping(ThreadState ts, DecodeRun run, long mapping, int index) {
    long found = find(ts, mapping, run.at(index));
    if (found == Word.NONE) {
      return false;
    }
    if (Strs.isStr(ts, found)) {
      if (Strs.length(found) == 1 && Strs.charAt(found, 0) == UNDEFINED) {
        return false;
      }
      for (int i = 0; i < Strs.length(found); i++) {
        run.add(Strs.charAt(found, i));
      }
      return true;
    }
    if (!Ints.isInt(ts, found)) {
      throw Errors.typeError(ts, "character mapping must return integer, None or str");
    }
    long c = Ints.fitsLong(found) ? Ints.toLong(found) : -1;
    if (c == UNDEFINED) {
      return false;
    }
    if (c < 0 || c > Character.MAX_CODE_POINT) {
      throw Errors.typeError(ts, "character mapping must be in range(0x110000)");
    }
    run.add((int) c);
    return true;
  }

  static byte[] encode(ThreadState ts, long str, String errors, long mapping) {
    if (mapping == Word.NONE) {
      return TextCodecs.encode(ts, str, TextCodecs.Codec.LATIN_1, errors);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(Strs.length(str));
    Object host = Hosts.orNull(ts, mapping);
    EncodeRun.Form form =
        host instanceof EncodingMap map ? new Table(map, out) : new Mapped(ts, mapping, out);
    new EncodeRun(ts, str, "charmap", errors, form, out).run();
    return out.toByteArray();
  }

  /** A table made by {@code charmap_build}. */
  private record Table(EncodingMap map, ByteArrayOutputStream out) implements EncodeRun.Form {
    @Override
    public boolean put(int c) {
      int b = map.get(c);
      if (b >= 0) {
        out.write(b);
      }
      return b >= 0;
    }

    @Override
    public boolean encodable(int c) {
      return map.get(c) >= 0;
    }

    @Override
    public boolean raw(int c, String errors) {
      return escaped(c, errors, out);
    }

    @Override
    public String reason(int c) {
      return UNKNOWN;
    }
  }

  /** Any mapping from numbers to numbers or bytes. */
  private record Mapped(ThreadState ts, long mapping, ByteArrayOutputStream out)
      implements EncodeRun.Form {
    @Override
    public boolean put(int c) {
      byte[] bytes = get(c);
      if (bytes != null) {
        out.writeBytes(bytes);
      }
      return bytes != null;
    }

    private byte[] get(int c) {
      long found = find(ts, mapping, c);
      if (found == Word.NONE) {
        return null;
      }
      if (Ints.isInt(ts, found)) {
        long b = Ints.fitsLong(found) ? Ints.toLong(found) : -1;
        if (b < 0 || b > 255) {
          throw Errors.typeError(ts, "character mapping must be in range(256)");
        }
        return new byte[] {(byte) b};
      }
      byte[] bytes = Buffers.ofBytesOrByteArray(ts, found);
      if (bytes == null) {
        throw Errors.typeError(
            ts,
            "character mapping must return integer, bytes or None, not %s",
            ts.runtime().typeOf(found).name());
      }
      return bytes;
    }

    @Override
    public boolean encodable(int c) {
      return get(c) != null;
    }

    @Override
    public boolean raw(int c, String errors) {
      return escaped(c, errors, out);
    }

    @Override
    public String reason(int c) {
      return UNKNOWN;
    }
  }

  private static boolean escaped(int c, String errors, ByteArrayOutputStream out) {
    if (!errors.equals("surrogateescape") || c < 0xDC80 || c > 0xDCFF) {
      return false;
    }
    out.write(c - 0xDC00);
    return true;
  }
}
