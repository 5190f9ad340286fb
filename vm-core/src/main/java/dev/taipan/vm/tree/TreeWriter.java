package dev.taipan.vm.tree;

import dev.taipan.vm.ast.AstEnum;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Located;
import dev.taipan.vm.ast.Node;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.interp.ConstantWords;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes Python objects of a tree, of the classes in module {@code _ast}. */
public final class TreeWriter {
  private static final String[] POSITIONS = {
    "lineno", "col_offset", "end_lineno", "end_col_offset"
  };

  private final ThreadState ts;
  private final long module;

  /** One object for each operator and context; their words are rooted while the writer works. */
  private final Map<AstEnum, Long> constants = new HashMap<>();

  private TreeWriter(ThreadState ts, long module) {
    this.ts = ts;
    this.module = module;
  }

  /** The Python object of a node. */
  public static long write(ThreadState ts, Node node) {
    int mark = ts.rootMark();
    try {
      long module = Imports.module(ts, "_ast");
      ts.root(module);
      TreeWriter writer = new TreeWriter(ts, module);
      writer.makeConstants(node);
      return writer.node(node);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Makes the operators and contexts first, since what is rooted later is released in between. */
  private void makeConstants(Object part) {
    switch (part) {
      case AstEnum constant -> {
        if (!constants.containsKey(constant)) {
          long made = create(constant.pythonName());
          ts.root(made);
          constants.put(constant, made);
        }
      }
      case List<?> list -> list.forEach(this::makeConstants);
      case Node node ->
          NodeClass.of(node).fields().forEach(field -> makeConstants(field.get(node)));
      case null, default -> {}
    }
  }

  private long create(String name) {
    return Instances.create(ts, Classes.of(ts, Attributes.get(ts, module, name)));
  }

  private long node(Node node) {
    NodeClass kind = NodeClass.of(node);
    int mark = ts.rootMark();
    try {
      long made = create(kind.name());
      ts.root(made);
      for (NodeClass.Field field : kind.fields()) {
        set(made, field.name(), value(field.get(node)));
      }
      if (node instanceof Located located) {
        Span span = located.span();
        int[] numbers = {span.lineno(), span.colOffset(), span.endLineno(), span.endColOffset()};
        for (int i = 0; i < POSITIONS.length; i++) {
          set(made, POSITIONS[i], Word.boxInt(numbers[i]));
        }
      }
      return made;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void set(long object, String name, long value) {
    int mark = ts.rootMark();
    ts.root(value);
    Instances.set(ts, object, ts.runtime().intern(ts, name), value);
    ts.rootRelease(mark);
  }

  private long value(Object value) {
    return switch (value) {
      case null -> Word.NONE;
      case Node node -> node(node);
      case List<?> list -> list(list);
      case AstEnum constant -> constants.get(constant);
      case ConstantValue constant -> ConstantWords.of(ts, constant);
      case String text -> ts.runtime().intern(ts, text);
      case Integer number -> Word.boxInt(number);
      default -> throw new IllegalStateException("no tree holds " + value);
    };
  }

  private long list(List<?> items) {
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, items.size());
      ts.root(list);
      for (Object item : items) {
        Lists.append(ts, list, value(item));
      }
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
