package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.ThreadState;
import java.util.Map;

/**
 * What holds for a text file whose program names no encoding. It is UTF-8 always; what can be
 * chosen is what it is called, and whether to warn.
 *
 * @param utf8 whether it is UTF-8 because that was asked for ({@code -X utf8}), or because the
 *     locale is C, which says nothing about encodings; else the locale's encoding happens to be it
 * @param warns whether each such file is warned of ({@code -X warn_default_encoding})
 */
public record TextDefaults(boolean utf8, boolean warns) {
  /** How the locale calls its encoding. */
  static final String LOCALE = "UTF-8";

  /** Those of a start. */
  public static TextDefaults of(Startup startup) {
    String chosen = startup.extra().get("utf8");
    boolean utf8 = chosen == null ? isPlainLocale(System.getenv()) : !chosen.equals("0");
    return new TextDefaults(utf8, startup.extra().containsKey("warn_default_encoding"));
  }

  private static boolean isPlainLocale(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return value.equals("C") || value.equals("POSIX");
      }
    }
    return true;
  }

  /** The encoding's name. */
  String name() {
    return utf8 ? "utf-8" : LOCALE;
  }

  /** Warns of a file without an encoding, as level many Python callers up. */
  void warn(ThreadState ts, int level) {
    if (warns) {
      Warnings.warn(ts, Exc.EncodingWarning, "'encoding' argument not specified", level);
    }
  }
}
