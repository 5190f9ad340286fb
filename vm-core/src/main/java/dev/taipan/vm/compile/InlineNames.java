package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the names of an inline comprehension apart from those around it: the outer values of its
 * variables are pushed before it and restored after it, also when it raises, and while it is
 * compiled its own view of each name replaces the outer one.
 */
final class InlineNames {
  private final Unit unit;
  private final Scope comprehension;
  private final List<String> pushed = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final Map<String, Symbol> replaced = new HashMap<>();
  private final Block cleanup = new Block();
  private final Block end = new Block();

  InlineNames(Unit unit, Scope comprehension) {
    this.unit = unit;
    this.comprehension = comprehension;
  }

  /** Called with the iterator on top, which stays there. */
  void enter(Span span) {
    boolean inClass = unit.scope.kind == ScopeKind.CLASS && unit.inlineDepth == 0;
    unit.inlineDepth++;
    comprehension.symbols.forEach(
        (name, symbol) -> {
          boolean own = isOwn(symbol);
          if (own || inClass && !symbol.has(Symbol.PARAM)) {
            replace(name, symbol, inClass);
          }
          if (own) {
            isolate(name, symbol, span);
          }
        });
    if (!pushed.isEmpty()) {
      unit.emit(Op.SWAP, pushed.size() + 1, span);
      unit.jump(Pseudo.SETUP_FINALLY, cleanup, span);
    }
  }

  /** Bound by the comprehension; assignment expressions bind in the scope around it. */
  private static boolean isOwn(Symbol symbol) {
    return symbol.has(Symbol.LOCAL) && !symbol.has(Symbol.NONLOCAL | Symbol.GLOBAL);
  }

  private void replace(String name, Symbol inner, boolean inClass) {
    Symbol outer = unit.scope.symbols.get(name);
    Resolution outerPlace = outer == null ? Resolution.UNRESOLVED : outer.resolution();
    boolean differs = inner.resolution() != outerPlace && inner.resolution() != Resolution.FREE;
    if (differs || inClass) {
      replaced.put(name, outer);
      unit.scope.symbols.put(name, inner);
    }
  }

  private void isolate(String name, Symbol symbol, Span span) {
    if (!unit.scope.isFunctionLike() && unit.hiddenFast.add(name)) {
      hidden.add(name);
    }
    // Where the variable is a cell this pushes the outer cell and the comprehension makes its own.
    unit.variable(Op.LOAD_FAST_AND_CLEAR, Instr.Slot.LOCAL, name, span);
    if (symbol.resolution() == Resolution.CELL) {
      unit.variable(Op.MAKE_CELL, Instr.Slot.CELL, name, span);
    }
    pushed.add(name);
  }

  /** Called with the result on top, which stays there. */
  void leave(Span span) {
    unit.inlineDepth--;
    replaced.forEach(this::putBack);
    if (!pushed.isEmpty()) {
      unit.emit(Pseudo.POP_BLOCK, null);
      unit.jump(Pseudo.JUMP, end, null);
      unit.use(cleanup);
      unit.emit(Op.SWAP, 2, null); // drop the unfinished result below the exception
      unit.emit(Op.POP_TOP, null);
      restore(span);
      unit.emit(Op.RERAISE, 0, null);
      unit.use(end);
      restore(span);
    }
    hidden.forEach(unit.hiddenFast::remove);
  }

  private void putBack(String name, Symbol outer) {
    if (outer == null) {
      unit.scope.symbols.remove(name);
    } else {
      unit.scope.symbols.put(name, outer);
    }
  }

  private void restore(Span span) {
    unit.emit(Op.SWAP, pushed.size() + 1, span);
    for (String name : pushed.reversed()) {
      unit.variable(Pseudo.STORE_FAST_MAYBE_NULL, Instr.Slot.LOCAL, name, span);
    }
  }
}
