package dev.taipan.stdlib.abc;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What an abstract base class knows: who was registered with it, and who was found to be a subclass
 * of it or not. The answer no holds until any class is registered anywhere, which the token counts.
 */
@BuiltinType(name = "_abc_data", module = "_abc", subclassable = false)
final class AbcDataType extends HostObject {
  /** The answer no, found at a token. */
  private record Noes(long token, Set<PyType> classes) {}

  private final CopyOnWriteArrayList<PyType> registry = new CopyOnWriteArrayList<>();
  private volatile Set<PyType> yes = ConcurrentHashMap.newKeySet();
  private volatile Noes no = new Noes(0, ConcurrentHashMap.newKeySet());

  @Override
  public void trace(Visitor visitor) {
    registry.forEach(type -> visitor.visit(type.cell()));
    yes.forEach(type -> visitor.visit(type.cell()));
    no.classes().forEach(type -> visitor.visit(type.cell()));
  }

  Collection<PyType> registry() {
    return registry;
  }

  void register(PyType type) {
    registry.addIfAbsent(type);
  }

  boolean isYes(PyType type) {
    return yes.contains(type);
  }

  boolean isNo(PyType type, long token) {
    Noes now = no;
    return now.token() == token && now.classes().contains(type);
  }

  void remember(PyType type, boolean subclass, long token) {
    if (subclass) {
      yes.add(type);
      return;
    }
    Noes now = no;
    if (now.token() != token) {
      now = new Noes(token, ConcurrentHashMap.newKeySet());
      no = now;
    }
    now.classes().add(type);
  }

  void clearRegistry() {
    registry.clear();
  }

  void clearCaches() {
    yes = ConcurrentHashMap.newKeySet();
    no = new Noes(0, ConcurrentHashMap.newKeySet());
  }

  long token() {
    return no.token();
  }

  long registrySet(ThreadState ts) {
    return set(ts, registry);
  }

  long yesSet(ThreadState ts) {
    return set(ts, yes);
  }

  long noSet(ThreadState ts) {
    return set(ts, no.classes());
  }

  private static long set(ThreadState ts, Collection<PyType> types) {
    int mark = ts.rootMark();
    try {
      long set = Sets.create(ts);
      ts.root(set);
      for (PyType type : types) {
        Sets.add(ts, set, type.cell());
      }
      return set;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
