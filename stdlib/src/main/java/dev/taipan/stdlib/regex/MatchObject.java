package dev.taipan.stdlib.regex;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Where a pattern matched; immutable. */
final class MatchObject extends HostObject {
  final long pattern;
  final long string;
  final int pos;
  final int endpos;
  final int lastIndex;

  /** Start and end of each group, -1 where it took no part. */
  final int[] spans;

  private MatchObject(long pattern, long string, int pos, int endpos, int lastIndex, int[] spans) {
    this.pattern = pattern;
    this.string = string;
    this.pos = pos;
    this.endpos = endpos;
    this.lastIndex = lastIndex;
    this.spans = spans;
  }

  /** The match that a matcher has just found. */
  static long create(ThreadState ts, long pattern, Matcher matcher, int pos) {
    PatternObject compiled = Hosts.get(ts, pattern, PatternObject.class);
    int[] spans = new int[2 * compiled.program.groups() + 2];
    for (int i = 0; i < spans.length / 2; i++) {
      spans[2 * i] = matcher.groupStart(i);
      spans[2 * i + 1] = matcher.groupEnd(i);
    }
    return Hosts.create(
        ts,
        StandardLibrary.type(ts, MatchTypeTable.TABLE),
        new MatchObject(
            pattern, matcher.subject().word(), pos, matcher.end(), matcher.lastIndex(), spans));
  }

  /** The number of a group given by number or name, or IndexError. */
  int groupNumber(ThreadState ts, long word) {
    long number = -1;
    if (Numbers.hasIndex(ts, word)) {
      long index = Numbers.index(ts, word);
      number = Ints.fitsLong(index) ? Ints.toLong(index) : -1;
    } else {
      long names = Hosts.get(ts, pattern, PatternObject.class).groupIndex;
      long found = Dicts.get(ts, names, word);
      if (found != Word.EMPTY && Word.isInt(found)) {
        number = Word.unboxInt(found);
      }
    }
    if (number < 0 || number >= spans.length / 2) {
      throw Errors.indexError(ts, "no such group");
    }
    return (int) number;
  }

  /** What a group matched, or the fallback. */
  long group(ThreadState ts, int group, long fallback) {
    if (spans[2 * group] < 0) {
      return fallback;
    }
    return Subject.of(ts, string).slice(ts, spans[2 * group], spans[2 * group + 1]);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(pattern);
    visitor.visit(string);
  }
}
