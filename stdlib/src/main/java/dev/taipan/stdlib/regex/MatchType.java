package dev.taipan.stdlib.regex;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code re.Match}. */
@BuiltinType(name = "Match", module = "re", subclassable = false)
final class MatchType {
  private MatchType() {}

  private static final int SHOWN = 50;

  @Builtin("group(self, /, *groups)")
  static long group(ThreadState ts, MatchObject self, long groups) {
    int count = Tuples.length(groups);
    if (count == 0) {
      return self.group(ts, 0, Word.NONE);
    }
    if (count == 1) {
      return self.group(ts, self.groupNumber(ts, Tuples.get(groups, 0)), Word.NONE);
    }
    int mark = ts.rootMark();
    try {
      ts.root(groups);
      long first = ts.rootAddress();
      for (int i = 0; i < count; i++) {
        ts.root(self.group(ts, self.groupNumber(ts, Tuples.get(groups, i)), Word.NONE));
      }
      return Tuples.fromMemory(ts, first, count);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, MatchObject self, long key) {
    return self.group(ts, self.groupNumber(ts, key), Word.NONE);
  }

  @Builtin("groups(self, /, default=None)")
  static long groups(ThreadState ts, MatchObject self, long fallback) {
    long[] found = new long[self.spans.length / 2 - 1];
    for (int i = 0; i < found.length; i++) {
      found[i] = self.group(ts, i + 1, fallback);
    }
    return Tuples.of(ts, found);
  }

  @Builtin("groupdict(self, /, default=None)")
  static long groupdict(ThreadState ts, MatchObject self, long fallback) {
    long names = Hosts.get(ts, self.pattern, PatternObject.class).groupIndex;
    int mark = ts.rootMark();
    try {
      long dict = Dicts.create(ts);
      ts.root(dict);
      for (int i = Dicts.nextPosition(names, 0); i >= 0; i = Dicts.nextPosition(names, i + 1)) {
        long name = Dicts.keyAt(names, i);
        long value = self.group(ts, self.groupNumber(ts, name), fallback);
        Dicts.set(ts, dict, name, value);
      }
      return dict;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("start(self, group=0, /)")
  static long start(ThreadState ts, MatchObject self, long group) {
    return Word.boxInt(self.spans[2 * self.groupNumber(ts, group)]);
  }

  @Builtin("end(self, group=0, /)")
  static long end(ThreadState ts, MatchObject self, long group) {
    return Word.boxInt(self.spans[2 * self.groupNumber(ts, group) + 1]);
  }

  @Builtin("span(self, group=0, /)")
  static long span(ThreadState ts, MatchObject self, long group) {
    return span(ts, self, self.groupNumber(ts, group));
  }

  private static long span(ThreadState ts, MatchObject self, int group) {
    return Tuples.of(
        ts, Word.boxInt(self.spans[2 * group]), Word.boxInt(self.spans[2 * group + 1]));
  }

  @Builtin("expand(self, /, template)")
  static long expand(ThreadState ts, MatchObject self, long template) {
    return Replacement.expand(ts, self, template);
  }

  @Builtin("__copy__(self, /)")
  static long copy(long self) {
    return self;
  }

  @Builtin("__deepcopy__(self, memo, /)")
  static long deepcopy(long self, long memo) {
    return self;
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, MatchObject self) {
    String text = Representation.text(ts, self.group(ts, 0, Word.NONE));
    int shown = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    return "<re.Match object; span=(%d, %d), match=%s>"
        .formatted(self.spans[0], self.spans[1], text.substring(0, shown));
  }

  @Getter("string")
  static long string(MatchObject self) {
    return self.string;
  }

  @Getter("re")
  static long pattern(MatchObject self) {
    return self.pattern;
  }

  @Getter("pos")
  static long pos(MatchObject self) {
    return Word.boxInt(self.pos);
  }

  @Getter("endpos")
  static long endpos(MatchObject self) {
    return Word.boxInt(self.endpos);
  }

  @Getter("lastindex")
  static long lastindex(MatchObject self) {
    return self.lastIndex < 0 ? Word.NONE : Word.boxInt(self.lastIndex);
  }

  @Getter("lastgroup")
  static long lastgroup(ThreadState ts, MatchObject self) {
    long names = Hosts.get(ts, self.pattern, PatternObject.class).indexGroup;
    boolean named = self.lastIndex >= 0 && self.lastIndex < Tuples.length(names);
    return named ? Tuples.get(names, self.lastIndex) : Word.NONE;
  }

  @Getter("regs")
  static long regs(ThreadState ts, MatchObject self) {
    long[] spans = new long[self.spans.length / 2];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = span(ts, self, i);
    }
    return Tuples.of(ts, spans);
  }
}
