package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.ConstantValue.BytesValue;
import dev.taipan.vm.ast.ConstantValue.StrValue;
import dev.taipan.vm.ast.ConstantValue.TupleValue;
import dev.taipan.vm.ast.Operator;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Operators on constant strings, bytes and tuples; null as in {@link ConstantMath}. */
final class ConstantSequences {
  private static final int MAX_STRING = 4096;
  private static final int MAX_ITEMS = 256;

  private ConstantSequences() {}

  static ConstantValue binary(ConstantValue left, Operator op, ConstantValue right) {
    if (op == Operator.ADD) {
      return concatenate(left, right);
    }
    if (op != Operator.MULT) {
      return null;
    }
    BigInteger count = Constants.asInteger(right);
    ConstantValue sequence = left;
    if (count == null) {
      count = Constants.asInteger(left);
      sequence = right;
    }
    if (count == null || count.bitLength() >= Integer.SIZE) {
      return null;
    }
    return repeat(sequence, Math.max(0, count.intValue()));
  }

  private static ConstantValue concatenate(ConstantValue left, ConstantValue right) {
    if (left instanceof StrValue a && right instanceof StrValue b) {
      return a.followedBy(b);
    }
    if (left instanceof BytesValue a && right instanceof BytesValue b) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(a.bytes());
      out.writeBytes(b.bytes());
      return new BytesValue(out.toByteArray());
    }
    if (left instanceof TupleValue(var a) && right instanceof TupleValue(var b)) {
      List<ConstantValue> items = new ArrayList<>(a);
      items.addAll(b);
      return new TupleValue(items);
    }
    return null;
  }

  private static ConstantValue repeat(ConstantValue sequence, long count) {
    if (sequence instanceof StrValue text) {
      return repeatText(text, count);
    }
    if (sequence instanceof BytesValue bytes) {
      if (bytes.bytes().length * count > MAX_STRING) {
        return null;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int i = 0; i < count; i++) {
        out.writeBytes(bytes.bytes());
      }
      return new BytesValue(out.toByteArray());
    }
    if (sequence instanceof TupleValue(var items)) {
      boolean small = items.size() * count <= MAX_ITEMS && items.stream().noneMatch(Nested::is);
      return small ? new TupleValue(repeatItems(items, (int) count)) : null;
    }
    return null;
  }

  private static StrValue repeatText(StrValue text, long count) {
    if (text.value().length() * count > MAX_STRING) {
      return null;
    }
    boolean apart = count > 1 ? text.followedBy(text).apart() : text.apart();
    return new StrValue(text.value().repeat((int) count), apart);
  }

  /** Nested containers could grow past every limit by repetition. */
  private static final class Nested {
    static boolean is(ConstantValue value) {
      return value instanceof TupleValue || value instanceof ConstantValue.FrozenSetValue;
    }
  }

  private static List<ConstantValue> repeatItems(List<ConstantValue> items, int count) {
    List<ConstantValue> all = new ArrayList<>();
    Collections.nCopies(count, items).forEach(all::addAll);
    return all;
  }

  /** {@code sequence[index]} of constants. */
  static ConstantValue item(ConstantValue sequence, ConstantValue index) {
    BigInteger wide = Constants.asInteger(index);
    if (wide == null || wide.bitLength() >= Integer.SIZE) {
      return null;
    }
    int i = wide.intValue();
    if (sequence instanceof TupleValue(var items)) {
      int at = i < 0 ? i + items.size() : i;
      return at < 0 || at >= items.size() ? null : items.get(at);
    }
    if (sequence instanceof BytesValue bytes) {
      int at = i < 0 ? i + bytes.bytes().length : i;
      boolean inside = at >= 0 && at < bytes.bytes().length;
      return inside ? Constants.integer(bytes.bytes()[at] & 0xff) : null;
    }
    if (sequence instanceof StrValue(String text, boolean apart)) {
      if (apart) {
        return null; // rare enough to be left to the run
      }
      int length = text.codePointCount(0, text.length());
      int at = i < 0 ? i + length : i;
      if (at < 0 || at >= length) {
        return null;
      }
      int from = text.offsetByCodePoints(0, at);
      return new StrValue(text.substring(from, text.offsetByCodePoints(from, 1)));
    }
    return null;
  }
}
