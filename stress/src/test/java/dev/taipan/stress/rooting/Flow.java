package dev.taipan.stress.rooting;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.BitSet;

/** Follows the words of one method through its code until nothing changes. */
final class Flow {
  private final Body body;
  private final Steps steps;
  private final State[] before;
  private final Liveness liveness;
  private final BitSet work = new BitSet();

  Flow(Body body, Steps steps) {
    this.body = body;
    this.steps = steps;
    before = new State[body.instructions.size()];
    liveness = new Liveness(body);
  }

  void run() {
    reach(0, steps.entry());
    while (!work.isEmpty()) {
      int index = work.nextSetBit(0);
      work.clear(index);
      block(index);
    }
  }

  private void reach(int index, State from) {
    State state = new State(from);
    if (body.isTarget(index)) {
      state.keepOnly(liveness.before(index));
      state.prune(steps.origins());
    }
    if (before[index] == null) {
      before[index] = state;
      work.set(index);
    } else if (before[index].join(state)) {
      work.set(index);
    }
  }

  /** Follows the instructions from a target of a jump to the next one, or to where paths part. */
  private void block(int start) {
    State state = new State(before[start]);
    for (int index = start; ; index++) {
      if (index > start && body.isTarget(index)) {
        reach(index, state);
        return;
      }
      if (!step(index, state)) {
        return;
      }
    }
  }

  /** Tells whether the next instruction follows. */
  private boolean step(int index, State state) {
    Instruction instruction = body.instructions.get(index);
    return switch (instruction) {
      case BranchInstruction branch -> branch(branch, state);
      case LookupSwitchInstruction table -> {
        state.pop(1);
        table.cases().forEach(c -> reach(body.targetOf(c.target()), state));
        reach(body.targetOf(table.defaultTarget()), state);
        yield false;
      }
      case TableSwitchInstruction table -> {
        state.pop(1);
        table.cases().forEach(c -> reach(body.targetOf(c.target()), state));
        reach(body.targetOf(table.defaultTarget()), state);
        yield false;
      }
      case ReturnInstruction end -> {
        steps.end(index, state, end.typeKind() == TypeKind.VOID ? 0 : end.typeKind().slotSize());
        yield false;
      }
      default -> {
        boolean goesOn =
            !(instruction instanceof ThrowInstruction) && steps.apply(index, instruction, state);
        if (instruction instanceof InvokeInstruction || !goesOn) {
          handlers(index, instruction, state);
        }
        yield goesOn;
      }
    };
  }

  /** An exception may come after a collection though a return would not. */
  private State thrown(int index, Instruction instruction, State after) {
    State thrown = new State(after);
    thrown.stack.clear();
    thrown.push(Value.UNKNOWN, 1);
    if (instruction instanceof InvokeInstruction call && steps.mayCollect(index, call)) {
      thrown.collect(index);
    }
    return thrown;
  }

  private void handlers(int index, Instruction instruction, State after) {
    for (Body.Guard guard : body.guards) {
      if (guard.start() <= index && index < guard.end()) {
        reach(guard.handler(), thrown(index, instruction, after));
      }
    }
  }

  private boolean branch(BranchInstruction branch, State state) {
    Opcode opcode = branch.opcode();
    if (opcode == Opcode.GOTO || opcode == Opcode.GOTO_W) {
      reach(body.targetOf(branch.target()), state);
      return false;
    }
    Value tested = state.pop(1);
    if (opcode.name().startsWith("IF_")) {
      state.pop(1);
    }
    State taken = new State(state);
    if (opcode == Opcode.IFEQ || opcode == Opcode.IFNE) {
      refine(tested, opcode == Opcode.IFEQ ? taken : state, opcode == Opcode.IFEQ ? state : taken);
    }
    reach(body.targetOf(branch.target()), taken);
    return true;
  }

  private static void refine(Value tested, State zero, State nonZero) {
    switch (tested.meaning()) {
      case NO_CELL_IF_ZERO -> zero.forget(tested.origins());
      case NO_CELL_UNLESS_ZERO -> nonZero.forget(tested.origins());
      case PLAIN, LITERAL -> {}
    }
  }
}
