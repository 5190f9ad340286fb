package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Arg;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.TypeParam;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.Signature;
import dev.taipan.vm.code.Variables;
import java.util.ArrayList;
import java.util.List;

/** Functions and lambdas: defaults, annotations, body, closure, decorators. */
final class FunctionGen {
  /** Bits of SET_FUNCTION_ATTRIBUTE's argument. */
  static final int DEFAULTS = 1;

  static final int KW_DEFAULTS = 2;
  static final int ANNOTATIONS = 4;
  static final int CLOSURE = 8;

  /** What def and async def have in common. */
  record Definition(
      Stmt node,
      boolean async,
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decorators,
      Expr returns,
      List<TypeParam> typeParams) {
    static Definition of(Stmt.FunctionDef s) {
      return new Definition(
          s, false, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams());
    }

    static Definition of(Stmt.AsyncFunctionDef s) {
      return new Definition(
          s, true, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams());
    }

    Span span() {
      return node.span();
    }

    int firstLine() {
      return decorators.isEmpty() ? span().lineno() : decorators.getFirst().span().lineno();
    }
  }

  private final Codegen gen;

  FunctionGen(Codegen gen) {
    this.gen = gen;
  }

  void function(Definition d) {
    checkParameters(d.args);
    gen.exprs.visitAll(d.decorators);
    int flags = defaults(d.args, d.span());
    if (d.typeParams.isEmpty()) {
      closureWithAnnotations(d, flags);
    } else {
      generic(d, flags);
    }
    decorate(d.decorators);
    gen.names.store(d.name, d.span());
  }

  void decorate(List<Expr> decorators) {
    for (Expr decorator : decorators.reversed()) {
      gen.unit().emit(Op.CALL, 0, decorator.span()); // the decorated object is in the self place
    }
  }

  private void closureWithAnnotations(Definition d, int defaultFlags) {
    int flags = defaultFlags | annotations(d.args, d.returns, d.span());
    UnitKind kind = d.async ? UnitKind.ASYNC_FUNCTION : UnitKind.FUNCTION;
    gen.enter(kind, d.name, d.node, d.firstLine());
    Unit unit = gen.unit();
    unit.signature = signature(d.args);
    ConstantValue docstring = Docstrings.of(d.body);
    boolean keeps = docstring != null && gen.options.optimize() < 2;
    unit.constantIndex(keeps ? docstring : ConstantValue.Singleton.NONE);
    gen.body(docstring == null ? d.body : d.body.subList(1, d.body.size()));
    makeClosure(gen.finish(false), flags, d.span());
  }

  /** The function is made inside a scope of its type parameters, which gets the defaults passed. */
  private void generic(Definition d, int flags) {
    Span span = d.span();
    boolean positional = (flags & DEFAULTS) != 0;
    boolean keyword = (flags & KW_DEFAULTS) != 0;
    int count = (positional ? 1 : 0) + (keyword ? 1 : 0);
    if (count == 2) {
      gen.unit().emit(Op.SWAP, 2, span);
    }
    gen.typeParams.enterScope(d.name, d.typeParams, d.firstLine(), count);
    gen.typeParams.parameters(d.typeParams, span);
    if (positional) {
      gen.unit().variable(Op.LOAD_FAST, Instr.Slot.LOCAL, ScopeNames.DEFAULTS, span);
    }
    if (keyword) {
      gen.unit().variable(Op.LOAD_FAST, Instr.Slot.LOCAL, ScopeNames.KW_DEFAULTS, span);
    }
    closureWithAnnotations(d, flags);
    gen.unit().emit(Op.SWAP, 2, span);
    gen.unit().emit(Op.CALL_INTRINSIC_2, Intrinsic.SET_FUNCTION_TYPE_PARAMS, span);
    makeClosure(gen.finish(true), 0, span);
    if (count > 0) {
      gen.unit().emit(Op.SWAP, count + 1, span);
      gen.unit().emit(Op.CALL, count - 1, span);
    } else {
      gen.unit().emit(Op.PUSH_NULL, span);
      gen.unit().emit(Op.CALL, 0, span);
    }
  }

  void lambda(Expr.Lambda e) {
    checkParameters(e.args());
    int flags = defaults(e.args(), e.span());
    gen.enter(UnitKind.LAMBDA, "<lambda>", e, e.span().lineno());
    Unit unit = gen.unit();
    unit.signature = signature(e.args());
    unit.constantIndex(ConstantValue.Singleton.NONE); // a lambda has no docstring
    gen.expr(e.body());
    unit.emit(Op.RETURN_VALUE, e.body().span());
    makeClosure(gen.finish(false), flags, e.span());
  }

  private static Signature signature(Arguments a) {
    int positionalOnly = a.posonlyargs().size();
    return new Signature(positionalOnly + a.args().size(), positionalOnly, a.kwonlyargs().size());
  }

  private void checkParameters(Arguments a) {
    List<Arg> all = new ArrayList<>(a.posonlyargs());
    all.addAll(a.args());
    if (a.vararg() != null) {
      all.add(a.vararg());
    }
    all.addAll(a.kwonlyargs());
    if (a.kwarg() != null) {
      all.add(a.kwarg());
    }
    for (Arg arg : all) {
      gen.names.checkForbidden(arg.arg(), ExprContext.STORE, arg.span());
    }
  }

  private int defaults(Arguments a, Span span) {
    int flags = 0;
    Unit unit = gen.unit();
    if (!a.defaults().isEmpty()) {
      flags |= DEFAULTS;
      List<ConstantValue> values = Constants.valuesOf(a.defaults());
      if (values != null) {
        unit.constant(new ConstantValue.TupleValue(values), span);
      } else {
        gen.exprs.visitAll(a.defaults());
        unit.emit(Op.BUILD_TUPLE, a.defaults().size(), span);
      }
    }
    int keywords = 0;
    for (int i = 0; i < a.kwonlyargs().size(); i++) {
      Expr value = a.kwDefaults().get(i);
      if (value != null) {
        String name = unit.mangle(a.kwonlyargs().get(i).arg());
        unit.constant(Constants.str(name), span);
        gen.expr(value);
        keywords++;
      }
    }
    if (keywords > 0) {
      flags |= KW_DEFAULTS;
      unit.emit(Op.BUILD_MAP, keywords, span);
    }
    return flags;
  }

  private int annotations(Arguments a, Expr returns, Span span) {
    int count = 0;
    for (Arg arg : a.posonlyargs()) {
      count += annotate(arg.arg(), arg.annotation(), false, span);
    }
    for (Arg arg : a.args()) {
      count += annotate(arg.arg(), arg.annotation(), false, span);
    }
    if (a.vararg() != null) {
      count += annotate(a.vararg().arg(), a.vararg().annotation(), true, span);
    }
    for (Arg arg : a.kwonlyargs()) {
      count += annotate(arg.arg(), arg.annotation(), false, span);
    }
    if (a.kwarg() != null) {
      count += annotate(a.kwarg().arg(), a.kwarg().annotation(), false, span);
    }
    count += annotate("return", returns, false, span);
    if (count == 0) {
      return 0;
    }
    gen.unit().buildTuple(2 * count, span);
    return ANNOTATIONS;
  }

  private int annotate(String name, Expr annotation, boolean variadic, Span span) {
    if (annotation == null) {
      return 0;
    }
    Unit unit = gen.unit();
    unit.constant(Constants.str(unit.mangle(name)), span);
    if (variadic && !gen.future.annotations() && annotation instanceof Expr.Starred s) {
      gen.expr(s.value()); // *args: *Ts
      unit.emit(Op.UNPACK_SEQUENCE, 1, span);
    } else {
      annotation(annotation);
    }
    return 1;
  }

  /** Pushes an annotation, or its text where annotations are not evaluated. */
  void annotation(Expr annotation) {
    if (gen.future.annotations()) {
      gen.unit().constant(Constants.str(Unparser.unparse(annotation)), annotation.span());
    } else {
      gen.expr(annotation);
    }
  }

  /** Pushes a function made of the code; what the flags name lies on the stack already. */
  void makeClosure(CodeBlueprint code, int attributes, Span span) {
    Unit unit = gen.unit();
    Variables inner = code.variables();
    int flags = attributes;
    if (!inner.freevars().isEmpty()) {
      for (String name : inner.freevars()) {
        gen.names.loadClosure(name, span);
      }
      unit.emit(Op.BUILD_TUPLE, inner.freevars().size(), span);
      flags |= CLOSURE;
    }
    unit.code(code, span);
    unit.emit(Op.MAKE_FUNCTION, span);
    for (int flag = CLOSURE; flag > 0; flag >>= 1) {
      if ((flags & flag) != 0) {
        unit.emit(Op.SET_FUNCTION_ATTRIBUTE, flag, span);
      }
    }
  }
}
