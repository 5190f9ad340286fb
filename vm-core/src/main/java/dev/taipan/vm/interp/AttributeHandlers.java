package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** The generic forms of attribute access, and the members that are too long for the loop. */
final class AttributeHandlers {
  private static final int LOAD_WORDS = 3;

  private AttributeHandlers() {}

  static long load(ThreadState ts, long fp, long pc, long owner, int arg) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long name = Frames.name(fp, arg >> 1);
    long found = lookUp(ts, owner, name);
    if (found < 0) {
      long value = Memory.getLongAcquire(owner - found);
      return value != Word.EMPTY ? value : Attributes.get(ts, owner, name);
    }
    if (isFunction(found)) {
      return standsAlone(found, owner)
          ? found
          : Functions.bind(ts, found & ~AttributeLookups.TAKES_CLASS, owner);
    }
    long value = elsewhere(ts, found, owner, name);
    return value != Word.EMPTY ? value : Attributes.get(ts, owner, name);
  }

  static long bind(ThreadState ts, long function, long owner) {
    return Functions.bind(ts, function, owner);
  }

  /** Whether a function that was found is called without what it was found on: a class's own. */
  private static boolean standsAlone(long found, long owner) {
    return Cells.is(owner, Kind.CLASS) && (found & AttributeLookups.TAKES_CLASS) == 0;
  }

  private static boolean isFunction(long found) {
    return found > AttributeLookups.LARGEST && (found & AttributeLookups.READS) == 0;
  }

  /** What a module's dict or a class has, if that comes first; else EMPTY. */
  private static long elsewhere(ThreadState ts, long found, long owner, long name) {
    if (found == AttributeLookups.IN_MODULE) {
      return Dicts.getStr(ts, Modules.dict(ts, owner), name);
    }
    if (found != AttributeLookups.IN_CLASS) {
      return Word.EMPTY;
    }
    PyType type = Cells.is(owner, Kind.CLASS) ? Classes.of(ts, owner) : ts.runtime().typeOf(owner);
    long value = type.lookup(ts, name);
    // Looked at again: it may have become a descriptor since.
    return type.isPlain(value) ? value : Word.EMPTY;
  }

  private static long lookUp(ThreadState ts, long owner, long name) {
    if (!Word.isCell(owner)) {
      return AttributeLookups.VARIES;
    }
    int id = Memory.getIntAcquire(owner);
    return id == Kind.CLASS.id
        ? AttributeLookups.of(ts).ofClass(ts, owner, name)
        : AttributeLookups.of(ts).load(ts, id, name);
  }

  /** Gives the callable; the receiver to pass first, or EMPTY, goes to {@code self}. */
  static long loadMethod(ThreadState ts, long fp, long pc, long owner, int arg, long self) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long name = Frames.name(fp, arg >> 1);
    long found = lookUp(ts, owner, name);
    if (isFunction(found)) {
      Memory.putLong(self, standsAlone(found, owner) ? Word.EMPTY : owner);
      return found & ~AttributeLookups.TAKES_CLASS;
    }
    long value =
        found < 0 ? Memory.getLongAcquire(owner - found) : elsewhere(ts, found, owner, name);
    if (value != Word.EMPTY) {
      Memory.putLong(self, Word.EMPTY);
      return value;
    }
    long callable = Attributes.loadMethod(ts, owner, name);
    Memory.putLong(self, ts.callSelf());
    return callable;
  }

  static void store(ThreadState ts, long fp, long pc, long owner, int arg, long value) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long name = Frames.name(fp, arg);
    if (!Word.isCell(owner) || !storeSlot(ts, owner, name, value)) {
      Attributes.set(ts, owner, name, value);
    }
  }

  private static boolean storeSlot(ThreadState ts, long owner, long name, long value) {
    int id = Memory.getIntAcquire(owner);
    long found = AttributeLookups.of(ts).store(ts, id, name);
    if (found < 0) {
      Memory.putLongRelease(owner - found, value);
      return true;
    }
    return found != AttributeLookups.VARIES
        && addSlot(
            ts,
            owner,
            id,
            AttributeLookups.addedOffset(found),
            AttributeLookups.nextShape(found),
            value);
  }

  static long holds(long fact, long member, long owner) {
    return recordOf(fact, member, owner);
  }

  /** The record of a cache word of this member, if it holds for the owner's shape; else 0. */
  private static long recordOf(long fact, long member, long owner) {
    long record = fact - member;
    boolean holds =
        record >>> RecordLayout.MEMBER_SHIFT == 0
            && Word.isCell(owner)
            && Memory.getIntAcquire(owner) == (int) RecordLayout.key(record);
    return holds ? record : 0;
  }

  /** A property's getter runs in a frame of its own; its result takes the owner's place. */
  static long property(ThreadState ts, long fp, long pc, long sp) {
    long owner = Memory.getLong(sp - 8);
    long record = recordOf(Instructions.cache(pc, 0), Members.LOAD_PROPERTY, owner);
    if (record == 0 || !isCurrent(record)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    long frame = CallHandlers.pushExact(ts, RecordLayout.value(record), owner, Word.EMPTY);
    FrameLayout.setSp(fp, sp - 8);
    Frames.enter(ts, frame, FrameFlags.pushedBy(LOAD_WORDS));
    return States.RELOAD;
  }

  /**
   * The same without a record, for an owner that is not on the stack below {@code sp}. False if the
   * name is not known to be a property's, or its getter takes more.
   */
  static boolean entersGetter(ThreadState ts, long fp, long pc, long sp, long owner, long name) {
    long found = AttributeLookups.loaded(ts, owner, name);
    if (found <= AttributeLookups.LARGEST || (found & AttributeLookups.READS) == 0) {
      return false;
    }
    long getter = Hosts.get(ts, found & ~AttributeLookups.READS, PyProperty.class).getter();
    if (!Cells.is(getter, Kind.FUNCTION) || !CodeLayout.isExact(FunctionLayout.code(getter), 1)) {
      return false;
    }
    Frames.save(fp, pc, sp);
    long frame = CallHandlers.pushExact(ts, getter, owner, Word.EMPTY);
    Frames.enter(ts, frame, FrameFlags.pushedBy(LOAD_WORDS));
    return true;
  }

  /** A {@code __getattribute__} in Python, likewise. */
  static long getattribute(ThreadState ts, long fp, long pc, long sp, long w) {
    long owner = Memory.getLong(sp - 8);
    long record = recordOf(Instructions.cache(pc, 0), Members.LOAD_GETATTRIBUTE, owner);
    if (record == 0 || !isCurrent(record)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    long name = Frames.name(fp, (int) (w >> 33));
    long frame = CallHandlers.pushExact(ts, RecordLayout.value(record), owner, name);
    FrameLayout.setSp(fp, sp - 8);
    Frames.enter(ts, frame, FrameFlags.pushedBy(LOAD_WORDS));
    return States.RELOAD;
  }

  /** Whether the function in a record still has the version that the record was made for. */
  private static boolean isCurrent(long record) {
    return FunctionLayout.version(RecordLayout.value(record)) == (int) RecordLayout.extra(record);
  }

  /** The record of a site's table that holds for the owner, 0 if none does. */
  static long select(long table, long owner) {
    return table >>> RecordLayout.MEMBER_SHIFT == 0 && Word.isCell(owner)
        ? RecordLayout.find(table, Memory.getIntAcquire(owner))
        : 0;
  }

  static boolean storePolymorphic(ThreadState ts, long fact, long owner, long value) {
    long record = select(fact - Members.STORE_POLYMORPHIC, owner);
    if (record == 0) {
      return false;
    }
    if (RecordLayout.member(record) == Members.number(Members.STORE_ADD)) {
      return add(ts, record + Members.STORE_ADD, owner, value);
    }
    Memory.putLongRelease(owner + RecordLayout.offset(record), value);
    return true;
  }

  /** The record of a LOAD_SUPER_ATTR, if it holds for the three operands; else 0. */
  static long superRecord(long fact, long callable, long cls, long object) {
    long record = recordOf(fact, Members.LOAD_SUPER, object);
    return record != 0
            && RecordLayout.offset(record) == cls
            && RecordLayout.extra(record) == callable
        ? record
        : 0;
  }

  static long loadFromDict(ThreadState ts, long fp, long fact, long owner, int arg) {
    long record = recordOf(fact, Members.LOAD_DICT, owner);
    return record == 0 ? Word.EMPTY : inDict(ts, fp, record, owner, arg >> 1);
  }

  private static long inDict(ThreadState ts, long fp, long record, long owner, int name) {
    long dict = Memory.getLongAcquire(owner + RecordLayout.offset(record));
    return Dicts.getStr(ts, dict, Frames.name(fp, name));
  }

  static long methodBesideDict(ThreadState ts, long fp, long fact, long owner, int arg) {
    long record = recordOf(fact, Members.LOAD_METHOD_DICT, owner);
    return record == 0 || inDict(ts, fp, record, owner, arg >> 1) != Word.EMPTY
        ? Word.EMPTY
        : RecordLayout.value(record);
  }

  /**
   * A new attribute: the slot under the object's lock, then the shape. The shape may have changed
   * since the record was compared, so it is compared again under the lock.
   */
  static boolean add(ThreadState ts, long fact, long owner, long value) {
    long record = recordOf(fact, Members.STORE_ADD, owner);
    if (record == 0) {
      return false;
    }
    return addSlot(
        ts,
        owner,
        (int) RecordLayout.key(record),
        RecordLayout.offset(record),
        (int) RecordLayout.extra(record),
        value);
  }

  private static boolean addSlot(
      ThreadState ts, long owner, int id, long offset, int nextId, long value) {
    ObjectLock.beginWrite(ts, owner);
    try {
      if (Cells.id(owner) != id) {
        return false;
      }
      Memory.putLongRelease(owner + offset, value);
      Memory.putIntRelease(owner + Cells.ID, nextId);
      return true;
    } finally {
      ObjectLock.endWrite(ts, owner);
    }
  }

  static boolean storeInDict(ThreadState ts, long fp, long fact, long owner, int arg, long value) {
    long record = recordOf(fact, Members.STORE_DICT, owner);
    if (record == 0) {
      return false;
    }
    long dict = Memory.getLongAcquire(owner + RecordLayout.offset(record));
    Dicts.setStr(ts, dict, Frames.name(fp, arg), value);
    return true;
  }

  static void delete(ThreadState ts, long fp, long owner, int arg) {
    Attributes.delete(ts, owner, Frames.name(fp, arg));
  }

  /** super, class and self lie at {@code operands}. */
  static long loadSuper(ThreadState ts, long fp, long pc, long operands, int arg, long self) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long callable = Memory.getLong(operands);
    long cls = Memory.getLong(operands + 8);
    long object = Memory.getLong(operands + 16);
    long name = Frames.name(fp, arg >> 2);
    if ((arg & 1) == 0) {
      return Supers.get(ts, fp, callable, cls, object, name, (arg & 2) != 0);
    }
    // Who watches calls is told of the bound method, and of the first argument behind it.
    long method =
        Instructions.isInstrumented(pc)
            ? Word.EMPTY
            : Supers.method(ts, callable, cls, object, name);
    if (method != Word.EMPTY) {
      Memory.putLong(self, object);
      return method;
    }
    long result = Supers.get(ts, fp, callable, cls, object, name, (arg & 2) != 0);
    Memory.putLong(self, Word.EMPTY);
    return result;
  }
}
