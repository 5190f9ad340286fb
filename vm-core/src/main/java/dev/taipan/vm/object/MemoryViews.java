package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** What {@code memoryview}'s methods do. */
public final class MemoryViews {
  private static final int MAX_DIMENSIONS = 64;

  /** The flag of who wants to write. */
  private static final int WRITABLE = 1;

  private MemoryViews() {}

  private static long wrap(ThreadState ts, MemoryView view) {
    return Hosts.create(ts, ts.runtime().types().named("memoryview"), view);
  }

  /** The lease of a view for another one on the same bytes. */
  private static BufferLease shared(ThreadState ts, MemoryView self) {
    self.check(ts);
    if (self.restricted) {
      throw Errors.valueError(ts, "cannot create new view on restricted memoryview");
    }
    if (!self.lease.share()) {
      throw Errors.valueError(ts, "operation forbidden on released memoryview object");
    }
    return self.lease;
  }

  private static long derived(
      ThreadState ts, BufferLease lease, MemoryView self, boolean readOnly) {
    return wrap(
        ts,
        new MemoryView(
            lease,
            self.item,
            self.itemSize,
            self.offset,
            self.shape,
            self.strides,
            readOnly,
            false));
  }

  /** {@code memoryview(object)}. */
  public static long create(ThreadState ts, long object) {
    return create(ts, object, Word.boxInt(Buffers.FULL_READ_ONLY));
  }

  /** The same with the flags that the object's own {@code __buffer__} is given. */
  public static long create(ThreadState ts, long object, long flags) {
    if (Hosts.orNull(ts, object) instanceof MemoryView view) {
      return derived(ts, shared(ts, view), view, view.readOnly);
    }
    if (own(ts, object, Slot.BUFFER) != Word.EMPTY) {
      return ofClass(ts, object, flags);
    }
    boolean tells = own(ts, object, Slot.RELEASE_BUFFER) != Word.EMPTY;
    return registered(ts, plain(ts, object, tells, false));
  }

  /** The method of a slot that a program's class defines; EMPTY if it is a built-in one. */
  private static long own(ThreadState ts, long object, Slot slot) {
    long method = ts.runtime().typeOf(object).slot(ts, slot);
    boolean builtin = method != Word.EMPTY && ts.runtime().kindOf(method) == Kind.BUILTIN;
    return builtin ? Word.EMPTY : method;
  }

  /** {@code __buffer__} of the bytes-like types. */
  public static long builtin(ThreadState ts, long object, long flags) {
    if (wantsToWrite(ts, flags) && !Buffers.isWritable(ts, object)) {
      throw Errors.raise(ts, Exc.BufferError, "Object is not writable.");
    }
    return plain(ts, object, false, false);
  }

  /** Whether flags ask for a buffer to write to. What is below an int is cut to one. */
  public static boolean wantsToWrite(ThreadState ts, long flags) {
    long number = Numbers.index(ts, flags);
    if (!Ints.fitsLong(number)) {
      throw Errors.overflowError(ts, "cannot fit 'int' into an index-sized integer");
    }
    if (Ints.toLong(number) > Integer.MAX_VALUE) {
      throw Errors.overflowError(ts, "buffer flags too large");
    }
    return (Ints.toLong(number) & WRITABLE) != 0;
  }

  private static long plain(ThreadState ts, long object, boolean tellsOwner, boolean restricted) {
    if (!Buffers.isBuffer(ts, object)) {
      throw Errors.typeError(
          ts,
          "memoryview: a bytes-like object is required, not '%s'",
          ts.runtime().typeOf(object).name());
    }
    ItemFormat item = ItemFormat.BYTE;
    int size = 1;
    if (Hosts.orNull(ts, object) instanceof ByteSource source) {
      item = ItemFormat.of(source.format());
      size = source.itemSize();
    }
    boolean readOnly = !Buffers.isWritable(ts, object);
    BufferLease lease = BufferLease.of(ts, object, tellsOwner); // from here on the length stays
    int[] shape = {Buffers.length(ts, object) / size};
    return wrap(
        ts, new MemoryView(lease, item, size, 0, shape, new long[] {size}, readOnly, restricted));
  }

  /**
   * For an object of a class that has {@code __buffer__}: a view of its own, so that its end leaves
   * the one that the object showed, and may show again, as it is.
   */
  private static long ofClass(ThreadState ts, long object, long flags) {
    long word = Calls.method1(ts, own(ts, object, Slot.BUFFER), object, flags);
    if (!(Hosts.orNull(ts, word) instanceof MemoryView view)) {
      throw Errors.typeError(ts, "__buffer__ returned non-memoryview object");
    }
    int mark = ts.rootMark();
    try {
      ts.root(word);
      BufferLease lease = shared(ts, view);
      if (own(ts, object, Slot.RELEASE_BUFFER) != Word.EMPTY) {
        lease = BufferLease.shown(ts, object, word, lease);
      }
      return registered(ts, derived(ts, lease, view, view.readOnly));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A view whose end an object is told of ends at the latest when it is collected. */
  private static long registered(ThreadState ts, long view) {
    if (Hosts.get(ts, view, MemoryView.class).lease.owner != Word.EMPTY) {
      ts.heap.finalizers.register(view);
    }
    return view;
  }

  /** Ends a view; the last one on its lease tells the owner. */
  public static void release(ThreadState ts, long word) {
    MemoryView view = Hosts.get(ts, word, MemoryView.class);
    long owner = view.lease.owner;
    if (!view.end() || owner == Word.EMPTY) {
      return;
    }
    int mark = ts.rootMark();
    try {
      ts.root(owner);
      long method = own(ts, owner, Slot.RELEASE_BUFFER);
      boolean gaveOne = view.lease.shown != Word.EMPTY;
      long shown = gaveOne ? view.lease.shown : plain(ts, owner, false, true);
      ts.root(shown);
      if (method != Word.EMPTY) {
        Calls.method1(ts, method, owner, shown);
      }
      MemoryView ended = Hosts.get(ts, shown, MemoryView.class);
      if (ended.object() == owner) { // what a built-in base class showed, it takes back
        ended.end();
      }
    } catch (Raised signal) {
      ts.runtime().unraisable(ts, null, owner);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code __release_buffer__} of the types that can be written to. */
  public static void releaseOf(ThreadState ts, long self, long buffer) {
    if (!(Hosts.orNull(ts, buffer) instanceof MemoryView view)) {
      throw Errors.typeError(ts, "expected a memoryview object");
    }
    if (view.object() != self) {
      throw Errors.valueError(ts, "memoryview's buffer is not this object");
    }
    if (view.isReleased()) {
      throw Errors.valueError(ts, "memoryview's buffer has already been released");
    }
    release(ts, buffer);
  }

  /** {@code len(view)}. */
  public static int length(ThreadState ts, MemoryView self) {
    if (self.check(ts).shape.length == 0) {
      throw Errors.typeError(ts, "0-dim memory has no length");
    }
    return self.shape[0];
  }

  public static long get(ThreadState ts, MemoryView self, long key) {
    self.check(ts);
    if (self.shape.length == 0) {
      if (key == Word.ELLIPSIS) {
        return derived(ts, shared(ts, self), self, self.readOnly);
      }
      checkZero(ts, key);
      return self.load(ts, self.offset);
    }
    if (Slices.isSlice(ts, key)) {
      return slice(ts, self, key);
    }
    if (Numbers.hasIndex(ts, key) && self.shape.length > 1) {
      throw Errors.notImplemented(ts, "multi-dimensional sub-views are not implemented");
    }
    long at = place(ts, self, key);
    if (at < 0) {
      throw isMulti(ts, key, true)
          ? Errors.notImplemented(ts, "multi-dimensional slicing is not implemented")
          : Errors.typeError(ts, "memoryview: invalid slice key");
    }
    self.check(ts);
    return self.load(ts, at);
  }

  /** The lease is shared before the slice's bounds are asked for: those may release the view. */
  private static long slice(ThreadState ts, MemoryView self, long key) {
    BufferLease lease = shared(ts, self);
    MemoryView part = null;
    try {
      part = part(lease, self, Slices.parts(ts, key).of(self.shape[0]));
    } finally {
      if (part == null) {
        lease.end();
      }
    }
    return wrap(ts, part);
  }

  private static MemoryView part(BufferLease lease, MemoryView self, Slices.Range range) {
    int[] shape = self.shape.clone();
    long[] strides = self.strides.clone();
    shape[0] = (int) range.count();
    strides[0] *= range.step();
    long offset = self.offset + range.start() * self.strides[0];
    return new MemoryView(
        lease, self.item, self.itemSize, offset, shape, strides, self.readOnly, false);
  }

  private static void checkZero(ThreadState ts, long key) {
    if (!Tuples.isTuple(ts, key) || Tuples.length(key) != 0) {
      throw Errors.typeError(ts, "invalid indexing of 0-dim memory");
    }
  }

  /** Whether a key is a tuple of indices, or of slices. */
  private static boolean isMulti(ThreadState ts, long key, boolean slices) {
    if (!Tuples.isTuple(ts, key) || slices && Tuples.length(key) == 0) {
      return false;
    }
    for (int i = 0; i < Tuples.length(key); i++) {
      long part = Tuples.get(key, i);
      if (slices ? !Slices.isSlice(ts, part) : !Numbers.hasIndex(ts, part)) {
        return false;
      }
    }
    return true;
  }

  /** Where the item of an index or a tuple of indices lies; -1 if the key is neither. */
  private static long place(ThreadState ts, MemoryView self, long key) {
    if (Numbers.hasIndex(ts, key)) {
      return self.offset + step(ts, self, 0, key);
    }
    if (!isMulti(ts, key, false)) {
      return -1;
    }
    int count = Tuples.length(key);
    if (count < self.shape.length) {
      throw Errors.notImplemented(ts, "sub-views are not implemented");
    }
    if (count > self.shape.length) {
      throw Errors.typeError(
          ts, "cannot index %d-dimension view with %d-element tuple", self.shape.length, count);
    }
    long at = self.offset;
    for (int i = 0; i < count; i++) {
      at += step(ts, self, i, Tuples.get(key, i));
    }
    return at;
  }

  private static long step(ThreadState ts, MemoryView self, int dimension, long key) {
    long number = Numbers.index(ts, key);
    if (!Ints.fitsLong(number)) {
      throw Errors.indexError(
          ts, "cannot fit '%s' into an index-sized integer", ts.runtime().typeOf(key).name());
    }
    long index = Ints.toLong(number);
    int length = self.shape[dimension];
    long at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      throw Errors.indexError(ts, "index out of bounds on dimension %d", dimension + 1);
    }
    return at * self.strides[dimension];
  }

  public static void set(ThreadState ts, MemoryView self, long key, long value) {
    self.check(ts);
    if (self.readOnly) {
      throw Errors.typeError(ts, "cannot modify read-only memory");
    }
    if (value == Word.EMPTY) {
      throw Errors.typeError(ts, "cannot delete memory");
    }
    if (self.shape.length == 0) {
      if (key != Word.ELLIPSIS) {
        checkZero(ts, key);
      }
      self.store(ts, self.offset, self.item.pack(ts, value));
      return;
    }
    boolean isSlice = Slices.isSlice(ts, key);
    if (isSlice && self.shape.length == 1) {
      setSlice(ts, self, key, value);
      return;
    }
    if (Numbers.hasIndex(ts, key) && self.shape.length > 1) {
      throw Errors.notImplemented(ts, "sub-views are not implemented");
    }
    long at = place(ts, self, key);
    if (at < 0) {
      throw isSlice || isMulti(ts, key, true)
          ? Errors.notImplemented(
              ts, "memoryview slice assignments are currently restricted to ndim = 1")
          : Errors.typeError(ts, "memoryview: invalid slice key");
    }
    self.store(ts, at, self.item.pack(ts, value));
  }

  private static void setSlice(ThreadState ts, MemoryView self, long key, long value) {
    byte[] shown = Buffers.orNull(ts, value);
    byte[] bytes = shown == null ? Buffers.require(ts, value) : shown;
    ByteSource source = Hosts.orNull(ts, value) instanceof ByteSource host ? host : null;
    ItemFormat item = source == null ? ItemFormat.BYTE : ItemFormat.of(source.format());
    boolean flat = !(source instanceof MemoryView other) || other.shape.length == 1;
    MemoryView target = part(self.lease, self, Slices.parts(ts, key).of(self.shape[0]));
    int size = target.itemSize;
    boolean same = item.code() == self.item.code() && item.code() != 0 || source == self;
    if (!same || !flat || bytes.length != target.shape[0] * size) {
      throw Errors.valueError(
          ts, "memoryview assignment: lvalue and rvalue have different structures");
    }
    if (target.isContiguous()) {
      self.store(ts, target.offset, bytes);
      return;
    }
    for (int i = 0; i < target.shape[0]; i++) {
      byte[] one = Arrays.copyOfRange(bytes, i * size, (i + 1) * size);
      self.store(ts, target.offset + i * target.strides[0], one);
    }
  }

  public static long cast(ThreadState ts, MemoryView self, String format, long shape) {
    self.check(ts);
    if (!self.isContiguous()) {
      throw Errors.typeError(ts, "memoryview: casts are restricted to C-contiguous views");
    }
    if ((shape != Word.EMPTY || self.shape.length != 1) && self.count() == 0) {
      throw Errors.typeError(ts, "memoryview: cannot cast view with zeros in shape or strides");
    }
    long[] given = shape == Word.EMPTY ? null : shapeItems(ts, self, shape);
    ItemFormat item = ItemFormat.of(format);
    int bytes = self.count() * self.itemSize;
    checkCast(ts, self, item, bytes);
    int[] lengths = given == null ? new int[] {bytes / item.size()} : lengths(ts, given);
    if (given != null && product(lengths) * item.size() != bytes) {
      throw Errors.typeError(ts, "memoryview: product(shape) * itemsize != buffer size");
    }
    long[] strides = MemoryView.plainStrides(lengths, item.size());
    BufferLease lease = shared(ts, self);
    return wrap(
        ts,
        new MemoryView(
            lease, item, item.size(), self.offset, lengths, strides, self.readOnly, false));
  }

  private static void checkCast(ThreadState ts, MemoryView self, ItemFormat item, int bytes) {
    if (item.size() == 0) {
      throw Errors.valueError(
          ts,
          "memoryview: destination format must be a native single character format prefixed with an"
              + " optional '@'");
    }
    if (!self.item.isByte() && !item.isByte()) {
      throw Errors.typeError(ts, "memoryview: cannot cast between two non-byte formats");
    }
    if (bytes % item.size() != 0) {
      throw Errors.typeError(ts, "memoryview: length is not a multiple of itemsize");
    }
  }

  private static long[] shapeItems(ThreadState ts, MemoryView self, long shape) {
    if (!Lists.isList(ts, shape) && !Tuples.isTuple(ts, shape)) {
      throw Errors.typeError(ts, "shape must be a list or a tuple");
    }
    int count = Sequences.length(ts, shape);
    if (count > MAX_DIMENSIONS) {
      throw Errors.valueError(
          ts, "memoryview: number of dimensions must not exceed %d", MAX_DIMENSIONS);
    }
    if (self.shape.length != 1 && count != 1) {
      throw Errors.typeError(ts, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    long[] items = new long[count];
    for (int i = 0; i < count; i++) {
      items[i] = Sequences.at(ts, shape, i);
    }
    return items;
  }

  private static int[] lengths(ThreadState ts, long[] items) {
    int[] lengths = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      if (items[i] == Word.EMPTY || !Ints.isInt(ts, items[i])) {
        throw Errors.typeError(ts, "memoryview.cast(): elements of shape must be integers");
      }
      if (Ints.signum(items[i]) <= 0) {
        throw Errors.valueError(ts, "memoryview.cast(): elements of shape must be integers > 0");
      }
      boolean small = Word.isInt(items[i]) && Word.unboxInt(items[i]) <= Integer.MAX_VALUE;
      lengths[i] = small ? (int) Word.unboxInt(items[i]) : Integer.MAX_VALUE;
    }
    return lengths;
  }

  /** Stops growing where no buffer is as large. */
  private static long product(int[] lengths) {
    long product = 1;
    for (int length : lengths) {
      product = Math.min(product * length, Integer.MAX_VALUE + 1L);
    }
    return product;
  }

  public static long toList(ThreadState ts, MemoryView self) {
    self.check(ts);
    byte[] bytes = self.bytes(ts, false);
    return list(ts, self, 0, bytes, 0, bytes.length);
  }

  private static long list(
      ThreadState ts, MemoryView self, int dimension, byte[] bytes, int at, int end) {
    if (dimension == self.shape.length) {
      return self.item.unpack(ts, bytes, at);
    }
    int count = self.shape[dimension];
    int size = count == 0 ? 0 : (end - at) / count;
    long list = Lists.create(ts, count);
    for (int i = 0; i < count; i++) {
      int from = at + i * size;
      Lists.append(ts, list, list(ts, self, dimension + 1, bytes, from, from + size));
    }
    return list;
  }

  public static long toReadOnly(ThreadState ts, MemoryView self) {
    return derived(ts, shared(ts, self), self, true);
  }

  /** {@code tobytes(order)}. */
  public static long toBytes(ThreadState ts, MemoryView self, long order) {
    self.check(ts);
    boolean plain = order == Word.NONE || order == Word.EMPTY;
    String text = plain ? "C" : Strs.isStr(ts, order) ? Strs.toJava(order) : null;
    if (text == null) {
      throw Errors.typeError(
          ts,
          "tobytes() argument 'order' must be str or None, not %s",
          ts.runtime().typeOf(order).name());
    }
    boolean fortran =
        switch (text) {
          case "C" -> false;
          case "F" -> true;
          case "A" -> self.isFortran() && !self.isContiguous();
          default -> throw Errors.valueError(ts, "order must be 'C', 'F', 'A' or None");
        };
    return ByteStrings.of(ts, self.bytes(ts, fortran));
  }

  public static long compare(ThreadState ts, boolean equal, long self, long value) {
    MemoryView left = Hosts.get(ts, self, MemoryView.class);
    boolean isView = Hosts.orNull(ts, value) instanceof MemoryView;
    if (left.isReleased() || isView && Hosts.get(ts, value, MemoryView.class).isReleased()) {
      return Word.boxBool((self == value) == equal);
    }
    if (!isView && !Buffers.isBuffer(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    int mark = ts.rootMark();
    try {
      long other = isView ? value : create(ts, value);
      ts.root(other);
      MemoryView right = Hosts.get(ts, other, MemoryView.class);
      boolean same = sameItems(ts, left, right);
      if (!isView) {
        release(ts, other);
      }
      return Word.boxBool(same == equal);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean sameItems(ThreadState ts, MemoryView left, MemoryView right) {
    if (!Arrays.equals(left.shape, right.shape)) {
      return false;
    }
    byte[] a = left.bytes(ts, false);
    byte[] b = right.bytes(ts, false);
    if (left.item.code() == right.item.code() && left.item.isExact()) {
      return Arrays.equals(a, b);
    }
    if (left.item.code() == 0 || right.item.code() == 0) {
      return false;
    }
    for (int i = 0; i < left.count(); i++) {
      try (RootScope roots = ts.roots()) {
        long x = roots.keep(left.item.unpack(ts, a, i * left.itemSize));
        long y = roots.keep(right.item.unpack(ts, b, i * right.itemSize));
        if (!Comparison.isTrue(ts, Slot.EQ, x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  public static long hash(ThreadState ts, MemoryView self) {
    if (self.hash != Word.EMPTY) {
      return self.hash;
    }
    self.check(ts);
    if (!self.readOnly) {
      throw Errors.valueError(ts, "cannot hash writable memoryview object");
    }
    if (!self.item.isByte()) {
      throw Errors.valueError(ts, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    Hashing.hash(ts, self.object()); // a view on what cannot be hashed cannot be hashed either
    self.hash = Hashing.hash(ts, ByteStrings.of(ts, self.toByteArray(ts)));
    return self.hash;
  }
}
