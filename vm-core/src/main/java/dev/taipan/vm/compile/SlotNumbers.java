package dev.taipan.vm.compile;

import dev.taipan.vm.code.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The frame slot of every fast variable; a cell that is also a local shares the local's slot. */
final class SlotNumbers {
  private final Map<String, Integer> locals = new HashMap<>();
  private final Map<String, Integer> cells = new HashMap<>();
  private final Map<String, Integer> frees = new HashMap<>();

  SlotNumbers(Variables variables) {
    int next = number(variables.varnames(), locals, 0);
    for (String cell : variables.cellvars()) {
      Integer shared = locals.get(cell);
      cells.put(cell, shared == null ? next++ : shared);
    }
    number(variables.freevars(), frees, next);
  }

  private static int number(List<String> names, Map<String, Integer> numbers, int first) {
    int next = first;
    for (String name : names) {
      numbers.put(name, next++);
    }
    return next;
  }

  int of(Instr.Slot slot, String variable) {
    Map<String, Integer> numbers =
        switch (slot) {
          case LOCAL -> locals;
          case CELL -> cells;
          case FREE -> frees;
        };
    Integer number = numbers.get(variable);
    if (number == null) {
      throw new IllegalStateException("no " + slot + " variable " + variable);
    }
    return number;
  }
}
