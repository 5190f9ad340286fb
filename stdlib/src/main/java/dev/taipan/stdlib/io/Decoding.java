package dev.taipan.stdlib.io;

import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.TextCodecs.Codec;
import dev.taipan.vm.object.TextDecoder.Decoded;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A text file's decoder: bytes come in pieces. The common forms are decoded here, all others by the
 * incremental decoder of the registry. Line ends come behind it where the file asks for them.
 */
final class Decoding {
  private final Codec codec;
  private final String errors;
  private final long object;
  private final Newlines lines;
  private byte[] rest = new byte[0];

  /** A state to come back to. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record State(byte[] bytes, BigInteger flags) {}

  private Decoding(Codec codec, String errors, long object, Newlines lines) {
    this.codec = codec;
    this.errors = errors;
    this.object = object;
    this.lines = lines;
  }

  /** Whether a form has no state but unfinished bytes, and no mark at its start. */
  static boolean isPlain(Codec codec) {
    return switch (codec) {
      case UTF_8, ASCII, LATIN_1, UTF_16_LE, UTF_16_BE, UTF_32_LE, UTF_32_BE -> true;
      case UTF_8_SIG, UTF_16, UTF_32, OTHER -> false;
    };
  }

  static Decoding create(ThreadState ts, String encoding, String errors, Newlines lines) {
    Codec codec = TextCodecs.named(encoding);
    long object = Word.EMPTY;
    if (!isPlain(codec)) {
      long info = CodecRegistry.lookupText(ts, encoding, "codecs.open()");
      long maker = Attributes.get(ts, info, "incrementaldecoder");
      object = Calls.call1(ts, maker, Strs.of(ts, errors));
    }
    return new Decoding(codec, errors, object, lines);
  }

  long decode(ThreadState ts, byte[] bytes, boolean last) {
    long text = object == Word.EMPTY ? plain(ts, bytes, last) : byObject(ts, bytes, last);
    return lines == null ? text : lines.decode(ts, text, last);
  }

  private long plain(ThreadState ts, byte[] bytes, boolean last) {
    byte[] input = bytes;
    if (rest.length > 0) {
      input = Arrays.copyOf(rest, rest.length + bytes.length);
      System.arraycopy(bytes, 0, input, rest.length, bytes.length);
    }
    Decoded made = TextCodecs.decode(ts, input, codec, errors, last);
    rest = Arrays.copyOfRange(input, Math.min(made.taken(), input.length), input.length);
    return made.text();
  }

  private long byObject(ThreadState ts, byte[] bytes, boolean last) {
    long input = ByteStrings.of(ts, bytes);
    long text = Calls.named(ts, object, "decode", input, Word.boxBool(last));
    if (!Strs.isStr(ts, text)) {
      throw Errors.typeError(
          ts, "decoder should return a string result, not '%s'", ts.runtime().typeOf(text).name());
    }
    return text;
  }

  State state(ThreadState ts) {
    byte[] bytes = rest;
    BigInteger flags = BigInteger.ZERO;
    if (object != Word.EMPTY) {
      long state = Calls.named(ts, object, "getstate");
      if (!Tuples.isTuple(ts, state)
          || Tuples.length(state) != 2
          || !Ints.isInt(ts, Tuples.get(state, 1))) {
        throw Errors.typeError(ts, "illegal decoder state");
      }
      bytes = Buffers.require(ts, Tuples.get(state, 0));
      flags = Ints.toBig(Tuples.get(state, 1));
    }
    if (lines == null) {
      return new State(bytes, flags);
    }
    BigInteger whole = flags.shiftLeft(1);
    return new State(bytes, lines.pending() ? whole.setBit(0) : whole);
  }

  void setState(ThreadState ts, State state) {
    BigInteger flags = state.flags();
    if (lines != null) {
      lines.setPending(flags.testBit(0));
      flags = flags.shiftRight(1);
    }
    if (object == Word.EMPTY) {
      rest = state.bytes();
    } else {
      long bytes = ByteStrings.of(ts, state.bytes());
      Calls.named(ts, object, "setstate", Tuples.of(ts, bytes, Ints.of(ts, flags)));
    }
  }

  void reset(ThreadState ts) {
    rest = new byte[0];
    if (lines != null) {
      lines.reset();
    }
    if (object != Word.EMPTY) {
      Calls.named(ts, object, "reset");
    }
  }

  void trace(Visitor visitor) {
    visitor.visit(object);
  }
}
