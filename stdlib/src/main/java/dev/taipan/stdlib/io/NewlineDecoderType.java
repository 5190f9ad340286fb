package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code IncrementalNewlineDecoder}: line ends behind any decoder, or for text. */
@BuiltinType(name = "IncrementalNewlineDecoder", module = "_io", dict = true)
final class NewlineDecoderType extends HostObject {
  private volatile long decoder;
  private volatile Newlines lines;

  private NewlineDecoderType() {}

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(decoder);
  }

  private Newlines lines(ThreadState ts) {
    Newlines known = lines;
    if (known == null) {
      throw Errors.valueError(ts, "IncrementalNewlineDecoder.__init__() not called");
    }
    return known;
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new NewlineDecoderType());
  }

  @Builtin("__init__(self, decoder, translate, errors='strict')")
  static void init(
      ThreadState ts, NewlineDecoderType self, long decoder, boolean translate, long errors) {
    self.decoder = decoder;
    self.lines = new Newlines(translate);
  }

  @Builtin("decode(self, input, final=False)")
  static long decode(ThreadState ts, NewlineDecoderType self, long input, boolean last) {
    Newlines lines = self.lines(ts);
    long text = input;
    if (self.decoder != Word.NONE) {
      text = Calls.named(ts, self.decoder, "decode", input, Word.boxBool(last));
    }
    if (!Strs.isStr(ts, text)) {
      throw Errors.typeError(
          ts, "decoder should return a string result, not '%s'", ts.runtime().typeOf(text).name());
    }
    return lines.decode(ts, text, last);
  }

  @Builtin("getstate(self, /)")
  static long getstate(ThreadState ts, NewlineDecoderType self) {
    Newlines lines = self.lines(ts);
    long bytes = ByteStrings.of(ts, new byte[0]);
    long flag = Word.boxInt(0);
    if (self.decoder != Word.NONE) {
      long state = Calls.named(ts, self.decoder, "getstate");
      if (!Tuples.isTuple(ts, state) || Tuples.length(state) != 2) {
        throw Errors.typeError(ts, "illegal decoder state");
      }
      bytes = Tuples.get(state, 0);
      flag = Tuples.get(state, 1);
    }
    long shifted = Ints.shiftLeft(ts, flag, Word.boxInt(1));
    long whole = lines.pending() ? Ints.add(ts, shifted, Word.boxInt(1)) : shifted;
    return Tuples.of(ts, bytes, whole);
  }

  @Builtin("setstate(self, state, /)")
  static void setstate(ThreadState ts, NewlineDecoderType self, long state) {
    Newlines lines = self.lines(ts);
    if (!Tuples.isTuple(ts, state)) {
      throw Errors.typeError(ts, "state argument must be a tuple");
    }
    if (Tuples.length(state) != 2 || !Ints.isInt(ts, Tuples.get(state, 1))) {
      throw Errors.typeError(ts, "setstate(): illegal state argument");
    }
    long flag = Tuples.get(state, 1);
    lines.setPending(Ints.toBig(flag).testBit(0));
    if (self.decoder != Word.NONE) {
      long rest = Ints.shiftRight(ts, flag, Word.boxInt(1));
      Calls.named(ts, self.decoder, "setstate", Tuples.of(ts, Tuples.get(state, 0), rest));
    }
  }

  @Builtin("reset(self, /)")
  static void reset(ThreadState ts, NewlineDecoderType self) {
    self.lines(ts).reset();
    if (self.decoder != Word.NONE) {
      Calls.named(ts, self.decoder, "reset");
    }
  }

  @Getter("newlines")
  static long newlines(ThreadState ts, NewlineDecoderType self) {
    return self.lines(ts).seen(ts);
  }
}
