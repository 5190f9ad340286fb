package dev.taipan.vm.tree;

import dev.taipan.vm.ast.Alias;
import dev.taipan.vm.ast.Arg;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.AstEnum;
import dev.taipan.vm.ast.BoolOperator;
import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Node;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.TypeIgnore;
import dev.taipan.vm.ast.TypeParam;
import dev.taipan.vm.ast.UnaryOperator;
import dev.taipan.vm.ast.WithItem;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a record of the tree is called in Python and how its components are. The records are the one
 * description of the tree; this is read off them.
 *
 * @param name the Python class
 * @param fields its fields in order, without the position
 * @param located whether it has a position, as the record's first component
 * @param maker the record's constructor
 */
record NodeClass(String name, List<Field> fields, boolean located, Constructor<?> maker) {

  /** A field: its Python name, its record component, and the class of its value or list items. */
  record Field(String name, RecordComponent component, Class<?> type, boolean isList) {
    Object get(Node node) {
      try {
        return component.getAccessor().invoke(node);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final List<Class<?>> FAMILIES =
      List.of(Mod.class, Stmt.class, Expr.class, Pattern.class, TypeParam.class);

  private static final List<Class<?>> SINGLE =
      List.of(
          Alias.class,
          Arg.class,
          Arguments.class,
          Comprehension.class,
          ExceptHandler.class,
          Keyword.class,
          MatchCase.class,
          TypeIgnore.class,
          WithItem.class);

  private static final Map<Class<?>, NodeClass> BY_RECORD = new HashMap<>();
  private static final Map<String, NodeClass> BY_NAME = new HashMap<>();
  private static final Map<String, AstEnum> ENUMS = new HashMap<>();

  static {
    for (Class<?> family : FAMILIES) {
      for (Class<?> type : family.getPermittedSubclasses()) {
        add(type);
      }
    }
    SINGLE.forEach(NodeClass::add);
    for (Class<?> type :
        List.of(
            BoolOperator.class,
            Operator.class,
            UnaryOperator.class,
            CompareOperator.class,
            ExprContext.class)) {
      for (Object constant : type.getEnumConstants()) {
        AstEnum value = (AstEnum) constant;
        ENUMS.put(value.pythonName(), value);
      }
    }
  }

  private static void add(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    boolean located = false;
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == Span.class) {
        located = true;
      } else {
        fields.add(field(component));
      }
    }
    Constructor<?> maker = type.getDeclaredConstructors()[0];
    NodeClass made = new NodeClass(pythonName(type), List.copyOf(fields), located, maker);
    BY_RECORD.put(type, made);
    BY_NAME.put(made.name, made);
  }

  private static Field field(RecordComponent component) {
    boolean list = component.getType() == List.class;
    Class<?> type =
        list
            ? (Class<?>)
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getType();
    return new Field(snake(component.getName()), component, type, list);
  }

  /** The class of a node. */
  static NodeClass of(Node node) {
    return BY_RECORD.get(node.getClass());
  }

  /** The class of a Python name, or null. */
  static NodeClass named(String name) {
    return BY_NAME.get(name);
  }

  /** The operator or context of a Python name, or null. */
  static AstEnum constant(String name) {
    return ENUMS.get(name);
  }

  Node make(Object[] components) {
    try {
      return (Node) maker.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Python calls the family or class that a component must belong to. */
  static String familyName(Class<?> type) {
    if (type == BoolOperator.class) {
      return "boolop";
    } else if (type == UnaryOperator.class) {
      return "unaryop";
    } else if (type == CompareOperator.class) {
      return "cmpop";
    } else if (type == ExceptHandler.class) {
      return "excepthandler";
    } else if (type == TypeIgnore.class) {
      return "type_ignore";
    } else if (type == WithItem.class) {
      return "withitem";
    }
    return snake(type.getSimpleName());
  }

  private static String pythonName(Class<?> type) {
    if (type == Stmt.ExprStmt.class) {
      return "Expr";
    }
    boolean upper = type.isMemberClass() || type == ExceptHandler.class || type == TypeIgnore.class;
    return upper ? type.getSimpleName() : familyName(type);
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
