package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One thread exchanges a critical attribute of a function while another runs it inside a compiled
 * trace: each call is all old or all new, and once new it stays new.
 */
final class FunctionChangeTest {
  /**
   * Every round has a function of its own, because a function loses its version once. It runs in a
   * loop that was hot before the round, until the change has been seen; the results are old, then
   * new.
   */
  @SuppressWarnings("InlineFormatString") // a program deserves a name
  private static final String SOURCE =
      """
      import _thread
      def make():
          free = 3
          def f(x, k=1, *, j=0):
              return x * 2 + k + j + free - 3
          return f
      def other():
          free = 3
          def f(x, k=1, *, j=0):
              return x * 2 + k + j + 50 + free - 3
          return f
      def code(f):
          f.__code__ = other().__code__
          return 51
      def defaults(f):
          f.__defaults__ = (7,)
          return 7
      def kwdefaults(f):
          f.__kwdefaults__ = {'j': 9}
          return 10
      def cell(f):
          f.__closure__[0].cell_contents = 13
          return 11
      posted = []
      answers = []
      stop = []
      def changer(change):
          while not stop:
              if posted:
                  f = posted.pop()
                  wait = 0
                  while wait < 3000: wait += 1
                  answers.append(change(f))
      def loop(f, n):
          new = 0
          odd = 0
          first = 1
          i = 0
          while i < n:
              r = f(i) - i * 2
              if r != first:
                  new += 1
                  first = r
              i += 1
          if new > 1: odd += 1
          return first, odd
      def run(change, rounds):
          loop(make(), 5000)
          _thread.start_new_thread(changer, (change,))
          bad = 0
          for i in range(rounds):
              f = make()
              posted.append(f)
              last, odd = loop(f, 5000)
              while not answers: last, odd2 = loop(f, 500)
              want = answers.pop()
              last, odd3 = loop(f, 10)
              if odd or last != want: bad += 1
          stop.append(1)
          return bad
      """;

  @ParameterizedTest
  @CsvSource({
    "code, OFF",
    "code, SYNC",
    "defaults, SYNC",
    "kwdefaults, OFF",
    "kwdefaults, SYNC",
    "cell, SYNC"
  })
  void everyCallIsOldOrNew(String change, Options.Jit jit) throws SyntaxFault {
    Session session = new Session(Session.options(jit, "", 0, true), List.of(""));
    session.run(SOURCE);
    session.run("print(run(" + change + ", 60))");
    assertEquals("0\n", session.printed());
    var counted = session.runtime().world().iterations();
    assertTrue(jit == Options.Jit.OFF || counted.inTraces() > 100_000, counted::toString);
    session.main().detach();
  }
}
