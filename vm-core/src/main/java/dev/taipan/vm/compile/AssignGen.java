package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;
import java.util.List;

/** Assignments: plain, unpacking, augmented, annotated. */
final class AssignGen {
  private static final int MAX_BEFORE_STAR = 1 << 8;
  private static final int MAX_AFTER_STAR = 1 << 23;

  private final Codegen gen;

  AssignGen(Codegen gen) {
    this.gen = gen;
  }

  void assign(Stmt.Assign s) {
    gen.expr(s.value());
    int last = s.targets().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i < last) {
        gen.unit().emit(Op.COPY, 1, s.span());
      }
      gen.expr(s.targets().get(i));
    }
  }

  /** Takes the iterable on top apart and stores its items. */
  void unpack(List<Expr> targets, Span span) {
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Expr.Starred) {
        if (star >= 0) {
          throw CompileError.at(span, "multiple starred expressions in assignment");
        }
        star = i;
      }
    }
    Unit unit = gen.unit();
    if (star < 0) {
      unit.emit(Op.UNPACK_SEQUENCE, targets.size(), span);
    } else {
      int after = targets.size() - star - 1;
      if (star >= MAX_BEFORE_STAR || after >= MAX_AFTER_STAR) {
        throw CompileError.at(span, "too many expressions in star-unpacking assignment");
      }
      unit.emit(Op.UNPACK_EX, star | after << 8, span);
    }
    for (Expr target : targets) {
      gen.expr(target instanceof Expr.Starred s ? s.value() : target);
    }
  }

  void augmented(Stmt.AugAssign s) {
    Unit unit = gen.unit();
    int op = Operators.inPlace(s.op());
    switch (s.target()) {
      case Expr.Name t -> {
        gen.names.load(t.id(), t.span());
        gen.expr(s.value());
        unit.emit(Op.BINARY_OP, op, s.span());
        gen.names.store(t.id(), t.span());
      }
      case Expr.Attribute t -> {
        gen.expr(t.value());
        unit.emit(Op.COPY, 1, t.span());
        Span span = CallGen.attributeSpan(t);
        gen.names.attribute(Op.LOAD_ATTR, t.attr(), 1, 0, span);
        gen.expr(s.value());
        unit.emit(Op.BINARY_OP, op, s.span());
        unit.emit(Op.SWAP, 2, span);
        gen.names.checkForbidden(t.attr(), ExprContext.STORE, t.span());
        gen.names.attribute(Op.STORE_ATTR, t.attr(), 0, 0, span);
      }
      case Expr.Subscript t when ExprGen.isTwoPartSlice(t.slice()) -> augmentedSlice(s, t, op);
      case Expr.Subscript t -> augmentedItem(s, t, op);
      default -> throw new IllegalStateException("augmented assignment to " + s.target());
    }
  }

  private void augmentedItem(Stmt.AugAssign s, Expr.Subscript t, int op) {
    Unit unit = gen.unit();
    gen.expr(t.value());
    gen.expr(t.slice());
    unit.emit(Op.COPY, 2, t.span());
    unit.emit(Op.COPY, 2, t.span());
    unit.emit(Op.BINARY_OP, Operators.SUBSCRIPT, t.span());
    gen.expr(s.value());
    unit.emit(Op.BINARY_OP, op, s.span());
    unit.emit(Op.SWAP, 3, t.span());
    unit.emit(Op.SWAP, 2, t.span());
    unit.emit(Op.STORE_SUBSCR, t.span());
  }

  private void augmentedSlice(Stmt.AugAssign s, Expr.Subscript t, int op) {
    Unit unit = gen.unit();
    gen.expr(t.value());
    gen.exprs.sliceParts((Expr.Slice) t.slice());
    unit.emit(Op.COPY, 3, t.span());
    unit.emit(Op.COPY, 3, t.span());
    unit.emit(Op.COPY, 3, t.span());
    unit.emit(Op.BINARY_SLICE, t.span());
    gen.expr(s.value());
    unit.emit(Op.BINARY_OP, op, s.span());
    unit.emit(Op.SWAP, 4, t.span());
    unit.emit(Op.SWAP, 3, t.span());
    unit.emit(Op.SWAP, 2, t.span());
    unit.emit(Op.STORE_SLICE, t.span());
  }

  void annotated(Stmt.AnnAssign s) {
    if (s.value() != null) {
      gen.expr(s.value());
      gen.expr(s.target());
    }
    UnitKind kind = gen.unit().kind;
    boolean evaluates = kind == UnitKind.MODULE || kind == UnitKind.CLASS;
    switch (s.target()) {
      case Expr.Name t -> {
        gen.names.checkForbidden(t.id(), ExprContext.STORE, s.span());
        if (s.simple() != 0 && evaluates) {
          recordAnnotation(s, t);
        }
      }
      case Expr.Attribute t -> {
        gen.names.checkForbidden(t.attr(), ExprContext.STORE, s.span());
        if (s.value() == null) {
          evaluate(t.value());
        }
      }
      case Expr.Subscript t -> {
        if (s.value() == null) {
          evaluate(t.value());
          evaluateSubscript(t.slice());
        }
      }
      default -> throw new IllegalStateException("annotation of " + s.target());
    }
    if (s.simple() == 0 && evaluates && !gen.future.annotations()) {
      evaluate(s.annotation());
    }
  }

  private void recordAnnotation(Stmt.AnnAssign s, Expr.Name target) {
    Unit unit = gen.unit();
    Span span = s.span();
    gen.functions.annotation(s.annotation());
    gen.names.load("__annotations__", span);
    unit.constant(Constants.str(unit.mangle(target.id())), span);
    unit.emit(Op.STORE_SUBSCR, span);
  }

  private void evaluate(Expr e) {
    gen.expr(e);
    gen.unit().emit(Op.POP_TOP, e.span());
  }

  private void evaluateSubscript(Expr e) {
    switch (e) {
      case Expr.Slice s -> {
        evaluateIfPresent(s.lower());
        evaluateIfPresent(s.upper());
        evaluateIfPresent(s.step());
      }
      case Expr.Tuple t -> t.elts().forEach(this::evaluateSubscript);
      default -> evaluate(e);
    }
  }

  private void evaluateIfPresent(Expr e) {
    if (e != null) {
      evaluate(e);
    }
  }
}
