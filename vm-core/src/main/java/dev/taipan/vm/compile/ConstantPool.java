package dev.taipan.vm.compile;

import dev.taipan.vm.code.CodeConstant;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The constants that are still used after optimization, renumbered. The first stays: for a function
 * it is the docstring or None.
 */
final class ConstantPool {
  private static final int UNUSED = -1;

  private final List<CodeConstant> all;
  private final List<CodeConstant> kept = new ArrayList<>();
  private final int[] numbers;

  ConstantPool(Unit unit) {
    all = unit.constants();
    numbers = new int[all.size()];
    Arrays.fill(numbers, UNUSED);
    if (!all.isEmpty()) {
      indexOf(0);
    }
  }

  int indexOf(int original) {
    if (numbers[original] == UNUSED) {
      numbers[original] = kept.size();
      kept.add(all.get(original));
    }
    return numbers[original];
  }

  /** The table; complete when every {@link Op#LOAD_CONST} has asked for its index. */
  List<CodeConstant> constants() {
    return kept;
  }
}
