package dev.taipan.stdlib.os;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import dev.taipan.vm.value.Word;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code _locale}: the C library's locale, which belongs to the whole process. The JVM starts with
 * the environment's in every category, Python with "C" in all but LC_CTYPE: the first use makes it
 * so.
 *
 * <pre>
 * struct lconv: +0 ten pointers to strings, +80 eight numbers of one byte
 * </pre>
 */
@BuiltinModule("_locale")
public final class LocaleModule {
  private static final LibraryErrors ERROR = new LibraryErrors("locale", "Error", Exc.Exception);

  private static final String CATEGORIES =
      "CHAR_MAX 127 LC_ALL 6 LC_COLLATE 3 LC_CTYPE 0 LC_MESSAGES 5 LC_MONETARY 4 LC_NUMERIC"
          + " 1 LC_TIME 2";

  private static final String INFORMATION =
      "ABDAY_1 131072 ABDAY_2 131073 ABDAY_3 131074 ABDAY_4 131075 ABDAY_5 131076 ABDAY_6"
          + " 131077 ABDAY_7 131078 ABMON_1 131086 ABMON_10 131095 ABMON_11 131096 ABMON_12 131097"
          + " ABMON_2 131087 ABMON_3 131088 ABMON_4 131089 ABMON_5 131090 ABMON_6 131091 ABMON_7"
          + " 131092 ABMON_8 131093 ABMON_9 131094 ALT_DIGITS 131119 AM_STR 131110 CODESET 14"
          + " CRNCYSTR 262159 DAY_1 131079 DAY_2 131080 DAY_3 131081 DAY_4 131082 DAY_5 131083"
          + " DAY_6 131084 DAY_7 131085 D_FMT 131113 D_T_FMT 131112 ERA 131116 ERA_D_FMT 131118"
          + " ERA_D_T_FMT 131120 ERA_T_FMT 131121 MON_1 131098 MON_10 131107 MON_11 131108 MON_12"
          + " 131109 MON_2 131099 MON_3 131100 MON_4 131101 MON_5 131102 MON_6 131103 MON_7 131104"
          + " MON_8 131105 MON_9 131106 NOEXPR 327681 PM_STR 131111 RADIXCHAR 65536 THOUSEP 65537"
          + " T_FMT 131114 T_FMT_AMPM 131115 YESEXPR 327680 _DATE_FMT 131180";

  private static final Set<Integer> KEYS = numbers(INFORMATION);
  private static final int CHAR_MAX = 127;
  private static final int LC_CTYPE = 0;
  private static final int LC_ALL = 6;

  private static final String[] TEXTS = {
    "decimal_point",
    "thousands_sep",
    "grouping",
    "int_curr_symbol",
    "currency_symbol",
    "mon_decimal_point",
    "mon_thousands_sep",
    "mon_grouping",
    "positive_sign",
    "negative_sign"
  };

  private static final String[] BYTES = {
    "int_frac_digits",
    "frac_digits",
    "p_cs_precedes",
    "p_sep_by_space",
    "n_cs_precedes",
    "n_sep_by_space",
    "p_sign_posn",
    "n_sign_posn"
  };

  /** Guards the C library's locale: what its functions return is overwritten by the next call. */
  private static final VmLock LOCK = new VmLock();

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private LocaleModule() {}

  private static Set<Integer> numbers(String table) {
    Set<Integer> all = new java.util.HashSet<>();
    String[] words = table.split(" ", -1);
    for (int i = 1; i < words.length; i += 2) {
      all.add(Integer.valueOf(words[i]));
    }
    return all;
  }

  /** Constants and the exception. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, CATEGORIES);
    Constants.fill(ts, namespace, INFORMATION);
    ERROR.define(ts, namespace);
  }

  /** To be called under the lock. */
  private static void start() {
    if (STARTED.compareAndSet(false, true)) {
      try (Scratch plain = Scratch.copy(new byte[] {'C'});
          Scratch own = Scratch.of(1)) {
        Libc.call(Fn.SETLOCALE, LC_ALL, plain.address());
        Libc.call(Fn.SETLOCALE, LC_CTYPE, own.address());
      }
    }
  }

  private static byte[] bytes(ThreadState ts, long text) {
    return Paths.bytes(ts, text);
  }

  @Builtin("setlocale(category, locale=None, /)")
  static long setlocale(ThreadState ts, int category, long locale) {
    if (locale != Word.NONE && !Strs.isStr(ts, locale)) {
      throw Errors.typeError(
          ts,
          "setlocale() argument 2 must be str or None, not %s",
          ts.runtime().typeOf(locale).name());
    }
    byte[] name = locale == Word.NONE ? null : bytes(ts, locale);
    EnvironmentChanges.apply();
    byte[] result = null;
    LOCK.lock(ts);
    try (Scratch text = Scratch.copy(name == null ? new byte[0] : name)) {
      start();
      long at = Libc.call(Fn.SETLOCALE, category, name == null ? 0 : text.address());
      result = at == 0 ? null : Libc.cBytes(at);
    } finally {
      LOCK.unlock(ts);
    }
    if (result == null) {
      throw name == null
          ? ERROR.raise(ts, "locale query failed")
          : ERROR.raise(ts, "unsupported locale setting");
    }
    return Paths.text(ts, result);
  }

  @Builtin("getencoding()")
  static String getencoding() {
    return "UTF-8";
  }

  @Builtin("localeconv()")
  static long localeconv(ThreadState ts) {
    byte[][] texts = new byte[TEXTS.length][];
    byte[] numbers = new byte[BYTES.length];
    LOCK.lock(ts);
    try {
      start();
      long at = Libc.call(Fn.LOCALECONV);
      for (int i = 0; i < texts.length; i++) {
        texts[i] = Libc.cBytes(Memory.getLong(at + 8L * i));
      }
      Memory.copyOut(at + 8L * texts.length, numbers, 0, numbers.length);
    } finally {
      LOCK.unlock(ts);
    }
    try (RootScope roots = ts.roots()) {
      return described(ts, roots.keep(Dicts.create(ts)), texts, numbers);
    }
  }

  private static long described(ThreadState ts, long dict, byte[][] texts, byte[] numbers) {
    for (int i = 0; i < texts.length; i++) {
      boolean grouping = TEXTS[i].endsWith("grouping");
      long value = grouping ? grouping(ts, texts[i]) : Paths.text(ts, texts[i]);
      Dicts.set(ts, dict, TEXTS[i], value);
    }
    for (int i = 0; i < numbers.length; i++) {
      Dicts.set(ts, dict, BYTES[i], Word.boxInt(numbers[i]));
    }
    return dict;
  }

  /** Sizes of groups of digits, with the end mark; none at all is an empty list. */
  private static long grouping(ThreadState ts, byte[] sizes) {
    long list = Lists.create(ts, sizes.length + 1);
    for (byte size : sizes) {
      Lists.append(ts, list, Word.boxInt(size));
      if (size == CHAR_MAX) {
        return list;
      }
    }
    if (sizes.length > 0) {
      Lists.append(ts, list, Word.boxInt(0));
    }
    return list;
  }

  @Builtin("nl_langinfo(key, /)")
  static long langinfo(ThreadState ts, int key) {
    if (!KEYS.contains(key)) {
      throw Errors.valueError(ts, "unsupported langinfo constant");
    }
    byte[] text;
    LOCK.lock(ts);
    try {
      start();
      long at = Libc.call(Fn.NL_LANGINFO, key);
      text = at == 0 ? new byte[0] : Libc.cBytes(at);
    } finally {
      LOCK.unlock(ts);
    }
    return Paths.text(ts, text);
  }

  /** A text in the C library's wide characters, of 32 bits, with a zero behind. */
  private static Scratch wide(ThreadState ts, String text) {
    if (text.indexOf('\0') >= 0) {
      throw Errors.valueError(ts, "embedded null character");
    }
    int[] points = text.codePoints().toArray();
    Scratch scratch = Scratch.of(4L * points.length + 4);
    for (int i = 0; i < points.length; i++) {
      Memory.putInt(scratch.address() + 4L * i, points[i]);
    }
    return scratch;
  }

  @Builtin("strcoll(os1, os2, /)")
  static int strcoll(ThreadState ts, String left, String right) {
    try (Scratch a = wide(ts, left);
        Scratch b = wide(ts, right)) {
      return (int) Libc.call(Fn.WCSCOLL, a.address(), b.address());
    }
  }

  @Builtin("strxfrm(string, /)")
  static String strxfrm(ThreadState ts, String text) {
    try (Scratch from = wide(ts, text)) {
      long size = Libc.call(Fn.WCSXFRM, 0, from.address(), 0) + 1;
      try (Scratch to = Scratch.of(4 * size)) {
        Libc.call(Fn.WCSXFRM, to.address(), from.address(), size);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < size - 1; i++) {
          result.appendCodePoint(Memory.getInt(to.address() + 4L * i));
        }
        return result.toString();
      }
    }
  }

  // ---- messages

  private static long message(ThreadState ts, Fn function, long domain, long text, long category) {
    byte[] own = bytes(ts, text);
    byte[] where = domain == Word.NONE ? null : bytes(ts, domain);
    byte[] result;
    LOCK.lock(ts);
    try (Scratch first = Scratch.copy(where == null ? new byte[0] : where);
        Scratch second = Scratch.copy(own)) {
      long at = where == null ? 0 : first.address();
      result =
          Libc.cBytes(
              function == Fn.GETTEXT
                  ? Libc.call(function, second.address())
                  : Libc.call(function, at, second.address(), category));
    } finally {
      LOCK.unlock(ts);
    }
    return Paths.text(ts, result);
  }

  @Builtin("gettext(msg, /)")
  static long gettext(ThreadState ts, long text) {
    return message(ts, Fn.GETTEXT, Word.NONE, text, 0);
  }

  @Builtin("dgettext(domain, msg, /)")
  static long dgettext(ThreadState ts, long domain, long text) {
    return message(ts, Fn.DGETTEXT, domain, text, 0);
  }

  @Builtin("dcgettext(domain, msg, category, /)")
  static long dcgettext(ThreadState ts, long domain, long text, int category) {
    return message(ts, Fn.DCGETTEXT, domain, text, category);
  }

  private static long domain(ThreadState ts, Fn function, long domain, long value) {
    byte[] name = domain == Word.NONE ? null : bytes(ts, domain);
    byte[] other = value == Word.NONE ? null : bytes(ts, Paths.fspath(ts, value));
    byte[] result;
    LOCK.lock(ts);
    try (Scratch first = Scratch.copy(name == null ? new byte[0] : name);
        Scratch second = Scratch.copy(other == null ? new byte[0] : other)) {
      long a = name == null ? 0 : first.address();
      long at = Libc.call(function, a, other == null ? 0 : second.address());
      result = at == 0 ? null : Libc.cBytes(at);
    } finally {
      LOCK.unlock(ts);
    }
    return result == null ? Word.NONE : Paths.text(ts, result);
  }

  @Builtin("textdomain(domain, /)")
  static long textdomain(ThreadState ts, long domain) {
    return domain(ts, Fn.TEXTDOMAIN, domain, Word.NONE);
  }

  @Builtin("bindtextdomain(domain, dir, /)")
  static long bindtextdomain(ThreadState ts, long domain, long folder) {
    if (Strs.isStr(ts, domain) && Strs.length(domain) == 0) {
      throw ERROR.raise(ts, "domain must be a non-empty string");
    }
    return domain(ts, Fn.BINDTEXTDOMAIN, domain, folder);
  }

  @Builtin("bind_textdomain_codeset(domain, codeset, /)")
  static long bindCodeset(ThreadState ts, long domain, long codeset) {
    return domain(ts, Fn.BIND_TEXTDOMAIN_CODESET, domain, codeset);
  }
}
