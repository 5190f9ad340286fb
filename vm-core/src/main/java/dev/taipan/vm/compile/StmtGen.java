package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;
import java.util.List;

/** Statements; the larger ones have generators of their own. */
final class StmtGen {
  private static final int DROPS_DOCSTRINGS = 2;

  private final Codegen gen;

  StmtGen(Codegen gen) {
    this.gen = gen;
  }

  /** The body of a module or class. */
  void body(List<Stmt> body, Span span) {
    Unit unit = gen.unit();
    Span start = unit.kind == UnitKind.MODULE && !body.isEmpty() ? body.getFirst().span() : span;
    if (AnnotationFinder.hasAnnotations(body)) {
      unit.emit(Op.SETUP_ANNOTATIONS, start);
    }
    List<Stmt> rest = body;
    ConstantValue docstring = Docstrings.of(body);
    if (docstring != null && gen.options.optimize() < DROPS_DOCSTRINGS) {
      Span at = ((Stmt.ExprStmt) body.getFirst()).value().span();
      unit.constant(docstring, at);
      gen.names.store("__doc__", at);
      rest = body.subList(1, body.size());
    }
    visitAll(rest);
  }

  /** Statements typed at a prompt have no docstring. */
  void interactiveBody(List<Stmt> body) {
    if (AnnotationFinder.hasAnnotations(body)) {
      gen.unit().emit(Op.SETUP_ANNOTATIONS, body.getFirst().span());
    }
    visitAll(body);
  }

  void visitAll(List<Stmt> body) {
    for (Stmt s : body) {
      visit(s);
    }
  }

  private void visit(Stmt statement) {
    gen.nesting.enter();
    switch (statement) {
      case Stmt.FunctionDef s -> gen.functions.function(FunctionGen.Definition.of(s));
      case Stmt.AsyncFunctionDef s -> gen.functions.function(FunctionGen.Definition.of(s));
      case Stmt.ClassDef s -> gen.classes.classDef(s);
      case Stmt.TypeAlias s -> gen.typeParams.typeAlias(s);
      case Stmt.Return s -> returnStatement(s);
      case Stmt.Delete s -> gen.exprs.visitAll(s.targets());
      case Stmt.Assign s -> gen.assigns.assign(s);
      case Stmt.AugAssign s -> gen.assigns.augmented(s);
      case Stmt.AnnAssign s -> gen.assigns.annotated(s);
      case Stmt.For s -> gen.loops.forLoop(s);
      case Stmt.AsyncFor s -> gen.loops.asyncForLoop(s);
      case Stmt.While s -> gen.loops.whileLoop(s);
      case Stmt.If s -> ifStatement(s);
      case Stmt.Match s -> gen.patterns.match(s);
      case Stmt.Raise s -> raise(s);
      case Stmt.Try s -> gen.tries.tryStatement(s);
      case Stmt.TryStar s -> gen.tryStars.tryStatement(s);
      case Stmt.Assert s -> assertStatement(s);
      case Stmt.Import s -> gen.imports.importStatement(s);
      case Stmt.ImportFrom s -> gen.imports.importFrom(s);
      case Stmt.With s -> gen.withs.with(s);
      case Stmt.AsyncWith s -> gen.withs.asyncWith(s);
      case Stmt.ExprStmt s -> expression(s);
      case Stmt.Break s -> gen.loops.breakLoop(s);
      case Stmt.Continue s -> gen.loops.continueLoop(s);
      case Stmt.Pass s -> gen.unit().emit(Op.NOP, s.span());
      case Stmt.Global s -> {} // the scopes know
      case Stmt.Nonlocal s -> {}
    }
    gen.nesting.leave();
  }

  private void expression(Stmt.ExprStmt s) {
    Unit unit = gen.unit();
    if (gen.isInteractive()) {
      gen.expr(s.value());
      unit.emit(Op.CALL_INTRINSIC_1, Intrinsic.PRINT, s.span());
      unit.emit(Op.POP_TOP, null);
    } else if (s.value() instanceof Expr.Constant) {
      unit.emit(Op.NOP, s.span());
    } else {
      gen.expr(s.value());
      unit.emit(Op.POP_TOP, null);
    }
  }

  private void returnStatement(Stmt.Return s) {
    Unit unit = gen.unit();
    Expr value = s.value();
    if (unit.scope.kind != ScopeKind.FUNCTION) {
      throw CompileError.at(s.span(), "'return' outside function");
    }
    if (value != null && unit.scope.generator && unit.scope.coroutine) {
      throw CompileError.at(s.span(), "'return' with value in async generator");
    }
    boolean preserve = value != null && !(value instanceof Expr.Constant);
    Span span = s.span();
    if (preserve) {
      gen.expr(value);
    } else if (value != null) {
      span = value.span();
      unit.emit(Op.NOP, span);
    }
    if (value == null || value.span().lineno() != s.span().lineno()) {
      span = s.span();
      unit.emit(Op.NOP, span);
    }
    Span after = gen.unwinds.all(span, preserve).span();
    if (value == null) {
      unit.none(after);
    } else if (!preserve) {
      unit.constant(Constants.valueOf(value), after);
    }
    unit.emit(Op.RETURN_VALUE, after);
  }

  private void ifStatement(Stmt.If s) {
    Unit unit = gen.unit();
    Block end = new Block();
    Block orelse = s.orelse().isEmpty() ? end : new Block();
    gen.jumps.jumpIf(s.test(), orelse, false, s.span());
    visitAll(s.body());
    if (!s.orelse().isEmpty()) {
      unit.jump(Pseudo.JUMP, end, null);
      unit.use(orelse);
      visitAll(s.orelse());
    }
    unit.use(end);
  }

  private void raise(Stmt.Raise s) {
    int count = 0;
    if (s.exc() != null) {
      gen.expr(s.exc());
      count++;
    }
    if (s.cause() != null) {
      gen.expr(s.cause());
      count++;
    }
    gen.unit().emit(Op.RAISE_VARARGS, count, s.span());
  }

  private void assertStatement(Stmt.Assert s) {
    gen.warnings.asserted(s);
    if (gen.options.optimize() > 0) {
      return;
    }
    Unit unit = gen.unit();
    Block end = new Block();
    gen.jumps.jumpIf(s.test(), end, true, s.span());
    unit.emit(Op.LOAD_ASSERTION_ERROR, s.span());
    if (s.msg() != null) {
      gen.expr(s.msg());
      unit.emit(Op.CALL, 0, s.span());
    }
    unit.emit(Op.RAISE_VARARGS, 1, s.span());
    unit.use(end);
  }
}
