package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack while a pattern is matched: captured values at the bottom, in the order of their names,
 * above them words that are still looked at. A failure jumps to the block that drops as many words
 * as there are.
 */
final class PatternContext {
  private final Unit unit;
  private final List<String> stores = new ArrayList<>();

  /** Entry {@code n} drops {@code n} words and falls through to the one that drops one less. */
  private final List<Block> failures = new ArrayList<>();

  private boolean irrefutable;
  private int onTop;

  PatternContext(Unit unit, boolean allowIrrefutable) {
    this.unit = unit;
    this.irrefutable = allowIrrefutable;
  }

  /** The captured names, lowest value last bound first. */
  List<String> stores() {
    return stores;
  }

  int onTop() {
    return onTop;
  }

  void push(int count) {
    onTop += count;
  }

  void pop(int count) {
    onTop -= count;
  }

  boolean allowsIrrefutable() {
    return irrefutable;
  }

  boolean allowIrrefutable(boolean allow) {
    boolean before = irrefutable;
    irrefutable = allow;
    return before;
  }

  Block failure(int words) {
    while (failures.size() <= words) {
      failures.add(new Block());
    }
    return failures.get(words);
  }

  private int words() {
    return onTop + stores.size();
  }

  /** Fails if the bool on top is False. */
  void failUnless(Span span) {
    unit.jump(Op.POP_JUMP_IF_FALSE, failure(words()), span);
  }

  /** Fails if the popped top is None. */
  void failIfNone(Span span) {
    unit.jump(Op.POP_JUMP_IF_NONE, failure(words()), span);
  }

  void fail(Span span) {
    unit.jump(Pseudo.JUMP, failure(words()), span);
  }

  /** Puts the value on top below the words still looked at, as the value of a captured name. */
  void keepTop(String name, Span span) {
    for (int i = words() + 1; i > 1; i--) {
      unit.emit(Op.SWAP, i, span);
    }
    add(name, span);
  }

  void add(String name, Span span) {
    if (stores.contains(name)) {
      throw CompileError.at(span, "multiple assignments to name '" + name + "' in pattern");
    }
    stores.add(name);
  }

  /** Lays out the failure blocks; control goes on behind the last with nothing left to drop. */
  void emitFailures(Span span) {
    for (int words = failures.size() - 1; words > 0; words--) {
      unit.use(failures.get(words));
      unit.emit(Op.POP_TOP, span);
    }
    unit.use(failure(0));
  }
}
