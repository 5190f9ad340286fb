package dev.taipan.stdlib.regex;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code sub}, {@code subn} and {@code expand}. */
final class Replacement {
  private Replacement() {}

  /** Text without a backslash stands for itself. */
  private static boolean isLiteral(ThreadState ts, long replacement) {
    if (Strs.isStr(ts, replacement)) {
      for (int i = 0, n = Strs.length(replacement); i < n; i++) {
        if (Strs.charAt(replacement, i) == '\\') {
          return false;
        }
      }
      return true;
    }
    byte[] bytes = Buffers.orNull(ts, replacement);
    return bytes != null && Buffers.latin1(bytes).indexOf('\\') < 0;
  }

  /** The replacement as the library takes it apart: a Template, or text if it has no groups. */
  private static long compile(ThreadState ts, long pattern, long replacement) {
    long library = StandardLibrary.of(ts).importer().load(ts, "re");
    long function = Attributes.get(ts, library, "_compile_template");
    int mark = ts.rootMark();
    ts.root(function);
    try {
      long compiled;
      try {
        compiled = Calls.call2(ts, function, pattern, replacement);
      } catch (Raised signal) {
        long exact = hashable(ts, replacement, signal);
        compiled = Calls.call2(ts, function, pattern, exact);
      }
      if (Hosts.orNull(ts, compiled) instanceof Template template && template.groups.length == 0) {
        return template.literals[0];
      }
      return compiled;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** An unhashable buffer as bytes, since the library caches by value; else the error again. */
  private static long hashable(ThreadState ts, long replacement, Raised signal) {
    if (!Errors.pendingIs(ts, Exc.TypeError)
        || Strs.isStr(ts, replacement)
        || ts.runtime().kindOf(replacement) == dev.taipan.vm.layout.Kind.BYTES) {
      throw signal;
    }
    long error = ts.takePending();
    ts.root(error);
    byte[] bytes = Buffers.orNull(ts, replacement);
    if (bytes == null) {
      throw ts.raise(error);
    }
    long exact = ByteStrings.of(ts, bytes);
    ts.root(exact);
    return exact;
  }

  /** {@code Match.expand}. */
  static long expand(ThreadState ts, MatchObject match, long text) {
    int mark = ts.rootMark();
    try {
      long compiled = compile(ts, match.pattern, text);
      if (!(Hosts.orNull(ts, compiled) instanceof Template template)) {
        return compiled;
      }
      ts.root(compiled);
      Subject subject = Subject.of(ts, match.string);
      ts.root(subject.cell());
      long list = Lists.create(ts, 2 * template.groups.length + 1);
      ts.root(list);
      template.expand(
          ts,
          list,
          group ->
              match.spans[2 * group] < 0
                  ? Word.EMPTY
                  : subject.slice(ts, match.spans[2 * group], match.spans[2 * group + 1]));
      return join(ts, subject, list);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long join(ThreadState ts, Subject subject, long list) {
    return Calls.named(ts, subject.empty(ts), "join", list);
  }

  /** {@code Pattern.subn}: a tuple of the text and the number of replacements. */
  static long subn(ThreadState ts, long pattern, long replacement, long string, long most) {
    int mark = ts.rootMark();
    try {
      boolean callable = Calls.isCallable(ts, replacement);
      long filter =
          callable || isLiteral(ts, replacement) ? replacement : compile(ts, pattern, replacement);
      ts.root(filter);
      Scan scan = new Scan(ts, pattern, string, Word.boxInt(0), Word.EMPTY);
      Subject subject = scan.matcher.subject();
      long list = Lists.create(ts, 0);
      ts.root(list);
      int last = 0;
      long count = 0;
      while ((most == 0 || count < most) && scan.search()) {
        int start = scan.matcher.start();
        if (last < start) {
          Lists.append(ts, list, subject.slice(ts, last, start));
        }
        last = scan.matcher.matchEnd();
        replace(ts, scan, filter, callable, list);
        count++;
      }
      if (last < subject.length()) {
        Lists.append(ts, list, subject.slice(ts, last, subject.length()));
      }
      long text = join(ts, subject, list);
      return Tuples.of(ts, text, Word.boxInt(count));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void replace(ThreadState ts, Scan scan, long filter, boolean callable, long list) {
    if (callable) {
      int mark = ts.rootMark();
      long match = scan.matchObject(ts);
      ts.root(match);
      long item = Calls.call1(ts, filter, match);
      ts.rootRelease(mark);
      if (item != Word.NONE) {
        Lists.append(ts, list, item);
      }
    } else if (Hosts.orNull(ts, filter) instanceof Template template) {
      template.expand(ts, list, group -> scan.group(ts, group, Word.EMPTY));
    } else {
      Lists.append(ts, list, filter);
    }
  }
}
