package dev.taipan.vm.tree;

import dev.taipan.vm.ast.AstEnum;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Located;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Node;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.interp.ConstantWords;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a tree of Python objects, which a script may have put together at will: every field is
 * checked for its presence and class.
 */
public final class TreeReader {
  /** Deeper trees are refused: they would not fit the compiler's stack. */
  private static final int MAX_DEPTH = 2000;

  private final ThreadState ts;
  private final long module;
  private int depth;

  private TreeReader(ThreadState ts, long module) {
    this.ts = ts;
    this.module = module;
  }

  /** Whether an object is an instance of {@code ast.AST}; no class of those, no object of them. */
  public static boolean isTree(ThreadState ts, long object) {
    if (!Word.isCell(object) || ts.runtime().kindOf(object) != Kind.INSTANCE) {
      return false;
    }
    long base = Attributes.get(ts, Imports.module(ts, "_ast"), "AST");
    return ts.runtime().typeOf(object).isSubtypeOf(Classes.of(ts, base));
  }

  /** The module, expression or statement of a Python object, of the class that is wanted. */
  public static Mod read(ThreadState ts, long object, Class<? extends Mod> wanted) {
    int mark = ts.rootMark();
    try {
      long module = Imports.module(ts, "_ast");
      ts.root(module);
      TreeReader reader = new TreeReader(ts, module);
      String name = reader.className(object);
      if (!wanted.getSimpleName().equals(name)) {
        throw Errors.typeError(
            ts,
            "expected %s node, got %s",
            wanted.getSimpleName(),
            ts.runtime().typeOf(object).name());
      }
      Mod tree = wanted.cast(reader.node(object, NodeClass.named(name)));
      TreeValidator.check(tree);
      return tree;
    } catch (TreeValidator.Refused refused) {
      throw Errors.valueError(ts, "%s", refused.getMessage());
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The name of the nearest class of the object that the tree knows; null if there is none. */
  private String className(long object) {
    for (PyType type : ts.runtime().typeOf(object).mro()) {
      String name = type.name();
      boolean known = NodeClass.named(name) != null || NodeClass.constant(name) != null;
      if (known && Attributes.find(ts, module, name) == type.cell()) {
        return name;
      }
    }
    return null;
  }

  private Node node(long object, NodeClass kind) {
    if (++depth > MAX_DEPTH) {
      throw Errors.raise(
          ts, Exc.RecursionError, "maximum recursion depth exceeded during ast construction");
    }
    Object[] parts = new Object[kind.fields().size() + (kind.located() ? 1 : 0)];
    int at = 0;
    if (kind.located()) {
      parts[at++] = span(object);
    }
    for (NodeClass.Field field : kind.fields()) {
      parts[at++] = field(object, kind, field);
    }
    depth--;
    return kind.make(parts);
  }

  private long attribute(long object, String name) {
    return Attributes.findQuietly(ts, object, ts.runtime().intern(ts, name));
  }

  private Span span(long object) {
    String family = ts.runtime().typeOf(object).mro()[1].name();
    int line = position(object, "lineno", family);
    int column = position(object, "col_offset", family);
    return new Span(
        line, column, end(object, "end_lineno", line), end(object, "end_col_offset", column));
  }

  private int end(long object, String name, int fallback) {
    long value = attribute(object, name);
    return value == Word.NONE || value == Word.EMPTY ? fallback : integer(value);
  }

  private int position(long object, String name, String family) {
    long value = attribute(object, name);
    if (value == Word.EMPTY) {
      throw Errors.typeError(ts, "required field \"%s\" missing from %s", name, family);
    }
    return integer(value);
  }

  private int integer(long value) {
    if (!Ints.isInt(ts, value)) {
      throw Errors.valueError(ts, "invalid integer value: %s", Representation.text(ts, value));
    }
    return Numbers.asJavaInt(ts, value);
  }

  private Object field(long object, NodeClass kind, NodeClass.Field field) {
    long value = attribute(object, field.name());
    if (value == Word.EMPTY) {
      if (field.name().equals("level")) {
        return 0;
      }
      if (field.isList()) {
        return List.of();
      }
      throw Errors.typeError(
          ts, "required field \"%s\" missing from %s", field.name(), kind.name());
    }
    int mark = ts.rootMark();
    ts.root(value);
    try {
      if (field.isList()) {
        return list(value, kind, field);
      }
      if (value == Word.NONE && field.type() != ConstantValue.class) {
        return absent(object, kind, field);
      }
      return single(value, field.type());
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** None for a field: a class that has the name itself says that it may be missing. */
  private Object absent(long object, NodeClass kind, NodeClass.Field field) {
    if (field.type() == int.class) {
      return 0;
    }
    long name = ts.runtime().intern(ts, field.name());
    if (ts.runtime().typeOf(object).lookup(ts, name) == Word.EMPTY) {
      throw Errors.valueError(ts, "field '%s' is required for %s", field.name(), kind.name());
    }
    return null;
  }

  private List<Object> list(long value, NodeClass kind, NodeClass.Field field) {
    if (!Lists.isList(ts, value)) {
      throw Errors.typeError(
          ts,
          "%s field \"%s\" must be a list, not a %s",
          kind.name(),
          field.name(),
          ts.runtime().typeOf(value).name());
    }
    long items = Iteration.toTuple(ts, value);
    ts.root(items);
    boolean keys = kind.name().equals("Dict") && field.name().equals("keys");
    boolean holes = keys || field.name().equals("kw_defaults");
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < Tuples.length(items); i++) {
      long item = Tuples.get(items, i);
      if (item == Word.NONE && field.type() != String.class) {
        if (!holes) {
          throw Errors.valueError(ts, "None disallowed in %s list", listName(field));
        }
        list.add(null);
      } else {
        list.add(single(item, field.type()));
      }
    }
    return list;
  }

  private static String listName(NodeClass.Field field) {
    return switch (NodeClass.familyName(field.type())) {
      case "expr" -> "expression";
      case "stmt" -> "statement";
      default -> NodeClass.familyName(field.type());
    };
  }

  private Object single(long value, Class<?> type) {
    if (type == String.class) {
      return identifier(value);
    }
    if (type == int.class) {
      return integer(value);
    }
    if (type == ConstantValue.class) {
      return constant(value);
    }
    String name = className(value);
    if (name != null && AstEnum.class.isAssignableFrom(type)) {
      AstEnum constant = NodeClass.constant(name);
      if (type.isInstance(constant)) {
        return constant;
      }
    } else if (name != null) {
      NodeClass kind = NodeClass.named(name);
      if (kind != null && type.isAssignableFrom(kind.maker().getDeclaringClass())) {
        return node(value, kind);
      }
    }
    if (Located.class.isAssignableFrom(type)) {
      position(value, "lineno", NodeClass.familyName(type));
    }
    throw Errors.typeError(
        ts,
        "expected some sort of %s, but got %s",
        NodeClass.familyName(type),
        Representation.text(ts, value));
  }

  private String identifier(long value) {
    if (!Strs.isExactStr(value)) {
      throw Errors.typeError(ts, "AST identifier must be of type str");
    }
    return Strs.toJava(value);
  }

  private ConstantValue constant(long value) {
    ConstantValue constant = ConstantWords.valueOf(ts, value);
    if (constant == null) {
      throw Errors.typeError(
          ts, "got an invalid type in Constant: %s", ConstantWords.refused(ts, value).name());
    }
    return constant;
  }
}
