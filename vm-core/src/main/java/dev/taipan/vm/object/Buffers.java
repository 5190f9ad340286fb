package dev.taipan.vm.object;

import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of bytes-like objects, as a copy at one moment: later changes by other threads do not
 * disturb who works with them.
 */
public final class Buffers {
  /** {@code inspect.BufferFlags.FULL_RO}: what readers ask {@code __buffer__} for. */
  static final int FULL_READ_ONLY = 284;

  private Buffers() {}

  /** The bytes of a bytes or bytearray (subclasses included); null for anything else. */
  public static byte[] ofBytesOrByteArray(ThreadState ts, long word) {
    return switch (ts.runtime().kindOf(word)) {
      case BYTES -> BytesLayout.toArray(word);
      case BYTEARRAY -> ByteArrays.snapshot(ts, word);
      default -> null;
    };
  }

  /** The bytes of any object with the buffer protocol; null for anything else. */
  public static byte[] orNull(ThreadState ts, long word) {
    byte[] bytes = ofBytesOrByteArray(ts, word);
    if (bytes != null) {
      return bytes;
    }
    return Hosts.orNull(ts, word) instanceof ByteSource source ? source.toByteArray(ts) : null;
  }

  /** How many bytes a bytes-like object has now. */
  static int length(ThreadState ts, long word) {
    return switch (ts.runtime().kindOf(word)) {
      case BYTES -> BytesLayout.length(word);
      case BYTEARRAY -> ByteArrays.length(word);
      default -> ((ByteSource) Hosts.orNull(ts, word)).byteLength(ts);
    };
  }

  /** Fills the target from an index on; false if the bytes are not all there. */
  static boolean read(ThreadState ts, long word, long at, byte[] target) {
    return switch (ts.runtime().kindOf(word)) {
      case BYTES -> {
        boolean there = at >= 0 && at + target.length <= BytesLayout.length(word);
        if (there) {
          Memory.copyOut(BytesLayout.data(word) + at, target, 0, target.length);
        }
        yield there;
      }
      case BYTEARRAY -> ByteArrays.read(ts, word, at, target);
      default -> ((ByteSource) Hosts.orNull(ts, word)).readBytes(ts, (int) at, target);
    };
  }

  /** The bytes of an object that has them one after the other; TypeError or BufferError. */
  public static byte[] require(ThreadState ts, long word) {
    if (isStrided(ts, word)) {
      throw Errors.raise(ts, Exc.BufferError, "memoryview: underlying buffer is not C-contiguous");
    }
    byte[] bytes = orNull(ts, word);
    if (bytes == null) {
      throw Errors.typeError(
          ts, "a bytes-like object is required, not '%s'", ts.runtime().typeOf(word).name());
    }
    return bytes;
  }

  private static boolean isStrided(ThreadState ts, long word) {
    return Hosts.orNull(ts, word) instanceof MemoryView view && !view.isContiguous();
  }

  /** As {@link #orNull}, and null for a view whose bytes do not lie one after the other. */
  static byte[] contiguousOrNull(ThreadState ts, long word) {
    return isStrided(ts, word) ? null : orNull(ts, word);
  }

  /** Whether the word is a buffer that can be written to. */
  public static boolean isWritable(ThreadState ts, long word) {
    return ts.runtime().kindOf(word) == Kind.BYTEARRAY
        || Hosts.orNull(ts, word) instanceof ByteTarget target && target.isWritable(ts);
  }

  /** How many bytes a writable buffer has now. */
  public static int writableLength(ThreadState ts, long word) {
    return Hosts.orNull(ts, word) instanceof ByteTarget target
        ? target.byteLength(ts)
        : ByteArrays.length(word);
  }

  /** Overwrites bytes of a writable buffer from an index on, as far as they are there. */
  public static void write(ThreadState ts, long word, int at, byte[] bytes) {
    if (Hosts.orNull(ts, word) instanceof ByteTarget target) {
      target.writeBytes(ts, at, bytes);
    } else {
      ByteArrays.write(ts, word, at, bytes);
    }
  }

  /** Whether {@code bytes} and its kin read the object as a buffer: also if its class shows one. */
  static boolean isShown(ThreadState ts, long word) {
    return isBuffer(ts, word) || ts.runtime().typeOf(word).slot(ts, Slot.BUFFER) != Word.EMPTY;
  }

  public static boolean isBuffer(ThreadState ts, long word) {
    if (!Word.isCell(word)) {
      return false;
    }
    Kind kind = ts.runtime().kindOf(word);
    return kind == Kind.BYTES
        || kind == Kind.BYTEARRAY
        || Hosts.orNull(ts, word) instanceof ByteSource;
  }

  public static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
