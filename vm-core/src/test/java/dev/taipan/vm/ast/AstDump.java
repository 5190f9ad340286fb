package dev.taipan.vm.ast;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/**
 * Prints a tree as {@code ast.dump} does.
 *
 * <p>The walk is generic over the records: their names and components are the one description of
 * the tree, so a new node kind prints without a line here. It serves tests and their tools, which
 * is why reflection is good enough.
 */
public final class AstDump {
  private static final List<String> ATTRIBUTES =
      List.of("lineno", "col_offset", "end_lineno", "end_col_offset");

  private final StringBuilder out = new StringBuilder();
  private final boolean attributes;

  private AstDump(boolean attributes) {
    this.attributes = attributes;
  }

  /**
   * The tree in the form of {@code ast.dump}.
   *
   * @param node the root
   * @param attributes whether positions are printed
   */
  public static String dump(Node node, boolean attributes) {
    AstDump dump = new AstDump(attributes);
    dump.node(node);
    return dump.out.toString();
  }

  private void node(Node node) {
    Class<?> type = node.getClass();
    out.append(pythonName(type)).append('(');
    boolean first = true;
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = component(component, node);
      if (value instanceof Span || value == null) { // absent fields are left out
        continue;
      }
      out.append(first ? "" : ", ").append(snake(component.getName())).append('=');
      first = false;
      value(value);
    }
    if (attributes && node instanceof Located located) {
      span(located.span(), first);
    }
    out.append(')');
  }

  private static Object component(RecordComponent component, Node node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void span(Span span, boolean first) {
    int[] values = {span.lineno(), span.colOffset(), span.endLineno(), span.endColOffset()};
    for (int i = 0; i < values.length; i++) {
      out.append(first && i == 0 ? "" : ", ");
      out.append(ATTRIBUTES.get(i)).append('=').append(values[i]);
    }
  }

  private void value(Object value) {
    switch (value) {
      case Node node -> node(node);
      case List<?> list -> list(list);
      case AstEnum e -> out.append(e.pythonName()).append("()");
      case ConstantValue constant -> out.append(ConstantRepr.repr(constant));
      case String text -> out.append(ConstantRepr.repr(text));
      case null -> out.append("None");
      default -> out.append(value);
    }
  }

  private void list(List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      value(list.get(i));
    }
    out.append(']');
  }

  /** The class name Python uses; node classes outside the five families are lower case there. */
  private static String pythonName(Class<?> type) {
    String name = type.getSimpleName();
    if (type == Stmt.ExprStmt.class) {
      return "Expr";
    }
    boolean inFamily = type.isMemberClass();
    boolean upper = type == ExceptHandler.class || type == TypeIgnore.class;
    return inFamily || upper ? name : lower(type, name);
  }

  private static String lower(Class<?> type, String name) {
    return type == WithItem.class ? "withitem" : snake(name);
  }

  private static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        snake.append('_');
      }
      snake.append(c);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }
}
