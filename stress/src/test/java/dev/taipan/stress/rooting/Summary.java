package dev.taipan.stress.rooting;

import java.util.BitSet;
import java.util.TreeMap;

/**
 * What callers must know of a method. Starts as that of a method which never returns and only
 * grows.
 */
final class Summary {
  boolean returns;

  /** A collection may happen on a way to a return, not only on one that ends with an exception. */
  boolean collects;

  /** The result may be a cell that nothing holds. */
  boolean freshResult;

  /** The result may be a new cell that the method left on the root stack. */
  boolean rootedResult;

  /** The parameters that the result may be, and those that keep it alive. */
  final BitSet resultIs = new BitSet();

  final BitSet resultDependsOn = new BitSet();

  /** For each parameter its worst {@link Status} at a return, ABSENT if it is not followed. */
  final int[] end;

  /** Parameters used after a collection that the method did not root them for, with an example. */
  final TreeMap<Integer, String> needsRoot = new TreeMap<>();

  /** Parameters that the receiver holds from now on, in a field that nothing traces. */
  final BitSet captured = new BitSet();

  Summary(int parameters) {
    end = new int[parameters];
  }

  /** Joins another target's summary of the same call into this one; tells whether this changed. */
  boolean join(Summary other) {
    boolean changed = !returns && other.returns;
    changed |= !freshResult && other.freshResult;
    changed |= !rootedResult && other.rootedResult;
    changed |= !collects && other.collects;
    collects |= other.collects;
    returns |= other.returns;
    freshResult |= other.freshResult;
    rootedResult |= other.rootedResult;
    changed |= join(resultIs, other.resultIs);
    changed |= join(resultDependsOn, other.resultDependsOn);
    changed |= join(captured, other.captured);
    for (int i = 0; i < end.length && i < other.end.length; i++) {
      int worse = Math.max(end[i], other.end[i]);
      changed |= worse != end[i];
      end[i] = worse;
    }
    for (var entry : other.needsRoot.entrySet()) {
      changed |= needsRoot.putIfAbsent(entry.getKey(), entry.getValue()) == null;
    }
    return changed;
  }

  /**
   * As a caller sees it that gives {@code args} arguments, {@code shift} places further in front.
   */
  Summary shifted(int shift, int args) {
    Summary seen = new Summary(args);
    seen.returns = returns;
    seen.collects = collects;
    seen.freshResult = freshResult;
    seen.rootedResult = rootedResult;
    for (int j = Math.max(1, -shift); j < args && j + shift < end.length; j++) {
      seen.end[j] = end[j + shift];
      seen.resultIs.set(j, resultIs.get(j + shift));
      seen.resultDependsOn.set(j, resultDependsOn.get(j + shift));
      if (needsRoot.containsKey(j + shift)) {
        seen.needsRoot.put(j, needsRoot.get(j + shift));
      }
    }
    return seen;
  }

  static boolean join(BitSet into, BitSet more) {
    int before = into.cardinality();
    into.or(more);
    return into.cardinality() != before;
  }
}
