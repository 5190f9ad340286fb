package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.FormatSpec;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.PercentFormat;
import dev.taipan.vm.object.StrCase;
import dev.taipan.vm.object.StrFind;
import dev.taipan.vm.object.StrIterators;
import dev.taipan.vm.object.StrOps;
import dev.taipan.vm.object.StrPad;
import dev.taipan.vm.object.StrSplit;
import dev.taipan.vm.object.StrTemplate;
import dev.taipan.vm.object.StrTranslate;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.Unicode;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code str}. */
@BuiltinType(name = "str", kind = Kind.STR)
final class StrType {
  private StrType() {}

  @Builtin(value = "__new__(cls, object=, encoding=, errors=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long object, long encoding, long errors) {
    return StrOps.construct(ts, Classes.of(ts, cls), object, encoding, errors);
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return StrOps.repr(self);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, long self) {
    return StrOps.exact(ts, self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, long self) {
    return Ints.of(ts, Strs.hash(ts, self));
  }

  @Builtin("__format__(self, format_spec, /)")
  static long format(ThreadState ts, long self, long spec) {
    return FormatSpec.format(ts, self, spec);
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 0, self, value);
  }

  @Builtin("__le__(self, value, /)")
  static long le(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 1, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 2, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 3, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 4, self, value);
  }

  @Builtin("__ge__(self, value, /)")
  static long ge(ThreadState ts, long self, long value) {
    return StrOps.compare(ts, 5, self, value);
  }

  @Builtin("__add__(self, value, /)")
  static long add(ThreadState ts, long self, long value) {
    return StrOps.concat(ts, self, value);
  }

  @Builtin("__mul__(self, value, /)")
  static long mul(ThreadState ts, long self, long value) {
    return StrOps.repeat(ts, self, value);
  }

  @Builtin("__rmul__(self, value, /)")
  static long rmul(ThreadState ts, long self, long value) {
    return StrOps.repeat(ts, self, value);
  }

  @Builtin("__mod__(self, value, /)")
  static long mod(ThreadState ts, long self, long value) {
    return PercentFormat.ofStr(ts, self, value);
  }

  @Builtin("__rmod__(self, value, /)")
  static long rmod(ThreadState ts, long self, long value) {
    return Strs.isStr(ts, value) ? PercentFormat.ofStr(ts, value, self) : Word.NOT_IMPLEMENTED;
  }

  @Builtin("__len__(self, /)")
  static int len(long self) {
    return Strs.length(self);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    return StrOps.get(ts, self, key);
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(ThreadState ts, long self, long key) {
    return StrOps.contains(ts, self, key);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    return StrIterators.create(ts, self);
  }

  @Builtin("__getnewargs__(self, /)")
  static long getnewargs(ThreadState ts, long self) {
    return Tuples.of(ts, Strs.of(ts, Strs.toJava(self))); // a copy, as pickling relies on
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(long self) {
    return StrOps.sizeOf(self);
  }

  @Builtin("find(self, sub, start=None, end=None, /)")
  static int find(ThreadState ts, long self, long sub, long start, long end) {
    return StrFind.find(ts, self, sub, start, end, false);
  }

  @Builtin("rfind(self, sub, start=None, end=None, /)")
  static int rfind(ThreadState ts, long self, long sub, long start, long end) {
    return StrFind.find(ts, self, sub, start, end, true);
  }

  @Builtin("index(self, sub, start=None, end=None, /)")
  static int index(ThreadState ts, long self, long sub, long start, long end) {
    return StrFind.index(ts, self, sub, start, end, false);
  }

  @Builtin("rindex(self, sub, start=None, end=None, /)")
  static int rindex(ThreadState ts, long self, long sub, long start, long end) {
    return StrFind.index(ts, self, sub, start, end, true);
  }

  @Builtin("count(self, sub, start=None, end=None, /)")
  static int count(ThreadState ts, long self, long sub, long start, long end) {
    return StrFind.count(ts, self, sub, start, end);
  }

  @Builtin("replace(self, old, new, count=-1, /)")
  static long replace(ThreadState ts, long self, long old, long with, long count) {
    return StrFind.replace(ts, self, old, with, count);
  }

  @Builtin("startswith(self, prefix, start=None, end=None, /)")
  static boolean startswith(ThreadState ts, long self, long part, long start, long end) {
    return StrFind.atEdge(ts, self, part, start, end, false);
  }

  @Builtin("endswith(self, prefix, start=None, end=None, /)")
  static boolean endswith(ThreadState ts, long self, long part, long start, long end) {
    return StrFind.atEdge(ts, self, part, start, end, true);
  }

  @Builtin("removeprefix(self, prefix, /)")
  static long removeprefix(ThreadState ts, long self, long part) {
    return StrFind.removePrefix(ts, self, StrFind.argument(ts, "removeprefix", part));
  }

  @Builtin("removesuffix(self, suffix, /)")
  static long removesuffix(ThreadState ts, long self, long part) {
    return StrFind.removeSuffix(ts, self, StrFind.argument(ts, "removesuffix", part));
  }

  @Builtin("split(self, /, sep=None, maxsplit=-1)")
  static long split(ThreadState ts, long self, long separator, long most) {
    return StrSplit.split(ts, self, separator, most, false);
  }

  @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
  static long rsplit(ThreadState ts, long self, long separator, long most) {
    return StrSplit.split(ts, self, separator, most, true);
  }

  @Builtin("splitlines(self, /, keepends=False)")
  static long splitlines(ThreadState ts, long self, boolean keepEnds) {
    return StrSplit.splitLines(ts, self, keepEnds);
  }

  @Builtin("partition(self, sep, /)")
  static long partition(ThreadState ts, long self, long separator) {
    return StrSplit.partition(ts, self, separator, false);
  }

  @Builtin("rpartition(self, sep, /)")
  static long rpartition(ThreadState ts, long self, long separator) {
    return StrSplit.partition(ts, self, separator, true);
  }

  @Builtin("join(self, iterable, /)")
  static long join(ThreadState ts, long self, long iterable) {
    return StrSplit.join(ts, self, iterable);
  }

  @Builtin("strip(self, chars=None, /)")
  static long strip(ThreadState ts, long self, long chars) {
    return StrPad.strip(ts, self, chars, StrPad.Side.BOTH, "strip");
  }

  @Builtin("lstrip(self, chars=None, /)")
  static long lstrip(ThreadState ts, long self, long chars) {
    return StrPad.strip(ts, self, chars, StrPad.Side.LEFT, "lstrip");
  }

  @Builtin("rstrip(self, chars=None, /)")
  static long rstrip(ThreadState ts, long self, long chars) {
    return StrPad.strip(ts, self, chars, StrPad.Side.RIGHT, "rstrip");
  }

  @Builtin("ljust(self, width, fillchar=, /)")
  static long ljust(ThreadState ts, long self, long width, long fill) {
    return StrPad.justify(ts, self, width, fill, StrPad.Side.RIGHT);
  }

  @Builtin("rjust(self, width, fillchar=, /)")
  static long rjust(ThreadState ts, long self, long width, long fill) {
    return StrPad.justify(ts, self, width, fill, StrPad.Side.LEFT);
  }

  @Builtin("center(self, width, fillchar=, /)")
  static long center(ThreadState ts, long self, long width, long fill) {
    return StrPad.justify(ts, self, width, fill, StrPad.Side.BOTH);
  }

  @Builtin("zfill(self, width, /)")
  static long zfill(ThreadState ts, long self, long width) {
    return StrPad.zfill(ts, self, width);
  }

  @Builtin("expandtabs(self, /, tabsize=8)")
  static long expandtabs(ThreadState ts, long self, int size) {
    return StrPad.expandTabs(ts, self, size);
  }

  @Builtin("upper(self, /)")
  static long upper(ThreadState ts, long self) {
    return StrCase.upper(ts, self);
  }

  @Builtin("lower(self, /)")
  static long lower(ThreadState ts, long self) {
    return StrCase.lower(ts, self);
  }

  @Builtin("casefold(self, /)")
  static long casefold(ThreadState ts, long self) {
    return StrCase.casefold(ts, self);
  }

  @Builtin("title(self, /)")
  static long title(ThreadState ts, long self) {
    return StrCase.title(ts, self);
  }

  @Builtin("capitalize(self, /)")
  static long capitalize(ThreadState ts, long self) {
    return StrCase.capitalize(ts, self);
  }

  @Builtin("swapcase(self, /)")
  static long swapcase(ThreadState ts, long self) {
    return StrCase.swapCase(ts, self);
  }

  @Builtin("isalpha(self, /)")
  static boolean isalpha(long self) {
    return StrCase.all(self, Unicode::isAlpha);
  }

  @Builtin("isalnum(self, /)")
  static boolean isalnum(long self) {
    return StrCase.all(self, Unicode::isAlnum);
  }

  @Builtin("isdecimal(self, /)")
  static boolean isdecimal(long self) {
    return StrCase.all(self, Unicode::isDecimal);
  }

  @Builtin("isdigit(self, /)")
  static boolean isdigit(long self) {
    return StrCase.all(self, Unicode::isDigit);
  }

  @Builtin("isnumeric(self, /)")
  static boolean isnumeric(long self) {
    return StrCase.all(self, Unicode::isNumeric);
  }

  @Builtin("isspace(self, /)")
  static boolean isspace(long self) {
    return StrCase.all(self, Unicode::isSpace);
  }

  @Builtin("isprintable(self, /)")
  static boolean isprintable(long self) {
    return Strs.length(self) == 0 || StrCase.all(self, Unicode::isPrintable);
  }

  @Builtin("isascii(self, /)")
  static boolean isascii(long self) {
    return Strs.length(self) == 0 || StrCase.all(self, c -> c < 0x80);
  }

  @Builtin("isidentifier(self, /)")
  static boolean isidentifier(long self) {
    return StrCase.isIdentifier(self);
  }

  @Builtin("isupper(self, /)")
  static boolean isupper(long self) {
    return StrCase.isCase(self, Unicode::isUpper, Unicode::isLower);
  }

  @Builtin("islower(self, /)")
  static boolean islower(long self) {
    return StrCase.isCase(self, Unicode::isLower, Unicode::isUpper);
  }

  @Builtin("istitle(self, /)")
  static boolean istitle(long self) {
    return StrCase.isTitle(self);
  }

  @Builtin("translate(self, table, /)")
  static long translate(ThreadState ts, long self, long table) {
    return StrTranslate.translate(ts, self, table);
  }

  @Builtin(value = "maketrans(x, y=, z=, /)", binding = Binding.STATIC)
  static long maketrans(ThreadState ts, long x, long y, long z) {
    return StrTranslate.makeTable(ts, x, y, z);
  }

  @Builtin("encode(self, /, encoding='utf-8', errors='strict')")
  static long encode(ThreadState ts, long self, String encoding, String errors) {
    return ByteStrings.of(ts, TextCodecs.encode(ts, self, encoding, errors));
  }

  @Builtin("format(self, /, *args, **kwargs)")
  static long formatFields(ThreadState ts, long self, long args, long kwargs) {
    return StrTemplate.format(ts, self, args, kwargs);
  }

  @Builtin("format_map(self, mapping, /)")
  static long formatMap(ThreadState ts, long self, long mapping) {
    return StrTemplate.format(ts, self, Word.EMPTY, mapping);
  }
}
