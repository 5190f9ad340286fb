package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a frame does before anything the source says: closure, cells, becoming a generator. */
final class Prologue {
  private Prologue() {}

  static void insert(Unit unit, SlotNumbers slots) {
    Span span = Assembler.prologueSpan(unit);
    List<Instr> instrs = new ArrayList<>();
    if (!unit.frees().isEmpty()) {
      instrs.add(new Instr(Op.COPY_FREE_VARS, unit.frees().size(), span));
    }
    List<String> cells = new ArrayList<>(unit.cells());
    if (cells.size() > 1) {
      cells.sort(Comparator.comparingInt(c -> slots.of(Instr.Slot.CELL, c)));
    }
    for (String cell : cells) {
      instrs.add(new Instr(Op.MAKE_CELL, slots.of(Instr.Slot.CELL, cell), span));
    }
    if (unit.isGeneratorLike()) {
      instrs.add(new Instr(Op.RETURN_GENERATOR, 0, span));
      instrs.add(new Instr(Op.POP_TOP, 0, span));
    }
    unit.entry().instrs.addAll(0, instrs);
  }
}
