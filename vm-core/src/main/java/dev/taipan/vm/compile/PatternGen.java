package dev.taipan.vm.compile;

import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The match statement. A pattern consumes the subject on top; names it captures are kept on the
 * stack and bound only when the whole pattern has matched. {@link PatternContext} knows how many
 * words a failure must drop.
 */
final class PatternGen {
  private final Codegen gen;

  PatternGen(Codegen gen) {
    this.gen = gen;
  }

  void match(Stmt.Match s) {
    Unit unit = gen.unit();
    gen.expr(s.subject());
    Block end = new Block();
    List<MatchCase> cases = s.cases();
    boolean hasDefault = cases.size() > 1 && isWildcard(cases.getLast().pattern());
    int last = hasDefault ? cases.size() - 1 : cases.size();
    for (int i = 0; i < last; i++) {
      PatternContext context =
          new PatternContext(unit, cases.get(i).guard() != null || i == cases.size() - 1);
      matchCase(cases.get(i), context, i == last - 1, end);
    }
    if (hasDefault) {
      defaultCase(cases.getLast(), end);
    }
    unit.use(end);
  }

  /**
   * One case.
   *
   * @param last whether no later pattern needs the subject
   */
  private void matchCase(MatchCase c, PatternContext context, boolean last, Block end) {
    Unit unit = gen.unit();
    Span span = c.pattern().span();
    if (!last) {
      unit.emit(Op.COPY, 1, span);
    }
    pattern(c.pattern(), context);
    for (String name : context.stores()) {
      gen.names.store(name, span);
    }
    if (c.guard() != null) {
      gen.jumps.jumpIf(c.guard(), context.failure(0), false, c.guard().span());
    }
    if (!last) {
      unit.emit(Op.POP_TOP, span);
    }
    gen.body(c.body());
    unit.jump(Pseudo.JUMP, end, null);
    context.emitFailures(span);
  }

  /** A trailing {@code case _}: the case before it has consumed the subject. */
  private void defaultCase(MatchCase c, Block end) {
    gen.unit().emit(Op.NOP, c.pattern().span());
    if (c.guard() != null) {
      gen.jumps.jumpIf(c.guard(), end, false, c.guard().span());
    }
    gen.body(c.body());
  }

  private static boolean isWildcard(Pattern p) {
    return p instanceof Pattern.MatchAs a && a.name() == null && a.pattern() == null;
  }

  private static boolean isStarWildcard(Pattern p) {
    return p instanceof Pattern.MatchStar s && s.name() == null;
  }

  private void pattern(Pattern pattern, PatternContext context) {
    gen.nesting.enter();
    switch (pattern) {
      case Pattern.MatchValue p -> value(p, context);
      case Pattern.MatchSingleton p -> {
        gen.unit().constant(p.value(), p.span());
        gen.exprs.comparison(CompareOperator.IS, true, p.span());
        context.failUnless(p.span());
      }
      case Pattern.MatchSequence p -> sequence(p, context);
      case Pattern.MatchMapping p -> mapping(p, context);
      case Pattern.MatchClass p -> classPattern(p, context);
      case Pattern.MatchStar p -> capture(p.name(), p.span(), context);
      case Pattern.MatchAs p -> as(p, context);
      case Pattern.MatchOr p -> or(p, context);
    }
    gen.nesting.leave();
  }

  private void subpattern(Pattern p, PatternContext context) {
    boolean allowed = context.allowIrrefutable(true);
    pattern(p, context);
    context.allowIrrefutable(allowed);
  }

  private void value(Pattern.MatchValue p, PatternContext context) {
    if (p.value() instanceof Expr.JoinedStr) {
      throw CompileError.at(
          p.value().span(), "patterns may only match literals and attribute lookups");
    }
    gen.expr(p.value());
    gen.exprs.comparison(CompareOperator.EQ, true, p.span());
    context.failUnless(p.span());
  }

  private void capture(String name, Span span, PatternContext context) {
    Unit unit = gen.unit();
    if (name == null) {
      unit.emit(Op.POP_TOP, span);
      return;
    }
    gen.names.checkForbidden(name, ExprContext.STORE, span);
    context.keepTop(name, span);
  }

  private void as(Pattern.MatchAs p, PatternContext context) {
    if (p.pattern() == null) {
      if (!context.allowsIrrefutable()) {
        String subject = p.name() == null ? "wildcard" : "name capture '" + p.name() + "'";
        throw CompileError.at(p.span(), subject + " makes remaining patterns unreachable");
      }
      capture(p.name(), p.span(), context);
      return;
    }
    context.push(1);
    gen.unit().emit(Op.COPY, 1, p.span());
    pattern(p.pattern(), context);
    context.pop(1);
    capture(p.name(), p.span(), context);
  }

  // Sequences.

  private void sequence(Pattern.MatchSequence p, PatternContext context) {
    Unit unit = gen.unit();
    Span span = p.span();
    List<Pattern> patterns = p.patterns();
    int star = -1;
    boolean onlyWildcard = true;
    boolean starWildcard = false;
    for (int i = 0; i < patterns.size(); i++) {
      Pattern sub = patterns.get(i);
      if (sub instanceof Pattern.MatchStar) {
        if (star >= 0) {
          throw CompileError.at(span, "multiple starred names in sequence pattern");
        }
        star = i;
        starWildcard = isStarWildcard(sub);
        onlyWildcard &= starWildcard;
      } else {
        onlyWildcard &= isWildcard(sub);
      }
    }
    context.push(1);
    unit.emit(Op.MATCH_SEQUENCE, span);
    context.failUnless(span);
    checkLength(patterns.size(), star, span, context);
    context.pop(1);
    if (onlyWildcard) {
      unit.emit(Op.POP_TOP, span);
    } else if (starWildcard) {
      bySubscript(patterns, star, span, context);
    } else {
      byUnpacking(patterns, star, span, context);
    }
  }

  private void checkLength(int size, int star, Span span, PatternContext context) {
    Unit unit = gen.unit();
    boolean exact = star < 0;
    int least = exact ? size : size - 1;
    if (!exact && least == 0) {
      return;
    }
    unit.emit(Op.GET_LEN, span);
    unit.constant(Constants.integer(least), span);
    gen.exprs.comparison(exact ? CompareOperator.EQ : CompareOperator.GT_E, true, span);
    context.failUnless(span);
  }

  private void byUnpacking(List<Pattern> patterns, int star, Span span, PatternContext context) {
    Unit unit = gen.unit();
    int size = patterns.size();
    if (star >= 0 && (star >= 1 << 8 || size - star - 1 >= 1 << 23)) {
      throw CompileError.at(span, "too many expressions in star-unpacking sequence pattern");
    }
    if (star < 0) {
      unit.emit(Op.UNPACK_SEQUENCE, size, span);
    } else {
      unit.emit(Op.UNPACK_EX, star | size - star - 1 << 8, span);
    }
    context.push(size);
    for (Pattern sub : patterns) {
      context.pop(1);
      subpattern(sub, context);
    }
  }

  /** With a wildcard star, only the items that are looked at are fetched. */
  private void bySubscript(List<Pattern> patterns, int star, Span span, PatternContext context) {
    Unit unit = gen.unit();
    context.push(1);
    int size = patterns.size();
    for (int i = 0; i < size; i++) {
      Pattern sub = patterns.get(i);
      if (isWildcard(sub) || i == star) {
        continue;
      }
      unit.emit(Op.COPY, 1, span);
      if (i < star) {
        unit.constant(Constants.integer(i), span);
      } else {
        unit.emit(Op.GET_LEN, span);
        unit.constant(Constants.integer(size - i), span);
        unit.emit(Op.BINARY_OP, Operators.binary(Operator.SUB), span);
      }
      unit.emit(Op.BINARY_OP, Operators.SUBSCRIPT, span);
      subpattern(sub, context);
    }
    context.pop(1);
    unit.emit(Op.POP_TOP, span);
  }

  // Mappings.

  private void mapping(Pattern.MatchMapping p, PatternContext context) {
    Unit unit = gen.unit();
    Span span = p.span();
    int size = p.keys().size();
    context.push(1);
    unit.emit(Op.MATCH_MAPPING, span);
    context.failUnless(span);
    if (size == 0 && p.rest() == null) {
      context.pop(1);
      unit.emit(Op.POP_TOP, span);
      return;
    }
    if (size > 0) {
      unit.emit(Op.GET_LEN, span);
      unit.constant(Constants.integer(size), span);
      gen.exprs.comparison(CompareOperator.GT_E, true, span);
      context.failUnless(span);
    }
    keys(p);
    unit.emit(Op.MATCH_KEYS, span);
    context.push(2);
    unit.emit(Op.COPY, 1, span);
    context.failIfNone(span);
    unit.emit(Op.UNPACK_SEQUENCE, size, span);
    context.push(size - 1);
    for (Pattern sub : p.patterns()) {
      context.pop(1);
      subpattern(sub, context);
    }
    context.pop(2); // the subject and the keys
    if (p.rest() == null) {
      unit.emit(Op.POP_TOP, span);
      unit.emit(Op.POP_TOP, span);
    } else {
      rest(p, size, context);
    }
  }

  /** Numbers that are equal are one key, whatever their type. */
  private static ConstantValue numberKey(ConstantValue value) {
    return switch (value) {
      case ConstantValue.Singleton s when s == ConstantValue.Singleton.TRUE ->
          new ConstantValue.IntValue(1);
      case ConstantValue.Singleton s when s == ConstantValue.Singleton.FALSE ->
          new ConstantValue.IntValue(0);
      case ConstantValue.ComplexValue c when c.imag() == 0 ->
          numberKey(new ConstantValue.FloatValue(c.real()));
      case ConstantValue.FloatValue f when f.value() == (long) f.value() ->
          new ConstantValue.IntValue((long) f.value());
      default -> value;
    };
  }

  private void keys(Pattern.MatchMapping p) {
    Set<ConstantValue> seen = new HashSet<>();
    for (Expr key : p.keys()) {
      ConstantValue constant = Constants.valueOf(key);
      if (constant != null && !seen.add(numberKey(constant))) {
        throw CompileError.at(
            p.span(), "mapping pattern checks duplicate key (" + Unparser.unparse(key) + ")");
      }
      if (constant == null && !(key instanceof Expr.Attribute)) {
        throw CompileError.at(
            p.span(), "mapping pattern keys may only match literals and attribute lookups");
      }
      gen.expr(key);
    }
    gen.unit().buildTuple(p.keys().size(), p.span());
  }

  /** {@code **rest}: a copy of the subject without the keys. */
  private void rest(Pattern.MatchMapping p, int size, PatternContext context) {
    Unit unit = gen.unit();
    Span span = p.span();
    unit.emit(Op.BUILD_MAP, 0, span);
    unit.emit(Op.SWAP, 3, span);
    unit.emit(Op.DICT_UPDATE, 2, span);
    unit.emit(Op.UNPACK_SEQUENCE, size, span);
    for (int left = size; left > 0; left--) {
      unit.emit(Op.COPY, 1 + left, span);
      unit.emit(Op.SWAP, 2, span);
      unit.emit(Op.DELETE_SUBSCR, span);
    }
    capture(p.rest(), span, context);
  }

  // Classes.

  private void classPattern(Pattern.MatchClass p, PatternContext context) {
    Unit unit = gen.unit();
    Span span = p.span();
    checkAttributes(p);
    int positional = p.patterns().size();
    int named = p.kwdAttrs().size();
    gen.expr(p.cls());
    List<ConstantValue> names = new ArrayList<>();
    p.kwdAttrs().forEach(a -> names.add(Constants.str(a)));
    unit.constant(new ConstantValue.TupleValue(names), span);
    unit.emit(Op.MATCH_CLASS, positional, span);
    context.push(1);
    unit.emit(Op.COPY, 1, span);
    context.failIfNone(span);
    unit.emit(Op.UNPACK_SEQUENCE, positional + named, span);
    context.push(positional + named - 1);
    for (int i = 0; i < positional + named; i++) {
      Pattern sub = i < positional ? p.patterns().get(i) : p.kwdPatterns().get(i - positional);
      context.pop(1);
      if (isWildcard(sub)) {
        unit.emit(Op.POP_TOP, span);
      } else {
        subpattern(sub, context);
      }
    }
  }

  private void checkAttributes(Pattern.MatchClass p) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < p.kwdAttrs().size(); i++) {
      String name = p.kwdAttrs().get(i);
      Span span = p.kwdPatterns().get(i).span();
      gen.names.checkForbidden(name, ExprContext.STORE, span);
      if (!seen.add(name)) {
        throw CompileError.at(span, "attribute name repeated in class pattern: " + name);
      }
    }
  }

  // Alternatives.

  private void or(Pattern.MatchOr p, PatternContext context) {
    Unit unit = gen.unit();
    Span span = p.span();
    Block end = new Block();
    List<String> control = null;
    List<Pattern> alternatives = p.patterns();
    for (int i = 0; i < alternatives.size(); i++) {
      Pattern alternative = alternatives.get(i);
      boolean last = i == alternatives.size() - 1;
      PatternContext inner = new PatternContext(unit, last && context.allowsIrrefutable());
      unit.emit(Op.COPY, 1, alternative.span());
      pattern(alternative, inner);
      if (control == null) {
        control = inner.stores();
      } else if (inner.stores().size() != control.size()) {
        throw differentNames(span);
      } else {
        reorder(inner.stores(), control, alternative.span(), span);
      }
      unit.jump(Pseudo.JUMP, end, alternative.span());
      inner.emitFailures(alternative.span());
    }
    unit.emit(Op.POP_TOP, span); // no alternative matched
    context.fail(span);
    unit.use(end);
    keepNames(control, context, span);
  }

  private static CompileError differentNames(Span span) {
    return CompileError.at(span, "alternative patterns bind different names");
  }

  /** Brings the captured values of an alternative into the order of the first one. */
  private void reorder(List<String> stores, List<String> control, Span at, Span whole) {
    for (int i = control.size() - 1; i >= 0; i--) {
      String name = control.get(i);
      int there = stores.indexOf(name);
      if (there < 0) {
        throw differentNames(whole);
      }
      if (there == i) {
        continue;
      }
      // Rotate the values from the top down to the misplaced group into place.
      List<String> moved = new ArrayList<>(stores.subList(0, there + 1));
      stores.subList(0, there + 1).clear();
      stores.addAll(i - there, moved);
      for (int turn = 0; turn < there + 1; turn++) {
        rotate(i + 1, at);
      }
    }
  }

  /** Moves the top of the stack below the next {@code count - 1} words. */
  private void rotate(int count, Span span) {
    for (int i = count; i > 1; i--) {
      gen.unit().emit(Op.SWAP, i, span);
    }
  }

  private void keepNames(List<String> names, PatternContext context, Span span) {
    Unit unit = gen.unit();
    // The stack holds the subject's copy below the captured values of the alternative.
    int under = names.size() + 1 + context.onTop() + context.stores().size();
    for (String name : names) {
      rotate(under, span);
      context.add(name, span);
    }
    unit.emit(Op.POP_TOP, span);
  }
}
