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
      step(index);
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

  private void step(int index) {
    State state = new State(before[index]);
    Instruction instruction = body.instructions.get(index);
    boolean goesOn;
    switch (instruction) {
      case BranchInstruction branch -> {
        branch(index, branch, state);
        return;
      }
      case LookupSwitchInstruction table -> {
        state.pop(1);
        table.cases().forEach(c -> reach(body.targetOf(c.target()), state));
        reach(body.targetOf(table.defaultTarget()), state);
        return;
      }
      case TableSwitchInstruction table -> {
        state.pop(1);
        table.cases().forEach(c -> reach(body.targetOf(c.target()), state));
        reach(body.targetOf(table.defaultTarget()), state);
        return;
      }
      case ReturnInstruction end -> {
        steps.end(index, state, end.typeKind() == TypeKind.VOID ? 0 : end.typeKind().slotSize());
        return;
      }
      case ThrowInstruction _ -> goesOn = false;
      default -> goesOn = steps.apply(index, instruction, state);
    }
    if (instruction instanceof InvokeInstruction || !goesOn) {
      handlers(index, thrown(index, instruction, state));
    }
    if (goesOn) {
      reach(index + 1, state);
    }
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

  private void handlers(int index, State thrown) {
    for (Body.Guard guard : body.guards) {
      if (guard.start() <= index && index < guard.end()) {
        reach(guard.handler(), thrown);
      }
    }
  }

  private void branch(int index, BranchInstruction branch, State state) {
    Opcode opcode = branch.opcode();
    boolean isGoto = opcode == Opcode.GOTO || opcode == Opcode.GOTO_W;
    State taken = state;
    State next = state;
    if (!isGoto) {
      boolean two = opcode.name().startsWith("IF_");
      Value tested = state.pop(1);
      if (two) {
        state.pop(1);
      }
      taken = new State(state);
      if (opcode == Opcode.IFEQ || opcode == Opcode.IFNE) {
        refine(tested, opcode == Opcode.IFEQ ? taken : next, opcode == Opcode.IFEQ ? next : taken);
      }
    }
    reach(body.targetOf(branch.target()), taken);
    if (!isGoto) {
      reach(index + 1, next);
    }
  }

  private static void refine(Value tested, State zero, State nonZero) {
    switch (tested.meaning()) {
      case NO_CELL_IF_ZERO -> zero.forget(tested.origins());
      case NO_CELL_UNLESS_ZERO -> nonZero.forget(tested.origins());
      case PLAIN, LITERAL -> {}
    }
  }
}
