package dev.taipan.stress.rooting;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A method's code with instructions numbered from 0, so that an analysis can keep a state for each.
 */
final class Body {
  /** Instructions {@code start} up to {@code end} are guarded by the one at {@code handler}. */
  record Guard(int start, int end, int handler) {}

  final MethodId id;
  final boolean isStatic;
  final List<Instruction> instructions = new ArrayList<>();
  final List<Guard> guards = new ArrayList<>();
  final int maxLocals;

  /** The receiver first, if there is one. */
  final List<ClassDesc> parameters = new ArrayList<>();

  private final Map<Label, Integer> targets = new HashMap<>();
  private final BitSet places = new BitSet();
  private final List<Integer> lines = new ArrayList<>();

  Body(MethodId id, MethodModel method, CodeAttribute code) {
    this.id = id;
    isStatic = method.flags().has(AccessFlag.STATIC);
    maxLocals = code.maxLocals();
    if (!isStatic) {
      parameters.add(ClassDesc.of(id.owner()));
    }
    parameters.addAll(id.type().parameterList());
    List<ExceptionCatch> catches = new ArrayList<>();
    int line = 0;
    for (CodeElement element : code) {
      switch (element) {
        case Instruction instruction -> {
          instructions.add(instruction);
          lines.add(line);
        }
        case LabelTarget target -> {
          targets.put(target.label(), instructions.size());
          places.set(instructions.size());
        }
        case LineNumber number -> line = number.line();
        case ExceptionCatch guard -> catches.add(guard);
        default -> {}
      }
    }
    for (ExceptionCatch guard : catches) {
      guards.add(
          new Guard(
              targetOf(guard.tryStart()), targetOf(guard.tryEnd()), targetOf(guard.handler())));
    }
  }

  boolean isTarget(int index) {
    return places.get(index);
  }

  int targetOf(Label label) {
    return targets.get(label);
  }

  int line(int index) {
    return lines.get(index);
  }

  String where(int index) {
    return id.owner().substring(id.owner().lastIndexOf('.') + 1)
        + "."
        + id.name()
        + ":"
        + line(index);
  }
}
