package dev.taipan.stress.rooting;

import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.BitSet;
import java.util.List;

/** What each instruction does to the abstract state of one method. */
final class Steps {
  /** What is done to an element of an array is taken to be done to all, as a loop does. */
  static final String ELEMENT = "element";

  private final Body body;
  private final Program program;
  private final Calls calls;
  private final Uses uses;
  private final Origins origins;

  Steps(Body body, Program program, CallGraph graph, Summaries summaries, Uses uses) {
    this.body = body;
    this.program = program;
    this.uses = uses;
    origins = uses.origins;
    calls = new Calls(body, program, graph, summaries, uses);
  }

  State entry() {
    State state = new State(body.maxLocals);
    int slot = 0;
    for (int i = 0; i < body.parameters.size(); i++) {
      ClassDesc type = body.parameters.get(i);
      if (uses.isTracked(i)) {
        int origin = origins.at(Origins.Kind.PARAMETER, -1 - i, "parameter " + i);
        state.locals[slot] = Value.of(origin);
        state.set(origin, Status.BARE);
      }
      slot += TypeKind.from(type).slotSize();
    }
    return state;
  }

  boolean mayCollect(int index, InvokeInstruction call) {
    return calls.mayCollectAndThrow(index, call);
  }

  Origins origins() {
    return origins;
  }

  void end(int index, State state, int slots) {
    uses.end(index, state, state.pop(slots));
  }

  /** Tells whether the next instruction is reached. */
  boolean apply(int index, Instruction instruction, State state) {
    switch (instruction) {
      case InvokeInstruction call -> {
        return calls.invoke(index, call, state);
      }
      case InvokeDynamicInstruction call -> calls.invokeDynamic(index, call, state);
      case LoadInstruction load ->
          state.push(state.locals[load.slot()], load.typeKind().slotSize());
      case StoreInstruction store ->
          state.locals[store.slot()] = state.pop(store.typeKind().slotSize());
      case StackInstruction move -> StackMoves.apply(move.opcode(), state.stack);
      case ConstantInstruction constant -> {
        boolean isLong = constant.typeKind() == TypeKind.LONG;
        state.push(isLong ? Value.LITERAL : Value.UNKNOWN, constant.typeKind().slotSize());
      }
      case OperatorInstruction operator -> operator(operator, state);
      case ConvertInstruction convert -> {
        state.pop(convert.fromType().slotSize());
        state.push(Value.UNKNOWN, convert.toType().slotSize());
      }
      case FieldInstruction field -> field(index, field, state);
      case ArrayLoadInstruction load -> arrayLoad(index, load, state);
      case ArrayStoreInstruction store -> arrayStore(store, state);
      case NewObjectInstruction made -> make(index, made.className().asSymbol(), state);
      case NewPrimitiveArrayInstruction made -> {
        state.pop(1);
        make(
            index,
            ClassDesc.ofDescriptor("[" + made.typeKind().upperBound().descriptorString()),
            state);
      }
      case NewReferenceArrayInstruction _ -> {
        state.pop(1);
        make(index, ClassDesc.ofDescriptor("[J"), state);
      }
      case NewMultiArrayInstruction made -> {
        for (int i = 0; i < made.dimensions(); i++) {
          state.pop(1);
        }
        state.push(Value.UNKNOWN, 1);
      }
      case TypeCheckInstruction check -> {
        if (check.opcode() == java.lang.classfile.Opcode.INSTANCEOF) {
          state.pop(1);
          state.push(Value.UNKNOWN, 1);
        }
      }
      case MonitorInstruction _ -> state.pop(1);
      case IncrementInstruction _, NopInstruction _ -> {}
      default -> throw new IllegalStateException(body.where(index) + ": " + instruction);
    }
    return true;
  }

  private void make(int index, ClassDesc type, State state) {
    if (!program.mayHoldWords(type)) {
      state.push(Value.UNKNOWN, 1);
      return;
    }
    state.push(Value.of(origins.at(Origins.Kind.OBJECT, index, "new " + type.displayName())), 1);
  }

  private static void operator(OperatorInstruction operator, State state) {
    String name = operator.opcode().name();
    int slots = operator.typeKind().slotSize();
    if (name.equals("ARRAYLENGTH")) {
      state.pop(1);
      state.push(Value.UNKNOWN, 1);
      return;
    }
    boolean unary = name.endsWith("NEG");
    boolean shift = name.contains("SH");
    Value right = unary ? Value.UNKNOWN : state.pop(shift ? 1 : slots);
    Value left = state.pop(slots);
    if (name.contains("CMP")) {
      state.push(name.equals("LCMP") ? compared(left, right) : Value.UNKNOWN, 1);
      return;
    }
    // Sums stay addresses; what was shifted or masked is a number.
    boolean address = name.equals("LADD") || name.equals("LSUB");
    state.push(address ? Value.of(left.or(right).words()) : Value.UNKNOWN, slots);
  }

  private static Value compared(Value left, Value right) {
    boolean swapped = left.meaning() == Value.Meaning.LITERAL;
    Value word = swapped ? right : left;
    Value other = swapped ? left : right;
    boolean literal = other.meaning() == Value.Meaning.LITERAL;
    return literal && word.isTracked()
        ? new Value(word.origins(), Value.Meaning.NO_CELL_IF_ZERO)
        : Value.UNKNOWN;
  }

  private void field(int index, FieldInstruction field, State state) {
    int slots = TypeKind.from(field.typeSymbol()).slotSize();
    boolean carries =
        field.typeSymbol().descriptorString().equals("J")
            || program.mayHoldWords(field.typeSymbol());
    switch (field.opcode()) {
      case GETSTATIC -> state.push(slots == 2 ? Value.LITERAL : Value.UNKNOWN, slots);
      case PUTSTATIC -> uses.store(index, state, state.pop(slots));
      case GETFIELD -> {
        Value object = state.pop(1);
        state.push(carries ? uses.read(index, state, object, "field") : Value.UNKNOWN, slots);
      }
      default -> {
        Value value = state.pop(slots);
        Value object = state.pop(1);
        if (carries) {
          uses.putInto(state, object, value);
        }
      }
    }
  }

  private void arrayLoad(int index, ArrayLoadInstruction load, State state) {
    state.pop(1);
    Value array = state.pop(1);
    int slots = load.typeKind().slotSize();
    boolean carries = load.typeKind() == TypeKind.LONG || load.typeKind() == TypeKind.REFERENCE;
    state.push(carries ? uses.read(index, state, array, ELEMENT) : Value.UNKNOWN, slots);
  }

  private void arrayStore(ArrayStoreInstruction store, State state) {
    Value value = state.pop(store.typeKind().slotSize());
    state.pop(1);
    Value array = state.pop(1);
    uses.putInto(state, array, value);
  }

  static BitSet union(List<Value> values) {
    BitSet all = new BitSet();
    values.forEach(v -> all.or(v.words()));
    return all;
  }
}
