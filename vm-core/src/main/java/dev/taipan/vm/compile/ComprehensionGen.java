package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.Signature;
import java.util.List;

/**
 * Comprehensions. Generator expressions are functions; the others run inline in the surrounding
 * code, behind {@link InlineNames}.
 */
final class ComprehensionGen {
  /** What a comprehension makes of its elements. */
  private record Product(ComprehensionKind kind, Expr element, Expr value, Span span) {}

  private static final Signature ITERABLE_ONLY = new Signature(1, 0, 0);

  private final Codegen gen;

  ComprehensionGen(Codegen gen) {
    this.gen = gen;
  }

  void list(Expr.ListComp e) {
    inline(e, new Product(ComprehensionKind.LIST, e.elt(), null, e.span()), e.generators());
  }

  void set(Expr.SetComp e) {
    inline(e, new Product(ComprehensionKind.SET, e.elt(), null, e.span()), e.generators());
  }

  void dict(Expr.DictComp e) {
    inline(e, new Product(ComprehensionKind.DICT, e.key(), e.value(), e.span()), e.generators());
  }

  void generator(Expr.GeneratorExp e) {
    Product product = new Product(ComprehensionKind.GENERATOR, e.elt(), null, e.span());
    gen.enter(UnitKind.COMPREHENSION, product.kind.codeName(), e, e.span().lineno());
    gen.unit().signature = ITERABLE_ONLY;
    gen.unit().variable(Op.LOAD_FAST, Instr.Slot.LOCAL, ScopeNames.ITERABLE, e.span());
    loops(e.generators(), 0, 0, product);
    CodeBlueprint code = gen.finish(false);
    gen.functions.makeClosure(code, 0, e.span());
    outermost(e.generators().getFirst(), e.span());
    gen.unit().emit(Op.CALL, 0, e.span());
  }

  private void outermost(Comprehension first, Span span) {
    gen.expr(first.iter());
    gen.unit().emit(first.isAsync() != 0 ? Op.GET_AITER : Op.GET_ITER, span);
  }

  private void inline(Expr e, Product product, List<Comprehension> generators) {
    Scope scope = gen.scopes().of(e);
    Unit unit = gen.unit();
    boolean mayAwait =
        unit.kind == UnitKind.ASYNC_FUNCTION
            || unit.kind == UnitKind.COMPREHENSION
            || gen.allowsTopLevelAwait();
    outermost(generators.getFirst(), e.span());
    InlineNames names = new InlineNames(unit, scope);
    names.enter(e.span());
    if (scope.coroutine && !mayAwait) {
      throw CompileError.at(
          e.span(), "asynchronous comprehension outside of an asynchronous function");
    }
    int build =
        switch (product.kind) {
          case LIST -> Op.BUILD_LIST;
          case SET -> Op.BUILD_SET;
          case DICT -> Op.BUILD_MAP;
          case GENERATOR, NONE -> throw new IllegalArgumentException("not inline");
        };
    unit.emit(build, 0, e.span());
    unit.emit(Op.SWAP, 2, e.span());
    loops(generators, 0, 0, product);
    names.leave(e.span());
  }

  private void loops(List<Comprehension> generators, int index, int depth, Product product) {
    if (index == generators.size()) {
      element(product, depth);
    } else if (generators.get(index).isAsync() != 0) {
      asyncLoop(generators, index, depth, product);
    } else {
      loop(generators, index, depth, product);
    }
  }

  /** {@code for x in [value]} is an assignment; the value, null for a true loop. */
  private static Expr singleValue(Comprehension c) {
    List<Expr> elements =
        switch (c.iter()) {
          case Expr.List l -> l.elts();
          case Expr.Tuple t -> t.elts();
          default -> List.of();
        };
    boolean single = elements.size() == 1 && !(elements.getFirst() instanceof Expr.Starred);
    return single ? elements.getFirst() : null;
  }

  private void loop(List<Comprehension> generators, int index, int depth, Product product) {
    Unit unit = gen.unit();
    Comprehension c = generators.get(index);
    Expr single = index == 0 ? null : singleValue(c);
    Block start = new Block();
    Block next = new Block();
    Block end = new Block();
    if (single != null) {
      gen.expr(single);
    } else {
      if (index > 0) {
        gen.expr(c.iter());
        unit.emit(Op.GET_ITER, product.span);
      }
      unit.use(start);
      unit.jump(Op.FOR_ITER, end, product.span);
    }
    gen.expr(c.target());
    conditions(c, next);
    loops(generators, index + 1, depth + (single == null ? 1 : 0), product);
    unit.use(next);
    if (single == null) {
      unit.jump(Pseudo.LOOP, start, product.span);
      unit.use(end);
      unit.emit(Op.END_FOR, null);
      unit.emit(Op.POP_ITER, null);
    }
  }

  private void conditions(Comprehension c, Block next) {
    for (Expr condition : c.ifs()) {
      gen.jumps.jumpIf(condition, next, false, condition.span());
    }
  }

  private void asyncLoop(List<Comprehension> generators, int index, int depth, Product product) {
    Unit unit = gen.unit();
    Comprehension c = generators.get(index);
    Block start = new Block();
    Block next = new Block();
    Block end = new Block();
    if (index > 0) {
      gen.expr(c.iter());
      unit.emit(Op.GET_AITER, product.span);
    }
    unit.use(start);
    unit.push(FrameBlock.of(FrameBlock.Kind.ASYNC_COMPREHENSION), product.span);
    unit.jump(Pseudo.SETUP_FINALLY, end, product.span);
    unit.emit(Op.GET_ANEXT, product.span);
    gen.awaits.awaitReady(product.span);
    unit.emit(Pseudo.POP_BLOCK, null);
    gen.expr(c.target());
    conditions(c, next);
    loops(generators, index + 1, depth + 1, product);
    unit.use(next);
    unit.jump(Pseudo.LOOP, start, product.span);
    unit.pop();
    unit.use(end);
    unit.emit(Op.END_ASYNC_FOR, product.span);
  }

  private void element(Product product, int depth) {
    Unit unit = gen.unit();
    Span span = product.element.span();
    gen.expr(product.element);
    switch (product.kind) {
      case LIST -> unit.emit(Op.LIST_APPEND, depth + 1, span);
      case SET -> unit.emit(Op.SET_ADD, depth + 1, span);
      case DICT -> {
        gen.expr(product.value);
        unit.emit(Op.MAP_ADD, depth + 1, span.to(product.value.span()));
      }
      case GENERATOR -> {
        gen.awaits.yieldTop(span);
        unit.emit(Op.POP_TOP, span);
      }
      case NONE -> throw new IllegalArgumentException("no comprehension");
    }
  }
}
