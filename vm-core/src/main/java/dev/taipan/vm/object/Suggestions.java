package dev.taipan.vm.object;

import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** What a misspelled name may have meant, for the end of an error's message. */
final class Suggestions {
  private static final int MAX_CANDIDATES = 750;
  private static final int MAX_NAME = 40;
  private static final int MOVE_COST = 2;
  private static final int CASE_COST = 1;

  private final ThreadState ts;

  private Suggestions(ThreadState ts) {
    this.ts = ts;
  }

  /** The text to append, empty for none. */
  static String of(ThreadState ts, long exception) {
    Suggestions suggestions = new Suggestions(ts);
    try {
      if (Errors.isInstance(ts, exception, Exc.AttributeError)) {
        return suggestions.attribute(exception);
      }
      if (Errors.isInstance(ts, exception, Exc.ImportError)) {
        return suggestions.imported(exception);
      }
      return Errors.isInstance(ts, exception, Exc.NameError) ? suggestions.name(exception) : "";
    } catch (Raised signal) {
      // A hint that cannot be computed is left out, as its error is not the one to report.
      ts.clearPending();
      return "";
    }
  }

  private static String meant(String suggestion) {
    return suggestion == null ? "" : ". Did you mean: '" + suggestion + "'?";
  }

  private String text(long exception, String field) {
    long value = Attributes.findQuietly(ts, exception, ts.runtime().intern(ts, field));
    return value != 0L && Strs.isStr(ts, value) ? Strs.toJava(value) : null;
  }

  private String attribute(long exception) {
    String name = text(exception, "name");
    long object = Attributes.findQuietly(ts, exception, ts.runtime().intern(ts, "obj"));
    if (name == null || object == 0L || object == Word.NONE) {
      return "";
    }
    return meant(closest(directory(object), name));
  }

  private String imported(long exception) {
    String name = text(exception, "name_from");
    long module = Attributes.findQuietly(ts, exception, ts.runtime().intern(ts, "name"));
    if (name == null || module == 0L || !Strs.isStr(ts, module)) {
      return "";
    }
    long object = Dicts.get(ts, ts.runtime().modules(), module);
    return object == 0L ? "" : meant(closest(directory(object), name));
  }

  private String name(long exception) {
    String name = text(exception, "name");
    PyTraceback last =
        PyTraceback.orNull(ts, Hosts.get(ts, exception, PyException.class).traceback());
    if (name == null || last == null) {
      return "";
    }
    while (last.next() != Word.NONE) {
      last = PyTraceback.orNull(ts, last.next());
    }
    PyFrame frame = Hosts.get(ts, last.frame(), PyFrame.class);
    String found = inFrame(frame, name);
    String module = isStandardModule(name) ? name : null;
    if (module == null) {
      return meant(found);
    }
    return found == null
        ? ". Did you forget to import '" + module + "'?"
        : meant(found) + " Or did you forget to import '" + module + "'?";
  }

  private String inFrame(PyFrame frame, String name) {
    List<String> locals = FrameObjects.code(ts, frame).details().variables().varnames();
    if (locals.contains("self")) {
      long values = FrameObjects.locals(ts, frame);
      long self = Dicts.getStr(ts, values, ts.runtime().intern(ts, "self"));
      try (RootScope roots = ts.roots()) {
        roots.keep(self);
        if (self != 0L && Attributes.findQuietly(ts, self, ts.runtime().intern(ts, name)) != 0L) {
          return "self." + name;
        }
      }
    }
    String found = closest(locals, name);
    found = found != null ? found : closest(names(Dicts.keysList(ts, frame.globals())), name);
    return found != null ? found : closest(names(Dicts.keysList(ts, frame.builtins())), name);
  }

  private boolean isStandardModule(String name) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    if (sys == 0L) {
      return false;
    }
    long all = Attributes.findQuietly(ts, sys, ts.runtime().intern(ts, "stdlib_module_names"));
    return Cells.is(all, Kind.FROZENSET) && Sets.contains(ts, all, Strs.of(ts, name));
  }

  private List<String> directory(long object) {
    long method = ts.runtime().typeOf(object).slot(ts, Slot.DIR);
    try (RootScope roots = ts.roots()) {
      long given = roots.keep(Calls.method0(ts, method, object));
      long list = roots.keep(Iteration.toList(ts, given));
      Calls.named(ts, list, "sort");
      return names(list);
    }
  }

  private List<String> names(long list) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Lists.length(list); i++) {
      long item = Lists.get(ts, list, i);
      if (Strs.isStr(ts, item)) {
        names.add(Strs.toJava(item));
      }
    }
    return names;
  }

  private static String closest(List<String> candidates, String name) {
    if (candidates.size() >= MAX_CANDIDATES) {
      return null;
    }
    int best = Integer.MAX_VALUE;
    String found = null;
    for (String candidate : candidates) {
      if (candidate.equals(name)) {
        continue;
      }
      int limit = (candidate.length() + name.length() + 3) * MOVE_COST / 6;
      limit = Math.min(limit, best == Integer.MAX_VALUE ? limit : best - 1);
      int distance = distance(name, candidate, limit);
      if (distance <= limit && distance < best) {
        best = distance;
        found = candidate;
      }
    }
    return found;
  }

  private static int cost(char a, char b) {
    if (a == b) {
      return 0;
    }
    return Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE_COST : MOVE_COST;
  }

  /** The weighted edit distance, or more than the limit where the parts that differ are long. */
  private static int distance(String name, String candidate, int limit) {
    int start = 0;
    int shorter = Math.min(name.length(), candidate.length());
    while (start < shorter && name.charAt(start) == candidate.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && name.charAt(name.length() - 1 - end) == candidate.charAt(candidate.length() - 1 - end)) {
      end++;
    }
    String a = name.substring(start, name.length() - end);
    String b = candidate.substring(start, candidate.length() - end);
    return Math.max(a.length(), b.length()) > MAX_NAME ? limit + 1 : distance(a, b);
  }

  /** A change of case is half a move. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j * MOVE_COST;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i * MOVE_COST;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + cost(a.charAt(i - 1), b.charAt(j - 1));
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + MOVE_COST);
      }
    }
    return row[b.length()];
  }
}
