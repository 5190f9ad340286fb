package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.BlueprintWriter;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/**
 * Values as bytes, in CPython's format; code objects are our own blueprints behind its tag, so that
 * they mean nothing to CPython, nor its to us.
 */
final class MarshalWriter {
  static final int DIGIT_BITS = 15;
  private static final int MAX_DEPTH = 2000;

  private final ThreadState ts;
  private final int version;
  private final Types types;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private MarshalWriter(ThreadState ts, int version) {
    this.ts = ts;
    this.version = version;
    this.types = ts.runtime().types();
  }

  /** The bytes of a value; the caller keeps it alive. */
  static byte[] write(ThreadState ts, long value, int version) {
    MarshalWriter writer = new MarshalWriter(ts, version);
    writer.value(value, 0);
    return writer.out.toByteArray();
  }

  private void number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> 8 * i));
    }
  }

  private void value(long word, int depth) {
    if (depth > MAX_DEPTH) {
      throw Errors.valueError(ts, "object too deeply nested to marshal");
    }
    if (word == Word.NONE || word == Word.TRUE || word == Word.FALSE || word == Word.ELLIPSIS) {
      out.write(word == Word.NONE ? 'N' : word == Word.TRUE ? 'T' : word == Word.FALSE ? 'F' : '.');
      return;
    }
    if (word == types.exception(Exc.StopIteration).cell()) {
      out.write('S');
      return;
    }
    PyType type = ts.runtime().typeOf(word);
    if (type == types.int_) {
      integer(word);
    } else if (type == types.float_) {
      out.write('g');
      number(Double.doubleToRawLongBits(Floats.value(ts, word)), 8);
    } else if (type == types.complex) {
      out.write('y');
      number(Double.doubleToRawLongBits(ComplexLayout.real(word)), 8);
      number(Double.doubleToRawLongBits(ComplexLayout.imaginary(word)), 8);
    } else if (type == types.str) {
      string(word);
    } else if (type == types.code) {
      code(word);
    } else {
      container(word, type, depth);
    }
  }

  private void container(long word, PyType type, int depth) {
    if (type == types.tuple) {
      int size = Tuples.length(word);
      if (size < 256 && version >= 4) {
        out.write(')');
        out.write(size);
      } else {
        head('(', size);
      }
      for (int i = 0; i < size; i++) {
        value(Tuples.get(word, i), depth + 1);
      }
    } else if (type == types.list) {
      long copy = Lists.toTuple(ts, word);
      head('[', Tuples.length(copy));
      for (int i = 0; i < Tuples.length(copy); i++) {
        value(Tuples.get(copy, i), depth + 1);
      }
    } else if (type == types.dict) {
      out.write('{');
      for (int i = Dicts.nextPosition(word, 0); i >= 0; i = Dicts.nextPosition(word, i + 1)) {
        value(Dicts.keyAt(word, i), depth + 1);
        value(Dicts.valueAt(word, i), depth + 1);
      }
      out.write('0');
    } else if (type == types.set || type == types.frozenset) {
      long items = Iteration.toTuple(ts, word);
      head(type == types.set ? '<' : '>', Tuples.length(items));
      for (int i = 0; i < Tuples.length(items); i++) {
        value(Tuples.get(items, i), depth + 1);
      }
    } else {
      byte[] bytes = ts.runtime().kindOf(word) == Kind.CODE ? null : Buffers.orNull(ts, word);
      if (bytes == null || ts.runtime().kindOf(word) == Kind.BYTES && type != types.bytes) {
        throw Errors.valueError(ts, "unmarshallable object");
      }
      head('s', bytes.length);
      out.writeBytes(bytes);
    }
  }

  private void head(char tag, int size) {
    out.write(tag);
    number(size, 4);
  }

  private void integer(long word) {
    if (Ints.fitsLong(word) && Ints.toLong(word) == (int) Ints.toLong(word)) {
      head('i', (int) Ints.toLong(word));
      return;
    }
    BigInteger big = Ints.toBig(word);
    BigInteger rest = big.abs();
    int digits = (rest.bitLength() + DIGIT_BITS - 1) / DIGIT_BITS;
    head('l', big.signum() < 0 ? -digits : digits);
    int mask = (1 << DIGIT_BITS) - 1;
    for (int i = 0; i < digits; i++) {
      number(rest.intValue() & mask, 2);
      rest = rest.shiftRight(DIGIT_BITS);
    }
  }

  private void string(long word) {
    byte[] bytes = TextCodecs.encode(ts, word, TextCodecs.Codec.UTF_8, "surrogatepass");
    boolean ascii = bytes.length == Strs.length(word);
    boolean interned = Strs.isInterned(word) && version >= 1;
    if (ascii && version >= 4) {
      if (bytes.length < 256) {
        out.write(interned ? 'Z' : 'z');
        out.write(bytes.length);
      } else {
        head(interned ? 'A' : 'a', bytes.length);
      }
    } else {
      head(interned ? 't' : 'u', bytes.length);
    }
    out.writeBytes(bytes);
  }

  private void code(long word) {
    CodeObject code = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(word));
    byte[] bytes = BlueprintWriter.write(code.blueprint());
    head('c', bytes.length);
    out.writeBytes(bytes);
  }
}
