package dev.taipan.stdlib.regex;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.MappingProxy;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** {@code re.Pattern}. */
@BuiltinType(name = "Pattern", module = "re", subclassable = false)
final class PatternType {
  private PatternType() {}

  private static PatternObject of(ThreadState ts, long self) {
    return Hosts.get(ts, self, PatternObject.class);
  }

  private enum Way {
    MATCH,
    FULLMATCH,
    SEARCH
  }

  private static long find(ThreadState ts, long self, Way way, long string, long pos, long endpos) {
    int mark = ts.rootMark();
    try {
      PatternObject.checkBounds(ts, pos, endpos);
      PatternObject pattern = of(ts, self);
      Subject subject = pattern.subject(ts, string);
      ts.root(subject.cell());
      int from = PatternObject.bound(ts, pos, subject);
      int to = PatternObject.bound(ts, endpos, subject);
      Matcher matcher = new Matcher(pattern.program, subject, to);
      boolean found =
          switch (way) {
            case MATCH -> matcher.match(from, false);
            case FULLMATCH -> matcher.match(from, true);
            case SEARCH -> matcher.search(from, false);
          };
      return found ? MatchObject.create(ts, self, matcher, from) : Word.NONE;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("match(self, /, string, pos=0, endpos=)")
  static long match(ThreadState ts, long self, long string, long pos, long endpos) {
    return find(ts, self, Way.MATCH, string, pos, endpos);
  }

  @Builtin("fullmatch(self, /, string, pos=0, endpos=)")
  static long fullmatch(ThreadState ts, long self, long string, long pos, long endpos) {
    return find(ts, self, Way.FULLMATCH, string, pos, endpos);
  }

  @Builtin("search(self, /, string, pos=0, endpos=)")
  static long search(ThreadState ts, long self, long string, long pos, long endpos) {
    return find(ts, self, Way.SEARCH, string, pos, endpos);
  }

  @Builtin("findall(self, /, string, pos=0, endpos=)")
  static long findall(ThreadState ts, long self, long string, long pos, long endpos) {
    int mark = ts.rootMark();
    try {
      Scan scan = new Scan(ts, self, string, pos, endpos);
      int groups = of(ts, self).program.groups();
      long empty = scan.matcher.subject().empty(ts);
      ts.root(empty);
      long list = Lists.create(ts, 0);
      ts.root(list);
      while (scan.search()) {
        Lists.append(ts, list, groups < 2 ? scan.group(ts, groups, empty) : all(ts, scan, empty));
      }
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long all(ThreadState ts, Scan scan, long empty) {
    long[] groups = new long[of(ts, scan.pattern).program.groups()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = scan.group(ts, i + 1, empty);
    }
    return Tuples.of(ts, groups);
  }

  private static long scanner(
      ThreadState ts, BuiltinTable table, long self, long string, long pos, long endpos) {
    int mark = ts.rootMark();
    try {
      ScannerObject scanner = new ScannerObject(new Scan(ts, self, string, pos, endpos));
      return Hosts.create(ts, StandardLibrary.type(ts, table), scanner);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("finditer(self, /, string, pos=0, endpos=)")
  static long finditer(ThreadState ts, long self, long string, long pos, long endpos) {
    return scanner(ts, FindIteratorTypeTable.TABLE, self, string, pos, endpos);
  }

  @Builtin("scanner(self, /, string, pos=0, endpos=)")
  static long scanner(ThreadState ts, long self, long string, long pos, long endpos) {
    return scanner(ts, ScannerTypeTable.TABLE, self, string, pos, endpos);
  }

  @Builtin("split(self, /, string, maxsplit=0)")
  static long split(ThreadState ts, long self, long string, long maxsplit) {
    long most = Numbers.asJavaLong(ts, maxsplit);
    int mark = ts.rootMark();
    try {
      Scan scan = new Scan(ts, self, string, Word.boxInt(0), Word.EMPTY);
      Subject subject = scan.matcher.subject();
      int groups = of(ts, self).program.groups();
      long list = Lists.create(ts, 0);
      ts.root(list);
      int last = 0;
      for (long n = 0; (most == 0 || n < most) && scan.search(); n++) {
        Lists.append(ts, list, subject.slice(ts, last, scan.matcher.start()));
        for (int i = 1; i <= groups; i++) {
          Lists.append(ts, list, scan.group(ts, i, Word.NONE));
        }
        last = scan.matcher.matchEnd();
      }
      Lists.append(ts, list, subject.slice(ts, last, subject.length()));
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("sub(self, /, repl, string, count=0)")
  static long sub(ThreadState ts, long self, long repl, long string, long count) {
    return Tuples.get(subn(ts, self, repl, string, count), 0);
  }

  @Builtin("subn(self, /, repl, string, count=0)")
  static long subn(ThreadState ts, long self, long repl, long string, long count) {
    return Replacement.subn(ts, self, repl, string, Numbers.asJavaLong(ts, count));
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

  @Builtin("__eq__(self, other, /)")
  static long eq(ThreadState ts, PatternObject self, long other) {
    if (!(Hosts.orNull(ts, other) instanceof PatternObject that)) {
      return Word.NOT_IMPLEMENTED;
    }
    boolean same =
        self.flags == that.flags
            && self.isBytes() == that.isBytes()
            && self.program.groups() == that.program.groups()
            && Arrays.equals(self.program.code(), that.program.code())
            && Comparison.equal(ts, self.source, that.source);
    return Word.boxBool(same);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, PatternObject self) {
    long code = Arrays.hashCode(self.program.code());
    long hash = Hashing.hash(ts, self.source) ^ code ^ self.flags ^ self.program.groups();
    return Ints.of(ts, self.isBytes() ? ~hash : hash);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, PatternObject self) {
    return PatternText.show(ts, self);
  }

  @Getter("pattern")
  static long pattern(PatternObject self) {
    return self.source;
  }

  @Getter("flags")
  static long flags(PatternObject self) {
    return Word.boxInt(self.flags);
  }

  @Getter("groups")
  static long groups(PatternObject self) {
    return Word.boxInt(self.program.groups());
  }

  @Getter("groupindex")
  static long groupindex(ThreadState ts, PatternObject self) {
    return MappingProxy.of(ts, self.groupIndex);
  }
}
