package dev.taipan.vm.type;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The direct subclasses of a class, which it does not keep alive. Guarded by the type lock. */
final class Subclasses {
  private static final int FIRST_PRUNE = 16;

  private final List<WeakReference<PyType>> all = new ArrayList<>();

  /** The length at which dead ones are dropped. */
  private int pruneAt = FIRST_PRUNE;

  Subclasses() {}

  /** Takes a class out of the lists of some bases and puts it into those of others. */
  static void move(PyType type, PyType[] from, PyType[] to) {
    PyType.TYPE_LOCK.lock();
    try {
      for (PyType base : from) {
        base.subclasses.remove(type);
      }
      for (PyType base : to) {
        base.subclasses.add(type);
      }
    } finally {
      PyType.TYPE_LOCK.unlock();
    }
  }

  /** Dead ones are dropped whenever the list has doubled since. */
  void add(PyType subclass) {
    if (all.size() >= pruneAt) {
      all.removeIf(r -> r.get() == null);
      pruneAt = Math.max(FIRST_PRUNE, 2 * all.size());
    }
    all.add(new WeakReference<>(subclass));
  }

  void remove(PyType subclass) {
    all.removeIf(r -> r.get() == null || r.get() == subclass);
  }

  int count() {
    return all.size();
  }

  /** One of them, null if it is gone. */
  PyType get(int index) {
    return all.get(index).get();
  }

  /** Those that are alive, in the order in which a program sees them. */
  List<PyType> alive() {
    List<PyType> alive = new ArrayList<>();
    boolean ordered = true;
    int last = 0;
    for (int i = 0; i < all.size(); i++) {
      PyType subclass = get(i);
      if (subclass != null) {
        ordered &= last <= subclass.order();
        last = subclass.order();
        alive.add(subclass);
      }
    }
    if (!ordered) {
      alive.sort(Comparator.comparingInt(PyType::order));
    }
    return alive;
  }
}
