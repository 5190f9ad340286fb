package dev.taipan.stdlib;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.Signature;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import java.util.ArrayList;
import java.util.List;

/**
 * The names that CPython 3.12's native modules have on Linux and ours have not. A function is there
 * and raises NotImplementedError, unless the library asks whether it is there and would then go a
 * wrong way. The list in docs/stdlib.md is written from this table.
 */
public final class NativeGaps {
  /** How a name is missing. */
  public enum Kind {
    /** A function that raises NotImplementedError. */
    RAISES,
    /** Not there. */
    ABSENT,
    /** A module that cannot be imported. */
    MODULE
  }

  /**
   * Names that are missing for the same reason.
   *
   * @param names the names, apart by blanks; the modules themselves if they are missing
   */
  public record Gap(Kind kind, String module, String names, String why) {
    public List<String> list() {
      return List.of(names.split(" "));
    }
  }

  private static final String FORK =
      "a process with the JVM's threads cannot fork; hasattr is asked";
  private static final String FAULTS = "faults of the process are the JVM's own report";
  private static final String C = "an object of the C interface";
  private static final String TEXT = "a text of CPython's";
  private static final String PURE = "the library's pure module does the work";

  /** Apart from the rest, which no program asks for. */
  private static final List<Gap> RAISING =
      List.of(
          raises("sys", "_debugmallocstats", "no allocator of CPython's; see taipan.stats()"),
          raises(
              "faulthandler", "_fatal_error_c_thread _read_null _sigabrt _sigfpe _sigsegv", FAULTS),
          raises("_tracemalloc", "_get_traces", "places are not recorded: no take_snapshot"));

  /** What is not there at all. */
  private static final class Missing {
    static final List<Gap> ROWS =
        List.of(
            absent("faulthandler", "_stack_overflow", FAULTS),
            absent("posix", "fork forkpty register_at_fork", FORK),
            absent("posix", "_path_normpath", "posixpath has its own for where it is not"),
            absent("itertools", "_tee_dataobject", "what tees share is no object of Python's"),
            absent("unicodedata", "UCD", "the database of version 3.2 is a plain namespace"),
            absent("_lsprof", "profiler_entry profiler_subentry", "made with the module's results"),
            absent("_heapq", "__about__", TEXT),
            absent("_sre", "copyright", TEXT),
            absent("_datetime", "datetime_CAPI", C),
            absent("_socket", "CAPI", C),
            absent("pyexpat", "expat_CAPI", C),
            absent("unicodedata", "_ucnhash_CAPI", C),
            absent("_codecs_cn", "__map_gb18030ext __map_gb2312 __map_gbcommon __map_gbkext", C),
            absent("_codecs_hk", "__map_big5hkscs __map_big5hkscs_bmp __map_big5hkscs_nonbmp", C),
            absent(
                "_codecs_jp",
                "__map_cp932ext __map_jisx0208 __map_jisx0212 __map_jisx0213_1_bmp"
                    + " __map_jisx0213_1_emp __map_jisx0213_2_bmp __map_jisx0213_2_emp"
                    + " __map_jisx0213_bmp __map_jisx0213_emp __map_jisx0213_pair __map_jisxcommon",
                C),
            absent("_codecs_kr", "__map_cp949 __map_cp949ext __map_ksx1001", C),
            absent("_codecs_tw", "__map_big5 __map_cp950ext", C),
            modules("_asyncio _decimal _elementtree _zoneinfo", PURE),
            modules("_bz2 _lzma", "no codec written yet"),
            modules("_sqlite3 _ssl", "not written yet"),
            modules("_ctypes", "foreign functions are not written yet"),
            modules(
                "_crypt _curses _curses_panel _dbm _gdbm _tkinter nis readline",
                "needs C libraries"),
            modules("audioop ossaudiodev spwd syslog", "deprecated or rare, not written"),
            modules("_xxinterpchannels _xxsubinterpreters", "no subinterpreters"));
  }

  private NativeGaps() {}

  private static Gap raises(String module, String names, String why) {
    return new Gap(Kind.RAISES, module, names, why);
  }

  private static Gap absent(String module, String names, String why) {
    return new Gap(Kind.ABSENT, module, names, why);
  }

  private static Gap modules(String names, String why) {
    return new Gap(Kind.MODULE, "", names, why);
  }

  public static List<Gap> all() {
    List<Gap> all = new ArrayList<>(RAISING);
    all.addAll(Missing.ROWS);
    return all;
  }

  /** The functions of a module that raise NotImplementedError, null if it has none. */
  public static BuiltinTable functions(String module) {
    for (Gap gap : RAISING) {
      if (gap.module().equals(module)) {
        return new Functions(gap);
      }
    }
    return null;
  }

  /** A row's functions, which take anything and say what they are. */
  private static final class Functions extends BuiltinTable {
    private final Gap gap;
    private final String kinds;

    Functions(Gap gap) {
      super(gap.module(), "");
      this.gap = gap;
      this.kinds = "f".repeat(names().length);
    }

    @Override
    public String text() {
      return gap.names();
    }

    @Override
    public String kinds() {
      return kinds;
    }

    @Override
    public String doc(int index) {
      return "Not implemented: " + gap.why() + ".";
    }

    @Override
    protected Signature makeSignature(int index) {
      String parameters = "(*args, **kwargs)";
      return new Signature(names()[index], parameters, "args,kwargs", "??", 0, 0, 0, true, true);
    }

    @Override
    public long call(ThreadState ts, int index, long args, int nargs, long kwnames) {
      throw Errors.notImplemented(ts, gap.module() + "." + names()[index] + ": " + gap.why());
    }
  }
}
