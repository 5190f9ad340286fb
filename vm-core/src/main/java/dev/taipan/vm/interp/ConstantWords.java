package dev.taipan.vm.interp;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.code.NameLike;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The compiler's constants as words, and back. Strings that look like names are interned, as
 * scripts expect.
 */
public final class ConstantWords {
  private ConstantWords() {}

  public static long of(ThreadState ts, ConstantValue value) {
    return switch (value) {
      case ConstantValue.Singleton singleton ->
          switch (singleton) {
            case NONE -> Word.NONE;
            case TRUE -> Word.TRUE;
            case FALSE -> Word.FALSE;
            case ELLIPSIS -> Word.ELLIPSIS;
          };
      case ConstantValue.IntValue i -> Ints.of(ts, i.value());
      case ConstantValue.BigIntValue i -> Ints.of(ts, i.value());
      case ConstantValue.FloatValue f -> Word.boxDouble(f.value());
      case ConstantValue.ComplexValue c -> ComplexLayout.create(ts, c.real(), c.imag());
      case ConstantValue.StrValue s ->
          s.apart() ? Strs.ofUnits(ts, s.value()) : string(ts, s.value());
      case ConstantValue.BytesValue b -> BytesLayout.of(ts, b.bytes());
      case ConstantValue.TupleValue t -> {
        try (RootScope roots = ts.roots()) {
          yield Tuples.of(ts, words(ts, roots, t.items()));
        }
      }
      case ConstantValue.FrozenSetValue s -> {
        try (RootScope roots = ts.roots()) {
          yield Sets.frozen(ts, words(ts, roots, s.items()));
        }
      }
    };
  }

  /** The words of some constants, rooted: a set among them hashes its items. */
  private static long[] words(ThreadState ts, RootScope roots, List<ConstantValue> items) {
    long[] words = new long[items.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = roots.keep(of(ts, items.get(i)));
    }
    return words;
  }

  private static long string(ThreadState ts, String text) {
    return NameLike.test(text) ? ts.runtime().intern(ts, text) : Strs.of(ts, text);
  }

  /** The constant that a word is, null if it is none that a compiler makes. */
  public static ConstantValue valueOf(ThreadState ts, long word) {
    if (word == Word.NONE) {
      return ConstantValue.Singleton.NONE;
    } else if (Word.isBool(word)) {
      return word == Word.TRUE ? ConstantValue.Singleton.TRUE : ConstantValue.Singleton.FALSE;
    } else if (word == Word.ELLIPSIS) {
      return ConstantValue.Singleton.ELLIPSIS;
    }
    PyType type = ts.runtime().typeOf(word);
    boolean exact = type.table() != null && type.table().module().equals("builtins");
    return switch (exact ? type.name() : "") {
      case "int" -> ConstantValue.ofInt(Ints.toBig(word));
      case "float" -> new ConstantValue.FloatValue(Floats.value(ts, word));
      case "complex" ->
          new ConstantValue.ComplexValue(ComplexLayout.real(word), ComplexLayout.imaginary(word));
      case "str" -> {
        String text = Strs.toJava(word);
        boolean pairs = text.codePointCount(0, text.length()) < text.length();
        yield new ConstantValue.StrValue(text, pairs && Strs.length(word) == text.length());
      }
      case "bytes" -> new ConstantValue.BytesValue(BytesLayout.toArray(word));
      case "tuple" -> {
        List<ConstantValue> items = valuesOf(ts, word);
        yield items == null ? null : new ConstantValue.TupleValue(items);
      }
      case "frozenset" -> {
        List<ConstantValue> items = valuesOf(ts, Iteration.toTuple(ts, word));
        yield items == null ? null : new ConstantValue.FrozenSetValue(items);
      }
      default -> null;
    };
  }

  /** The type that keeps a word from being a constant: its own, or that of something in it. */
  public static PyType refused(ThreadState ts, long word) {
    PyType type = ts.runtime().typeOf(word);
    boolean frozen = type == ts.runtime().types().ofKind(Kind.FROZENSET);
    if (!frozen && type != ts.runtime().types().ofKind(Kind.TUPLE)) {
      return type;
    }
    long items = frozen ? Iteration.toTuple(ts, word) : word;
    int mark = ts.rootMark();
    ts.root(items);
    try {
      for (int i = 0; i < Tuples.length(items); i++) {
        if (valueOf(ts, Tuples.get(items, i)) == null) {
          return refused(ts, Tuples.get(items, i));
        }
      }
      return type;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static List<ConstantValue> valuesOf(ThreadState ts, long tuple) {
    List<ConstantValue> values = new ArrayList<>();
    int mark = ts.rootMark();
    ts.root(tuple);
    try {
      for (int i = 0; i < Tuples.length(tuple); i++) {
        ConstantValue value = valueOf(ts, Tuples.get(tuple, i));
        if (value == null) {
          return null;
        }
        values.add(value);
      }
      return values;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
