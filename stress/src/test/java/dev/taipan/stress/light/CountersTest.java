package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.object.Strs;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The life of one site, seen through its opcode and this thread's counter (value, back-off): the
 * first attempt at the second execution, 53 misses before the next one, longer waits after
 * failures.
 */
final class CountersTest {
  private static final String SOURCE =
      """
      import _opcode, dis
      def f(a, b): return a + b
      def state():
          for i, op, arg, caches in _opcode.instructions(f.__code__, True):
              name = dis._all_opname[op]
              if name.startswith('BINARY_OP'):
                  counter = _opcode.counter(f.__code__, i)
                  return name[10:] + (' %d/%d' % counter if counter else ' none')
      seen = [state()]
      def run(n, a, b):
          for i in range(n): f(a, b)
          seen.append(state())
      run(1, 1, 2)
      run(1, 1, 2)
      run(100, 1, 2)
      run(52, 'a', 'b')
      run(1, 'a', 'b')
      run(52, [1], [2])
      run(1, [1], [2])
      run(2, [1], [2])
      run(7, [1], [2])
      run(31, [1], [2])
      run(127, [1], [2])
      run(509, [1], [2])
      run(2053, [1], [2])
      run(8191, [1], [2])
      run(8191, 1, 2)
      run(1, 1, 2)
      seen = ','.join(seen)
      """;

  @Test
  void aSiteWaitsLongerAfterEachFailure() throws SyntaxFault {
    Options options = Session.options(Options.Jit.OFF, "", 0, false);
    Session session = new Session(options, List.of(""), true);
    session.run(SOURCE);
    assertEquals(
        " none, 0/1,ADD_INT 52/0,ADD_INT 52/0,ADD_INT 0/0,ADD_STR 52/0,ADD_STR 0/0, 1/1, 6/2,"
            + " 30/3, 126/4, 508/5, 2052/6, 8190/6, 8190/6,ADD_INT 52/0,ADD_INT 52/0",
        Strs.toJava(session.get(session.main(), "seen")));
    session.main().detach();
  }
}
