package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.HashSet;
import java.util.Set;

/** Exception groups: field 0 is the message, field 1 the tuple of exceptions. */
public final class Groups {
  /** Groups in groups that are taken apart. */
  private static final int MAX_DEPTH = 1300;

  private Groups() {}

  static long create(ThreadState ts, PyType cls, long message, long exceptions) {
    if (!Strs.isStr(ts, message)) {
      throw Errors.typeError(
          ts,
          "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
          Classes.nameOf(ts, message));
    }
    if (!dev.taipan.vm.object.Sequences.isSequence(ts, exceptions)) {
      throw Errors.typeError(ts, "second argument (exceptions) must be a sequence");
    }
    int mark = ts.rootMark();
    try {
      long members = Iteration.toTuple(ts, exceptions);
      ts.root(members);
      boolean plain = checkMembers(ts, members);
      long group = Errors.create(ts, chosen(ts, cls, plain), Tuples.of(ts, message, exceptions));
      PyException host = Hosts.get(ts, group, PyException.class);
      host.setField(0, message);
      host.setField(1, members);
      return group;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whether all members are Exceptions; each must be an exception at least. */
  private static boolean checkMembers(ThreadState ts, long members) {
    int count = Tuples.length(members);
    if (count == 0) {
      throw Errors.valueError(ts, "second argument (exceptions) must be a non-empty sequence");
    }
    boolean plain = true;
    for (int i = 0; i < count; i++) {
      long member = Tuples.get(members, i);
      if (!Errors.isInstance(ts, member, Exc.BaseException)) {
        throw Errors.valueError(
            ts, "Item %d of second argument (exceptions) is not an exception", i);
      }
      plain &= Errors.isInstance(ts, member, Exc.Exception);
    }
    return plain;
  }

  private static PyType chosen(ThreadState ts, PyType cls, boolean plain) {
    PyType base = ts.runtime().types().exception(Exc.BaseExceptionGroup);
    PyType group = ts.runtime().types().exception(Exc.ExceptionGroup);
    if (cls == base) {
      return plain ? group : base;
    }
    if (!plain && cls.isSubtypeOf(ts.runtime().types().exception(Exc.Exception))) {
      throw Errors.typeError(
          ts,
          cls == group
              ? "Cannot nest BaseExceptions in an ExceptionGroup"
              : "Cannot nest BaseExceptions in '" + cls.name() + "'");
    }
    return cls;
  }

  /** {@code split} gives the matching part and the rest, {@code subgroup} the part alone. */
  static long split(ThreadState ts, long group, long matcher, boolean both) {
    boolean function = isFunction(ts, matcher);
    int mark = ts.rootMark();
    try {
      int match = ts.root(Word.NONE);
      int rest = ts.root(Word.NONE);
      divide(ts, group, matcher, function, match, rest, 0);
      return both ? Tuples.of(ts, ts.rootAt(match), ts.rootAt(rest)) : ts.rootAt(match);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean isFunction(ThreadState ts, long matcher) {
    if (isExceptionClass(ts, matcher)) {
      return false;
    }
    if (Tuples.isTuple(ts, matcher)) {
      boolean classes = true;
      for (int i = 0; i < Tuples.length(matcher); i++) {
        classes &= isExceptionClass(ts, Tuples.get(matcher, i));
      }
      if (classes) {
        return false;
      }
    }
    if (Calls.isCallable(ts, matcher) && !Classes.isClass(ts, matcher)) {
      return true;
    }
    throw Errors.typeError(ts, "expected a function, exception type or tuple of exception types");
  }

  private static boolean isExceptionClass(ThreadState ts, long word) {
    PyType type = Classes.orNull(ts, word);
    return type != null && type.isSubtypeOf(ts.runtime().types().exception(Exc.BaseException));
  }

  /**
   * Sets the roots {@code match} and {@code rest} to an exception's two parts, None for nothing.
   */
  private static void divide(
      ThreadState ts, long error, long matcher, boolean function, int match, int rest, int depth) {
    if (depth > MAX_DEPTH) {
      throw Errors.raise(
          ts,
          Exc.RecursionError,
          "maximum recursion depth exceeded in exceptiongroup_split_recursive");
    }
    boolean hit =
        function
            ? Truth.isTrue(ts, Calls.call1(ts, matcher, error))
            : Membership.isInstance(ts, error, matcher);
    if (hit || !Errors.isInstance(ts, error, Exc.BaseExceptionGroup)) {
      ts.setRoot(hit ? match : rest, error);
      return;
    }
    int mark = ts.rootMark();
    try {
      long matches = Lists.create(ts, 0);
      ts.root(matches);
      long rests = Lists.create(ts, 0);
      ts.root(rests);
      long members = Hosts.get(ts, error, PyException.class).field(1);
      int innerMatch = ts.root(Word.NONE);
      int innerRest = ts.root(Word.NONE);
      for (int i = 0; i < Tuples.length(members); i++) {
        ts.setRoot(innerMatch, Word.NONE);
        ts.setRoot(innerRest, Word.NONE);
        divide(ts, Tuples.get(members, i), matcher, function, innerMatch, innerRest, depth + 1);
        appendUnlessNone(ts, matches, ts.rootAt(innerMatch));
        appendUnlessNone(ts, rests, ts.rootAt(innerRest));
      }
      ts.setRoot(match, part(ts, error, matches));
      ts.setRoot(rest, part(ts, error, rests));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The group with only those of its leaves that the exceptions of a list hold, or None. */
  public static long projection(ThreadState ts, long group, long kept) {
    Set<Long> leaves = new HashSet<>();
    for (int i = 0; i < Lists.length(kept); i++) {
      collectLeaves(ts, Lists.get(ts, kept, i), leaves);
    }
    return keepLeaves(ts, group, leaves);
  }

  private static void collectLeaves(ThreadState ts, long error, Set<Long> leaves) {
    if (!Errors.isInstance(ts, error, Exc.BaseExceptionGroup)) {
      leaves.add(error);
      return;
    }
    long members = Hosts.get(ts, error, PyException.class).field(1);
    for (int i = 0; i < Tuples.length(members); i++) {
      collectLeaves(ts, Tuples.get(members, i), leaves);
    }
  }

  private static long keepLeaves(ThreadState ts, long error, Set<Long> leaves) {
    if (!Errors.isInstance(ts, error, Exc.BaseExceptionGroup)) {
      return leaves.contains(error) ? error : Word.NONE;
    }
    int mark = ts.rootMark();
    try {
      long found = Lists.create(ts, 0);
      ts.root(found);
      long members = Hosts.get(ts, error, PyException.class).field(1);
      for (int i = 0; i < Tuples.length(members); i++) {
        appendUnlessNone(ts, found, keepLeaves(ts, Tuples.get(members, i), leaves));
      }
      return part(ts, error, found);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void appendUnlessNone(ThreadState ts, long list, long word) {
    if (word != Word.NONE) {
      Lists.append(ts, list, word);
    }
  }

  /** A group like the first with some of its exceptions; it keeps where that came from. */
  private static long part(ThreadState ts, long group, long exceptions) {
    if (Lists.length(exceptions) == 0) {
      return Word.NONE;
    }
    int mark = ts.rootMark();
    try {
      long derived = Calls.named(ts, group, "derive", exceptions);
      ts.root(derived);
      if (!Errors.isInstance(ts, derived, Exc.BaseExceptionGroup)) {
        throw Errors.typeError(ts, "derive must return an instance of BaseExceptionGroup");
      }
      PyException from = Hosts.get(ts, group, PyException.class);
      PyException to = Hosts.get(ts, derived, PyException.class);
      to.setTraceback(from.traceback());
      to.setContext(from.context());
      to.setCause(from.cause());
      // A cause that is set hides the context, even where it is none.
      to.setSuppressContext(true);
      copyNotes(ts, group, derived);
      return derived;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void copyNotes(ThreadState ts, long from, long to) {
    long name = ts.runtime().intern(ts, "__notes__");
    long notes = Attributes.findQuietly(ts, from, name);
    if (notes != Word.EMPTY && Lists.isList(ts, notes)) {
      try (RootScope roots = ts.roots()) {
        long copy = roots.keep(dev.taipan.vm.container.Lists.copy(ts, notes));
        Attributes.set(ts, to, name, copy);
      }
    }
  }
}
