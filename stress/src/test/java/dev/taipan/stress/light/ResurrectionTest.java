package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.object.Lists;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A finalizer lets its object out to another thread, which uses it and lets go of it again: the
 * object is whole, and is finalized once.
 */
final class ResurrectionTest {
  private static final String SOURCE =
      """
      import _thread, gc
      out = []
      finalized = []
      wrong = []
      stop = []
      done = []
      class Node:
          def __init__(self, n):
              self.n = n
              self.items = [n, n + 1]
          def __del__(self):
              finalized.append(self.n)
              out.append(self)
      def user():
          held = []
          while not stop or out:
              try: node = out.pop()
              except IndexError: node = None
              if node:
                  if node.items != [node.n, node.n + 1]: wrong.append(node.n)
                  held.append(node)
                  if len(held) > 20: held.clear()
          done.append(1)
      def make(first):
          for n in range(first, first + 50): Node(n)
      for i in range(2): _thread.start_new_thread(user, ())
      for i in range(20):
          make(50 * i)
          gc.collect()
      gc.collect()
      stop.append(1)
      while len(done) < 2: gc.collect()
      assert len(finalized) == len(set(finalized)) == 1000 and not wrong, (len(finalized), wrong)
      """;

  @ParameterizedTest
  @CsvSource({"OFF, 0", "SYNC, 0", "OFF, 64"})
  void isUsedByAnotherThread(Options.Jit jit, int gcStress) throws SyntaxFault {
    Session session = new Session(Session.options(jit, "", gcStress, false), List.of(""), true);
    session.run(SOURCE);
    long finalized = session.get(session.main(), "finalized");
    assertEquals(1000, Lists.length(finalized));
    session.main().detach();
  }
}
