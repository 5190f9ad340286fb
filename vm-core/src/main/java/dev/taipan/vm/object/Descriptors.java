package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** The descriptor protocol, with short ways for the descriptors that Java code stands behind. */
public final class Descriptors {
  private Descriptors() {}

  /** Whether the word has {@code __set__} or {@code __delete__}. */
  public static boolean isData(ThreadState ts, long descriptor) {
    if (!Word.isCell(descriptor)) {
      return false;
    }
    return switch (ts.runtime().shapes().get(Memory.getInt(descriptor)).kind()) {
      case HOST, INSTANCE -> {
        PyType type = ts.runtime().typeOf(descriptor);
        yield type.slot(ts, Slot.SET) != 0L || type.slot(ts, Slot.DELETE) != 0L;
      }
      default -> false;
    };
  }

  /** What reading the word through an instance gives. */
  public static long get(ThreadState ts, long descriptor, long object, PyType type) {
    if (!Word.isCell(descriptor)) {
      return descriptor;
    }
    Runtime runtime = ts.runtime();
    Kind kind = runtime.shapes().get(Memory.getInt(descriptor)).kind();
    if (kind == Kind.FUNCTION || kind == Kind.BUILTIN && Functions.isMethod(ts, descriptor)) {
      return Functions.bind(ts, descriptor, object);
    }
    if (kind != Kind.HOST && kind != Kind.INSTANCE) {
      return descriptor;
    }
    if (kind == Kind.HOST) {
      Object host = Hosts.get(ts, descriptor, HostObject.class);
      if (host instanceof ComputedAttribute attribute) {
        return attribute.get(ts, object);
      }
      if (host instanceof MemberDescriptor member) {
        return member.get(ts, object);
      }
      if (host instanceof PyProperty property
          && runtime.typeOf(descriptor) == runtime.types().property
          && property.getter() != Word.NONE
          && object != Word.NONE) {
        return Calls.call1(ts, property.getter(), object);
      }
    }
    long getter = runtime.typeOf(descriptor).slot(ts, Slot.GET);
    return getter == 0L ? descriptor : Calls.method2(ts, getter, descriptor, object, type.cell());
  }

  /** What reading the word through a class gives. */
  public static long getFromClass(ThreadState ts, long descriptor, PyType owner) {
    if (!Word.isCell(descriptor)) {
      return descriptor;
    }
    Kind kind = ts.runtime().shapes().get(Memory.getInt(descriptor)).kind();
    if (kind != Kind.HOST && kind != Kind.INSTANCE) {
      return descriptor;
    }
    long getter = ts.runtime().typeOf(descriptor).slot(ts, Slot.GET);
    return getter == 0L
        ? descriptor
        : Calls.method2(ts, getter, descriptor, Word.NONE, owner.cell());
  }

  /** Writes through a data descriptor; EMPTY deletes. */
  public static void set(ThreadState ts, long descriptor, long object, long value) {
    Object host = Hosts.orNull(ts, descriptor);
    if (host instanceof ComputedAttribute attribute) {
      attribute.set(ts, object, value);
      return;
    }
    if (host instanceof MemberDescriptor member) {
      member.set(ts, object, value);
      return;
    }
    PyType type = ts.runtime().typeOf(descriptor);
    long method = type.slot(ts, value == 0L ? Slot.DELETE : Slot.SET);
    if (method == 0L) {
      throw Errors.attributeError(ts, value == 0L ? "__delete__" : "__set__");
    }
    if (value == 0L) {
      Calls.method1(ts, method, descriptor, object);
    } else {
      Calls.method2(ts, method, descriptor, object, value);
    }
  }
}
