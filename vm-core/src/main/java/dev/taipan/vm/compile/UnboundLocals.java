package dev.taipan.vm.compile;

import dev.taipan.vm.code.Op;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the loads of locals that may be unset and makes them check; all others need not. A forward
 * analysis over all paths, exceptions included: a local is unsafe where one way leaves it unset.
 */
final class UnboundLocals {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Block, BitSet> unsafeAtStart = new HashMap<>();
  private final Deque<Block> work = new ArrayDeque<>();

  private UnboundLocals(List<String> locals) {
    for (String local : locals) {
      numbers.put(local, numbers.size());
    }
  }

  static void check(Block entry, List<String> locals, int parameters) {
    if (locals.size() == parameters && !hasClearing(entry)) {
      return;
    }
    UnboundLocals analysis = new UnboundLocals(locals);
    BitSet unsafe = new BitSet();
    unsafe.set(parameters, locals.size());
    analysis.flow(entry, unsafe);
    while (!analysis.work.isEmpty()) {
      analysis.visit(analysis.work.pop(), false);
    }
    Graph.forEach(entry, b -> analysis.visit(b, true));
  }

  private static boolean hasClearing(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      for (Instr instr : b.instrs) {
        if (instr.is(Op.DELETE_FAST) || instr.is(Op.LOAD_FAST_AND_CLEAR)) {
          return true;
        }
      }
    }
    return false;
  }

  private void flow(Block to, BitSet unsafe) {
    BitSet known = unsafeAtStart.get(to);
    if (known == null) {
      unsafeAtStart.put(to, (BitSet) unsafe.clone());
      work.push(to);
      return;
    }
    int before = known.cardinality();
    known.or(unsafe);
    if (known.cardinality() != before) {
      work.push(to);
    }
  }

  private void visit(Block block, boolean rewrite) {
    BitSet start = unsafeAtStart.get(block);
    if (start == null) {
      return; // only a handler of instructions that cannot be reached
    }
    BitSet unsafe = (BitSet) start.clone();
    for (Instr instr : block.instrs) {
      if (!rewrite && instr.handler != null) {
        flow(instr.handler, unsafe);
      }
      if (instr.variable != null && instr.slot == Instr.Slot.LOCAL) {
        step(instr, unsafe, rewrite);
        if (!rewrite && instr.handler != null) {
          flow(instr.handler, unsafe);
        }
      }
    }
    if (!rewrite) {
      Graph.successors(block).forEach(s -> flow(s, unsafe));
    }
  }

  private void step(Instr instr, BitSet unsafe, boolean rewrite) {
    int number = numbers.get(instr.variable);
    switch (instr.op) {
      case Op.LOAD_FAST -> {
        if (rewrite && unsafe.get(number)) {
          instr.op = Op.LOAD_FAST_CHECK;
        }
        unsafe.clear(number); // checked or safe, it is set from here on
      }
      case Op.STORE_FAST -> unsafe.clear(number);
      case Op.DELETE_FAST, Op.LOAD_FAST_AND_CLEAR, Pseudo.STORE_FAST_MAYBE_NULL ->
          unsafe.set(number);
      default -> {}
    }
  }
}
