package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** From the arguments of a text file to its decoder and encoder. */
final class TextSetup {
  private TextSetup() {}

  static void start(
      ThreadState ts, TextFile file, long buffer, long encoding, long errors, long newline) {
    if (encoding == Word.NONE) {
      StandardLibrary.of(ts).textDefaults().warn(ts, 1);
    }
    String name = encodingName(ts, encoding);
    String policy = text(ts, errors, "errors", "strict");
    String ends = newline(ts, newline);
    make(ts, file, buffer, name, policy, ends);
  }

  /** The same for one of the process's own files, which goes one way. */
  static void startStandard(
      ThreadState ts, TextFile file, long buffer, String encoding, String errors, boolean reads) {
    CodecRegistry.requireUtf8(ts, encoding);
    CodecRegistry.requireUtf8(ts, errors);
    begin(ts, file, encoding, errors, reads ? null : "\n");
    if (reads) {
      file.decoder = Decoding.create(ts, encoding, errors, file.lines);
    } else {
      file.encoder = Encoding.create(ts, encoding, errors);
      skipMark(ts, file, buffer, encoding);
    }
  }

  static String encodingName(ThreadState ts, long encoding) {
    String usual = StandardLibrary.of(ts).textDefaults().name();
    String name = text(ts, encoding, "encoding", usual);
    return name.equals("locale") ? TextDefaults.LOCALE : name;
  }

  /** The name for a file that has one: up to its first zero, and that is no encoding's then. */
  private static String otherName(ThreadState ts, long encoding) {
    String name = Strs.isStr(ts, encoding) ? Strs.toJava(encoding) : "";
    int end = name.indexOf('\0');
    if (end >= 0) {
      throw Errors.raise(ts, Exc.LookupError, "unknown encoding: %s", name.substring(0, end));
    }
    return encodingName(ts, encoding);
  }

  private static String text(ThreadState ts, long word, String parameter, String fallback) {
    if (word == Word.NONE || word == Word.EMPTY) {
      return fallback;
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts,
          "TextIOWrapper() argument '%s' must be str or None, not %s",
          parameter,
          ts.runtime().typeOf(word).name());
    }
    String value = Strs.toJava(word);
    CodecRegistry.requireUtf8(ts, value);
    if (value.indexOf('\0') >= 0) {
      throw Errors.valueError(ts, "embedded null character");
    }
    return value;
  }

  /** The newline argument: null for None. */
  static String newline(ThreadState ts, long word) {
    if (word == Word.NONE) {
      return null;
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "newline must be str or None, not %s", ts.runtime().typeOf(word).name());
    }
    String value = Strs.toJava(word);
    CodecRegistry.requireUtf8(ts, value);
    return switch (value) {
      case "", "\n", "\r", "\r\n" -> value;
      default ->
          throw Errors.valueError(ts, "illegal newline value: %s", Representation.text(ts, word));
    };
  }

  private static void make(
      ThreadState ts, TextFile file, long buffer, String encoding, String errors, String newline) {
    begin(ts, file, encoding, errors, newline);
    if (Truth.isTrue(ts, Calls.named(ts, buffer, "readable"))) {
      file.decoder = Decoding.create(ts, encoding, errors, file.lines);
    }
    if (Truth.isTrue(ts, Calls.named(ts, buffer, "writable"))) {
      file.encoder = Encoding.create(ts, encoding, errors);
      skipMark(ts, file, buffer, encoding);
    }
  }

  private static void begin(
      ThreadState ts, TextFile file, String encoding, String errors, String newline) {
    if (TextCodecs.named(encoding) == TextCodecs.Codec.OTHER) {
      CodecRegistry.lookupText(ts, encoding, "codecs.open()");
    }
    CodecRegistry.requireHandler(ts, errors);
    file.reopen();
    file.encoding = encoding;
    file.errors = errors;
    file.newline = newline;
    boolean any = newline == null || newline.isEmpty();
    file.lines = any ? new Newlines(newline == null) : null;
    file.decoder = null;
    file.encoder = null;
  }

  /** A file that is appended to has its mark already. */
  private static void skipMark(ThreadState ts, TextFile file, long buffer, String encoding) {
    boolean marks = !Decoding.isPlain(TextCodecs.named(encoding));
    if (marks && Truth.isTrue(ts, Calls.named(ts, buffer, "seekable"))) {
      long place = Calls.named(ts, buffer, "tell");
      if (Truth.isTrue(ts, place)) {
        file.encoder.place(ts, false);
      }
    }
  }

  static void change(
      ThreadState ts, long self, TextFile file, long encoding, long errors, long newline) {
    boolean same = encoding == Word.NONE && errors == Word.NONE && newline == Word.EMPTY;
    boolean reads = file.decoder != null && (file.available() > 0 || file.snapshot != null);
    if (reads && !same) {
      throw IoErrors.unsupported(
          ts, "It is not possible to set the encoding or newline of stream after the first read");
    }
    Calls.named(ts, self, "flush");
    if (same) {
      return;
    }
    String ends = newline == Word.EMPTY ? file.newline : newline(ts, newline);
    String name = encoding == Word.NONE ? file.encoding : otherName(ts, encoding);
    String policy =
        errors == Word.NONE
            ? encoding == Word.NONE ? file.errors : "strict"
            : text(ts, errors, "errors", "strict");
    make(ts, file, file.buffer(ts), name, policy, ends);
  }
}
