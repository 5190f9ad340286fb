package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.Op;
import java.util.List;

/** Tuples, lists, sets, dicts and f-strings. */
final class DisplayGen {
  /** More values than this are not piled up on the stack. */
  static final int MAX_STACKED = 30;

  /** How a display is built: at once, or by adding to a container that may not be the result. */
  private enum Shape {
    TUPLE(Op.BUILD_TUPLE, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND),
    LIST(Op.BUILD_LIST, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND),
    SET(Op.BUILD_SET, Op.BUILD_SET, Op.SET_ADD, Op.SET_UPDATE);

    private final int buildAll;
    private final int buildEmpty;
    private final int add;
    private final int extend;

    Shape(int buildAll, int buildEmpty, int add, int extend) {
      this.buildAll = buildAll;
      this.buildEmpty = buildEmpty;
      this.add = add;
      this.extend = extend;
    }
  }

  private final Codegen gen;

  DisplayGen(Codegen gen) {
    this.gen = gen;
  }

  void tuple(Expr.Tuple e) {
    switch (e.ctx()) {
      case LOAD -> elements(e.elts(), Shape.TUPLE, e.span());
      case STORE -> gen.assigns.unpack(e.elts(), e.span());
      case DEL -> gen.exprs.visitAll(e.elts());
    }
  }

  void list(Expr.List e) {
    switch (e.ctx()) {
      case LOAD -> elements(e.elts(), Shape.LIST, e.span());
      case STORE -> gen.assigns.unpack(e.elts(), e.span());
      case DEL -> gen.exprs.visitAll(e.elts());
    }
  }

  void set(Expr.Set e) {
    elements(e.elts(), Shape.SET, e.span());
  }

  /**
   * Pushes a tuple of positional arguments, some of them starred.
   *
   * @param pushed how many arguments are on the stack already; they become the first elements
   */
  void argumentTuple(List<Expr> args, int pushed, Span span) {
    elements(args, pushed, Shape.TUPLE, span);
  }

  private void elements(List<Expr> elements, Shape shape, Span span) {
    elements(elements, 0, shape, span);
  }

  private void elements(List<Expr> elements, int pushed, Shape shape, Span span) {
    Unit unit = gen.unit();
    List<ConstantValue> values = elements.size() > 2 ? Constants.valuesOf(elements) : null;
    if (values != null && pushed == 0) {
      constants(values, shape, span);
      return;
    }
    boolean starred = elements.stream().anyMatch(e -> e instanceof Expr.Starred);
    if (!starred && elements.size() <= MAX_STACKED) {
      gen.exprs.visitAll(elements);
      unit.emit(shape.buildAll, pushed + elements.size(), span);
      return;
    }
    gradually(elements, pushed, shape, span);
    if (shape == Shape.TUPLE) {
      unit.emit(Op.CALL_INTRINSIC_1, Intrinsic.LIST_TO_TUPLE, span);
    }
  }

  private void constants(List<ConstantValue> values, Shape shape, Span span) {
    Unit unit = gen.unit();
    switch (shape) {
      case TUPLE -> unit.constant(new ConstantValue.TupleValue(values), span);
      case LIST, SET -> {
        unit.emit(shape.buildEmpty, 0, span);
        unit.constant(
            shape == Shape.LIST
                ? new ConstantValue.TupleValue(values)
                : new ConstantValue.FrozenSetValue(values.stream().distinct().toList()),
            span);
        unit.emit(shape.extend, 1, span);
      }
    }
  }

  private void gradually(List<Expr> elements, int pushed, Shape shape, Span span) {
    Unit unit = gen.unit();
    boolean built = elements.size() > MAX_STACKED;
    if (built) {
      unit.emit(shape.buildEmpty, pushed, span);
    }
    for (int i = 0; i < elements.size(); i++) {
      Expr element = elements.get(i);
      if (element instanceof Expr.Starred s) {
        if (!built) {
          unit.emit(shape.buildEmpty, pushed + i, span);
          built = true;
        }
        gen.expr(s.value());
        unit.emit(shape.extend, 1, span);
      } else {
        gen.expr(element);
        if (built) {
          unit.emit(shape.add, 1, span);
        }
      }
    }
  }

  void dict(Expr.Dict e) {
    Unit unit = gen.unit();
    boolean have = false;
    int pending = 0;
    for (int i = 0; i < e.values().size(); i++) {
      if (e.keys().get(i) != null) {
        pending++;
        if (2 * pending > MAX_STACKED) {
          pairs(e, i + 1 - pending, i + 1);
          have = merge(have, e.span());
          pending = 0;
        }
        continue;
      }
      if (pending > 0) {
        pairs(e, i - pending, i);
        have = merge(have, e.span());
        pending = 0;
      }
      if (!have) {
        unit.emit(Op.BUILD_MAP, 0, e.span());
        have = true;
      }
      gen.expr(e.values().get(i));
      unit.emit(Op.DICT_UPDATE, 1, e.span());
    }
    if (pending > 0 || !have) {
      pairs(e, e.values().size() - pending, e.values().size());
      merge(have, e.span());
    }
  }

  private boolean merge(boolean have, Span span) {
    if (have) {
      gen.unit().emit(Op.DICT_UPDATE, 1, span);
    }
    return true;
  }

  private void pairs(Expr.Dict e, int from, int to) {
    for (int i = from; i < to; i++) {
      gen.expr(e.keys().get(i));
      gen.expr(e.values().get(i));
    }
    gen.unit().emit(Op.BUILD_MAP, to - from, e.span());
  }

  void joinedStr(Expr.JoinedStr e) {
    Unit unit = gen.unit();
    int count = e.values().size();
    if (count > MAX_STACKED) {
      unit.constant(Constants.str(""), e.span());
      gen.names.attribute(Op.LOAD_ATTR, "join", 1, 1, e.span());
      unit.emit(Op.BUILD_LIST, 0, e.span());
      for (Expr value : e.values()) {
        gen.expr(value);
        unit.emit(Op.LIST_APPEND, 1, e.span());
      }
      unit.emit(Op.CALL, 1, e.span());
      return;
    }
    gen.exprs.visitAll(e.values());
    if (count == 0) {
      unit.constant(Constants.str(""), e.span());
    } else if (count > 1) {
      unit.emit(Op.BUILD_STRING, count, e.span());
    }
  }

  void formattedValue(Expr.FormattedValue e) {
    Unit unit = gen.unit();
    gen.expr(e.value());
    int conversion =
        switch (e.conversion()) {
          case 's' -> 1;
          case 'r' -> 2;
          case 'a' -> 3;
          case -1 -> 0;
          default ->
              throw new IllegalArgumentException(
                  "Unrecognized conversion character " + e.conversion());
        };
    if (conversion != 0) {
      unit.emit(Op.CONVERT_VALUE, conversion, e.span());
    }
    if (e.formatSpec() == null) {
      unit.emit(Op.FORMAT_SIMPLE, e.span());
    } else {
      gen.expr(e.formatSpec());
      unit.emit(Op.FORMAT_WITH_SPEC, e.span());
    }
  }
}
