package dev.taipan.stdlib.text;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.text.Normalizer;

/** {@code unicodedata}. */
@BuiltinModule("unicodedata")
public final class UnicodedataModule {
  private UnicodedataModule() {}

  /** The version; the database of version 3.2 has today's properties. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "unidata_version", Strs.of(ts, UnicodeTable.get().version()));
    long old = SimpleNamespaceType.create(ts);
    int mark = ts.rootMark();
    ts.root(old);
    for (String name : UnicodedataModuleTable.TABLE.names()) {
      long function = Dicts.getStr(ts, namespace, ts.runtime().intern(ts, name));
      SimpleNamespaceType.set(ts, old, name, function);
    }
    SimpleNamespaceType.set(ts, old, "unidata_version", Strs.of(ts, "3.2.0"));
    Dicts.set(ts, namespace, "ucd_3_2_0", old);
    ts.rootRelease(mark);
  }

  private static int character(ThreadState ts, String function, String which, long word) {
    if (!Strs.isStr(ts, word) || Strs.length(word) != 1) {
      throw Errors.typeError(
          ts,
          "%s() argument%s must be a unicode character, not %s",
          function,
          which,
          ts.runtime().typeOf(word).name());
    }
    return Strs.charAt(word, 0);
  }

  private static String property(ThreadState ts, String function, long chr, String name) {
    return UnicodeTable.get().property(name, character(ts, function, "", chr));
  }

  @Builtin("category(chr, /)")
  static String category(ThreadState ts, long chr) {
    return property(ts, "category", chr, "category");
  }

  @Builtin("bidirectional(chr, /)")
  static String bidirectional(ThreadState ts, long chr) {
    return property(ts, "bidirectional", chr, "bidirectional");
  }

  @Builtin("combining(chr, /)")
  static int combining(ThreadState ts, long chr) {
    return Integer.parseInt(property(ts, "combining", chr, "combining"));
  }

  @Builtin("mirrored(chr, /)")
  static int mirrored(ThreadState ts, long chr) {
    return Integer.parseInt(property(ts, "mirrored", chr, "mirrored"));
  }

  @Builtin("east_asian_width(chr, /)")
  static String width(ThreadState ts, long chr) {
    return property(ts, "east_asian_width", chr, "width");
  }

  @Builtin("decomposition(chr, /)")
  static String decomposition(ThreadState ts, long chr) {
    int c = character(ts, "decomposition", "", chr);
    String found = UnicodeTable.get().entry("decomposition", c);
    return found == null ? "" : found;
  }

  /** The numeric entry of a character if its kind is among those asked for, else null. */
  private static String number(ThreadState ts, String function, long chr, String kinds) {
    int c = character(ts, function, " 1", chr);
    String found = UnicodeTable.get().entry("numeric", c);
    return found != null && kinds.indexOf(found.charAt(0)) >= 0 ? found.substring(1) : null;
  }

  private static long or(ThreadState ts, long fallback, String message) {
    if (fallback == Word.EMPTY) {
      throw Errors.valueError(ts, "%s", message);
    }
    return fallback;
  }

  @Builtin("decimal(chr, default=, /)")
  static long decimal(ThreadState ts, long chr, long fallback) {
    String found = number(ts, "decimal", chr, "d");
    return found == null ? or(ts, fallback, "not a decimal") : Word.boxInt(Long.parseLong(found));
  }

  @Builtin("digit(chr, default=, /)")
  static long digit(ThreadState ts, long chr, long fallback) {
    String found = number(ts, "digit", chr, "dg");
    return found == null ? or(ts, fallback, "not a digit") : Word.boxInt(Long.parseLong(found));
  }

  @Builtin("numeric(chr, default=, /)")
  static long numeric(ThreadState ts, long chr, long fallback) {
    String found = number(ts, "numeric", chr, "dgn");
    if (found == null) {
      return or(ts, fallback, "not a numeric character");
    }
    int slash = found.indexOf('/');
    double value =
        slash < 0
            ? Double.parseDouble(found)
            : Double.parseDouble(found.substring(0, slash))
                / Double.parseDouble(found.substring(slash + 1));
    return Word.boxDouble(value);
  }

  @Builtin("name(chr, default=, /)")
  static long name(ThreadState ts, long chr, long fallback) {
    String found = CharacterNames.of(character(ts, "name", " 1", chr));
    return found == null ? or(ts, fallback, "no such name") : Strs.of(ts, found);
  }

  @Builtin("lookup(name, /)")
  static long lookup(ThreadState ts, String name) {
    int c = CharacterNames.lookup(name);
    if (c < 0) {
      long message = Strs.of(ts, "undefined character name '" + name + "'");
      throw Errors.raiseWith(ts, Exc.KeyError, message);
    }
    return Strings.fromCodePoint(ts, c);
  }

  private static Normalizer.Form form(ThreadState ts, String form) {
    return switch (form) {
      case "NFC" -> Normalizer.Form.NFC;
      case "NFD" -> Normalizer.Form.NFD;
      case "NFKC" -> Normalizer.Form.NFKC;
      case "NFKD" -> Normalizer.Form.NFKD;
      default -> throw Errors.valueError(ts, "invalid normalization form");
    };
  }

  private static long text(ThreadState ts, String function, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "%s() argument 2 must be str, not %s", function, ts.runtime().typeOf(word).name());
    }
    return word;
  }

  @Builtin("normalize(form, unistr, /)")
  static long normalize(ThreadState ts, String form, long unistr) {
    text(ts, "normalize", unistr);
    Normalizer.Form wanted = form(ts, form);
    String text = Strs.toJava(unistr);
    return Normalizer.isNormalized(text, wanted) && Strs.isExactStr(unistr)
        ? unistr
        : Strs.of(ts, Normalizer.normalize(text, wanted));
  }

  @Builtin("is_normalized(form, unistr, /)")
  static boolean isNormalized(ThreadState ts, String form, long unistr) {
    text(ts, "is_normalized", unistr);
    return Normalizer.isNormalized(Strs.toJava(unistr), form(ts, form));
  }
}
