package dev.taipan.stress.rooting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The abstract state before an instruction. A long takes two places, the upper one UNKNOWN. */
final class State {
  final Value[] locals;
  final List<Value> stack;

  /** By origin, see {@link Status}. */
  int[] status;

  /** By origin: the worst status in which a parameter was forgotten. */
  int[] past;

  /** By origin: the marks that were taken before it was rooted. */
  BitSet[] marks;

  /** The marks taken and not released. */
  final BitSet open;

  /** Whether there may have been a collection since the method began. */
  boolean collected;

  State(int maxLocals) {
    locals = new Value[maxLocals];
    Arrays.fill(locals, Value.UNKNOWN);
    stack = new ArrayList<>();
    status = new int[8];
    past = new int[8];
    marks = new BitSet[8];
    open = new BitSet();
  }

  State(State other) {
    locals = other.locals.clone();
    stack = new ArrayList<>(other.stack);
    status = other.status.clone();
    past = other.past.clone();
    marks = other.marks.clone();
    open = (BitSet) other.open.clone();
    collected = other.collected;
  }

  int status(int origin) {
    return origin < status.length ? status[origin] : Status.ABSENT;
  }

  void set(int origin, int newStatus) {
    if (origin >= status.length) {
      status = Arrays.copyOf(status, Math.max(origin + 1, 2 * status.length));
      marks = Arrays.copyOf(marks, status.length);
      past = Arrays.copyOf(past, status.length);
    }
    status[origin] = newStatus;
    marks[origin] = newStatus == Status.ROOTED ? (BitSet) open.clone() : null;
  }

  /** A mark is released: what was rooted since is bare again. */
  void release(BitSet released) {
    for (int i = 0; i < status.length; i++) {
      boolean since = released.isEmpty() || (marks[i] != null && marks[i].intersects(released));
      if (status[i] == Status.ROOTED && since) {
        status[i] = Status.BARE;
        marks[i] = null;
      }
    }
    open.andNot(released);
  }

  /** A collection in the instruction {@code index}. */
  void collect(int index) {
    collected = true;
    for (int i = 0; i < status.length; i++) {
      if (status[i] == Status.BARE) {
        status[i] = Status.CROSSED + index;
      }
    }
  }

  /** A value is found to be no cell on this path. */
  void forget(BitSet origins) {
    if (origins.cardinality() == 1) {
      int origin = origins.nextSetBit(0);
      if (origin < status.length) {
        status[origin] = Status.ABSENT;
        marks[origin] = null;
      }
    }
    for (int i = 0; i < locals.length; i++) {
      if (locals[i].words().equals(origins)) {
        locals[i] = Value.UNKNOWN;
      }
    }
    stack.replaceAll(v -> v.words().equals(origins) ? Value.UNKNOWN : v);
  }

  /** Forgets the locals that are not read again. */
  void keepOnly(BitSet live) {
    for (int i = 0; i < locals.length; i++) {
      if (!live.get(i)) {
        locals[i] = Value.UNKNOWN;
      }
    }
  }

  int worst(int origin) {
    return origin < status.length ? Math.max(status[origin], past[origin]) : Status.ABSENT;
  }

  /** Forgets the state of words that nothing refers to any more. */
  void prune(Origins origins) {
    BitSet live = new BitSet();
    for (Value local : locals) {
      live.or(local.words());
    }
    stack.forEach(v -> live.or(v.words()));
    origins.close(live);
    for (int o = 0; o < status.length; o++) {
      if (status[o] != Status.ABSENT && !live.get(o)) {
        past[o] = Math.max(past[o], status[o]);
        status[o] = Status.ABSENT;
        marks[o] = null;
      }
    }
  }

  void push(Value value, int slots) {
    stack.add(value);
    if (slots == 2) {
      stack.add(Value.UNKNOWN);
    }
  }

  Value pop(int slots) {
    if (slots == 2) {
      stack.removeLast();
    }
    return slots == 0 ? Value.UNKNOWN : stack.removeLast();
  }

  /** Joins what comes from another path; tells whether this changed. */
  boolean join(State other) {
    boolean changed = false;
    for (int i = 0; i < locals.length; i++) {
      Value both = locals[i].or(other.locals[i]);
      changed |= !both.equals(locals[i]);
      locals[i] = both;
    }
    for (int i = 0; i < stack.size(); i++) {
      Value both = stack.get(i).or(other.stack.get(i));
      changed |= !both.equals(stack.get(i));
      stack.set(i, both);
    }
    changed |= Summary.join(open, other.open);
    changed |= other.collected && !collected;
    collected |= other.collected;
    for (int i = 0; i < other.status.length; i++) {
      changed |= join(i, other.status[i], other.marks[i]);
      if (other.past[i] > (i < past.length ? past[i] : Status.ABSENT)) {
        set(i, status(i), marks(i));
        past[i] = other.past[i];
        changed = true;
      }
    }
    return changed;
  }

  BitSet marks(int origin) {
    return origin < marks.length ? marks[origin] : null;
  }

  void set(int origin, int newStatus, BitSet since) {
    set(origin, newStatus);
    marks[origin] = since == null ? null : (BitSet) since.clone();
  }

  private boolean join(int origin, int theirs, BitSet theirMarks) {
    int mine = status(origin);
    if (theirs > mine) {
      set(origin, theirs, theirMarks);
      return true;
    }
    if (theirs == mine && theirs == Status.ROOTED && marks[origin] != null) {
      BitSet both = (BitSet) marks[origin].clone();
      boolean grown = Summary.join(both, theirMarks);
      marks[origin] = both;
      return grown;
    }
    return false;
  }
}
