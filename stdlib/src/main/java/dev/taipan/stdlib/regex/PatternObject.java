package dev.taipan.stdlib.regex;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** A compiled pattern; immutable. */
final class PatternObject extends HostObject {
  final Program program;
  final int flags;

  /** What the script wrote, None for a pattern that was not made of text. */
  final long source;

  /** A dict from names to group numbers, never changed. */
  final long groupIndex;

  /** A tuple: the name of each group or None. */
  final long indexGroup;

  /** Whether it is for str or for bytes; a pattern without a source takes both. */
  private final boolean text;

  private final boolean bytes;

  PatternObject(
      ThreadState ts, Program program, int flags, long source, long groupIndex, long indexGroup) {
    this.program = program;
    this.flags = flags;
    this.source = source;
    this.groupIndex = groupIndex;
    this.indexGroup = indexGroup;
    this.text = source != Word.NONE && Strs.isStr(ts, source);
    this.bytes = source != Word.NONE && !text;
  }

  boolean isText() {
    return text;
  }

  boolean isBytes() {
    return bytes;
  }

  /** The subject of a method's argument, checked against the pattern's kind. */
  Subject subject(ThreadState ts, long word) {
    Subject subject = Subject.of(ts, word);
    if (subject.isText() && bytes) {
      throw Errors.typeError(ts, "cannot use a bytes pattern on a string-like object");
    }
    if (!subject.isText() && text) {
      throw Errors.typeError(ts, "cannot use a string pattern on a bytes-like object");
    }
    return subject;
  }

  private static long number(ThreadState ts, long word) {
    long index = Numbers.index(ts, word);
    if (!Ints.fitsLong(index)) {
      throw Errors.overflowError(ts, "Python int too large to convert to C ssize_t");
    }
    return Ints.toLong(index);
  }

  /** Numbers come before the subject: one that is too large is the error that is told. */
  static void checkBounds(ThreadState ts, long pos, long endpos) {
    if (pos != Word.EMPTY) {
      number(ts, pos);
    }
    if (endpos != Word.EMPTY) {
      number(ts, endpos);
    }
  }

  /** A {@code pos} or {@code endpos} argument within the subject. */
  static int bound(ThreadState ts, long word, Subject subject) {
    if (word == Word.EMPTY) {
      return subject.length();
    }
    long value = number(ts, word);
    return (int) Math.max(0, Math.min(value, subject.length()));
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(source);
    visitor.visit(groupIndex);
    visitor.visit(indexGroup);
  }
}
