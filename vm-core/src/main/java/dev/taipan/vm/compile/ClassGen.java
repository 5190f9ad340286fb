package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.List;

/** Classes: the body becomes a function that {@code __build_class__} runs. */
final class ClassGen {
  private final Codegen gen;

  ClassGen(Codegen gen) {
    this.gen = gen;
  }

  void classDef(Stmt.ClassDef s) {
    gen.exprs.visitAll(s.decoratorList());
    Span span = s.span();
    int firstLine =
        s.decoratorList().isEmpty() ? span.lineno() : s.decoratorList().getFirst().span().lineno();
    if (s.typeParams().isEmpty()) {
      buildClass(s, firstLine);
      gen.calls.checkKeywords(s.keywords());
      gen.calls.arguments(span, 2, s.bases(), s.keywords());
    } else {
      generic(s, firstLine);
    }
    gen.functions.decorate(s.decoratorList());
    gen.names.store(s.name(), span);
  }

  private void generic(Stmt.ClassDef s, int firstLine) {
    Span span = s.span();
    gen.typeParams.enterScope(s.name(), s.typeParams(), firstLine, 0);
    gen.unit().privateName = s.name();
    gen.typeParams.parameters(s.typeParams(), span);
    gen.names.store(ScopeNames.TYPE_PARAMS, span);
    buildClass(s, firstLine);
    gen.names.load(ScopeNames.TYPE_PARAMS, span);
    gen.unit().emit(Op.CALL_INTRINSIC_1, Intrinsic.SUBSCRIPT_GENERIC, span);
    gen.names.store(ScopeNames.GENERIC_BASE, span);
    gen.calls.checkKeywords(s.keywords());
    List<Expr> bases = new ArrayList<>(s.bases());
    bases.add(new Expr.Name(span, ScopeNames.GENERIC_BASE, ExprContext.LOAD));
    gen.calls.arguments(span, 2, bases, s.keywords());
    CodeBlueprint code = gen.finish(true);
    gen.functions.makeClosure(code, 0, span);
    gen.unit().emit(Op.PUSH_NULL, span);
    gen.unit().emit(Op.CALL, 0, span);
  }

  /** Pushes __build_class__, no self, the body's function and the name. */
  private void buildClass(Stmt.ClassDef s, int firstLine) {
    gen.enter(UnitKind.CLASS, s.name(), s, firstLine);
    CodeBlueprint code = classBody(s, firstLine);
    Unit unit = gen.unit();
    unit.emit(Op.LOAD_BUILD_CLASS, s.span());
    unit.emit(Op.PUSH_NULL, s.span());
    gen.functions.makeClosure(code, 0, s.span());
    unit.constant(Constants.str(s.name()), s.span());
  }

  private CodeBlueprint classBody(Stmt.ClassDef s, int firstLine) {
    Unit unit = gen.unit();
    unit.privateName = s.name();
    Span span = new Span(firstLine, 0, firstLine, 0);
    gen.names.load("__name__", span);
    gen.names.store("__module__", span);
    unit.constant(Constants.str(unit.qualname), span);
    gen.names.store("__qualname__", span);
    if (!s.typeParams().isEmpty()) {
      gen.names.load(ScopeNames.TYPE_PARAMS, span);
      gen.names.store(ScopeNames.TYPE_PARAMS_ATTRIBUTE, span);
    }
    if (unit.scope.needsClassDict) {
      unit.emit(Op.LOAD_LOCALS, span);
      unit.variable(Op.STORE_DEREF, Instr.Slot.CELL, ScopeNames.CLASS_DICT, span);
    }
    gen.stmts.body(s.body(), span);
    if (unit.scope.needsClassDict) {
      gen.names.loadClosure(ScopeNames.CLASS_DICT, null);
      gen.names.store("__classdictcell__", null);
    }
    if (unit.scope.needsClassClosure) {
      gen.names.loadClosure(ScopeNames.CLASS_CELL, null);
      unit.emit(Op.COPY, 1, null);
      gen.names.store("__classcell__", null);
      return gen.finish(true);
    }
    return gen.finish(false);
  }
}
