package dev.taipan.stress.rooting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the words of one method come from: the numbers that stand in {@link Value#origins}. */
final class Origins {
  enum Kind {
    /** A parameter, rooted by the caller or not. */
    PARAMETER,
    /** A cell that was just made. */
    FRESH,
    /** Read from a cell: alive as long as one of the holders is. */
    DEPENDENT,
    /** A Java object that nothing traces; alive, but what it contains may die. */
    OBJECT,
    /** A mark of the root stack. */
    MARK
  }

  record Origin(Kind kind, int index, String what, BitSet related) {}

  private final List<Origin> all = new ArrayList<>();
  private final Map<Integer, Integer> byIndex = new HashMap<>();

  /** One origin for each instruction; parameters have negative indexes. */
  int at(Kind kind, int index, String what) {
    return byIndex.computeIfAbsent(
        index,
        k -> {
          all.add(new Origin(kind, index, what, new BitSet()));
          return all.size() - 1;
        });
  }

  Origin get(int origin) {
    return all.get(origin);
  }

  Kind kind(int origin) {
    return all.get(origin).kind();
  }

  int count() {
    return all.size();
  }

  /** For a dependent word its holders, for an object its content. */
  BitSet related(int origin) {
    return all.get(origin).related();
  }

  /** The words behind a value: itself, or what the objects contain, at any depth. */
  BitSet contents(BitSet origins) {
    BitSet found = new BitSet();
    BitSet seen = new BitSet();
    collect(origins, Kind.OBJECT, found, seen);
    return found;
  }

  /** What keeps a value alive: itself, or the holders of what was read from them, at any depth. */
  BitSet holders(BitSet origins) {
    BitSet found = new BitSet();
    collect(origins, Kind.DEPENDENT, found, new BitSet());
    return found;
  }

  /** Adds all that is related to a member, at any depth. */
  void close(BitSet members) {
    BitSet added = (BitSet) members.clone();
    while (!added.isEmpty()) {
      BitSet more = new BitSet();
      added.stream().forEach(o -> more.or(related(o)));
      more.andNot(members);
      members.or(more);
      added = more;
    }
  }

  private void collect(BitSet origins, Kind through, BitSet found, BitSet seen) {
    for (int o = origins.nextSetBit(0); o >= 0; o = origins.nextSetBit(o + 1)) {
      if (seen.get(o)) {
        continue;
      }
      seen.set(o);
      if (kind(o) == through) {
        collect(related(o), through, found, seen);
      } else {
        found.set(o);
      }
    }
  }
}
