package dev.taipan.stress.plain;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * What javac writes call sites for: {@link PlainCodeTest} compares what it does with plain code.
 */
// The forms that Error Prone would write in another way are what is looked at here.
@SuppressWarnings({"BoxingComparator", "ReferenceEquality", "UnnecessaryLambda"})
public final class Samples implements Supplier<List<String>> {
  private final List<String> seen = new ArrayList<>();
  private final String secret = "secret";

  /** Lambdas in an interface, with and without an object. */
  private interface Named {
    String name();

    default Supplier<String> twice() {
      return () -> name() + own();
    }

    static Supplier<String> constant() {
      return () -> "constant";
    }

    private String own() {
      return "own " + name();
    }
  }

  /** Two interfaces that no class may implement together without a method of its own. */
  private interface WithDefault {
    int first();

    default int second() {
      return 7;
    }
  }

  private interface WithoutDefault {
    int second();
  }

  private interface Text extends Function<String, String> {
    @Override
    String apply(String text);
  }

  private sealed interface Shape {
    record Square(long side, float tilt, String name) implements Shape {}

    record Circle(double radius, boolean filled, Shape inner) implements Shape {}
  }

  private static final class Inner {
    private final String text;

    private Inner(String text) {
      this.text = text;
    }

    private Supplier<String> reader() {
      return () -> text + "!";
    }
  }

  private final class Outer {
    private Supplier<String> reader() {
      return () -> secret + Samples.this.hidden();
    }
  }

  private static final class Row extends AbstractList<String> {
    private final BiConsumer<Integer, Integer> remover = this::removeRange;
    private String removed = "";

    @Override
    public String get(int index) {
      return "row" + index;
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    protected void removeRange(int from, int to) {
      removed = from + " " + to;
    }
  }

  private static class Base {
    String word() {
      return "base";
    }
  }

  private static final class Derived extends Base {
    @Override
    String word() {
      Supplier<String> above = super::word;
      return above.get() + " derived";
    }
  }

  @Override
  public List<String> get() {
    captures(true, (byte) -1, (short) -2, 'c', 4, 1L << 40, 1.5f, 2.5);
    conversions();
    results();
    methods();
    hosts();
    faults();
    objects();
    switches();
    return seen;
  }

  private void say(Object value) {
    seen.add(String.valueOf(value));
  }

  private void captures(
      boolean truth, byte small, short low, char sign, int n, long far, float thin, double wide) {
    Supplier<Object> all = () -> truth + " " + small + low + sign + n + far + thin + wide + secret;
    say(all.get());
    IntSupplier sum = () -> small + low + sign + n;
    say(sum.getAsInt());
    DoubleBinaryOperator product = (a, b) -> a * b * far * thin * wide;
    say(product.applyAsDouble(2, 3));
    Supplier<Supplier<Object>> nested = () -> () -> n + far + secret;
    say(nested.get().get());
    Function<String, Integer> place = "abcabc"::indexOf;
    say(place.apply("c"));
    BiFunction<Integer, Integer, String> part = secret::substring;
    say(part.apply(1, 3));
  }

  private static int doubled(int n) {
    return 2 * n;
  }

  private static long longer(long n) {
    return n + (1L << 40);
  }

  private static double wider(double n) {
    return n / 4;
  }

  private static Long boxed(long n) {
    return n;
  }

  private void conversions() {
    IntFunction<Integer> boxing = Samples::doubled;
    say(boxing.apply(21));
    Function<Integer, Integer> both = Samples::doubled;
    say(both.apply(22));
    Function<Integer, Long> widening = Samples::longer;
    say(widening.apply(23));
    Function<Short, Double> more = Samples::wider;
    say(more.apply((short) 24));
    ToDoubleFunction<Character> character = Samples::doubled;
    say(character.applyAsDouble('a'));
    ToLongFunction<Byte> small = Samples::doubled;
    say(small.applyAsLong((byte) -3));
    IntToLongFunction plain = Samples::longer;
    say(plain.applyAsLong(-1));
    ToLongFunction<Long> unboxing = Samples::boxed;
    say(unboxing.applyAsLong(9L));
    IntFunction<Object> object = Samples::doubled;
    say(object.apply(25).getClass());
    IntFunction<Number> number = Samples::doubled;
    say(number.apply(26));
    IntFunction<Comparable<Integer>> comparable = Samples::doubled;
    say(comparable.apply(27));
    ToIntFunction<Number> value = Number::intValue;
    say(value.applyAsInt(3.75));
    Function<Boolean, Boolean> not = truth -> !truth;
    say(not.apply(true));
    Function<Float, Double> floating = Samples::wider;
    say(floating.apply(1f));
    Supplier<Character> letter = () -> 'x';
    say(letter.get());
  }

  private int count() {
    seen.add("counted");
    return seen.size();
  }

  private void results() {
    List<String> list = new ArrayList<>(List.of("b", "a"));
    Runnable count = this::count;
    count.run();
    Consumer<String> add = list::add;
    add.accept("c");
    LongConsumer dropped = Math::abs;
    dropped.accept(-4);
    Consumer<Long> dropsLong = Samples::longer;
    dropsLong.accept(4L);
    Consumer<String> makes = Inner::new;
    makes.accept("nothing");
    list.sort(Comparator.reverseOrder());
    list.sort(
        Comparator.comparing((String text) -> text.length()).thenComparing(String::compareTo));
    say(list);
  }

  private String hidden() {
    return "hidden";
  }

  private <T extends Comparable<T>> Comparator<T> order() {
    return Comparable::compareTo;
  }

  private void methods() {
    Supplier<StringBuilder> builder = StringBuilder::new;
    say(builder.get().append("x"));
    Function<String, Inner> inner = Inner::new;
    say(inner.apply("inner").text);
    IntFunction<long[]> array = long[]::new;
    say(array.apply(3).length);
    Function<List<String>, Integer> size = List::size;
    say(size.apply(List.of("", "")));
    Function<String, List<String>> one = List::of;
    say(one.apply("one"));
    BiFunction<String, String, List<String>> many = Arrays::asList;
    say(many.apply("x", "y"));
    IntFunction<String> item = List.of("p", "q")::get;
    say(item.apply(1));
    Supplier<String> own = this::hidden;
    say(own.get());
    Function<Samples, String> unbound = Samples::hidden;
    say(unbound.apply(this));
    say(this.<String>order().compare("a", "b"));
    Text bridge = text -> text + "?";
    Function<String, String> asFunction = bridge;
    say(asFunction.apply("bridge") + bridge.andThen(text -> text + ".").apply("then"));
    say(new Derived().word());
    Row row = new Row();
    row.remover.accept(1, 2);
    say(row.removed);
    Object both = (Runnable & Serializable) () -> say("serializable");
    ((Runnable) both).run();
    say(both instanceof Serializable);
  }

  private void hosts() {
    Named named = () -> "name";
    say(named.twice().get());
    say(Named.constant().get());
    say(new Inner("nested").reader().get());
    say(new Outer().reader().get());
    say(OnInterface.add(5).apply(6));
    WithDefault first = () -> 1;
    WithoutDefault second = () -> 2;
    say(first.first() + " " + first.second() + " " + second.second());
  }

  /** Calls a function with what it was not made for. */
  @SuppressWarnings("unchecked")
  private void fails(Function<?, ?> function, Object argument) {
    try {
      say(((Function<Object, Object>) function).apply(argument));
    } catch (ClassCastException | NullPointerException | IllegalStateException e) {
      say(e.getClass());
    }
  }

  private void faults() {
    Function<String, Integer> length = String::length;
    fails(length, 5);
    fails(length, null);
    Function<Integer, Integer> twice = Samples::doubled;
    fails(twice, "text");
    fails(twice, null);
    Function<List<String>, Integer> size = List::size;
    fails(size, "text");
    Function<String, String> throwing =
        text -> {
          throw new IllegalStateException(text);
        };
    fails(throwing, "x");
    String none = null;
    try {
      Supplier<Integer> bound = none::length;
      say(bound);
    } catch (NullPointerException e) {
      say("bound to null");
    }
  }

  private void objects() {
    List<Runnable> free = new ArrayList<>();
    List<Runnable> bound = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int n = i;
      free.add(() -> {});
      bound.add(() -> say(n));
    }
    Runnable other = () -> {};
    say(free.get(0) == free.get(1));
    say(free.get(0) == other);
    say(bound.get(0) == bound.get(1));
    bound.forEach(Runnable::run);
    say(free.get(0).equals(other));
  }

  private static String kind(Object value) {
    return switch (value) {
      case String text when text.isEmpty() -> "empty";
      case String text -> text;
      case Shape.Square square -> square.name();
      case Shape.Circle circle -> kind(circle.inner());
      default -> "other";
    };
  }

  private void switches() {
    Shape square = new Shape.Square(3, Float.NaN, "square");
    Shape circle = new Shape.Circle(0.0, true, square);
    say(kind("") + kind("text") + kind(square) + kind(circle) + kind(1));
    say(square.equals(new Shape.Square(3, Float.NaN, "square")));
    say(circle.equals(new Shape.Circle(-0.0, true, square)));
    say(circle.hashCode() == new Shape.Circle(0.0, true, square).hashCode());
    say(square.hashCode());
    say(circle);
  }
}
