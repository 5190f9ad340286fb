package dev.taipan.stress.rooting;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which locals are read again from an instruction on: what stands in the others is no word. */
final class Liveness {
  private final Body body;
  private final BitSet[] live;

  Liveness(Body body) {
    this.body = body;
    live = new BitSet[body.instructions.size() + 1];
    for (int i = 0; i < live.length; i++) {
      live[i] = new BitSet();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = body.instructions.size() - 1; i >= 0; i--) {
        changed |= update(i);
      }
    }
  }

  BitSet before(int index) {
    return live[index];
  }

  private boolean update(int index) {
    Instruction instruction = body.instructions.get(index);
    BitSet now = new BitSet();
    successors(index, instruction).forEach(s -> now.or(live[s]));
    switch (instruction) {
      case StoreInstruction store -> now.clear(store.slot());
      case LoadInstruction load -> now.set(load.slot());
      case IncrementInstruction increment -> now.set(increment.slot());
      default -> {}
    }
    for (Body.Guard guard : body.guards) {
      if (guard.start() <= index && index < guard.end()) {
        now.or(live[guard.handler()]);
      }
    }
    boolean changed = !now.equals(live[index]);
    live[index] = now;
    return changed;
  }

  private List<Integer> successors(int index, Instruction instruction) {
    List<Integer> all = new ArrayList<>();
    switch (instruction) {
      case BranchInstruction branch -> {
        all.add(body.targetOf(branch.target()));
        if (branch.opcode() != Opcode.GOTO && branch.opcode() != Opcode.GOTO_W) {
          all.add(index + 1);
        }
      }
      case LookupSwitchInstruction table -> {
        table.cases().forEach(c -> all.add(body.targetOf(c.target())));
        all.add(body.targetOf(table.defaultTarget()));
      }
      case TableSwitchInstruction table -> {
        table.cases().forEach(c -> all.add(body.targetOf(c.target())));
        all.add(body.targetOf(table.defaultTarget()));
      }
      case ReturnInstruction _, ThrowInstruction _ -> {}
      default -> all.add(index + 1);
    }
    return all;
  }
}
