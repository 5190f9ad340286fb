package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.BlueprintReader;
import dev.taipan.vm.code.DamagedCode;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.FloatText;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of CPython's format as values. Containers under construction and shared objects lie in one
 * rooted list, because hashing keys may run Python code. A tuple is shown to its own items half
 * made, as a tuple of None.
 */
final class MarshalReader {
  private static final int FLAG_REF = 0x80;

  private final ThreadState ts;
  private final MarshalSource source;

  /** The objects that may be referred to; None stands for one that is not there yet. */
  private final long shared;

  private MarshalReader(ThreadState ts, MarshalSource source, long shared) {
    this.ts = ts;
    this.source = source;
    this.shared = shared;
  }

  /** A value; it may be collected at the next poll. */
  static long read(ThreadState ts, MarshalSource source) {
    int mark = ts.rootMark();
    try {
      long shared = Lists.create(ts, 8);
      ts.root(shared);
      long value = new MarshalReader(ts, source, shared).value(1);
      if (value == Word.EMPTY) {
        throw Errors.typeError(ts, "NULL object in marshal data for object");
      }
      return value;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private byte[] take(int count) {
    return source.take(ts, count);
  }

  private byte[] sized(String what) {
    int size = size();
    if (size < 0) {
      throw bad(what + " size out of range");
    }
    return take(size);
  }

  private RuntimeException bad(String why) {
    return Errors.valueError(ts, "bad marshal data (%s)", why);
  }

  private long number(int count) {
    byte[] part = take(count);
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (part[i] & 0xFFL) << 8 * i;
    }
    return value;
  }

  private int size() {
    return (int) number(4);
  }

  /** A value, EMPTY for the mark that ends a dict. */
  private long value(int depth) {
    if (depth > MarshalWriter.MAX_DEPTH) {
      throw Errors.valueError(ts, "recursion limit exceeded");
    }
    int tag = source.tag(ts);
    int place = -1;
    if ((tag & FLAG_REF) != 0) {
      place = Lists.length(shared);
      Lists.append(ts, shared, Word.NONE);
    }
    int mark = ts.rootMark();
    try {
      long value = plain(tag & ~FLAG_REF, depth, place);
      if (place >= 0) {
        ts.root(value);
        store(place, value);
      }
      return value;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void store(int place, long value) {
    if (place >= 0) {
      Calls.named(ts, shared, "__setitem__", Word.boxInt(place), value);
    }
  }

  private long plain(int tag, int depth, int place) {
    return switch (tag) {
      case '0' -> Word.EMPTY;
      case 'N' -> Word.NONE;
      case 'F' -> Word.FALSE;
      case 'T' -> Word.TRUE;
      case '.' -> Word.ELLIPSIS;
      case 'S' -> ts.runtime().types().exception(Exc.StopIteration).cell();
      case 'i' -> Word.boxInt(size());
      case 'I' -> Ints.of(ts, number(8));
      case 'l' -> big();
      case 'f' -> Word.boxDouble(textDouble());
      case 'g' -> Word.boxDouble(Double.longBitsToDouble(number(8)));
      case 'x' -> {
        double real = textDouble();
        yield ComplexLayout.create(ts, real, textDouble());
      }
      case 'y' -> {
        double real = Double.longBitsToDouble(number(8));
        yield ComplexLayout.create(ts, real, Double.longBitsToDouble(number(8)));
      }
      case 's' -> ByteStrings.of(ts, sized("bytes object"));
      case 'u' -> text(sized("string"));
      case 't' -> ts.runtime().intern(ts, text(sized("string")));
      case 'a' -> text(sized("string"));
      case 'A' -> ts.runtime().intern(ts, text(sized("string")));
      case 'z' -> text(take((int) number(1)));
      case 'Z' -> ts.runtime().intern(ts, text(take((int) number(1))));
      case 'r' -> reference();
      case '(' -> tuple(size(), depth, place);
      case ')' -> tuple((int) number(1), depth, place);
      case '[' -> list(size(), depth, place);
      case '{' -> dict(depth, place);
      case '<' -> set(depth, place, false);
      case '>' -> set(depth, place, true);
      case 'c' -> code(sized("code"));
      default -> throw bad("unknown type code");
    };
  }

  private double textDouble() {
    String text = new String(take((int) number(1)), StandardCharsets.ISO_8859_1);
    return FloatText.parse(ts, text, Strs.of(ts, text));
  }

  private long text(byte[] utf8) {
    return TextCodecs.decode(ts, utf8, TextCodecs.Codec.UTF_8, "surrogatepass", true).text();
  }

  private long big() {
    int size = size();
    if (size == Integer.MIN_VALUE) {
      throw bad("long size out of range");
    }
    BigInteger value = BigInteger.ZERO;
    byte[] digits = takeDigits(Math.abs(size));
    for (int i = 0; i < digits.length; i += 2) {
      int digit = (digits[i] & 0xFF) | (digits[i + 1] & 0xFF) << 8;
      if (digit >= 1 << MarshalWriter.DIGIT_BITS) {
        throw bad("digit out of range in long");
      }
      if (digit == 0 && i == digits.length - 2) {
        throw bad("unnormalized long data");
      }
      value = value.or(BigInteger.valueOf(digit).shiftLeft(MarshalWriter.DIGIT_BITS * (i / 2)));
    }
    return Ints.of(ts, size < 0 ? value.negate() : value);
  }

  private byte[] takeDigits(int count) {
    if (count > source.remaining() / 2) {
      throw Errors.raise(ts, Exc.EOFError, "marshal data too short");
    }
    return take(2 * count);
  }

  private long reference() {
    int index = size();
    if (index < 0 || index >= Lists.length(shared)) {
      throw bad("invalid reference");
    }
    long value = Lists.get(ts, shared, index);
    if (value == Word.NONE) {
      throw bad("invalid reference");
    }
    return value;
  }

  private long item(int depth, String container) {
    long item = value(depth + 1);
    if (item == Word.EMPTY) {
      throw Errors.typeError(ts, "NULL object in marshal data for %s", container);
    }
    return item;
  }

  /** A number of items, each of which takes a byte at least. */
  private int count(int size, String what) {
    if (size < 0) {
      throw bad(what + " size out of range");
    }
    if (size > source.remaining()) {
      throw Errors.raise(ts, Exc.EOFError, "marshal data too short");
    }
    return size;
  }

  private long tuple(int size, int depth, int place) {
    int count = count(size, "tuple");
    if (count == 0) {
      return Tuples.empty(ts);
    }
    long tuple = TupleLayout.create(ts, count);
    for (int i = 0; i < count; i++) {
      TupleLayout.set(tuple, i, Word.NONE);
    }
    Memory.storeStoreFence();
    ts.root(tuple);
    store(place, tuple);
    for (int i = 0; i < count; i++) {
      TupleLayout.set(tuple, i, item(depth, "tuple"));
    }
    Memory.storeStoreFence();
    return tuple;
  }

  private long list(int size, int depth, int place) {
    int count = count(size, "list");
    long list = Lists.create(ts, Math.min(count, 1 << 16));
    ts.root(list);
    store(place, list);
    for (int i = 0; i < count; i++) {
      Lists.append(ts, list, item(depth, "list"));
    }
    return list;
  }

  private long dict(int depth, int place) {
    long dict = Dicts.create(ts);
    ts.root(dict);
    store(place, dict);
    while (true) {
      long key = value(depth + 1);
      if (key == Word.EMPTY) {
        return dict;
      }
      int mark = ts.rootMark();
      ts.root(key);
      long value = value(depth + 1);
      if (value == Word.EMPTY) {
        return dict;
      }
      ts.root(value);
      Dicts.set(ts, dict, key, value);
      ts.rootRelease(mark);
    }
  }

  /** A frozen set is there only when it is whole, since it hashes what it holds. */
  private long set(int depth, int place, boolean frozen) {
    int count = count(size(), "set");
    long set = Sets.create(ts);
    ts.root(set);
    if (!frozen) {
      store(place, set);
    }
    int mark = ts.rootMark();
    for (int i = 0; i < count; i++) {
      long item = item(depth, "set");
      ts.root(item);
      Sets.add(ts, set, item);
      ts.rootRelease(mark);
    }
    return frozen ? Calls.call1(ts, ts.runtime().types().frozenset.cell(), set) : set;
  }

  private long code(byte[] blueprint) {
    try {
      return CodeLinker.link(ts, BlueprintReader.read(blueprint));
    } catch (DamagedCode damaged) {
      throw bad("code of another version, or damaged");
    }
  }
}
