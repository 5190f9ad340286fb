package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import java.util.List;

/** {@code super}: attributes from after a class in an object's resolution order. */
public final class SuperLookup {
  private SuperLookup() {}

  /**
   * The attribute that follows {@code type} in the order of {@code self} (an instance or a class);
   * raises if nothing does.
   */
  public static long get(ThreadState ts, PyType type, long self, long name) {
    long value = find(ts, type, start(ts, type, self), self, name);
    return value != 0L ? value : ofItself(ts, type, self, name);
  }

  /** What the super object itself has: {@code __thisclass__} and the like; raises if nothing. */
  private static long ofItself(ThreadState ts, PyType type, long self, long name) {
    SuperObject host = new SuperObject();
    host.init(ts, type.cell(), self);
    long object = Hosts.create(ts, ts.runtime().types().named("super"), host);
    int mark = ts.rootMark();
    ts.root(object);
    try {
      return Attributes.get(ts, object, name);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * The class whose order is searched: that of the instance, or the class itself where a class is
   * the object.
   */
  public static PyType start(ThreadState ts, PyType type, long self) {
    PyType itself = Classes.orNull(ts, self);
    // A metaclass's mro may leave the class itself out of its order.
    if (itself != null && List.of(itself.mro()).contains(type)) {
      return itself;
    }
    PyType own = ts.runtime().typeOf(self);
    if (own.isSubtypeOf(type)) {
      return own;
    }
    long claimed = Attributes.findQuietly(ts, self, ts.runtime().intern(ts, "__class__"));
    PyType other = claimed == 0L ? null : Classes.orNull(ts, claimed);
    if (other != null && other != own && other.isSubtypeOf(type)) {
      return other;
    }
    throw Errors.typeError(ts, "super(type, obj): obj must be an instance or subtype of type");
  }

  /** What a class's order has behind {@code type}, unbound; EMPTY if nothing. */
  public static long raw(ThreadState ts, PyType type, PyType start, long name) {
    boolean behind = false;
    for (PyType t : start.mro()) {
      long value = behind ? Dicts.getStr(ts, t.dict(), name) : 0L;
      if (value != 0L) {
        return value;
      }
      behind |= t == type;
    }
    return 0L;
  }

  /** A super object's own class is super. The length spares most names the question. */
  private static boolean isOwn(ThreadState ts, long name) {
    return Strs.length(name) == 9 && name == ts.runtime().intern(ts, "__class__");
  }

  /** The unbound method that {@link #get} would bind to an instance; EMPTY if it is none. */
  public static long method(ThreadState ts, PyType type, long self, long name) {
    PyType start = start(ts, type, self);
    if (self == start.cell() || isOwn(ts, name)) {
      return 0L;
    }
    long value = raw(ts, type, start, name);
    return value != 0L && Attributes.isMethod(ts, value) ? value : 0L;
  }

  static long find(ThreadState ts, PyType type, PyType start, long self, long name) {
    if (isOwn(ts, name)) {
      return 0L;
    }
    PyType[] mro = start.mro();
    int i = 0;
    while (i < mro.length && mro[i] != type) {
      i++;
    }
    for (i++; i < mro.length; i++) {
      long descriptor = Dicts.getStr(ts, mro[i].dict(), name);
      if (descriptor != 0L) {
        return self == start.cell()
            ? Descriptors.getFromClass(ts, descriptor, start)
            : Descriptors.get(ts, descriptor, self, start);
      }
    }
    return 0L;
  }
}
