package dev.taipan.vm.object;

import dev.taipan.vm.parse.SyntaxWarnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** Telling the module {@code warnings}; a program without the library is not warned. */
public final class Warnings {
  private Warnings() {}

  /** Warns of what the calling Python code does; raises if the filters say so. */
  public static void warn(ThreadState ts, Exc category, String message) {
    warn(ts, category, message, 1);
  }

  /** As above, for the Python code that many levels up, 1 for the one that calls. */
  public static void warn(ThreadState ts, Exc category, String message, int level) {
    if (ts.runtime().services().library() == null) {
      return;
    }
    int mark = ts.rootMark();
    try {
      long module = Imports.module(ts, "warnings");
      ts.root(module);
      long text = Strs.of(ts, message);
      ts.root(text);
      long type = ts.runtime().types().exception(category).cell();
      Calls.named(ts, module, "warn", text, type, Word.boxInt(level));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * A coroutine died that nobody awaited. The module's own function tells it; a filter that makes
   * the warning an error has it reported, and what goes wrong otherwise does not hide it.
   */
  public static void unawaited(ThreadState ts, long coroutine, long qualname) {
    if (ts.runtime().services().library() == null) {
      return;
    }
    int mark = ts.rootMark();
    try {
      long module = Imports.module(ts, "warnings");
      ts.root(module);
      long name = ts.runtime().intern(ts, "_warn_unawaited_coroutine");
      long function = Attributes.findQuietly(ts, module, name);
      if (function != 0L) {
        Calls.call1(ts, function, coroutine);
        return;
      }
    } catch (Raised signal) {
      boolean told = Errors.pendingIs(ts, Exc.RuntimeWarning);
      ts.runtime().unraisable(ts, null, coroutine);
      if (told) {
        return;
      }
    } finally {
      ts.rootRelease(mark);
    }
    warn(ts, Exc.RuntimeWarning, "coroutine '" + Strs.toJava(qualname) + "' was never awaited");
  }

  /** Warns that a conversion gave a subclass's instance; what it gave is rooted meanwhile. */
  static void derived(ThreadState ts, String method, String wanted, long given) {
    int mark = ts.rootMark();
    ts.root(given);
    try {
      warn(
          ts,
          Exc.DeprecationWarning,
          ("%s returned non-%s (type %s).  The ability to return an instance of a strict subclass"
                  + " of %s is deprecated, and may be removed in a future version of Python.")
              .formatted(method, wanted, ts.runtime().typeOf(given).name(), wanted));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private record Found(String message, int line) {}

  /**
   * Collects what parser and compiler warn of: they may run on another thread, where no Python code
   * can. A warning that the filters make an error is refused the next time it is met.
   */
  static final class Collected implements SyntaxWarnings {
    private final List<Found> found = new ArrayList<>();
    private Found refused;

    @Override
    public boolean warn(String message, int line) {
      Found warning = new Found(message, line);
      if (warning.equals(refused)) {
        return true;
      }
      if (!found.contains(warning)) {
        found.add(warning);
      }
      return false;
    }

    /** Tells of all; false if one became an error and the source has to be read again. */
    boolean tell(ThreadState ts, String filename) {
      for (Found warning : found) {
        try {
          explicit(ts, warning, filename);
        } catch (Raised signal) {
          Errors.swallow(ts, signal, Exc.SyntaxWarning);
          refused = warning;
          found.clear();
          return false;
        }
      }
      return true;
    }

    private static void explicit(ThreadState ts, Found warning, String filename) {
      if (ts.runtime().services().library() == null) {
        return;
      }
      int mark = ts.rootMark();
      try {
        long module = Imports.module(ts, "warnings");
        ts.root(module);
        long text = Strs.of(ts, warning.message());
        ts.root(text);
        long file = Strs.of(ts, filename);
        ts.root(file);
        long type = ts.runtime().types().exception(Exc.SyntaxWarning).cell();
        Calls.named(ts, module, "warn_explicit", text, type, file, Word.boxInt(warning.line()));
      } finally {
        ts.rootRelease(mark);
      }
    }
  }
}
