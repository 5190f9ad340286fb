package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.vm.heap.SizeClass;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.value.Word;
import java.util.HashMap;
import java.util.Map;

/**
 * Attributes by shape, and new instances.
 *
 * <p>An object that the trace has made is the trace's own until its address is stored somewhere:
 * until then its shape is known without a guard, and it is written without its lock.
 */
final class ObjectUops {
  private static final int NONE = TraceIr.NONE;

  private final BuildState s;
  private final NumberUops numbers;
  private final ControlUops control;

  /** Objects that nobody else can reach, with their shape ids. */
  private final Map<Integer, Integer> own = new HashMap<>();

  ObjectUops(BuildState state, NumberUops numbers, ControlUops control) {
    s = state;
    this.numbers = numbers;
    this.control = control;
  }

  /** The value as a cell of this shape. */
  private int shaped(int value, long shape) throws TraceAbort {
    ValueKind kind = s.ir.kind(value);
    if (kind != ValueKind.WORD && kind != ValueKind.CELL) {
      return NONE;
    }
    int object = s.ir.representative(value);
    Integer known = own.get(object);
    if (known != null) {
      return known == (int) shape ? object : NONE;
    }
    return s.checked(IrOp.GUARD_CELL_ID, object, NONE, shape);
  }

  Step loadSlot(int arg, long shape, long offset) throws TraceAbort {
    int owner = shaped(s.peek(0), shape);
    if (owner == NONE) {
      return Step.STOP;
    }
    int value = s.load(IrOp.LOAD_WORD, owner, (int) offset, MemoryOrder.ACQUIRE);
    if (!own.containsKey(owner)) {
      s.checked(IrOp.GUARD_NONZERO, value, NONE, 0);
    }
    return replaceOwner(arg, value, NONE);
  }

  private Step replaceOwner(int arg, int value, int self) throws TraceAbort {
    numbers.replaceTop(value);
    if ((arg & 1) != 0) {
      s.push(self == NONE ? s.constant(Word.EMPTY) : self);
    }
    return Step.DONE;
  }

  Step loadMethod(int arg, long shape, long function) throws TraceAbort {
    int owner = shaped(s.peek(0), shape);
    return owner == NONE ? Step.STOP : replaceOwner(arg, s.constant(function), owner);
  }

  /** The value is read anew each time: it may be overwritten without a stop. */
  Step loadNondescriptor(int arg, long shape, long address) throws TraceAbort {
    int owner = shaped(s.peek(0), shape);
    return owner == NONE ? Step.STOP : replaceOwner(arg, at(address), NONE);
  }

  private int at(long address) {
    int place = s.ir.add(IrOp.CONST_RAW, address);
    return s.load(IrOp.LOAD_WORD, place, 0, MemoryOrder.ACQUIRE);
  }

  Step loadFromClass(int arg, long owner, long address) throws TraceAbort {
    if (!isOwner(owner)) {
      return Step.STOP;
    }
    return replaceOwner(arg, at(address), NONE);
  }

  private boolean isOwner(long owner) throws TraceAbort {
    int value = s.peek(0);
    ValueKind kind = s.ir.kind(value);
    if (kind != ValueKind.WORD && kind != ValueKind.CELL) {
      return false;
    }
    s.checked(IrOp.GUARD_WORD, value, NONE, owner);
    return true;
  }

  Step loadClassMethod(int arg, long owner, int constants) throws TraceAbort {
    if (!isOwner(owner)) {
      return Step.STOP;
    }
    int function = s.constant(s.trace.constant(constants));
    return replaceOwner(arg, function, s.constant(s.trace.constant(constants + 1)));
  }

  Step loadModule(int arg, long owner, long value) throws TraceAbort {
    return isOwner(owner) ? replaceOwner(arg, s.constant(value), NONE) : Step.STOP;
  }

  Step loadBoundMethod(long shape, long function) throws TraceAbort {
    int owner = shaped(s.peek(0), shape);
    if (owner == NONE) {
      return Step.STOP;
    }
    escapes(owner);
    int method = allocate(Kind.METHOD.id, MethodLayout.SIZE);
    store(method, MethodLayout.FUNCTION, s.constant(function));
    store(method, MethodLayout.SELF, owner);
    return numbers.replaceTop(method);
  }

  Step storeSlot(long shape, long offset) throws TraceAbort {
    int owner = shaped(s.peek(0), shape);
    if (owner == NONE) {
      return Step.STOP;
    }
    int value = s.boxed(s.peek(1));
    escapes(value);
    boolean mine = own.containsKey(owner);
    MemoryOrder order = mine ? MemoryOrder.PLAIN : MemoryOrder.RELEASE;
    s.addImm(IrOp.STORE_WORD, owner, value, Immediates.ofAddress((int) offset, order));
    s.drop();
    s.drop();
    return Step.DONE;
  }

  /** Only to an object of the trace's own: another one's lock would have to be taken. */
  Step addSlot(long shapes, long offset) throws TraceAbort {
    int owner = s.ir.representative(s.peek(0));
    Integer known = own.get(owner);
    if (known == null || known != (int) shapes) {
      return Step.STOP;
    }
    int value = s.boxed(s.peek(1));
    escapes(value);
    int next = (int) (shapes >>> 32);
    // The value may have been this very object.
    if (!own.containsKey(owner)) {
      return Step.STOP;
    }
    store(owner, (int) offset, value);
    s.addImm(IrOp.STORE_I64, owner, s.integer(next), Immediates.ofAddress(0, MemoryOrder.PLAIN));
    own.put(owner, next);
    s.drop();
    s.drop();
    return Step.DONE;
  }

  /** Its address is about to be stored where another thread may find it. */
  void escapes(int value) {
    own.remove(s.ir.representative(value));
  }

  void store(int object, int displacement, int value) {
    long place = Immediates.ofAddress(displacement, MemoryOrder.PLAIN);
    s.addImm(IrOp.STORE_WORD, object, value, place);
  }

  /** A new cell whose words are still undefined; nothing exits before they are written. */
  int allocate(int shape, int bytes) {
    return s.checked(IrOp.NEW_CELL, NONE, NONE, Immediates.ofCell(shape, bytes));
  }

  private static int bytes(int slots) {
    return InstanceLayout.SLOTS + 8 * slots;
  }

  private int instance(int shape, int slots) {
    int object = allocate(shape, bytes(slots));
    int empty = s.constant(Word.EMPTY);
    for (int word = -1; word < slots; word++) {
      store(object, InstanceLayout.SLOTS + 8 * word, empty);
    }
    own.put(object, shape);
    return object;
  }

  /** The guards of a function that is known by its version, and its virtual frame. */
  Step property(int i) throws TraceAbort {
    UopTrace trace = s.trace;
    int constants = (int) trace.operand1(i);
    int owner = shaped(s.peek(0), trace.constant(constants));
    if (owner == NONE) {
      return Step.STOP;
    }
    int getter = versioned(constants + 1);
    VirtualFrame callee = control.callee(i, getter, constants + 3, 0);
    callee.set(0, owner);
    s.drop();
    control.enter(callee, 1);
    return Step.DONE;
  }

  /** A constant function, guarded by the version behind it. */
  private int versioned(int constants) {
    int function = s.constant(s.trace.constant(constants));
    int version = s.load(IrOp.LOAD_U32, function, FunctionLayout.VERSION, MemoryOrder.STABLE);
    int wanted = s.integer(s.trace.constant(constants + 1));
    s.checked(IrOp.GUARD_CMP_INT, version, wanted, Immediates.ofCond(Cond.EQ));
    return function;
  }

  /** The instance lies in the callable's place while its __init__ runs. */
  Step construct(int i) throws TraceAbort {
    UopTrace trace = s.trace;
    int count = trace.arg(i);
    int constants = (int) trace.operand1(i);
    int callable = s.peek(count + 1);
    ValueKind kind = s.ir.kind(callable);
    if (!s.isEmpty(s.peek(count)) || kind != ValueKind.WORD && kind != ValueKind.CELL) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, callable, NONE, trace.constant(constants));
    int shape = (int) trace.constant(constants + 1);
    int slots = (int) trace.constant(constants + 2);
    if (bytes(slots) > SizeClass.MAX_LINEAR) {
      return Step.STOP; // many __slots__: machine code allocates small cells only
    }
    if (trace.operand0(i) < 0) {
      int object = instance(shape, slots);
      s.drop();
      return numbers.replaceTop(object);
    }
    int init = versioned(constants + 3);
    VirtualFrame callee = control.callee(i, init, constants + 5, VirtualFrame.INIT);
    int object = instance(shape, slots);
    for (int argument = count; argument > 0; argument--) {
      callee.set(argument, s.pop());
    }
    callee.set(0, object);
    s.drop();
    numbers.replaceTop(object);
    control.enter(callee, count + 1);
    return Step.DONE;
  }
}
