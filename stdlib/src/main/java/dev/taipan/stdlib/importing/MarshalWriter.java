package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.BlueprintWriter;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;

/**
 * Values as bytes, in CPython's format; code objects are our own blueprints behind its tag, so that
 * they mean nothing to CPython, nor its to us.
 *
 * <p>From version 3 on each object carries the mark of one that may be referred to, for nobody
 * counts here how often it is. What was written stays alive to the end, so that no address stands
 * for two objects.
 */
final class MarshalWriter {
  static final int DIGIT_BITS = 15;
  static final int MAX_DEPTH = 2000;
  private static final int FLAG_REF = 0x80;

  private final ThreadState ts;
  private final int version;
  private final Types types;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The numbers of the objects written so far, by their words. */
  private final HashMap<Long, Integer> references = new HashMap<>();

  /** What was written, and the copies that were made of containers: a rooted list. */
  private final long kept;

  /** What the next tag is marked with. */
  private int flag;

  private MarshalWriter(ThreadState ts, int version, long kept) {
    this.ts = ts;
    this.version = version;
    this.types = ts.runtime().types();
    this.kept = kept;
  }

  /** The bytes of a value; the caller keeps it alive. */
  static byte[] write(ThreadState ts, long value, int version) {
    return write(ts, value, version, 1);
  }

  private static byte[] write(ThreadState ts, long value, int version, int depth) {
    int mark = ts.rootMark();
    try {
      long kept = Lists.create(ts, 8);
      ts.root(kept);
      MarshalWriter writer = new MarshalWriter(ts, version, kept);
      writer.value(value, depth);
      return writer.out.toByteArray();
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void tag(char tag) {
    out.write(tag | flag);
    flag = 0;
  }

  /** Whether the object was written before; then a reference to it is written. */
  private boolean refer(long word) {
    if (version < 3 || Word.isInt(word)) {
      return false;
    }
    Integer known = references.putIfAbsent(word, references.size());
    if (known != null) {
      head('r', known);
      return true;
    }
    keep(word);
    flag = FLAG_REF;
    return false;
  }

  private long keep(long word) {
    Lists.append(ts, kept, word);
    return word;
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
    if (refer(word)) {
      return;
    }
    PyType type = ts.runtime().typeOf(word);
    if (type == types.int_) {
      integer(word);
    } else if (type == types.float_) {
      tag(version > 1 ? 'g' : 'f');
      real(Floats.value(ts, word));
    } else if (type == types.complex) {
      tag(version > 1 ? 'y' : 'x');
      real(ComplexLayout.real(word));
      real(ComplexLayout.imaginary(word));
    } else if (type == types.str) {
      string(word);
    } else if (type == types.code) {
      code(word);
    } else {
      container(word, type, depth);
    }
  }

  private void real(double value) {
    if (version > 1) {
      number(Double.doubleToRawLongBits(value), 8);
      return;
    }
    long text = Calls.named(ts, Word.boxDouble(value), "__format__", Strs.of(ts, ".17g"));
    byte[] digits = Strs.toJava(text).getBytes(StandardCharsets.ISO_8859_1);
    out.write(digits.length);
    out.writeBytes(digits);
  }

  private void container(long word, PyType type, int depth) {
    if (type == types.tuple) {
      int size = Tuples.length(word);
      if (size < 256 && version >= 4) {
        tag(')');
        out.write(size);
      } else {
        head('(', size);
      }
      items(word, depth);
    } else if (type == types.list) {
      long copy = keep(Lists.toTuple(ts, word));
      head('[', Tuples.length(copy));
      items(copy, depth);
    } else if (type == types.dict) {
      dict(word, depth);
    } else if (type == types.set || type == types.frozenset) {
      set(word, type == types.set ? '<' : '>', depth);
    } else {
      byte[] bytes = ts.runtime().kindOf(word) == Kind.CODE ? null : Buffers.orNull(ts, word);
      if (bytes == null || ts.runtime().kindOf(word) == Kind.BYTES && type != types.bytes) {
        throw Errors.valueError(ts, "unmarshallable object");
      }
      head('s', bytes.length);
      out.writeBytes(bytes);
    }
  }

  private void items(long tuple, int depth) {
    for (int i = 0; i < Tuples.length(tuple); i++) {
      value(Tuples.get(tuple, i), depth + 1);
    }
  }

  private void dict(long dict, int depth) {
    tag('{');
    for (int i = Dicts.nextPosition(dict, 0); i >= 0; i = Dicts.nextPosition(dict, i + 1)) {
      long key = Dicts.keyAt(dict, i);
      long value = Dicts.valueAt(dict, i);
      if (key != Word.EMPTY && value != Word.EMPTY) { // else another thread took it out
        keep(key);
        keep(value);
        value(key, depth + 1);
        value(value, depth + 1);
      }
    }
    out.write('0');
  }

  /**
   * A set is written in the order of what its items look like alone, so that equal sets give equal
   * bytes whatever the seed of the hashes.
   */
  private void set(long set, char tag, int depth) {
    int mine = flag;
    long items = Iteration.toTuple(ts, set);
    keep(items);
    byte[][] alone = new byte[Tuples.length(items)][];
    Integer[] order = new Integer[alone.length];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = write(ts, Tuples.get(items, i), version, depth + 1);
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(alone[a], alone[b]));
    flag = mine;
    head(tag, alone.length);
    for (int index : order) {
      value(Tuples.get(items, index), depth + 1);
    }
  }

  private void head(char tag, int size) {
    tag(tag);
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
    boolean interned = Strs.isInterned(word) && version >= 3;
    if (ascii && version >= 4) {
      if (bytes.length < 256) {
        tag(interned ? 'Z' : 'z');
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
