package dev.taipan.stdlib.cjk;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.DecodeRun;
import dev.taipan.vm.object.EncodeRun;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;

/** {@code _cjk}: what {@code _multibytecodec} of our own sources is made over. */
@BuiltinModule("_cjk")
public final class CjkModule {
  private static final String ILLEGAL = "illegal multibyte sequence";
  private static final String INCOMPLETE = "incomplete multibyte sequence";

  private CjkModule() {}

  @Builtin("has(name, /)")
  static boolean has(String name) {
    return CjkCodecs.isKnown(name);
  }

  private static CjkCodec start(ThreadState ts, String name, long state) {
    if (!CjkCodecs.isKnown(name)) {
      throw Errors.raise(ts, Exc.LookupError, "no such codec is supported.");
    }
    CjkCodec codec = CjkCodecs.start(name);
    codec.setState(state);
    return codec;
  }

  /** Text, how many bytes were read, and the state behind them. */
  @Builtin("decode(name, data, errors, final, state, /)")
  static long decode(
      ThreadState ts, String name, long data, String errors, boolean last, long state) {
    CjkCodec codec = start(ts, name, Numbers.asJavaLong(ts, state));
    DecodeRun run = new DecodeRun(ts, Buffers.require(ts, data), name, errors);
    int i = 0;
    while (i < run.size()) {
      int length = codec.decode(run, i);
      if (length > 0) {
        i += length;
      } else if (length < 0) {
        i = run.fault(i, Math.min(run.size(), i - length), ILLEGAL);
      } else if (last) {
        i = run.fault(i, run.size(), INCOMPLETE);
      } else {
        break;
      }
    }
    int mark = ts.rootMark();
    try {
      long text = run.text();
      ts.root(text);
      long after = Ints.of(ts, codec.state());
      return Tuples.of(ts, text, Word.boxInt(i), after);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Bytes, how many characters were read, and the state behind them. */
  @Builtin("encode(name, text, errors, final, state, /)")
  static long encode(
      ThreadState ts, String name, long text, String errors, boolean last, long state) {
    if (!Strs.isStr(ts, text)) {
      throw Errors.typeError(ts, "couldn't convert the object to unicode.");
    }
    CjkCodec codec = start(ts, name, Numbers.asJavaLong(ts, state));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EncodeRun(ts, text, name, errors, new Form(codec, out), out).run();
    if (last) {
      codec.reset(out);
    }
    long bytes = ByteStrings.of(ts, out.toByteArray());
    long taken = Word.boxInt(Strs.length(text));
    return Tuples.of(ts, bytes, taken, Ints.of(ts, codec.state()));
  }

  /** What leads back to the start of a state. */
  @Builtin("reset(name, state, /)")
  static long reset(ThreadState ts, String name, long state) {
    CjkCodec codec = start(ts, name, Numbers.asJavaLong(ts, state));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.reset(out);
    return ByteStrings.of(ts, out.toByteArray());
  }

  /** A codec as a form of the general encoder. */
  private record Form(CjkCodec codec, ByteArrayOutputStream out) implements EncodeRun.Form {
    @Override
    public boolean put(int c) {
      return codec.encode(c, out);
    }

    @Override
    public boolean encodable(int c) {
      long before = codec.state();
      boolean known = codec.encode(c, new ByteArrayOutputStream());
      codec.setState(before);
      return known;
    }

    @Override
    public boolean raw(int c, String errors) {
      return false;
    }

    @Override
    public String reason(int c) {
      return ILLEGAL;
    }
  }
}
