package dev.taipan.stdlib.module;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.importing.Importer;
import dev.taipan.stdlib.io.TextDefaults;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Map;

/** The values of {@code sys}. */
final class SysValues {
  private static final StructSequence VERSION_INFO =
      StructSequence.closed(
          "sys", "version_info", "major", "minor", "micro", "releaselevel", "serial");

  private static final StructSequence FLAGS =
      StructSequence.closed(
          "sys",
          "flags",
          "debug",
          "inspect",
          "interactive",
          "optimize",
          "dont_write_bytecode",
          "no_user_site",
          "no_site",
          "ignore_environment",
          "verbose",
          "bytes_warning",
          "quiet",
          "hash_randomization",
          "isolated",
          "dev_mode",
          "utf8_mode",
          "warn_default_encoding",
          "safe_path",
          "int_max_str_digits");

  /** The letter of the option behind each flag; blank where there is none. */
  private static final String FLAG_LETTERS = "diiOBsSEvbq I   P ";

  private static final StructSequence HASH_INFO =
      new StructSequence(
          "sys",
          "hash_info",
          "width",
          "modulus",
          "inf",
          "nan",
          "imag",
          "algorithm",
          "hash_bits",
          "seed_bits",
          "cutoff");

  private static final StructSequence INT_INFO =
      new StructSequence(
          "sys",
          "int_info",
          "bits_per_digit",
          "sizeof_digit",
          "default_max_str_digits",
          "str_digits_check_threshold");

  private static final StructSequence FLOAT_INFO =
      new StructSequence(
          "sys",
          "float_info",
          "max",
          "max_exp",
          "max_10_exp",
          "min",
          "min_exp",
          "min_10_exp",
          "dig",
          "mant_dig",
          "epsilon",
          "radix",
          "rounds");

  private static final StructSequence THREAD_INFO =
      new StructSequence("sys", "thread_info", "name", "lock", "version");

  private SysValues() {}

  static void fill(ThreadState ts, long dict, Startup startup) {
    long version =
        VERSION_INFO.create(
            ts,
            Word.boxInt(3),
            Word.boxInt(12),
            Word.boxInt(8),
            Strs.of(ts, "final"),
            Word.boxInt(0));
    Dicts.set(ts, dict, "version_info", version);
    String java = "Java " + Runtime.version().feature();
    text(ts, dict, "version", "3.12.8 (Taipan 0.1.0, free threading) [" + java + "]");
    Dicts.set(ts, dict, "hexversion", Word.boxInt(0x030c08f0));
    Dicts.set(ts, dict, "api_version", Word.boxInt(1013));
    text(ts, dict, "copyright", "");
    text(ts, dict, "platform", "linux");
    text(ts, dict, "abiflags", "t");
    text(ts, dict, "byteorder", "little");
    Dicts.set(ts, dict, "maxsize", Ints.of(ts, Long.MAX_VALUE));
    Dicts.set(ts, dict, "maxunicode", Word.boxInt(0x10FFFF));
    text(ts, dict, "float_repr_style", "short");
    implementation(ts, dict, version);
    numbers(ts, dict);
    flags(ts, dict, startup);
    places(ts, dict);
    Dicts.set(ts, dict, "dont_write_bytecode", Word.boxBool(startup.flags().indexOf('B') >= 0));
    String prefix = startup.extra().get("pycache_prefix");
    boolean given = prefix != null && !prefix.isEmpty() && !prefix.equals("True");
    Dicts.set(ts, dict, "pycache_prefix", given ? Strs.of(ts, prefix) : Word.NONE);
    Dicts.set(ts, dict, "meta_path", Lists.create(ts, 0));
    Dicts.set(ts, dict, "path_hooks", Lists.create(ts, 0));
    Dicts.set(ts, dict, "path_importer_cache", Dicts.create(ts));
    long name = Strs.of(ts, "pthread");
    Dicts.set(
        ts, dict, "thread_info", THREAD_INFO.create(ts, name, Strs.of(ts, "semaphore"), Word.NONE));
  }

  private static void text(ThreadState ts, long dict, String name, String value) {
    Dicts.set(ts, dict, name, Strs.of(ts, value));
  }

  private static void implementation(ThreadState ts, long dict, long version) {
    long implementation = SimpleNamespaceType.create(ts);
    Dicts.set(ts, dict, "implementation", implementation);
    SimpleNamespaceType.set(ts, implementation, "name", Strs.of(ts, "taipan"));
    SimpleNamespaceType.set(ts, implementation, "cache_tag", Strs.of(ts, "taipan-312"));
    SimpleNamespaceType.set(ts, implementation, "version", version);
    SimpleNamespaceType.set(ts, implementation, "hexversion", Word.boxInt(0x030c08f0));
  }

  private static void numbers(ThreadState ts, long dict) {
    Dicts.set(
        ts,
        dict,
        "hash_info",
        HASH_INFO.create(
            ts,
            Word.boxInt(64),
            Ints.of(ts, (1L << 61) - 1),
            Word.boxInt(314159),
            Word.boxInt(0),
            Word.boxInt(1000003),
            Strs.of(ts, "siphash13"),
            Word.boxInt(64),
            Word.boxInt(128),
            Word.boxInt(0)));
    Dicts.set(
        ts,
        dict,
        "int_info",
        INT_INFO.create(ts, Word.boxInt(30), Word.boxInt(4), Word.boxInt(4300), Word.boxInt(640)));
    Dicts.set(
        ts,
        dict,
        "float_info",
        FLOAT_INFO.create(
            ts,
            Word.boxDouble(Double.MAX_VALUE),
            Word.boxInt(1024),
            Word.boxInt(308),
            Word.boxDouble(Double.MIN_NORMAL),
            Word.boxInt(-1021),
            Word.boxInt(-307),
            Word.boxInt(15),
            Word.boxInt(53),
            Word.boxDouble(Math.ulp(1.0)),
            Word.boxInt(2),
            Word.boxInt(1)));
  }

  private static void flags(ThreadState ts, long dict, Startup startup) {
    long[] values = new long[FLAG_LETTERS.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Word.boxInt(times(startup.flags(), FLAG_LETTERS.charAt(i)));
    }
    values[11] = Word.boxInt(1);
    values[13] = Word.boxBool(startup.extra().containsKey("dev"));
    TextDefaults text = TextDefaults.of(startup);
    values[14] = Word.boxInt(text.utf8() ? 1 : 0);
    values[15] = Word.boxInt(text.warns() ? 1 : 0);
    values[16] = Word.boxBool(startup.flags().indexOf('P') >= 0);
    values[17] = Word.boxInt(ts.runtime().intMaxStrDigits());
    Dicts.set(ts, dict, "flags", FLAGS.create(ts, values));
    long extra = Dicts.create(ts);
    for (Map.Entry<String, String> option : startup.extra().entrySet()) {
      boolean plain = option.getValue().equals("True");
      Dicts.set(ts, extra, option.getKey(), plain ? Word.TRUE : Strs.of(ts, option.getValue()));
    }
    Dicts.set(ts, dict, "_xoptions", extra);
    long warnings = Lists.create(ts, 0);
    for (String option : startup.warnings()) {
      Lists.append(ts, warnings, Strs.of(ts, option));
    }
    Dicts.set(ts, dict, "warnoptions", warnings);
  }

  static long flagsWithoutSite(ThreadState ts, long flags) {
    long[] values = new long[Tuples.length(flags)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Tuples.get(flags, i);
    }
    values[FLAG_LETTERS.indexOf('S')] = Word.boxInt(1);
    return FLAGS.create(ts, values);
  }

  private static int times(String flags, char letter) {
    int times = 0;
    for (int i = 0; i < flags.length(); i++) {
      times += flags.charAt(i) == letter && letter != ' ' ? 1 : 0;
    }
    return times;
  }

  private static void places(ThreadState ts, long dict) {
    String home = System.getProperty("taipan.home", "/taipan");
    text(ts, dict, "executable", System.getProperty("taipan.executable", ""));
    text(ts, dict, "_stdlib_dir", Importer.LIBRARY_PATH);
    text(ts, dict, "platlibdir", "lib");
    for (String name : new String[] {"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"}) {
      text(ts, dict, name, home);
    }
  }
}
