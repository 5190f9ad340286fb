package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.TypeParam;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.Signature;
import java.util.List;

/** Type parameters and type aliases. */
final class TypeParamGen {
  private final Codegen gen;

  TypeParamGen(Codegen gen) {
    this.gen = gen;
  }

  /** Opens the scope in which a generic's type parameters live. */
  void enterScope(String name, List<TypeParam> params, int firstLine, int arguments) {
    gen.enter(UnitKind.TYPE_PARAMETERS, "<generic parameters of " + name + ">", params, firstLine);
    gen.unit().signature = new Signature(arguments, 0, 0);
  }

  /** Makes and binds the parameters; leaves them on the stack as a tuple. */
  void parameters(List<TypeParam> params, Span span) {
    for (TypeParam param : params) {
      Span at = param.span();
      gen.unit().constant(Constants.str(param.name()), at);
      switch (param) {
        case TypeParam.TypeVar p when p.bound() != null -> bound(p);
        case TypeParam.TypeVar p -> intrinsic(Intrinsic.TYPEVAR, at);
        case TypeParam.TypeVarTuple p -> intrinsic(Intrinsic.TYPEVARTUPLE, at);
        case TypeParam.ParamSpec p -> intrinsic(Intrinsic.PARAMSPEC, at);
      }
      gen.unit().emit(Op.COPY, 1, at);
      gen.names.store(param.name(), at);
    }
    gen.unit().emit(Op.BUILD_TUPLE, params.size(), span);
  }

  private void intrinsic(int number, Span span) {
    gen.unit().emit(Op.CALL_INTRINSIC_1, number, span);
  }

  /** A bound is evaluated when it is asked for, by a function of its own. */
  private void bound(TypeParam.TypeVar p) {
    Span at = p.span();
    gen.enter(UnitKind.TYPE_PARAMETERS, p.name(), p, at.lineno());
    gen.expr(p.bound());
    gen.unit().emit(Op.RETURN_VALUE, at);
    CodeBlueprint code = gen.finish(false);
    gen.functions.makeClosure(code, 0, at);
    boolean constraints = p.bound() instanceof Expr.Tuple;
    gen.unit()
        .emit(
            Op.CALL_INTRINSIC_2,
            constraints ? Intrinsic.TYPEVAR_WITH_CONSTRAINTS : Intrinsic.TYPEVAR_WITH_BOUND,
            at);
  }

  void typeAlias(Stmt.TypeAlias s) {
    Span span = s.span();
    String name = ((Expr.Name) s.name()).id();
    boolean generic = !s.typeParams().isEmpty();
    if (generic) {
      enterScope(name, s.typeParams(), span.lineno(), 0);
      gen.unit().constant(Constants.str(name), span);
      parameters(s.typeParams(), span);
    } else {
      gen.unit().constant(Constants.str(name), span);
      gen.unit().none(span);
    }
    value(s, name);
    gen.unit().emit(Op.BUILD_TUPLE, 3, span);
    intrinsic(Intrinsic.TYPEALIAS, span);
    if (generic) {
      gen.functions.makeClosure(gen.finish(true), 0, span);
      gen.unit().emit(Op.PUSH_NULL, span);
      gen.unit().emit(Op.CALL, 0, span);
    }
    gen.names.store(name, span);
  }

  private void value(Stmt.TypeAlias s, String name) {
    gen.enter(UnitKind.FUNCTION, name, s, s.span().lineno());
    gen.unit().constantIndex(ConstantValue.Singleton.NONE); // no docstring
    gen.expr(s.value());
    gen.unit().emit(Op.RETURN_VALUE, s.span());
    gen.functions.makeClosure(gen.finish(false), 0, s.span());
  }
}
