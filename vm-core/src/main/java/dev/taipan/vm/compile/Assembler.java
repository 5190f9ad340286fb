package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.ExceptionTable;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.PositionTable;
import dev.taipan.vm.code.Variables;
import java.util.ArrayList;
import java.util.List;

/** Turns the blocks of a unit into a blueprint: passes, layout, words and tables. */
final class Assembler {
  private final Unit unit;
  private final Variables variables;
  private final SlotNumbers slots;
  private final ConstantPool pool;

  private long[] words;
  private int position;
  private int aux;
  private Block openHandler;
  private int openStart;
  private int openEnd;
  private final PositionTable.Builder positions = new PositionTable.Builder();
  private final List<ExceptionTable.Entry> entries = new ArrayList<>();

  private Assembler(Unit unit) {
    this.unit = unit;
    this.variables = unit.variables();
    this.slots = new SlotNumbers(variables);
    this.pool = new ConstantPool(unit);
  }

  static CodeBlueprint assemble(Unit unit, String filename, int flags) {
    return new Assembler(unit).run(filename, flags);
  }

  private CodeBlueprint run(String filename, int flags) {
    Block entry = unit.entry();
    ExceptionRegions.resolve(entry);
    JumpOptimizer.run(entry);
    UnboundLocals.check(entry, variables.varnames(), unit.scope.parameters.size());
    ColdBlocks.moveToEnd(entry);
    LineNumbers.resolve(entry);
    JumpOptimizer.cleanUp(entry);
    BackwardBranches.normalize(entry);
    Prologue.insert(unit, slots);
    int depth = StackDepth.compute(entry);
    layOut(entry);
    Graph.forEach(entry, this::write);
    flushEntry();
    return new CodeBlueprint(
        unit.name,
        unit.qualname,
        filename,
        unit.firstLine,
        unit.signature,
        flags,
        Math.max(1, depth),
        pool.constants(),
        unit.names(),
        variables,
        new InstructionWords(words),
        aux,
        new ExceptionTable(entries),
        positions.build());
  }

  private void layOut(Block entry) {
    int offset = 0;
    for (Block b = entry; b != null; b = b.next) {
      b.offset = offset;
      for (Instr instr : b.instrs) {
        offset += 1 + Op.cacheWords(realOp(instr, b));
      }
    }
    words = new long[offset];
  }

  private static int realOp(Instr instr, Block in) {
    return switch (instr.op) {
      case Pseudo.JUMP, Pseudo.LOOP ->
          isBackward(in, instr.target) ? Op.JUMP_BACKWARD : Op.JUMP_FORWARD;
      case Pseudo.JUMP_NO_INTERRUPT ->
          isBackward(in, instr.target) ? Op.JUMP_BACKWARD_NO_INTERRUPT : Op.JUMP_FORWARD;
      case Pseudo.LOAD_CLOSURE -> Op.LOAD_FAST;
      case Pseudo.STORE_FAST_MAYBE_NULL -> Op.STORE_FAST;
      default -> instr.op;
    };
  }

  static boolean isBackward(Block from, Block to) {
    return to.index <= from.index;
  }

  private void write(Block block) {
    for (Instr instr : block.instrs) {
      int op = realOp(instr, block);
      int caches = Op.cacheWords(op);
      int next = position + 1 + caches;
      int arg = argument(instr, next);
      words[position] = InstructionWords.pack(op, profileIndex(op), arg);
      positions.add(1 + caches, instr.span);
      cover(instr.handler, position, next);
      position = next;
    }
  }

  private int argument(Instr instr, int next) {
    if (instr.target != null) {
      return instr.target.offset - next;
    }
    if (instr.variable != null) {
      return slots.of(instr.slot, instr.variable);
    }
    return instr.op == Op.LOAD_CONST ? pool.indexOf(instr.arg) : instr.arg;
  }

  private int profileIndex(int op) {
    if (!InstructionWords.hasAux(op)) {
      return 0;
    }
    int index = Math.min(aux, InstructionWords.MAX_AUX);
    aux = index + 1;
    return index;
  }

  private void cover(Block handler, int start, int end) {
    if (handler != openHandler) {
      flushEntry();
      openHandler = handler;
      openStart = start;
    }
    openEnd = end;
  }

  private void flushEntry() {
    if (openHandler != null) {
      boolean lasti = openHandler.preservesLasti;
      int depth = openHandler.startDepth - (lasti ? 2 : 1);
      entries.add(new ExceptionTable.Entry(openStart, openEnd, openHandler.offset, depth, lasti));
    }
    openHandler = null;
  }

  /** The position of instructions that come before the first line. */
  static Span prologueSpan(Unit unit) {
    return new Span(unit.firstLine, 0, unit.firstLine, 0);
  }
}
