package dev.taipan.stdlib.regex;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;

/**
 * What is searched: characters at an address that stays valid as long as {@code cell} is rooted. A
 * str and a bytes are read where they lie; of other buffers a copy is taken, which no other thread
 * can change.
 *
 * @param word what the script passed
 * @param cell the str or bytes that holds the characters
 * @param chars address of the first character
 * @param width bytes a character
 * @param length in characters
 */
record Subject(long word, long cell, boolean isText, long chars, int width, int length) {

  /** The subject of a method's argument, or TypeError. */
  static Subject of(ThreadState ts, long word) {
    if (Strs.isStr(ts, word)) {
      return new Subject(
          word, word, true, StrLayout.chars(word), StrLayout.width(word), StrLayout.length(word));
    }
    long cell = word;
    if (ts.runtime().kindOf(word) != Kind.BYTES) {
      byte[] bytes = Buffers.orNull(ts, word);
      if (bytes == null) {
        throw Errors.typeError(
            ts, "expected string or bytes-like object, got '%s'", ts.runtime().typeOf(word).name());
      }
      cell = ByteStrings.of(ts, bytes);
    }
    return new Subject(word, cell, false, BytesLayout.data(cell), 1, BytesLayout.length(cell));
  }

  /** The part from {@code from} up to {@code to} as an exact str or bytes. */
  long slice(ThreadState ts, int from, int to) {
    int last = Math.min(to, length);
    int first = Math.min(from, last);
    boolean whole = first == 0 && last == length;
    if (isText) {
      return whole && Strs.isExactStr(cell) ? cell : Strings.substring(ts, cell, first, last);
    }
    if (whole && ts.runtime().typeOf(cell) == ts.runtime().types().bytes) {
      return cell;
    }
    long part = BytesLayout.create(ts, last - first);
    Memory.copy(chars + first, BytesLayout.data(part), last - first);
    Memory.storeStoreFence();
    return part;
  }

  /** The str or bytes without content that goes with this one. */
  long empty(ThreadState ts) {
    return isText ? Strs.empty(ts) : ByteStrings.of(ts, new byte[0]);
  }
}
