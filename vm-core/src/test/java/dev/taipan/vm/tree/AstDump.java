package dev.taipan.vm.tree;

import dev.taipan.vm.ast.AstEnum;
import dev.taipan.vm.ast.ConstantRepr;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Located;
import dev.taipan.vm.ast.Node;
import dev.taipan.vm.ast.Span;
import java.util.List;

/**
 * Prints a tree as {@code ast.dump} does, by {@link NodeClass}: a new node kind prints without a
 * line here.
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
    NodeClass type = NodeClass.of(node);
    out.append(type.name()).append('(');
    boolean first = true;
    for (NodeClass.Field field : type.fields()) {
      Object value = field.get(node);
      if (value == null) { // absent fields are left out
        continue;
      }
      out.append(first ? "" : ", ").append(field.name()).append('=');
      first = false;
      value(value);
    }
    if (attributes && node instanceof Located located) {
      span(located.span(), first);
    }
    out.append(')');
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
}
