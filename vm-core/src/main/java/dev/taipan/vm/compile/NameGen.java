package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;

/** Loads, stores and deletes of names, by where the scope says they live. */
final class NameGen {
  private enum Access {
    NAME,
    GLOBAL,
    FAST,
    DEREF
  }

  private final Codegen gen;

  NameGen(Codegen gen) {
    this.gen = gen;
  }

  void load(String name, Span span) {
    access(name, ExprContext.LOAD, span);
  }

  void store(String name, Span span) {
    access(name, ExprContext.STORE, span);
  }

  void delete(String name, Span span) {
    access(name, ExprContext.DEL, span);
  }

  /** Refuses to bind {@code __debug__}. */
  void checkForbidden(String name, ExprContext ctx, Span span) {
    if (name.equals("__debug__") && ctx != ExprContext.LOAD) {
      String verb = ctx == ExprContext.STORE ? "assign to" : "delete";
      throw CompileError.at(span, "cannot " + verb + " __debug__");
    }
  }

  void access(String name, ExprContext ctx, Span span) {
    checkForbidden(name, ctx, span);
    Unit unit = gen.unit();
    String mangled = unit.mangle(name);
    Resolution resolution = unit.scope.resolutionOf(mangled);
    switch (accessOf(unit, mangled, resolution)) {
      case FAST -> {
        int op = choose(ctx, Op.LOAD_FAST, Op.STORE_FAST, Op.DELETE_FAST);
        unit.variable(op, Instr.Slot.LOCAL, mangled, span);
      }
      case DEREF -> deref(mangled, resolution, ctx, span);
      case GLOBAL -> global(mangled, resolution, ctx, span);
      case NAME -> plain(mangled, ctx, span);
    }
  }

  private static Access accessOf(Unit unit, String mangled, Resolution resolution) {
    boolean function = unit.scope.isFunctionLike();
    return switch (resolution) {
      case FREE, CELL -> Access.DEREF;
      case LOCAL -> function || unit.hiddenFast.contains(mangled) ? Access.FAST : Access.NAME;
      case GLOBAL_IMPLICIT -> function ? Access.GLOBAL : Access.NAME;
      case GLOBAL_EXPLICIT -> Access.GLOBAL;
      case UNRESOLVED -> Access.NAME;
    };
  }

  private static int choose(ExprContext ctx, int load, int store, int delete) {
    return switch (ctx) {
      case LOAD -> load;
      case STORE -> store;
      case DEL -> delete;
    };
  }

  private static Instr.Slot slotOf(Resolution resolution) {
    return resolution == Resolution.FREE ? Instr.Slot.FREE : Instr.Slot.CELL;
  }

  private void deref(String mangled, Resolution resolution, ExprContext ctx, Span span) {
    Unit unit = gen.unit();
    int op = choose(ctx, Op.LOAD_DEREF, Op.STORE_DEREF, Op.DELETE_DEREF);
    if (ctx == ExprContext.LOAD) {
      if (unit.scope.kind == ScopeKind.CLASS && unit.inlineDepth == 0) {
        unit.emit(Op.LOAD_LOCALS, span);
        op = Op.LOAD_FROM_DICT_OR_DEREF;
      } else if (unit.scope.seesClassScope && !mangled.equals(ScopeNames.CLASS_DICT)) {
        load(ScopeNames.CLASS_DICT, span);
        op = Op.LOAD_FROM_DICT_OR_DEREF;
      }
    }
    unit.variable(op, slotOf(resolution), mangled, span);
  }

  private void global(String mangled, Resolution resolution, ExprContext ctx, Span span) {
    Unit unit = gen.unit();
    int name = unit.nameIndex(mangled);
    boolean load = ctx == ExprContext.LOAD;
    if (load && unit.scope.seesClassScope && resolution == Resolution.GLOBAL_IMPLICIT) {
      load(ScopeNames.CLASS_DICT, span);
      unit.emit(Op.LOAD_FROM_DICT_OR_GLOBALS, name, span);
    } else if (load) {
      unit.emit(Op.LOAD_GLOBAL, name << 1, span);
    } else {
      unit.emit(choose(ctx, 0, Op.STORE_GLOBAL, Op.DELETE_GLOBAL), name, span);
    }
  }

  private void plain(String mangled, ExprContext ctx, Span span) {
    Unit unit = gen.unit();
    int name = unit.nameIndex(mangled);
    boolean inlineInClass = unit.scope.kind == ScopeKind.CLASS && unit.inlineDepth > 0;
    if (ctx == ExprContext.LOAD && inlineInClass) {
      // A comprehension does not see the names of the class body around it.
      unit.emit(Op.LOAD_GLOBAL, name << 1, span);
      return;
    }
    unit.emit(choose(ctx, Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME), name, span);
  }

  /** Pushes the cell of a variable, for the closure of an inner function. */
  void loadClosure(String mangled, Span span) {
    Unit unit = gen.unit();
    Resolution resolution = unit.scope.resolutionOf(mangled);
    boolean ownCell =
        mangled.equals(ScopeNames.CLASS_CELL) && unit.scope.needsClassClosure
            || mangled.equals(ScopeNames.CLASS_DICT) && unit.scope.needsClassDict;
    Instr.Slot slot =
        ownCell || resolution == Resolution.CELL && unit.cells().contains(mangled)
            ? Instr.Slot.CELL
            : Instr.Slot.FREE;
    unit.variable(Pseudo.LOAD_CLOSURE, slot, mangled, span);
  }

  /** Attribute instructions with the name in the argument's upper bits. */
  void attribute(int op, String name, int shift, int low, Span span) {
    Unit unit = gen.unit();
    unit.emit(op, unit.nameIndex(unit.mangle(name)) << shift | low, span);
  }
}
