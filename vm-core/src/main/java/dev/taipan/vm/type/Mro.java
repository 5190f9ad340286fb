package dev.taipan.vm.type;

import java.util.ArrayList;
import java.util.List;

/** The C3 linearisation of a class's ancestors. */
final class Mro {
  private Mro() {}

  /**
   * The resolution order of a class with the given bases, or null if there is no consistent one.
   */
  static PyType[] linearize(PyType type, PyType[] bases) {
    if (bases.length == 1) {
      // Most classes: a line of one base is that base's line, and the start makes some 200.
      PyType[] line = bases[0].mro();
      PyType[] order = new PyType[line.length + 1];
      order[0] = type;
      System.arraycopy(line, 0, order, 1, line.length);
      return order;
    }
    return linearize(type, bases, new ArrayList<>());
  }

  /** The classes that no order can be given to, where {@link #linearize} fails. */
  static List<PyType> conflict(PyType type, PyType[] bases) {
    List<PyType> stuck = new ArrayList<>();
    linearize(type, bases, stuck);
    return stuck;
  }

  /** Whether an order begins with its class and names nothing else but ancestors of the bases. */
  static boolean followsBases(PyType type, PyType[] order, PyType[] bases) {
    boolean follows = order.length > 0 && order[0] == type;
    for (int i = 1; follows && i < order.length; i++) {
      follows = false;
      for (PyType base : bases) {
        follows |= base.isSubtypeOf(order[i]);
      }
    }
    return follows;
  }

  private static PyType[] linearize(PyType type, PyType[] bases, List<PyType> stuck) {
    List<List<PyType>> sequences = new ArrayList<>();
    for (PyType base : bases) {
      sequences.add(new ArrayList<>(List.of(base.mro())));
    }
    sequences.add(new ArrayList<>(List.of(bases)));
    List<PyType> order = new ArrayList<>();
    order.add(type);
    sequences.removeIf(List::isEmpty);
    while (!sequences.isEmpty()) {
      PyType next = firstGoodHead(sequences);
      if (next == null) {
        sequences.forEach(sequence -> stuck.add(sequence.getFirst()));
        return null;
      }
      order.add(next);
      for (List<PyType> sequence : sequences) {
        if (sequence.getFirst() == next) {
          sequence.removeFirst();
        }
      }
      sequences.removeIf(List::isEmpty);
    }
    return order.toArray(PyType[]::new);
  }

  private static PyType firstGoodHead(List<List<PyType>> sequences) {
    for (List<PyType> candidates : sequences) {
      PyType head = candidates.getFirst();
      boolean inTail = false;
      for (List<PyType> sequence : sequences) {
        inTail |= sequence.lastIndexOf(head) > 0;
      }
      if (!inTail) {
        return head;
      }
    }
    return null;
  }
}
