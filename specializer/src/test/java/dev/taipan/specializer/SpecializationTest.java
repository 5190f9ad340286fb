package dev.taipan.specializer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.code.Instructions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program does the same with and without specialization, and a warm one stores to no shared code.
 */
final class SpecializationTest {
  private static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of("s = 0\nfor i in range(300):\n  s += i & 7\nprint(s == 1042)\n", "True\n"),
        Arguments.of(
            "def f(n):\n  return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(15) == 610)\n",
            "True\n"),
        Arguments.of(
            """
            def add(a, b):
                return a + b
            r = ''
            for i in range(5):
                add(i, i)
            print(add('a', 'b'), add(0.5, 0.5) == 1.0, add(2 ** 60, 1) == 2 ** 60 + 1)
            """,
            "ab True True\n"),
        Arguments.of(
            """
            def div(a, b):
                try:
                    return a // b
                except ZeroDivisionError:
                    return 'zero'
            for i in range(5):
                div(7, 2)
            print(div(-7, 2) == -4, div(1, 0), div(7, -2) == -4)
            """,
            "True zero True\n"),
        Arguments.of(
            """
            def count(n):
                i = 0
                while i < n:
                    yield i
                    i += 1
            total = 0
            for k in range(4):
                for v in count(k):
                    total += v
            print(total == 4)
            """,
            "True\n"),
        Arguments.of(
            """
            def deep(n):
                return deep(n + 1)
            try:
                deep(0)
            except RecursionError as e:
                print(e)
            """,
            "maximum recursion depth exceeded\n"),
        Arguments.of(
            """
            x = 1
            def read():
                return x
            for i in range(5):
                read()
            x = 'changed'
            first = read()
            len = lambda o: 'shadowed'
            def size():
                return len('abc')
            for i in range(5):
                size()
            del len
            print(first, size() == 3)
            """,
            "changed True\n"),
        Arguments.of(
            """
            def last(items, at):
                return items[at]
            def put(items, at, value):
                items[at] = value
                return items
            for i in range(5):
                last([i], -1)
                put([i], -1, 5)
            print(last('abc', -3), last((7, 8), -2) == 7, last([7, 8], -1) == 8, last([7], 0) == 7)
            print(put([1, 2], -2, 9) == [9, 2], put([1, 2], 1, 9) == [1, 9])
            for items in ([7, 8], (7, 8), 'ab'):
                for at in (-3, 2, -2 ** 48, 2 ** 48 - 1):
                    try:
                        last(items, at)
                    except IndexError as e:
                        print(e)
            try:
                put([7, 8], -3, 0)
            except IndexError as e:
                print(e)
            """,
            "a True True True\nTrue True\n"
                + "list index out of range\n".repeat(4)
                + "tuple index out of range\n".repeat(4)
                + "string index out of range\n".repeat(4)
                + "list assignment index out of range\n"));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void doesTheSame(String source, String expected) throws Exception {
    assertEquals(expected, Script.run(source, null));
    assertEquals(expected, Script.run(source, new TierOneSpecializer()));
  }

  @Test
  void aSteadyLoopStoresToNoSharedCode() throws Exception {
    long few = publications(2_000);
    long many = publications(200_000);
    assertEquals(few, many);
  }

  private static long publications(int iterations) throws Exception {
    long before = Instructions.publications();
    Script.run(
        """
        def step(a):
            return a + 1
        def run(n):
            i = 0
            s = 0.5
            t = (1, 2, 3, 4)
            while i < n:
                i = step(i)
                s = s * 0.5 + 1.0
                k = t[i & 3]
                if i %% 7 == 0:
                    s = s - 1.0
            return i
        run(%d)
        """
            .formatted(iterations),
        new TierOneSpecializer());
    return Instructions.publications() - before;
  }
}
