package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls: plain, of methods without making the bound method, of super, with stars. */
final class CallGen {
  private static final int MAX_STACKED = DisplayGen.MAX_STACKED;
  private static final int AS_METHOD = 1;
  private static final int TWO_ARGUMENTS = 2;

  private final Codegen gen;

  CallGen(Codegen gen) {
    this.gen = gen;
  }

  void call(Expr.Call e) {
    checkKeywords(e.keywords());
    if (method(e)) {
      return;
    }
    gen.warnings.called(e);
    gen.expr(e.func());
    gen.unit().emit(Op.PUSH_NULL, e.func().span());
    arguments(e.span(), 0, e.args(), e.keywords());
  }

  /** Refuses repeated and forbidden keywords. */
  void checkKeywords(List<Keyword> keywords) {
    Set<String> seen = new HashSet<>();
    for (Keyword keyword : keywords) {
      if (keyword.arg() == null) {
        continue;
      }
      gen.names.checkForbidden(keyword.arg(), ExprContext.STORE, keyword.span());
      if (!seen.add(keyword.arg())) {
        throw CompileError.at(keyword.span(), "keyword argument repeated: " + keyword.arg());
      }
    }
  }

  private static boolean hasStars(List<Expr> args, List<Keyword> keywords) {
    return args.stream().anyMatch(a -> a instanceof Expr.Starred)
        || keywords.stream().anyMatch(k -> k.arg() == null);
  }

  /**
   * The rest of a call whose callable, self-or-empty word and first arguments are on the stack.
   *
   * @param pushed how many arguments are there already
   */
  void arguments(Span span, int pushed, List<Expr> args, List<Keyword> keywords) {
    boolean many = pushed + args.size() + keywords.size() * 2 > MAX_STACKED;
    if (many || hasStars(args, keywords)) {
      starred(span, pushed, args, keywords);
      return;
    }
    gen.exprs.visitAll(args);
    plainCall(span, pushed + args.size(), keywords);
  }

  private void plainCall(Span span, int positional, List<Keyword> keywords) {
    Unit unit = gen.unit();
    if (keywords.isEmpty()) {
      unit.emit(Op.CALL, positional, span);
      return;
    }
    List<ConstantValue> names = new ArrayList<>();
    for (Keyword keyword : keywords) {
      gen.expr(keyword.value());
      names.add(Constants.str(keyword.arg()));
    }
    unit.constant(new ConstantValue.TupleValue(names), span);
    unit.emit(Op.CALL_KW, positional + keywords.size(), span);
  }

  private void starred(Span span, int pushed, List<Expr> args, List<Keyword> keywords) {
    if (pushed == 0 && args.size() == 1 && args.getFirst() instanceof Expr.Starred only) {
      gen.expr(only.value());
    } else {
      gen.displays.argumentTuple(args, pushed, span);
    }
    if (!keywords.isEmpty()) {
      keywordDict(span, keywords);
    }
    gen.unit().emit(Op.CALL_FUNCTION_EX, keywords.isEmpty() ? 0 : 1, span);
  }

  private void keywordDict(Span span, List<Keyword> keywords) {
    Unit unit = gen.unit();
    boolean have = false;
    int pending = 0;
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      if (keyword.arg() != null) {
        pending++;
        continue;
      }
      have = mergePending(span, keywords.subList(i - pending, i), have);
      pending = 0;
      if (!have) {
        unit.emit(Op.BUILD_MAP, 0, span);
        have = true;
      }
      gen.expr(keyword.value());
      unit.emit(Op.DICT_MERGE, 1, span);
    }
    mergePending(span, keywords.subList(keywords.size() - pending, keywords.size()), have);
  }

  private boolean mergePending(Span span, List<Keyword> pending, boolean have) {
    if (pending.isEmpty()) {
      return have;
    }
    Unit unit = gen.unit();
    for (Keyword keyword : pending) {
      unit.constant(Constants.str(keyword.arg()), span);
      gen.expr(keyword.value());
    }
    unit.emit(Op.BUILD_MAP, pending.size(), span);
    if (have) {
      unit.emit(Op.DICT_MERGE, 1, span);
    }
    return true;
  }

  // Methods.

  /** Where an attribute access counts as happening: at the name if it is on another line. */
  static Span attributeSpan(Expr.Attribute e) {
    Span span = e.span();
    if (span.lineno() == span.endLineno()) {
      return span;
    }
    int length = e.attr().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    boolean fits = length <= span.endColOffset();
    int start = fits ? span.endColOffset() - length : 0;
    return new Span(span.endLineno(), start, span.endLineno(), span.endColOffset());
  }

  private boolean method(Expr.Call e) {
    boolean candidate =
        e.func() instanceof Expr.Attribute a
            && a.ctx() == ExprContext.LOAD
            && !isImported(a.value())
            && e.args().size() + e.keywords().size() < MAX_STACKED
            && !hasStars(e.args(), e.keywords());
    if (!candidate) {
      return false;
    }
    Expr.Attribute attribute = (Expr.Attribute) e.func();
    Span nameSpan = attributeSpan(attribute);
    if (isOptimizableSuper(attribute)) {
      superAttribute(attribute, AS_METHOD);
    } else {
      gen.expr(attribute.value());
      gen.names.attribute(Op.LOAD_ATTR, attribute.attr(), 1, AS_METHOD, nameSpan);
    }
    gen.exprs.visitAll(e.args());
    Span callSpan = nameSpan.equals(attribute.span()) ? e.span() : nameSpan.to(e.span());
    plainCall(callSpan, e.args().size(), e.keywords());
    return true;
  }

  /** An attribute of a module that was imported here is a function, hardly ever a method. */
  private boolean isImported(Expr value) {
    if (!(value instanceof Expr.Name name) || gen.unit().kind != UnitKind.MODULE) {
      return false;
    }
    return (gen.scope().flagsOf(gen.unit().mangle(name.id())) & Symbol.IMPORT) != 0;
  }

  // super().

  /** Whether {@code super().x} can become one instruction: super is the builtin, as far as seen. */
  boolean isOptimizableSuper(Expr.Attribute attribute) {
    boolean superCall =
        attribute.value() instanceof Expr.Call c
            && c.func() instanceof Expr.Name n
            && n.id().equals("super")
            && c.keywords().isEmpty();
    if (!superCall || attribute.attr().equals(ScopeNames.CLASS_CELL)) {
      return false;
    }
    Unit unit = gen.unit();
    boolean builtin =
        unit.scope.resolutionOf("super") == Resolution.GLOBAL_IMPLICIT
            && gen.scopes().top().resolutionOf("super") == Resolution.UNRESOLVED;
    if (!builtin) {
      return false;
    }
    List<Expr> args = ((Expr.Call) attribute.value()).args();
    if (args.size() == 2) {
      return args.stream().noneMatch(a -> a instanceof Expr.Starred);
    }
    return args.isEmpty()
        && unit.signature.argCount() > 0
        && unit.scope.resolutionOf(ScopeNames.CLASS_CELL) == Resolution.FREE;
  }

  void superAttribute(Expr.Attribute attribute, int method) {
    Expr.Call call = (Expr.Call) attribute.value();
    Span span = call.span();
    gen.expr(call.func());
    if (call.args().isEmpty()) {
      gen.names.load(ScopeNames.CLASS_CELL, span);
      // The first parameter, mangled already, so it must not be mangled again.
      String self = gen.unit().scope.parameters.getFirst();
      boolean cell = gen.unit().scope.resolutionOf(self) == Resolution.CELL;
      gen.unit()
          .variable(
              cell ? Op.LOAD_DEREF : Op.LOAD_FAST,
              cell ? Instr.Slot.CELL : Instr.Slot.LOCAL,
              self,
              span);
    } else {
      gen.exprs.visitAll(call.args());
    }
    int low = method | (call.args().isEmpty() ? 0 : TWO_ARGUMENTS);
    gen.names.attribute(Op.LOAD_SUPER_ATTR, attribute.attr(), 2, low, attribute.span());
    // super is called on its own line, the attribute is looked up on the other.
    Span name = attributeSpan(attribute);
    if (name.lineno() != attribute.span().lineno()) {
      gen.unit().emit(Op.NOP, name);
    }
  }
}
