package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.BlueprintReader;
import dev.taipan.vm.code.DamagedCode;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of CPython's format as values. Containers under construction and shared objects lie in one
 * rooted list, because hashing keys may run Python code.
 */
final class MarshalReader {
  private static final int FLAG_REF = 0x80;
  private static final int MAX_DEPTH = 2000;

  private final ThreadState ts;
  private final byte[] bytes;
  private final long shared;
  private int at;

  private MarshalReader(ThreadState ts, byte[] bytes, long shared) {
    this.ts = ts;
    this.bytes = bytes;
    this.shared = shared;
  }

  /**
   * A value and where its bytes end.
   *
   * @param value may be collected at the next poll
   */
  record Read(long value, int end) {}

  static Read read(ThreadState ts, byte[] bytes) {
    int mark = ts.rootMark();
    try {
      long shared = Lists.create(ts, 8);
      ts.root(shared);
      MarshalReader reader = new MarshalReader(ts, bytes, shared);
      long value = reader.value(0);
      if (value == Word.EMPTY) {
        throw Errors.typeError(ts, "NULL object in marshal data for object");
      }
      return new Read(value, reader.at);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private byte[] take(int count) {
    if (count < 0) {
      throw bad("invalid size");
    }
    if (count > bytes.length - at) {
      throw Errors.raise(ts, Exc.EOFError, "marshal data too short");
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
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
    if (depth > MAX_DEPTH) {
      throw Errors.valueError(ts, "recursion limit exceeded");
    }
    int tag = (int) number(1);
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
      case 's' -> ByteStrings.of(ts, take(size()));
      case 'u' -> text(take(size()));
      case 't' -> ts.runtime().intern(ts, text(take(size())));
      case 'a' -> text(take(size()));
      case 'A' -> ts.runtime().intern(ts, text(take(size())));
      case 'z' -> text(take((int) number(1)));
      case 'Z' -> ts.runtime().intern(ts, text(take((int) number(1))));
      case 'r' -> reference();
      case '(' -> sequence(size(), depth, -1, true);
      case ')' -> sequence((int) number(1), depth, -1, true);
      case '[' -> sequence(size(), depth, place, false);
      case '{' -> dict(depth, place);
      case '<' -> set(depth, false);
      case '>' -> set(depth, true);
      case 'c' -> code(take(size()));
      default -> throw bad("unknown type code");
    };
  }

  private double textDouble() {
    String text = new String(take((int) number(1)), StandardCharsets.ISO_8859_1);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad("float");
    }
  }

  private long text(byte[] utf8) {
    return TextCodecs.decode(ts, utf8, TextCodecs.Codec.UTF_8, "surrogatepass", true).text();
  }

  private long big() {
    int count = size();
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < Math.abs(count); i++) {
      long digit = number(2);
      if (digit >= 1 << MarshalWriter.DIGIT_BITS) {
        throw bad("digit out of range in long");
      }
      BigInteger part = BigInteger.valueOf(digit);
      value = value.or(part.shiftLeft(MarshalWriter.DIGIT_BITS * i));
    }
    return Ints.of(ts, count < 0 ? value.negate() : value);
  }

  private long reference() {
    int index = size();
    if (index < 0 || index >= Lists.length(shared)) {
      throw bad("invalid reference");
    }
    return Lists.get(ts, shared, index);
  }

  private long item(int depth) {
    long item = value(depth + 1);
    if (item == Word.EMPTY) {
      throw Errors.typeError(ts, "NULL object in marshal data for container");
    }
    return item;
  }

  private long sequence(int size, int depth, int place, boolean tuple) {
    if (size < 0 || size > bytes.length) {
      throw bad("size out of range");
    }
    long list = Lists.create(ts, size);
    ts.root(list);
    store(place, list);
    for (int i = 0; i < size; i++) {
      Lists.append(ts, list, item(depth));
    }
    return tuple ? Lists.toTuple(ts, list) : list;
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

  private long set(int depth, boolean frozen) {
    long items = sequence(size(), depth, -1, true);
    ts.root(items);
    if (frozen) {
      return Calls.call1(ts, ts.runtime().types().frozenset.cell(), items);
    }
    long set = Sets.create(ts);
    ts.root(set);
    Iteration.forEach(
        ts,
        items,
        (thread, item) -> {
          Sets.add(thread, set, item);
          return true;
        });
    return set;
  }

  private long code(byte[] blueprint) {
    try {
      return CodeLinker.link(ts, BlueprintReader.read(blueprint));
    } catch (DamagedCode damaged) {
      throw bad("code of another version, or damaged");
    }
  }
}
