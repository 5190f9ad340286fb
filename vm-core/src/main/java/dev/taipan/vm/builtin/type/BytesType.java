package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteIterator;
import dev.taipan.vm.object.ByteMethods;
import dev.taipan.vm.object.ByteSplit;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.ByteText;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.MemoryViews;
import dev.taipan.vm.object.StrPad;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code bytes}. */
@BuiltinType(
    name = "bytes",
    kind = Kind.BYTES,
    doc =
        "bytes(source[, encoding[, errors]]) -> bytes made from numbers, a bytes-like object, a"
            + " text with its encoding, or so many zero bytes")
final class BytesType {
  private BytesType() {}

  @Builtin(value = "__new__(cls, source=, encoding=, errors=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long source, long encoding, long errors) {
    if (cls == ts.runtime().types().bytes.cell()
        && source != 0L
        && encoding == 0L
        && errors == 0L) {
      if (ts.runtime().typeOf(source) == ts.runtime().types().bytes) {
        return source;
      }
      long own = ByteStrings.ownBytes(ts, source);
      if (own != 0L) {
        return own;
      }
    }
    return ByteStrings.ofType(
        ts, Classes.of(ts, cls), ByteStrings.construct(ts, source, encoding, errors, "bytes"));
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return ByteStrings.repr(BytesLayout.toArray(self));
  }

  @Builtin("__str__(self, /)")
  static String str(long self) {
    return ByteStrings.repr(BytesLayout.toArray(self));
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, ByteStrings.hash(ts, self));
  }

  @Builtin("__len__(self, /)")
  static int len(long self) {
    return BytesLayout.length(self);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return ByteIterator.create(ts, self, "bytes_iterator");
  }

  @Builtin("__bytes__(self, /)")
  static long bytes(ThreadState ts, long self) {
    return ByteStrings.exact(ts, self);
  }

  @Builtin("__getnewargs__(self, /)")
  static long getnewargs(ThreadState ts, long self) {
    return Tuples.of(ts, ByteStrings.exact(ts, self));
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return ByteMethods.compare(ts, 0, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return ByteMethods.compare(ts, 1, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return ByteMethods.compare(ts, 2, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return ByteMethods.compare(ts, 3, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return ByteMethods.compare(ts, 4, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return ByteMethods.compare(ts, 5, self, value);
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    return ByteMethods.concat(ts, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return ByteMethods.repeat(ts, self, value);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return ByteMethods.repeat(ts, self, value);
  }

  @Builtin("__mod__(self, value, /)")
  static long mod(ThreadState ts, long self, long value) {
    return ByteMethods.percent(ts, self, value);
  }

  @Builtin("__rmod__(self, value, /)")
  static long rmod(ThreadState ts, long self, long value) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    return ByteMethods.get(ts, self, key);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return ByteMethods.contains(ts, self, key);
  }

  @Builtin("__buffer__(self, flags, /)")
  static long buffer(ThreadState ts, long self, long flags) {
    return MemoryViews.builtin(ts, self, flags);
  }

  @Builtin("find(self, sub, start=None, end=None, /)")
  static int find(ThreadState ts, long self, long sub, long start, long end) {
    return ByteMethods.find(ts, self, sub, start, end, false);
  }

  @Builtin("rfind(self, sub, start=None, end=None, /)")
  static int rfind(ThreadState ts, long self, long sub, long start, long end) {
    return ByteMethods.find(ts, self, sub, start, end, true);
  }

  @Builtin("index(self, sub, start=None, end=None, /)")
  static int index(ThreadState ts, long self, long sub, long start, long end) {
    return ByteMethods.index(ts, self, sub, start, end, false);
  }

  @Builtin("rindex(self, sub, start=None, end=None, /)")
  static int rindex(ThreadState ts, long self, long sub, long start, long end) {
    return ByteMethods.index(ts, self, sub, start, end, true);
  }

  @Builtin("count(self, sub, start=None, end=None, /)")
  static int count(ThreadState ts, long self, long sub, long start, long end) {
    return ByteMethods.count(ts, self, sub, start, end);
  }

  @Builtin("replace(self, old, new, count=-1, /)")
  static long replace(ThreadState ts, long self, long old, long with, long count) {
    return ByteMethods.replace(ts, self, old, with, count);
  }

  @Builtin("startswith(self, prefix, start=None, end=None, /)")
  static boolean startswith(ThreadState ts, long self, long part, long start, long end) {
    return ByteMethods.atEdge(ts, self, part, start, end, false);
  }

  @Builtin("endswith(self, prefix, start=None, end=None, /)")
  static boolean endswith(ThreadState ts, long self, long part, long start, long end) {
    return ByteMethods.atEdge(ts, self, part, start, end, true);
  }

  @Builtin("removeprefix(self, prefix, /)")
  static long removeprefix(ThreadState ts, long self, long part) {
    return ByteMethods.removeEdge(ts, self, part, false);
  }

  @Builtin("removesuffix(self, suffix, /)")
  static long removesuffix(ThreadState ts, long self, long part) {
    return ByteMethods.removeEdge(ts, self, part, true);
  }

  @Builtin("split(self, /, sep=None, maxsplit=-1)")
  static long split(ThreadState ts, long self, long separator, long most) {
    return ByteSplit.split(ts, self, separator, most, false);
  }

  @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
  static long rsplit(ThreadState ts, long self, long separator, long most) {
    return ByteSplit.split(ts, self, separator, most, true);
  }

  @Builtin("splitlines(self, /, keepends=False)")
  static long splitlines(ThreadState ts, long self, boolean keepEnds) {
    return ByteSplit.splitLines(ts, self, keepEnds);
  }

  @Builtin("partition(self, sep, /)")
  static long partition(ThreadState ts, long self, long separator) {
    return ByteSplit.partition(ts, self, separator, false);
  }

  @Builtin("rpartition(self, sep, /)")
  static long rpartition(ThreadState ts, long self, long separator) {
    return ByteSplit.partition(ts, self, separator, true);
  }

  @Builtin("join(self, iterable_of_bytes, /)")
  static long join(ThreadState ts, long self, long iterable) {
    return ByteSplit.join(ts, self, iterable);
  }

  @Builtin("strip(self, bytes=None, /)")
  static long strip(ThreadState ts, long self, long chars) {
    return ByteMethods.strip(ts, self, chars, StrPad.Side.BOTH);
  }

  @Builtin("lstrip(self, bytes=None, /)")
  static long lstrip(ThreadState ts, long self, long chars) {
    return ByteMethods.strip(ts, self, chars, StrPad.Side.LEFT);
  }

  @Builtin("rstrip(self, bytes=None, /)")
  static long rstrip(ThreadState ts, long self, long chars) {
    return ByteMethods.strip(ts, self, chars, StrPad.Side.RIGHT);
  }

  @Builtin("ljust(self, width, fillchar=, /)")
  static long ljust(ThreadState ts, long self, long width, long fill) {
    return ByteMethods.justify(ts, self, width, fill, StrPad.Side.RIGHT, "ljust");
  }

  @Builtin("rjust(self, width, fillchar=, /)")
  static long rjust(ThreadState ts, long self, long width, long fill) {
    return ByteMethods.justify(ts, self, width, fill, StrPad.Side.LEFT, "rjust");
  }

  @Builtin("center(self, width, fillchar=, /)")
  static long center(ThreadState ts, long self, long width, long fill) {
    return ByteMethods.justify(ts, self, width, fill, StrPad.Side.BOTH, "center");
  }

  @Builtin("zfill(self, width, /)")
  static long zfill(ThreadState ts, long self, long width) {
    return ByteMethods.zfill(ts, self, width);
  }

  @Builtin("expandtabs(self, /, tabsize=8)")
  static long expandtabs(ThreadState ts, long self, int size) {
    return ByteMethods.expandTabs(ts, self, size);
  }

  @Builtin("upper(self, /)")
  static long upper(ThreadState ts, long self) {
    return ByteText.convert(ts, self, ByteText.Case.UPPER);
  }

  @Builtin("lower(self, /)")
  static long lower(ThreadState ts, long self) {
    return ByteText.convert(ts, self, ByteText.Case.LOWER);
  }

  @Builtin("title(self, /)")
  static long title(ThreadState ts, long self) {
    return ByteText.convert(ts, self, ByteText.Case.TITLE);
  }

  @Builtin("capitalize(self, /)")
  static long capitalize(ThreadState ts, long self) {
    return ByteText.convert(ts, self, ByteText.Case.CAPITALIZE);
  }

  @Builtin("swapcase(self, /)")
  static long swapcase(ThreadState ts, long self) {
    return ByteText.convert(ts, self, ByteText.Case.SWAP);
  }

  @Builtin("isalpha(self, /)")
  static boolean isalpha(ThreadState ts, long self) {
    return ByteText.all(ts, self, ByteText::isAlpha);
  }

  @Builtin("isalnum(self, /)")
  static boolean isalnum(ThreadState ts, long self) {
    return ByteText.all(ts, self, ByteText::isAlnum);
  }

  @Builtin("isdigit(self, /)")
  static boolean isdigit(ThreadState ts, long self) {
    return ByteText.all(ts, self, ByteText::isDigit);
  }

  @Builtin("isspace(self, /)")
  static boolean isspace(ThreadState ts, long self) {
    return ByteText.all(ts, self, ByteText::isSpace);
  }

  @Builtin("isascii(self, /)")
  static boolean isascii(ThreadState ts, long self) {
    return ByteText.isAscii(ts, self);
  }

  @Builtin("isupper(self, /)")
  static boolean isupper(ThreadState ts, long self) {
    return ByteText.isCase(ts, self, ByteText::isUpper, ByteText::isLower);
  }

  @Builtin("islower(self, /)")
  static boolean islower(ThreadState ts, long self) {
    return ByteText.isCase(ts, self, ByteText::isLower, ByteText::isUpper);
  }

  @Builtin("istitle(self, /)")
  static boolean istitle(ThreadState ts, long self) {
    return ByteText.isTitle(ts, self);
  }

  @Builtin("translate(self, table, /, delete=)")
  static long translate(ThreadState ts, long self, long table, long delete) {
    return ByteMethods.translate(ts, self, table, delete);
  }

  @Builtin(value = "maketrans(frm, to, /)", binding = Binding.STATIC)
  static long maketrans(ThreadState ts, long from, long to) {
    return ByteMethods.makeTable(ts, from, to);
  }

  @Builtin("decode(self, /, encoding='utf-8', errors='strict')")
  static long decode(ThreadState ts, long self, String encoding, String errors) {
    return ByteMethods.decode(ts, self, encoding, errors);
  }

  @Builtin("hex(self, /, sep=, bytes_per_sep=1)")
  static String hex(ThreadState ts, long self, long separator, int group) {
    return ByteText.hex(ts, Buffers.ofBytesOrByteArray(ts, self), separator, group);
  }

  @Builtin(value = "fromhex(cls, string, /)", binding = Binding.CLASS)
  static long fromhex(ThreadState ts, long cls, String string) {
    long bytes = ByteStrings.of(ts, ByteText.fromHex(ts, string));
    return cls == ts.runtime().types().bytes.cell() ? bytes : Calls.call1(ts, cls, bytes);
  }
}
