package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Descriptors;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code _thread._local}: its attributes are a dict for each thread, made (and {@code __init__}
 * called again with the first arguments) when a thread comes for the first time, and forgotten when
 * that thread ends. An entry of the map is read and written by its own thread, and removed at its
 * end.
 */
@BuiltinType(name = "_local", module = "_thread")
final class LocalType extends HostObject {
  /** Where each thread has a dict; a set is used by its thread only and keeps nothing alive. */
  private static final ConcurrentHashMap<ThreadState, Set<LocalType>> ENTERED =
      new ConcurrentHashMap<>();

  private final ConcurrentHashMap<Integer, Long> dicts = new ConcurrentHashMap<>();

  /** The arguments, positional values and then those of the names. */
  private final long arguments;

  private final long kwnames;

  private LocalType(long arguments, long kwnames) {
    this.arguments = arguments;
    this.kwnames = kwnames;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(arguments);
    visitor.visit(kwnames);
    dicts.values().forEach(visitor::visit);
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    PyType type = Classes.of(ts, Memory.getLong(args));
    int keywords = kwnames == Word.EMPTY ? 0 : TupleLayout.length(kwnames);
    boolean plain = type.slot(ts, Slot.INIT) == ts.runtime().types().objectInit;
    if (plain && nargs - 1 + keywords > 0) {
      throw Errors.typeError(ts, "Initialization arguments are not supported");
    }
    long values = Tuples.fromMemory(ts, args + 8, nargs - 1 + keywords);
    LocalType local = new LocalType(values, kwnames);
    long self = Hosts.create(ts, type, local);
    local.enter(ts);
    return self;
  }

  /** A dict for this thread. */
  private long enter(ThreadState ts) {
    long dict = Dicts.create(ts);
    dicts.put(ts.number, dict);
    Set<LocalType> entered = ENTERED.get(ts);
    if (entered == null) {
      entered = Collections.newSetFromMap(new WeakHashMap<>());
      ENTERED.put(ts, entered);
      ts.addAtEnd(() -> leave(ts));
    }
    entered.add(this);
    return dict;
  }

  private static void leave(ThreadState ts) {
    for (LocalType local : ENTERED.remove(ts)) {
      local.dicts.remove(ts.number);
    }
  }

  /** This thread's dict. */
  private static long dict(ThreadState ts, long self) {
    LocalType local = Hosts.get(ts, self, LocalType.class);
    Long known = local.dicts.get(ts.number);
    if (known != null) {
      return known;
    }
    long dict = local.enter(ts);
    long init = ts.runtime().typeOf(self).slot(ts, Slot.INIT);
    if (init != ts.runtime().types().objectInit) {
      int mark = ts.rootMark();
      try {
        ts.root(dict);
        long args = ts.rootAddress();
        int count = Tuples.length(local.arguments);
        for (int i = 0; i < count; i++) {
          ts.root(Tuples.get(local.arguments, i));
        }
        int keywords = local.kwnames == Word.EMPTY ? 0 : TupleLayout.length(local.kwnames);
        Calls.methodVector(ts, init, self, args, count - keywords, local.kwnames);
      } catch (RuntimeException failed) {
        local.dicts.remove(ts.number);
        throw failed;
      } finally {
        ts.rootRelease(mark);
      }
    }
    return dict;
  }

  private static long name(ThreadState ts, long name) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(
          ts, "attribute name must be string, not '%s'", ts.runtime().typeOf(name).name());
    }
    return ts.runtime().intern(ts, name);
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long attribute) {
    long dict = dict(ts, self);
    long name = name(ts, attribute);
    if (name == ts.runtime().intern(ts, "__dict__")) {
      return dict;
    }
    PyType type = ts.runtime().typeOf(self);
    long descriptor = type.lookup(ts, name);
    if (descriptor != Word.EMPTY && Descriptors.isData(ts, descriptor)) {
      return Descriptors.get(ts, descriptor, self, type);
    }
    long value = Dicts.getStr(ts, dict, name);
    if (value != Word.EMPTY) {
      return value;
    }
    if (descriptor == Word.EMPTY) {
      throw Errors.noAttribute(ts, self, name);
    }
    return Descriptors.get(ts, descriptor, self, type);
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setattr(ThreadState ts, long self, long attribute, long value) {
    change(ts, self, attribute, value);
  }

  @Builtin("__delattr__(self, name, /)")
  static void delattr(ThreadState ts, long self, long attribute) {
    change(ts, self, attribute, Word.EMPTY);
  }

  /** Sets an attribute, or with EMPTY deletes it. */
  private static void change(ThreadState ts, long self, long attribute, long value) {
    long dict = dict(ts, self);
    long name = name(ts, attribute);
    PyType type = ts.runtime().typeOf(self);
    if (name == ts.runtime().intern(ts, "__dict__")) {
      throw Errors.attributeError(ts, "'%s' object attribute '__dict__' is read-only", type.name());
    }
    long descriptor = type.lookup(ts, name);
    if (descriptor != Word.EMPTY && Descriptors.isData(ts, descriptor)) {
      if (value == Word.EMPTY) {
        deleteThrough(ts, descriptor, self);
      } else {
        Descriptors.set(ts, descriptor, self, value);
      }
    } else if (value != Word.EMPTY) {
      Dicts.setStr(ts, dict, name, value);
    } else if (Dicts.deleteStr(ts, dict, name) == Word.EMPTY) {
      throw Errors.noAttribute(ts, self, name);
    }
  }

  private static void deleteThrough(ThreadState ts, long descriptor, long self) {
    long method = ts.runtime().typeOf(descriptor).slot(ts, Slot.DELETE);
    if (method == Word.EMPTY) {
      throw Errors.attributeError(ts, "__delete__");
    }
    Calls.method1(ts, method, descriptor, self);
  }
}
