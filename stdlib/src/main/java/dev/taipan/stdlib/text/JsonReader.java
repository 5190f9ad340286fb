package dev.taipan.stdlib.text;

import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.IntText;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * One reading of a text. Containers that are being filled are rooted; a value goes into its
 * container before anything may poll. The caller roots the text and the scanner.
 */
final class JsonReader {
  private static final String ARRAY = "decoding a JSON array from a unicode string";
  private static final String OBJECT = "decoding a JSON object from a unicode string";

  private final ThreadState ts;
  private final JsonScanner scanner;
  private final long text;
  private final JsonStrings strings;
  private final long chars;
  private final int width;
  private final int length;

  /** Equal keys of one reading are one object: a rooted dict. */
  private final long memo;

  private int at;
  private int depth;

  JsonReader(ThreadState ts, JsonScanner scanner, long text) {
    this.ts = ts;
    this.scanner = scanner;
    this.text = text;
    this.strings = new JsonStrings(ts, text, scanner.strict);
    this.chars = StrLayout.chars(text);
    this.width = StrLayout.width(text);
    this.length = Strs.length(text);
    this.memo = Dicts.create(ts);
    ts.root(memo);
  }

  /** Where the value ended. */
  int end() {
    return at;
  }

  private int charAt(int index) {
    return index < length ? StrLayout.charAt(chars, width, index) : -1;
  }

  private void skipSpace() {
    while (true) {
      int c = charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  /** The value that begins at an index. */
  long value(int from) {
    at = from;
    return switch (charAt(from)) {
      case '"' -> {
        long value = strings.scan(from + 1);
        at = strings.end;
        yield value;
      }
      case '{' -> object();
      case '[' -> array();
      case 'n' -> word("null", Word.NONE);
      case 't' -> word("true", Word.TRUE);
      case 'f' -> word("false", Word.FALSE);
      case 'N' -> constant("NaN", Double.NaN);
      case 'I' -> constant("Infinity", Double.POSITIVE_INFINITY);
      case '-' ->
          charAt(from + 1) == 'I' && isHere("-Infinity")
              ? constant("-Infinity", Double.NEGATIVE_INFINITY)
              : number();
      default -> number();
    };
  }

  private boolean isHere(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (charAt(at + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private long word(String name, long value) {
    if (!isHere(name)) {
      throw JsonErrors.noValue(ts, at);
    }
    at += name.length();
    return value;
  }

  private long constant(String name, double value) {
    word(name, Word.NONE);
    return scanner.parseConstant == Word.NONE
        ? Word.boxDouble(value)
        : Calls.call1(ts, scanner.parseConstant, Strs.of(ts, name));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private int digits(int from) {
    int i = from;
    while (isDigit(charAt(i))) {
      i++;
    }
    return i;
  }

  private long number() {
    int start = at;
    int i = charAt(start) == '-' ? start + 1 : start;
    if (!isDigit(charAt(i))) {
      throw JsonErrors.noValue(ts, start);
    }
    i = charAt(i) == '0' ? i + 1 : digits(i);
    boolean real = false;
    if (charAt(i) == '.' && isDigit(charAt(i + 1))) {
      real = true;
      i = digits(i + 1);
    }
    if (charAt(i) == 'e' || charAt(i) == 'E') {
      int sign = charAt(i + 1);
      int from = sign == '+' || sign == '-' ? i + 2 : i + 1;
      if (isDigit(charAt(from))) {
        real = true;
        i = digits(from);
      }
    }
    at = i;
    return real ? real(start, i) : integer(start, i);
  }

  private long real(int from, int to) {
    long part = JsonScanner.part(ts, text, from, to);
    return scanner.parseFloat == Word.NONE
        ? Word.boxDouble(Double.parseDouble(Strs.toJava(part)))
        : Calls.call1(ts, scanner.parseFloat, part);
  }

  private long integer(int from, int to) {
    if (scanner.parseInt == Word.NONE && to - from < 15) {
      boolean negative = charAt(from) == '-';
      long value = 0;
      for (int i = negative ? from + 1 : from; i < to; i++) {
        value = value * 10 + charAt(i) - '0';
      }
      return Word.boxInt(negative ? -value : value);
    }
    long part = JsonScanner.part(ts, text, from, to);
    return scanner.parseInt == Word.NONE
        ? IntText.parse(ts, Strs.toJava(part), 10, part)
        : Calls.call1(ts, scanner.parseInt, part);
  }

  private void enter(String doing) {
    if (++depth > JsonErrors.MAX_DEPTH) {
      throw JsonErrors.tooDeep(ts, doing);
    }
    ts.pollQuietly();
  }

  private long array() {
    enter(ARRAY);
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, 0);
      ts.root(list);
      at++;
      skipSpace();
      if (charAt(at) != ']') {
        while (true) {
          Lists.append(ts, list, value(at));
          skipSpace();
          if (charAt(at) == ']') {
            break;
          }
          next();
        }
      }
      at++;
      return list;
    } finally {
      ts.rootRelease(mark);
      depth--;
    }
  }

  /** Reads the comma between two items. */
  private void next() {
    if (charAt(at) != ',') {
      throw JsonErrors.decode(ts, "Expecting ',' delimiter", text, at);
    }
    at++;
    skipSpace();
  }

  private long object() {
    enter(OBJECT);
    int mark = ts.rootMark();
    try {
      boolean pairs = scanner.objectPairsHook != Word.NONE;
      long made = pairs ? Lists.create(ts, 0) : Dicts.create(ts);
      ts.root(made);
      at++;
      skipSpace();
      if (charAt(at) != '}') {
        while (true) {
          item(made, pairs);
          skipSpace();
          if (charAt(at) == '}') {
            break;
          }
          next();
        }
      }
      at++;
      if (pairs) {
        return Calls.call1(ts, scanner.objectPairsHook, made);
      }
      return scanner.objectHook == Word.NONE ? made : Calls.call1(ts, scanner.objectHook, made);
    } finally {
      ts.rootRelease(mark);
      depth--;
    }
  }

  private void item(long made, boolean pairs) {
    if (charAt(at) != '"') {
      throw JsonErrors.decode(ts, "Expecting property name enclosed in double quotes", text, at);
    }
    long key = shared(strings.scan(at + 1));
    int mark = ts.rootMark();
    ts.root(key);
    at = strings.end;
    skipSpace();
    if (charAt(at) != ':') {
      throw JsonErrors.decode(ts, "Expecting ':' delimiter", text, at);
    }
    at++;
    skipSpace();
    long value = value(at);
    ts.root(value);
    if (pairs) {
      Lists.append(ts, made, Tuples.of(ts, key, value));
    } else {
      Dicts.setStr(ts, made, key, value);
    }
    ts.rootRelease(mark);
  }

  private long shared(long key) {
    long known = Dicts.getStr(ts, memo, key);
    if (known != Word.EMPTY) {
      return known;
    }
    Dicts.setStr(ts, memo, key, key);
    return key;
  }
}
