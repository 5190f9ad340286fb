package dev.taipan.launcher;

/** What {@code -h} and its kin print. */
final class Help {
  private static final String LINE =
      "usage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

  static final String USAGE = LINE + "Try `taipan -h' for more information.\n";

  static final String OPTIONS =
      LINE
          + """
          What to run:
          -c cmd      a program given as text; ends the options
          -m mod      a module found on sys.path; ends the options
          file        a file, or a folder or zip archive with a __main__.py
          -           standard input; a prompt if that is a terminal
          arg ...     what the program finds in sys.argv[1:]

          How to run it:
          -b          warn when bytes are compared with or turned into str (-bb: raise)
          -B          write no bytecode files; also PYTHONDONTWRITEBYTECODE
          -d          accepted without effect; also PYTHONDEBUG
          -E          leave the PYTHON variables of the environment aside
          -i          give a prompt afterwards, terminal or not; also PYTHONINSPECT
          -I          keep the user's environment out (-E -P -s)
          -O          drop assertions, __debug__ is False; also PYTHONOPTIMIZE
          -OO         drop docstrings too
          -P          put no folder in front of sys.path; also PYTHONSAFEPATH
          -q          show no first lines at the prompt
          -s          leave the user's site folder aside; also PYTHONNOUSERSITE
          -S          do not import site
          -u          write standard output and error without a buffer; also PYTHONUNBUFFERED
          -v          tell of each import; also PYTHONVERBOSE
          -W arg      action:message:category:module:line for warnings; also PYTHONWARNINGS
          -x          skip the first line of the file
          -X name     an option of this implementation: see --help-xoptions

          What to show:
          -V          the version (-VV: more of it); also --version
          -h          this page; also -? and --help
          --help-env, --help-xoptions, --help-all
          """;

  static final String ENVIRONMENT =
      """
      Variables of the environment; an option on the command line wins.
      PYTHONPATH                folders in front of the library on sys.path, separated by ':'
      PYTHONSTARTUP             a file that is run before the first prompt
      PYTHON_HISTORY            where the prompt keeps its history
      PYTHON_BASIC_REPL         a prompt without line editing
      PYTHONHASHSEED            'random', or the seed of str and bytes hashes (0 .. 4294967295)
      PYTHONINTMAXSTRDIGITS     as -X int_max_str_digits
      PYTHONIOENCODING          encoding[:errors] of the standard files
      PYTHONBREAKPOINT          what breakpoint() calls; 0 for nothing
      PYTHON_JIT                0 as -X jit=off
      PYTHON_GIL                0 is accepted, 1 refused: there is no such lock
      PYTHONDEVMODE, PYTHONPYCACHEPREFIX, PYTHONTRACEMALLOC, PYTHONPROFILEIMPORTTIME,
      PYTHONWARNDEFAULTENCODING, PYTHONUTF8   as the -X options
      PYTHONDEBUG, PYTHONDONTWRITEBYTECODE, PYTHONINSPECT, PYTHONNOUSERSITE, PYTHONOPTIMIZE,
      PYTHONSAFEPATH, PYTHONUNBUFFERED, PYTHONVERBOSE, PYTHONWARNINGS   as the options of -h
      Accepted without effect: PYTHONHOME, PYTHONPLATLIBDIR, PYTHONCASEOK, PYTHONMALLOC,
      PYTHONFAULTHANDLER, PYTHONCOERCECLOCALE, PYTHONNODEBUGRANGES, PYTHONASYNCIODEBUG,
      PYTHONPERFSUPPORT, PYTHONUSERBASE
      """;

  static final String XOPTIONS =
      """
      -X options. Unknown ones are kept in sys._xoptions and change nothing.
      -X jit=off|on|sync|stress       when traces are compiled (on)
      -X backend=x86|arm64|ir|none    what they are compiled to (the machine's)
      -X specialize=off               plain tier 1
      -X code-cache=SIZE              limit of machine code (64m)
      -X jit-log=FILE                 a line for each trace, and its code
      -X heap=SIZE                    limit of the object heap
      -X gc=stress[:N]                collect at every N-th call that may
      -X stats                        print counters at the end
      -X dev                          more warnings; names of codecs are always checked
      -X int_max_str_digits=N         limit of digits between int and str (4300; 0 for none)
      -X gil=0                        accepted; any other value is refused
      -X no_debug_ranges              code tells lines only, reports have no carets
      -X pycache_prefix=FOLDER        where compiled modules are kept
      -X utf8[=0|1]                   what an encoding that nobody names is called: utf-8, or locale
      -X warn_default_encoding        warns where a text file is opened without an encoding
      Accepted without effect: faulthandler, frozen_modules, importtime, perf, showrefcount,
      tracemalloc
      """;

  private Help() {}
}
