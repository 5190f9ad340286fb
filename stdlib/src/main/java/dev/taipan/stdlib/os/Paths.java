package dev.taipan.stdlib.os;

import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Paths as programs give them: str, bytes, objects with {@code __fspath__}, descriptors. */
public final class Paths {
  private Paths() {}

  /**
   * A path argument.
   *
   * @param word what names the file in errors
   * @param bytes the name; null for a descriptor
   * @param fd the descriptor, -1 for a name
   * @param asBytes whether results that are names shall be bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Name(long word, byte[] bytes, int fd, boolean asBytes) {}

  /** {@code os.fspath}. */
  public static long fspath(ThreadState ts, long path) {
    if (Strs.isStr(ts, path) || ts.runtime().kindOf(path) == Kind.BYTES) {
      return path;
    }
    long type = ts.runtime().typeOf(path).cell();
    long method = Attributes.findQuietly(ts, type, ts.runtime().intern(ts, "__fspath__"));
    if (method == 0L || method == Word.NONE) {
      throw Errors.typeError(
          ts,
          "expected str, bytes or os.PathLike object, not %s",
          ts.runtime().typeOf(path).name());
    }
    long result = Calls.call1(ts, method, path);
    if (!Strs.isStr(ts, result) && ts.runtime().kindOf(result) != Kind.BYTES) {
      throw Errors.typeError(
          ts,
          "expected %s.__fspath__() to return str or bytes, not %s",
          ts.runtime().typeOf(path).name(),
          ts.runtime().typeOf(result).name());
    }
    return result;
  }

  /** The bytes of a str or bytes that names a file. */
  public static byte[] bytes(ThreadState ts, long name) {
    byte[] bytes =
        Strs.isStr(ts, name)
            ? TextCodecs.encode(ts, name, TextCodecs.Codec.UTF_8, "surrogateescape")
            : BytesLayout.toArray(name);
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError(ts, "embedded null byte");
      }
    }
    return bytes;
  }

  /** A path argument that must be a name. */
  public static Name name(ThreadState ts, long path, String function, String parameter) {
    return parse(ts, path, function, parameter, false, false);
  }

  /** A path argument that may be a descriptor; None stands for the current folder if allowed. */
  public static Name parse(
      ThreadState ts, long path, String function, String parameter, boolean fd, boolean none) {
    if (none && path == Word.NONE) {
      return new Name(Word.NONE, new byte[] {'.'}, -1, false);
    }
    if (Strs.isStr(ts, path) || ts.runtime().kindOf(path) == Kind.BYTES) {
      return named(ts, path, path, function, parameter);
    }
    if (fd && (Ints.isInt(ts, path) || Numbers.hasIndex(ts, path))) {
      return new Name(path, null, Numbers.asJavaInt(ts, path), false);
    }
    long type = ts.runtime().typeOf(path).cell();
    long method = Attributes.findQuietly(ts, type, ts.runtime().intern(ts, "__fspath__"));
    if (method == 0L || method == Word.NONE) {
      String wanted =
          fd
              ? (none
                  ? "string, bytes, os.PathLike, integer or None"
                  : "string, bytes, os.PathLike or integer")
              : none ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike";
      throw Errors.typeError(
          ts,
          "%s: %s should be %s, not %s",
          function,
          parameter,
          wanted,
          ts.runtime().typeOf(path).name());
    }
    return named(ts, path, fspath(ts, path), function, parameter);
  }

  private static Name named(
      ThreadState ts, long word, long name, String function, String parameter) {
    boolean text = Strs.isStr(ts, name);
    byte[] bytes =
        text
            ? TextCodecs.encode(ts, name, TextCodecs.Codec.UTF_8, "surrogateescape")
            : Buffers.require(ts, name);
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError(ts, "%s: embedded null character in %s", function, parameter);
      }
    }
    return new Name(word, bytes, -1, !text);
  }

  /** A name that the system gave, as the kind that the program uses. */
  public static long result(ThreadState ts, byte[] name, boolean asBytes) {
    return asBytes ? ByteStrings.of(ts, name) : text(ts, name);
  }

  /** A name that the system gave, as a str. */
  public static long text(ThreadState ts, byte[] name) {
    return TextCodecs.decode(ts, name, TextCodecs.Codec.UTF_8, "surrogateescape", true).text();
  }
}
