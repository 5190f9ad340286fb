package dev.taipan.vm.builtin.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Formatting;
import dev.taipan.vm.object.IntText;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Functions of {@code builtins} on numbers and text. */
@BuiltinModule("builtins")
final class NumberFunctions {
  private NumberFunctions() {}

  @Builtin("round(number, ndigits=None)")
  static long round(ThreadState ts, long number, long ndigits) {
    long method = ts.runtime().typeOf(number).slot(ts, Slot.ROUND);
    if (method == 0L) {
      throw Errors.typeError(
          ts, "type %s doesn't define __round__ method", ts.runtime().typeOf(number).name());
    }
    return ndigits == Word.NONE
        ? Calls.method0(ts, method, number)
        : Calls.method1(ts, method, number, ndigits);
  }

  @Builtin("bin(number, /)")
  static String bin(ThreadState ts, long number) {
    return IntText.prefixed(Numbers.index(ts, number), 2, "0b");
  }

  @Builtin("oct(number, /)")
  static String oct(ThreadState ts, long number) {
    return IntText.prefixed(Numbers.index(ts, number), 8, "0o");
  }

  @Builtin("hex(number, /)")
  static String hex(ThreadState ts, long number) {
    return IntText.prefixed(Numbers.index(ts, number), 16, "0x");
  }

  @Builtin("ord(c, /)")
  static int ord(ThreadState ts, long c) {
    int length = -1;
    int value = 0;
    if (Strs.isStr(ts, c)) {
      length = Strs.length(c);
      value = length == 1 ? Strs.charAt(c, 0) : 0;
    } else {
      byte[] bytes = Buffers.ofBytesOrByteArray(ts, c);
      if (bytes == null) {
        throw Errors.typeError(
            ts, "ord() expected string of length 1, but %s found", ts.runtime().typeOf(c).name());
      }
      length = bytes.length;
      value = length == 1 ? bytes[0] & 0xFF : 0;
    }
    if (length != 1) {
      throw Errors.typeError(
          ts, "ord() expected a character, but string of length %d found", length);
    }
    return value;
  }

  @Builtin("ascii(obj, /)")
  static long ascii(ThreadState ts, long object) {
    return Representation.ascii(ts, object);
  }

  @Builtin("format(value, format_spec=, /)")
  static long format(ThreadState ts, long value, long spec) {
    if (spec != 0L && !Strs.isStr(ts, spec)) {
      throw Errors.typeError(
          ts, "format() argument 2 must be str, not %s", ts.runtime().typeOf(spec).name());
    }
    return Formatting.format(ts, value, spec == 0L ? Strs.empty(ts) : spec);
  }
}
