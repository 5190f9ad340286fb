package dev.taipan.stdlib.array;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.MemoryViews;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code array.array}. */
@BuiltinType(name = "array", module = "array")
final class ArrayType {
  private ArrayType() {}

  private static PyType type(ThreadState ts) {
    return StandardLibrary.type(ts, ArrayTypeTable.TABLE);
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    PyType cls = Classes.of(ts, Memory.getLong(args));
    if (kwnames != 0L && cls == type(ts)) {
      throw Errors.typeError(ts, "array.array() takes no keyword arguments");
    }
    if (nargs < 2 || nargs > 3) {
      throw Errors.typeError(
          ts,
          "array() takes at %s %d argument%s (%d given)",
          nargs < 2 ? "least" : "most",
          nargs < 2 ? 1 : 2,
          nargs < 2 ? "" : "s",
          nargs - 1);
    }
    ArrayCode code = code(ts, Memory.getLong(args + 8));
    byte[] bytes =
        nargs == 2 ? new byte[0] : ArrayItems.initial(ts, code, Memory.getLong(args + 16));
    return ArrayItems.create(ts, cls, code, bytes);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(ThreadState ts, ArrayObject self, long args, long kwargs) {
    // __new__ has done everything
  }

  static ArrayCode code(ThreadState ts, long word) {
    if (!Strs.isStr(ts, word) || Strs.length(word) != 1) {
      throw Errors.typeError(
          ts,
          "array() argument 1 must be a unicode character, not %s",
          ts.runtime().typeOf(word).name());
    }
    ArrayCode code = ArrayCode.of((char) Strs.charAt(word, 0));
    if (code == null) {
      throw Errors.valueError(ts, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    }
    return code;
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    ArrayObject array = ArrayItems.of(ts, self);
    String head = ts.runtime().typeOf(self).plainName() + "('" + array.code.letter + "'";
    if (array.length(ts) == 0) {
      return head + ")";
    }
    long items = array.code == ArrayCode.CHAR ? tounicode(ts, array) : ArrayItems.toList(ts, array);
    int mark = ts.rootMark();
    ts.root(items);
    try {
      return head + ", " + Representation.text(ts, items) + ")";
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__len__(self, /)")
  static int len(ThreadState ts, ArrayObject self) {
    return self.length(ts);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, ArrayObject self, long key) {
    return ArrayItems.get(ts, self, key, type(ts));
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setitem(ThreadState ts, ArrayObject self, long key, long value) {
    ArrayItems.set(ts, self, key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  static void delitem(ThreadState ts, ArrayObject self, long key) {
    ArrayItems.delete(ts, self, key);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return Hosts.create(
        ts, StandardLibrary.type(ts, ArrayIteratorTypeTable.TABLE), new ArrayIterator(self));
  }

  @Builtin("__contains__(self, value, /)")
  static boolean contains(ThreadState ts, ArrayObject self, long value) {
    return ArrayItems.find(ts, self, value, 0, Integer.MAX_VALUE) >= 0;
  }

  private static long compare(ThreadState ts, int op, long self, long other) {
    ArrayObject left = ArrayItems.of(ts, self);
    ArrayObject right = ArrayItems.of(ts, other);
    if (right == null) {
      return Word.NOT_IMPLEMENTED;
    }
    int mark = ts.rootMark();
    try {
      long a = ArrayItems.toList(ts, left);
      ts.root(a);
      long b = ArrayItems.toList(ts, right);
      ts.root(b);
      int common = Math.min(Lists.length(a), Lists.length(b));
      for (int i = 0; i < common; i++) { // by value: a NaN differs from itself
        long x = Lists.get(ts, a, i);
        long y = Lists.get(ts, b, i);
        if (!Comparison.isTrue(ts, Slot.EQ, x, y)) {
          return Comparison.compare(ts, op, x, y);
        }
      }
      int order = Integer.compare(Lists.length(a), Lists.length(b));
      return Word.boxBool(Sequences.holds(Comparison.slot(op), order));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return compare(ts, 0, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return compare(ts, 1, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return compare(ts, 2, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return compare(ts, 3, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return compare(ts, 4, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return compare(ts, 5, self, value);
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, ArrayObject self, long value) {
    ArrayObject other = ArrayItems.of(ts, value);
    if (other == null) {
      throw Errors.typeError(
          ts, "can only append array (not \"%s\") to array", ts.runtime().typeOf(value).name());
    }
    if (other.code != self.code) {
      throw Errors.typeError(ts, "bad argument type for built-in operation");
    }
    ArrayObject sum = new ArrayObject(self.code, self.toByteArray(ts));
    sum.append(ts, other.toByteArray(ts));
    return Hosts.create(ts, type(ts), sum);
  }

  @Builtin("__iadd__(self, value, /)")
  static long iadd(ThreadState ts, long self, long value) {
    if (ArrayItems.of(ts, value) == null) {
      throw Errors.typeError(
          ts, "can only extend with array (not \"%s\")", ts.runtime().typeOf(value).name());
    }
    ArrayItems.extend(ts, ArrayItems.of(ts, self), value);
    return self;
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, ArrayObject self, long value) {
    long count = Indices.repetition(ts, value);
    byte[] bytes = ArrayItems.repeated(ts, self.toByteArray(ts), count);
    return ArrayItems.create(ts, type(ts), self.code, bytes);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, ArrayObject self, long value) {
    return mul(ts, self, value);
  }

  @Builtin("__imul__(self, value, /)")
  static long imul(ThreadState ts, long self, long value) {
    ArrayObject array = ArrayItems.of(ts, self);
    long count = Indices.repetition(ts, value);
    array.setAll(ts, ArrayItems.repeated(ts, array.toByteArray(ts), count));
    return self;
  }

  @Builtin("__buffer__(self, flags, /)")
  static long buffer(ThreadState ts, long self, long flags) {
    return MemoryViews.builtin(ts, self, flags);
  }

  @Builtin("__release_buffer__(self, buffer, /)")
  static void releaseBuffer(ThreadState ts, long self, long buffer) {
    MemoryViews.releaseOf(ts, self, buffer);
  }

  @Builtin("append(self, v, /)")
  static void append(ThreadState ts, ArrayObject self, long v) {
    self.append(ts, self.code.encode(ts, v));
  }

  @Builtin("buffer_info(self, /)")
  static long bufferInfo(ThreadState ts, long self) {
    int length = ArrayItems.of(ts, self).length(ts);
    return Tuples.of(ts, dev.taipan.vm.object.Ints.of(ts, self), Word.boxInt(length));
  }

  @Builtin("byteswap(self, /)")
  static void byteswap(ThreadState ts, ArrayObject self) {
    self.transform(ts, bytes -> ArrayItems.swapped(bytes, self.code.size));
  }

  @Builtin("count(self, v, /)")
  static long count(ThreadState ts, ArrayObject self, long v) {
    long count = 0;
    for (long at = ArrayItems.find(ts, self, v, 0, Integer.MAX_VALUE);
        at >= 0;
        at = ArrayItems.find(ts, self, v, at + 1, Integer.MAX_VALUE)) {
      count++;
    }
    return Word.boxInt(count);
  }

  @Builtin("extend(self, bb, /)")
  static void extend(ThreadState ts, ArrayObject self, long bb) {
    ArrayItems.extend(ts, self, bb);
  }

  @Builtin("frombytes(self, buffer, /)")
  static void frombytes(ThreadState ts, ArrayObject self, long buffer) {
    ArrayItems.fromBytes(ts, self, Buffers.require(ts, buffer));
  }

  @Builtin("fromfile(self, f, n, /)")
  static void fromfile(ThreadState ts, ArrayObject self, long f, long n) {
    long count = Indices.size(ts, n);
    if (count < 0) {
      throw Errors.valueError(ts, "negative count");
    }
    long read =
        Calls.named(ts, f, "read", dev.taipan.vm.object.Ints.of(ts, count * self.code.size));
    if (ts.runtime().kindOf(read) != dev.taipan.vm.layout.Kind.BYTES) {
      throw Errors.typeError(ts, "read() didn't return bytes");
    }
    byte[] bytes = Buffers.require(ts, read);
    ArrayItems.fromBytes(ts, self, bytes);
    if (bytes.length != count * self.code.size) {
      throw Errors.raise(ts, Exc.EOFError, "read() didn't return enough bytes");
    }
  }

  @Builtin("fromlist(self, list, /)")
  static void fromlist(ThreadState ts, ArrayObject self, long list) {
    if (!Lists.isList(ts, list)) {
      throw Errors.typeError(ts, "arg must be list");
    }
    self.append(ts, ArrayItems.encodeAll(ts, self.code, list));
  }

  @Builtin("fromunicode(self, ustr, /)")
  static void fromunicode(ThreadState ts, ArrayObject self, String ustr) {
    if (self.code != ArrayCode.CHAR) {
      throw Errors.valueError(ts, "fromunicode() may only be called on unicode type arrays");
    }
    self.append(ts, ArrayItems.characters(Strs.of(ts, ustr)));
  }

  @Builtin("index(self, v, start=0, stop=9223372036854775807, /)")
  static long index(ThreadState ts, ArrayObject self, long v, long start, long stop) {
    int length = self.length(ts);
    long from = Indices.fromEnd(Indices.bound(ts, start), length);
    long to = stop == Word.EMPTY ? length : Indices.fromEnd(Indices.bound(ts, stop), length);
    long found = ArrayItems.find(ts, self, v, from, to);
    if (found < 0) {
      throw Errors.valueError(ts, "array.index(x): x not in array");
    }
    return Word.boxInt(found);
  }

  @Builtin("insert(self, i, v, /)")
  static void insert(ThreadState ts, ArrayObject self, long i, long v) {
    long at = Indices.size(ts, i);
    byte[] item = self.code.encode(ts, v);
    self.splice(ts, at, 0, item);
  }

  @Builtin("pop(self, i=-1, /)")
  static long pop(ThreadState ts, ArrayObject self, long i) {
    return ArrayItems.pop(ts, self, Indices.size(ts, i));
  }

  @Builtin("remove(self, v, /)")
  static void remove(ThreadState ts, ArrayObject self, long v) {
    if (!ArrayItems.remove(ts, self, v)) {
      throw Errors.valueError(ts, "array.remove(x): x not in array");
    }
  }

  @Builtin("reverse(self, /)")
  static void reverse(ThreadState ts, ArrayObject self) {
    self.transform(ts, bytes -> ArrayItems.reversed(bytes, self.code.size));
  }

  @Builtin("tobytes(self, /)")
  static long tobytes(ThreadState ts, ArrayObject self) {
    return ByteStrings.of(ts, self.toByteArray(ts));
  }

  @Builtin("tofile(self, f, /)")
  static void tofile(ThreadState ts, ArrayObject self, long f) {
    Calls.named(ts, f, "write", tobytes(ts, self));
  }

  @Builtin("tolist(self, /)")
  static long tolist(ThreadState ts, ArrayObject self) {
    return ArrayItems.toList(ts, self);
  }

  @Builtin("tounicode(self, /)")
  static long tounicode(ThreadState ts, ArrayObject self) {
    if (self.code != ArrayCode.CHAR) {
      throw Errors.valueError(ts, "tounicode() may only be called on unicode type arrays");
    }
    byte[] bytes = self.toByteArray(ts);
    int[] points = new int[bytes.length / 4];
    for (int i = 0; i < points.length; i++) {
      points[i] = Strs.charAt(self.code.decode(ts, ArrayObject.buffer(bytes), 4 * i), 0);
    }
    return dev.taipan.vm.container.Strings.fromCodePoints(ts, points, points.length);
  }

  @Builtin("__copy__(self, /)")
  static long copy(ThreadState ts, ArrayObject self) {
    return ArrayItems.create(ts, type(ts), self.code, self.toByteArray(ts));
  }

  @Builtin("__deepcopy__(self, memo, /)")
  static long deepcopy(ThreadState ts, ArrayObject self, long memo) {
    return copy(ts, self);
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduceEx(ThreadState ts, long self, long protocol) {
    int mark = ts.rootMark();
    try {
      long state = Attributes.findQuietly(ts, self, ts.runtime().intern(ts, "__dict__"));
      ts.root(state);
      long maker = 0L;
      if (Numbers.asJavaLong(ts, protocol) >= 3) {
        long module = StandardLibrary.of(ts).importer().load(ts, "array");
        maker = Attributes.get(ts, module, "_array_reconstructor");
        ts.root(maker);
      }
      long extra = state == Word.EMPTY ? Word.NONE : state;
      return ArrayItems.reduce(ts, self, ArrayItems.of(ts, self), extra, maker);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }

  @Getter("typecode")
  static String typecode(ArrayObject self) {
    return String.valueOf(self.code.letter);
  }

  @Getter("itemsize")
  static long itemsize(ArrayObject self) {
    return Word.boxInt(self.code.size);
  }
}
