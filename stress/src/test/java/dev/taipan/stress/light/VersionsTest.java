package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.interp.VersionCache;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of functions and classes: when they are handed out, kept and taken away. */
final class VersionsTest {
  private static final String CALLS =
      """
      def f(x, k=1): return x + k
      def call(n):
          for i in range(n): f(i)
      call(20)
      """;

  private static Session start(String source) throws SyntaxFault {
    Session session = new Session(Session.options(Options.Jit.OFF, "", 0, false), List.of(""));
    session.run(source);
    return session;
  }

  private static int version(Session session, String function) {
    return FunctionLayout.version(session.get(session.main(), function));
  }

  @Test
  void uncriticalAttributesKeepTheVersion() throws SyntaxFault {
    Session session = start(CALLS);
    int version = version(session, "f");
    assertTrue(FunctionVersions.isValid(version));
    session.run("f.__doc__ = 'x'; f.__name__ = 'g'; f.__qualname__ = 'h'; f.__annotations__ = {}");
    session.run("f.__dict__ = {'a': 1}; f.b = 2; f.__module__ = 'm'; f.__type_params__ = ()");
    assertEquals(version, version(session, "f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f.__code__ = (lambda x, k=1: x).__code__",
        "f.__defaults__ = (2,)",
        "f.__defaults__ = None",
        "f.__kwdefaults__ = {}"
      })
  void criticalOnesTakeItAwayForGood(String change) throws SyntaxFault {
    Session session = start(CALLS);
    int version = version(session, "f");
    session.run(change);
    assertEquals(FunctionVersions.CLEARED, version(session, "f"));
    assertEquals(Word.EMPTY, session.runtime().versions().function(version));
    session.run("call(5000) if f.__defaults__ else [f(1, 2) for i in range(5000)]");
    assertEquals(FunctionVersions.CLEARED, version(session, "f"));
  }

  @Test
  void closuresOverOneCodeShareTheVersion() throws SyntaxFault {
    Session session =
        start(
            """
            def make(k):
                def inner(x): return x + k
                return inner
            def call(f): return f(1)
            first = make(1)
            for i in range(20): call(first)
            second = make(2)
            """);
    assertTrue(FunctionVersions.isValid(version(session, "first")));
    assertEquals(version(session, "first"), version(session, "second"));
    session.run("first.__defaults__ = (1,)");
    assertTrue(FunctionVersions.isValid(version(session, "second")));
  }

  @Test
  void theCodeAnswersWhenTheFunctionIsGone() throws SyntaxFault {
    Session session =
        start(
            """
            space = {}
            exec(compile('def inner(x): return x', 'x', 'exec'), space)
            def call(f): return f(1)
            held = space['inner']
            code = held.__code__
            for i in range(20): call(held)
            """);
    ThreadState ts = session.main();
    VersionCache versions = session.runtime().versions();
    int version = version(session, "held");
    assertEquals(session.get(ts, "held"), versions.function(version));
    assertEquals(session.get(ts, "code"), versions.code(version));
    session.run("del held\nspace.clear()");
    ts.heap.collector.collectAndCount(ts, kind -> false);
    assertEquals(Word.EMPTY, versions.function(version));
    assertEquals(session.get(ts, "code"), versions.code(version));
    session.run("code = None");
    ts.heap.collector.collectAndCount(ts, kind -> false);
    assertEquals(Word.EMPTY, versions.code(version));
  }

  @Test
  void aClassGetsAnotherVersionAfterEachChange() throws SyntaxFault {
    Session session =
        start(
            """
            class A:
                limit = 1
                def m(self): return 1
            class B(A): pass
            b = B()
            """);
    PyType a = type(session, "A");
    PyType b = type(session, "B");
    int first = b.assignVersion();
    assertEquals(first, b.assignVersion());
    session.run("A.limit = 2");
    assertEquals(first, b.version(), "a plain value keeps the version");
    session.run("A.m = lambda self: 2");
    assertEquals(0, b.version(), "a change reaches the classes that derive from it");
    assertEquals(0, a.version());
    assertNotEquals(first, b.assignVersion());
    session.run("assert b.m() == 2 and b.limit == 2");
    long name = session.runtime().intern(session.main(), "m");
    assertEquals(a.lookup(session.main(), name), b.lookup(session.main(), name));
    session.run("del A.m");
    assertEquals(Word.EMPTY, b.lookup(session.main(), name), "the method cache forgets");
  }

  @Test
  void aClassThatChangesAllTheTimeIsVersionedNoMore() throws SyntaxFault {
    Session session = start("class A: pass\ndef change(): A.m = lambda self: 1");
    PyType a = type(session, "A");
    int handedOut = 0;
    while (a.assignVersion() != 0) {
      handedOut++;
      session.call(session.main(), "change");
    }
    assertEquals(1000, handedOut);
  }

  private static PyType type(Session session, String name) {
    return Classes.of(session.main(), session.get(session.main(), name));
  }
}
