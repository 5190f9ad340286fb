package dev.taipan.stdlib.csv;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;

/** How a file is written; immutable. Characters that there are none of are -1. */
final class Dialect extends HostObject {
  static final LibraryErrors ERROR = new LibraryErrors("_csv", "Error", Exc.Exception);

  static final int QUOTE_MINIMAL = 0;
  static final int QUOTE_ALL = 1;
  static final int QUOTE_NONNUMERIC = 2;
  static final int QUOTE_NONE = 3;
  static final int QUOTE_STRINGS = 4;
  static final int QUOTE_NOTNULL = 5;

  private static final String[] NAMES = {
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict"
  };

  final int delimiter;
  final boolean doubleQuote;
  final int escape;
  final String lineEnd;
  final int quote;
  final int quoting;
  final boolean skipSpace;
  final boolean strict;

  private Dialect(ThreadState ts, long[] words) {
    delimiter = character(ts, "delimiter", words[0], ',', false);
    doubleQuote = words[1] == Word.EMPTY || Truth.isTrue(ts, words[1]);
    escape = character(ts, "escapechar", words[2], -1, true);
    lineEnd = lineEnd(ts, words[3]);
    quote = character(ts, "quotechar", words[4], '"', true);
    boolean unquoted = words[4] == Word.NONE && words[5] == Word.EMPTY;
    quoting = unquoted ? QUOTE_NONE : quoting(ts, words[5]);
    skipSpace = words[6] != Word.EMPTY && Truth.isTrue(ts, words[6]);
    strict = words[7] != Word.EMPTY && Truth.isTrue(ts, words[7]);
    if (quoting != QUOTE_NONE && quote < 0) {
      throw Errors.typeError(ts, "quotechar must be set if quoting enabled");
    }
  }

  private static int character(ThreadState ts, String name, long word, int fallback, boolean none) {
    if (word == Word.EMPTY) {
      return fallback;
    }
    if (none && word == Word.NONE) {
      return -1;
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts,
          "\"%s\" must be string%s, not %s",
          name,
          none ? " or None" : "",
          ts.runtime().typeOf(word).name());
    }
    if (Strs.length(word) != 1) {
      throw Errors.typeError(ts, "\"%s\" must be a 1-character string", name);
    }
    return Strs.charAt(word, 0);
  }

  private static String lineEnd(ThreadState ts, long word) {
    if (word == Word.EMPTY) {
      return "\r\n";
    }
    if (word == Word.NONE) {
      throw Errors.typeError(ts, "lineterminator must be set");
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(ts, "\"lineterminator\" must be a string");
    }
    return Strs.toJava(word);
  }

  private static int quoting(ThreadState ts, long word) {
    if (word == Word.EMPTY) {
      return QUOTE_MINIMAL;
    }
    if (!Ints.isInt(ts, word) || Word.isBool(word)) {
      throw Errors.typeError(ts, "\"quoting\" must be an integer");
    }
    long value = Ints.fitsLong(word) ? Ints.toLong(word) : -1;
    if (value < QUOTE_MINIMAL || value > QUOTE_NOTNULL) {
      throw Errors.typeError(ts, "bad \"quoting\" value");
    }
    return (int) value;
  }

  /** A dialect's object of a dialect (EMPTY, None, a name or any object) and keyword arguments. */
  static long create(ThreadState ts, long given, long keywords) {
    int mark = ts.rootMark();
    try {
      long key = ts.runtime().intern(ts, "dialect");
      long named = keywords == Word.EMPTY ? Word.EMPTY : Dicts.getStr(ts, keywords, key);
      long dialect = given == Word.EMPTY ? named : given;
      if (Strs.isStr(ts, dialect)) {
        dialect = named(ts, dialect);
      }
      ts.root(dialect);
      int settings = keywords == Word.EMPTY ? 0 : Dicts.size(ts, keywords);
      if (Hosts.orNull(ts, dialect) instanceof Dialect
          && settings == (named == Word.EMPTY ? 0 : 1)) {
        return dialect;
      }
      long[] words = new long[NAMES.length];
      for (int i = 0; i < NAMES.length; i++) {
        long word = setting(ts, dialect, keywords, NAMES[i]);
        ts.root(word);
        words[i] = word;
      }
      refuseOthers(ts, keywords);
      return Hosts.create(
          ts, StandardLibrary.type(ts, DialectTypeTable.TABLE), new Dialect(ts, words));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long setting(ThreadState ts, long dialect, long keywords, String name) {
    long key = ts.runtime().intern(ts, name);
    long word = keywords == Word.EMPTY ? Word.EMPTY : Dicts.getStr(ts, keywords, key);
    if (word != Word.EMPTY || dialect == Word.EMPTY || dialect == Word.NONE) {
      return word;
    }
    return Attributes.findQuietly(ts, dialect, key);
  }

  private static void refuseOthers(ThreadState ts, long keywords) {
    if (keywords == Word.EMPTY) {
      return;
    }
    for (int i = Dicts.nextPosition(keywords, 0); i >= 0; i = Dicts.nextPosition(keywords, i + 1)) {
      String name = Strs.toJava(Dicts.keyAt(keywords, i));
      if (!name.equals("dialect") && !List.of(NAMES).contains(name)) {
        throw Errors.typeError(ts, "'%s' is an invalid keyword argument for this function", name);
      }
    }
  }

  /** The registered dialects of the runtime, a dict. */
  static long registry(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    long key = ts.runtime().intern(ts, "_csv.dialects");
    long dialects = Dicts.getStr(ts, state, key);
    if (dialects == Word.EMPTY) {
      dialects = Dicts.create(ts);
      Dicts.setStr(ts, state, key, dialects);
    }
    return dialects;
  }

  static long named(ThreadState ts, long name) {
    long found = Dicts.get(ts, registry(ts), name);
    if (found == Word.EMPTY) {
      throw ERROR.raise(ts, "unknown dialect");
    }
    return found;
  }

  @Override
  public void trace(Visitor visitor) {
    // holds no words
  }
}
