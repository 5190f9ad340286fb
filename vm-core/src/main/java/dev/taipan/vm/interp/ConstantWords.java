package dev.taipan.vm.interp;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;

/**
 * The compiler's constants as words. Strings that look like names are interned, as scripts expect.
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
      case ConstantValue.StrValue s -> string(ts, s.value());
      case ConstantValue.BytesValue b -> BytesLayout.of(ts, b.bytes());
      case ConstantValue.TupleValue t -> Tuples.of(ts, words(ts, t.items()));
      case ConstantValue.FrozenSetValue s -> Sets.frozen(ts, words(ts, s.items()));
    };
  }

  private static long[] words(ThreadState ts, List<ConstantValue> items) {
    long[] words = new long[items.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = of(ts, items.get(i));
    }
    return words;
  }

  private static long string(ThreadState ts, String text) {
    boolean name = text.chars().allMatch(c -> c < 128 && Character.isJavaIdentifierPart(c));
    return name ? ts.runtime().intern(ts, text) : Strs.of(ts, text);
  }
}
