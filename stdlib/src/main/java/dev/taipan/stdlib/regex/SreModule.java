package dev.taipan.stdlib.regex;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _sre}: what the library's {@code re} compiles to. */
@BuiltinModule("_sre")
public final class SreModule {
  /** The version of the instructions; the library checks it. */
  static final int MAGIC = 20221023;

  private static final int CODE_SIZE = 4;
  private static final long MAX_REPEAT = 0xFFFFFFFFL;
  private static final int MAX_GROUPS = Integer.MAX_VALUE / 2;

  private SreModule() {}

  /** The constants. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "MAGIC", Word.boxInt(MAGIC));
    Dicts.set(ts, namespace, "CODESIZE", Word.boxInt(CODE_SIZE));
    Dicts.set(ts, namespace, "MAXREPEAT", Word.boxInt(MAX_REPEAT));
    Dicts.set(ts, namespace, "MAXGROUPS", Word.boxInt(MAX_GROUPS));
  }

  @Builtin("getcodesize()")
  static int codeSize() {
    return CODE_SIZE;
  }

  @Builtin("ascii_iscased(character, /)")
  static boolean asciiIsCased(int c) {
    return Characters.lowerAscii(c) != Characters.upperAscii(c);
  }

  @Builtin("ascii_tolower(character, /)")
  static int asciiToLower(int c) {
    return Characters.lowerAscii(c);
  }

  @Builtin("unicode_iscased(character, /)")
  static boolean unicodeIsCased(int c) {
    return Characters.lowerUnicode(c) != c || Characters.upperUnicode(c) != c;
  }

  @Builtin("unicode_tolower(character, /)")
  static int unicodeToLower(int c) {
    return Characters.lowerUnicode(c);
  }

  /** This edition of the library hands over its compiler; it is left as it is. */
  @Builtin("setup(compile, error, /)")
  static long setup(long compile, long error) {
    return compile;
  }

  @Builtin("compile(pattern, flags, code, groups, groupindex, indexgroup)")
  static long compile(
      ThreadState ts,
      long pattern,
      int flags,
      long code,
      int groups,
      long groupindex,
      long indexgroup) {
    if (!Lists.isList(ts, code)) {
      throw wrongType(ts, "code", "list", code);
    }
    if (!Dicts.isDict(ts, groupindex)) {
      throw wrongType(ts, "groupindex", "dict", groupindex);
    }
    if (!Tuples.isTuple(ts, indexgroup)) {
      throw wrongType(ts, "indexgroup", "tuple", indexgroup);
    }
    if (pattern != Word.NONE) {
      Subject.of(ts, pattern);
    }
    Program program = read(ts, code, groups);
    PatternObject made =
        new PatternObject(ts, program, flags, pattern, Dicts.copy(ts, groupindex), indexgroup);
    return Hosts.create(ts, StandardLibrary.type(ts, PatternTypeTable.TABLE), made);
  }

  private static RuntimeException wrongType(
      ThreadState ts, String name, String wanted, long given) {
    return Errors.typeError(
        ts,
        "compile() argument '%s' must be %s, not %s",
        name,
        wanted,
        ts.runtime().typeOf(given).name());
  }

  private static Program read(ThreadState ts, long code, int groups) {
    int[] words = new int[Lists.length(code)];
    for (int i = 0; i < words.length; i++) {
      long value = Numbers.index(ts, Lists.get(ts, code, i));
      if (!Ints.fitsLong(value) || Ints.toLong(value) >>> 32 != 0) {
        throw Errors.overflowError(ts, "regular expression code size limit exceeded");
      }
      words[i] = (int) Ints.toLong(value);
    }
    try {
      return ProgramReader.read(words, groups);
    } catch (ProgramReader.InvalidCode e) {
      throw Errors.runtimeError(ts, "invalid SRE code");
    }
  }

  @Builtin("template(pattern, template, /)")
  static long template(ThreadState ts, long pattern, long template) {
    if (!(Hosts.orNull(ts, pattern) instanceof PatternObject compiled)
        || !Lists.isList(ts, template)
        || (Lists.length(template) & 1) == 0) {
      throw Errors.typeError(ts, "invalid template");
    }
    int groups = Lists.length(template) / 2;
    long[] literals = new long[groups + 1];
    int[] numbers = new int[groups];
    for (int i = 0; i <= groups; i++) {
      literals[i] = Lists.get(ts, template, 2L * i);
    }
    for (int i = 0; i < groups; i++) {
      numbers[i] = Numbers.asJavaInt(ts, Lists.get(ts, template, 2L * i + 1));
      if (numbers[i] < 0 || numbers[i] > compiled.program.groups()) {
        throw Errors.typeError(ts, "invalid template");
      }
    }
    Template made = new Template(literals, numbers);
    return Hosts.create(ts, StandardLibrary.type(ts, TemplateTypeTable.TABLE), made);
  }
}
