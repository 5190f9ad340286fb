package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.Op;
import java.util.List;

/**
 * The code generator's shared state: options, scopes, and the unit being generated. The generators
 * for the parts of the language hang off it and call each other through it.
 */
final class Codegen {
  final CompileOptions options;
  final FutureFeatures future;
  final Nesting nesting = new Nesting();
  final NameGen names = new NameGen(this);
  final ExprGen exprs = new ExprGen(this);
  final DisplayGen displays = new DisplayGen(this);
  final CallGen calls = new CallGen(this);
  final JumpGen jumps = new JumpGen(this);
  final ComprehensionGen comprehensions = new ComprehensionGen(this);
  final AwaitGen awaits = new AwaitGen(this);
  final StmtGen stmts = new StmtGen(this);
  final AssignGen assigns = new AssignGen(this);
  final LoopGen loops = new LoopGen(this);
  final TryGen tries = new TryGen(this);
  final TryStarGen tryStars = new TryStarGen(this);
  final WithGen withs = new WithGen(this);
  final UnwindGen unwinds = new UnwindGen(this);
  final FunctionGen functions = new FunctionGen(this);
  final ClassGen classes = new ClassGen(this);
  final TypeParamGen typeParams = new TypeParamGen(this);
  final ImportGen imports = new ImportGen(this);
  final PatternGen patterns = new PatternGen(this);
  final LiteralWarnings warnings;

  private final ScopeTable scopes;
  private Unit unit;
  private boolean interactive;

  Codegen(CompileOptions options, FutureFeatures future, ScopeTable scopes) {
    this.options = options;
    this.future = future;
    this.scopes = scopes;
    this.warnings = new LiteralWarnings(options.warnings());
  }

  CodeBlueprint generate(Mod mod) {
    enter(UnitKind.MODULE, "<module>", mod, 1);
    switch (mod) {
      case Mod.Module m -> stmts.body(m.body(), new Span(1, 0, 1, 0));
      case Mod.Interactive m -> {
        interactive = true;
        stmts.interactiveBody(m.body());
      }
      case Mod.Expression m -> exprs.visit(m.body());
      case Mod.FunctionType m -> throw new IllegalArgumentException("a type comment has no code");
    }
    boolean valueOnTop = mod instanceof Mod.Expression;
    return finish(valueOnTop);
  }

  Unit unit() {
    return unit;
  }

  Scope scope() {
    return unit.scope;
  }

  ScopeTable scopes() {
    return scopes;
  }

  boolean isInteractive() {
    return interactive && unit.kind == UnitKind.MODULE;
  }

  boolean allowsTopLevelAwait() {
    return options.topLevelAwait() && unit.kind == UnitKind.MODULE;
  }

  void expr(Expr e) {
    exprs.visit(e);
  }

  void body(List<Stmt> body) {
    stmts.visitAll(body);
  }

  /** Opens a code object; its instructions follow until {@link #finish}. */
  void enter(UnitKind kind, String name, Object opener, int firstLine) {
    unit = new Unit(kind, name, scopes.of(opener), unit, firstLine);
    unit.qualname = QualifiedNames.of(unit);
    int line = kind == UnitKind.MODULE ? 0 : firstLine;
    if (unit.isGeneratorLike()) {
      // A StopIteration that leaves a generator's body becomes a RuntimeError.
      unit.stopIterationHandler = new Block();
      unit.jump(Pseudo.SETUP_CLEANUP, unit.stopIterationHandler, null);
    }
    unit.emit(Op.RESUME, 0, new Span(line, 0, line, 0));
  }

  /**
   * Closes the code object.
   *
   * @param valueOnTop whether control that gets to the end returns the top of the stack, not None
   */
  CodeBlueprint finish(boolean valueOnTop) {
    if (!valueOnTop) {
      unit.none(null);
    }
    unit.emit(Op.RETURN_VALUE, null);
    if (unit.stopIterationHandler != null) {
      unit.use(unit.stopIterationHandler);
      unit.emit(Op.CALL_INTRINSIC_1, Intrinsic.STOPITERATION_ERROR, null);
      unit.emit(Op.RERAISE, 1, null);
    }
    CodeBlueprint code = Assembler.assemble(unit, options.filename(), flags());
    unit = unit.outer;
    return code;
  }

  private int flags() {
    Scope scope = unit.scope;
    int flags = future.flags();
    if (scope.isFunctionLike()) {
      flags |= CodeFlags.NEWLOCALS | CodeFlags.OPTIMIZED;
      flags |= scope.nested ? CodeFlags.NESTED : 0;
      flags |= scope.varargs ? CodeFlags.VARARGS : 0;
      flags |= scope.varkeywords ? CodeFlags.VARKEYWORDS : 0;
    }
    if (scope.generator) {
      flags |= scope.coroutine ? CodeFlags.ASYNC_GENERATOR : CodeFlags.GENERATOR;
    } else if (scope.coroutine) {
      flags |= CodeFlags.COROUTINE;
    }
    return flags;
  }
}
