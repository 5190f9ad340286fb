package dev.taipan.stdlib.io;

import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.TextCodecs.Codec;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** A text file's encoder: one of ours, or the registry's incremental one. */
final class Encoding {
  private final Codec codec;
  private final String errors;
  private final long object;

  private Encoding(Codec codec, String errors, long object) {
    this.codec = codec;
    this.errors = errors;
    this.object = object;
  }

  static Encoding create(ThreadState ts, String encoding, String errors) {
    Codec codec = TextCodecs.named(encoding);
    long object = Word.EMPTY;
    if (!Decoding.isPlain(codec)) {
      long info = CodecRegistry.lookupText(ts, encoding, "codecs.open()");
      long maker = Attributes.get(ts, info, "incrementalencoder");
      object = Calls.call1(ts, maker, Strs.of(ts, errors));
    }
    return new Encoding(codec, errors, object);
  }

  /** The caller keeps the text alive. */
  byte[] encode(ThreadState ts, long text) {
    if (object == Word.EMPTY) {
      return TextCodecs.encode(ts, text, codec, errors);
    }
    long result = Calls.named(ts, object, "encode", text);
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, result);
    if (bytes == null) {
      throw Errors.typeError(
          ts, "encoder should return a bytes object, not '%s'", ts.runtime().typeOf(result).name());
    }
    return bytes;
  }

  /** Goes to the start of a file, where a mark is written, or to a place within it. */
  void place(ThreadState ts, boolean start) {
    if (object == Word.EMPTY) {
      return;
    }
    if (start) {
      Calls.named(ts, object, "reset");
    } else {
      Calls.named(ts, object, "setstate", Word.boxInt(0));
    }
  }

  void trace(Visitor visitor) {
    visitor.visit(object);
  }
}
