package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.CodeWatcher;
import dev.taipan.vm.interp.FunctionWatcher;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.RuntimePolls;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassWatcher;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of what: functions, code, classes, module dicts and builtins. */
final class WatchersTest {
  private static Session start(Options.Jit jit, boolean library) {
    return new Session(Session.options(jit, "", 0, false), List.of(""), library);
  }

  private static void collect(Session session) {
    ThreadState ts = session.main();
    ts.heap.collector.collectAndCount(ts, kind -> false);
    RuntimePolls.runFinalizers(ts);
  }

  @Test
  void functionsTellOfTheirLife() throws SyntaxFault {
    Session session = start(Options.Jit.OFF, false);
    session.run("def before(): pass");
    List<String> told = new ArrayList<>();
    FunctionWatcher watcher =
        (ts, event, function, value) ->
            told.add(event + " " + Strs.toJava(FunctionLayout.name(function)));
    session.runtime().functionWatchers().add(session.main(), watcher);
    session.run("def f(a=1): pass\nf.__defaults__ = (2,)\nf.__kwdefaults__ = {}\nf.__doc__ = ''");
    session.run("f.__code__ = before.__code__\nf.__qualname__ = 'q'");
    assertEquals(
        List.of(
            "CREATE f",
            "MODIFY_DEFAULTS f",
            "MODIFY_KWDEFAULTS f",
            "MODIFY_CODE f",
            "MODIFY_QUALNAME f"),
        told);
    told.clear();
    session.run("del f, before");
    collect(session);
    assertEquals(List.of("DESTROY before", "DESTROY f"), told.stream().sorted().toList());
    session.runtime().functionWatchers().remove(watcher);
    session.run("def g(): pass");
    assertEquals(2, told.size());
  }

  @Test
  void aWatcherIsAskedBeforeTheChange() throws SyntaxFault {
    Session session = start(Options.Jit.OFF, false);
    session.run("def f(a=1): return a");
    long[] results = new long[1];
    FunctionWatcher watcher =
        (ts, event, function, value) -> results[0] = Calls.call0(ts, function);
    session.runtime().functionWatchers().add(session.main(), watcher);
    session.run("f.__defaults__ = (2,)");
    assertEquals(1, Word.unboxInt(results[0]));
    session.run("assert f() == 2");
  }

  @Test
  void aDeadFunctionThatIsStoredLivesOn() throws SyntaxFault {
    Session session = start(Options.Jit.OFF, false);
    session.run("def f(a=41): return a + 1");
    int[] deaths = new int[1];
    FunctionWatcher watcher =
        (ts, event, function, value) -> {
          if (event == FunctionWatcher.Event.DESTROY) {
            deaths[0]++;
            session.set(ts, "saved", function);
          }
        };
    session.runtime().functionWatchers().add(session.main(), watcher);
    session.run("del f");
    collect(session);
    session.run("assert saved() == 42");
    collect(session);
    session.run("assert saved() == 42");
    session.run("del saved");
    collect(session);
    assertEquals(1, deaths[0]);
  }

  /** No Python frame stands below the report, which goes through the hook that the program set. */
  @Test
  void whatAWatcherRaisesIsReported() throws SyntaxFault {
    Session session = start(Options.Jit.OFF, true);
    session.run(
        """
        import sys
        def f(): pass
        def hook(u):
            global told
            told = u.exc_type.__name__ + ': ' + u.err_msg.split(' at ')[0]
        sys.unraisablehook = hook
        """);
    ThreadState ts = session.main();
    FunctionWatcher watcher =
        (state, event, function, value) -> {
          throw Errors.valueError(state, "no");
        };
    session.runtime().functionWatchers().add(ts, watcher);
    long f = session.get(ts, "f");
    session.runtime().functionWatchers().tell(ts, FunctionWatcher.Event.MODIFY_CODE, f, 0);
    assertEquals(
        "ValueError: Exception ignored in MODIFY_CODE watcher callback for function f",
        Strs.toJava(session.get(ts, "told")));
  }

  @Test
  void codeTellsWhenItIsMadeAndGone() throws SyntaxFault {
    Session session = start(Options.Jit.OFF, false);
    List<String> told = new ArrayList<>();
    session
        .runtime()
        .codeWatchers()
        .add(
            new CodeWatcher() {
              @Override
              public void created(CodeObject code) {
                told.add("made " + code.blueprint().name());
              }

              @Override
              public void destroyed(CodeObject code) {
                told.add("gone " + code.blueprint().name());
              }
            });
    session.run("c = compile('1', 'x', 'eval')\nname = c.co_name");
    assertTrue(told.contains("made <module>"), told::toString);
    told.clear();
    session.run("del c");
    collect(session);
    collect(session);
    assertTrue(told.contains("gone <module>"), told::toString);
  }

  @Test
  void aClassTellsOnceOfAChange() throws SyntaxFault {
    Session session = start(Options.Jit.OFF, false);
    session.run("class A:\n  k = 1\n  def m(self): pass\nclass B(A): pass");
    PyType b = Classes.of(session.main(), session.get(session.main(), "B"));
    List<String> told = new ArrayList<>();
    b.assignVersion();
    b.watch(
        session.main(),
        new ClassWatcher() {
          @Override
          public void changed(ThreadState ts) {
            told.add("changed");
          }

          @Override
          public void overwritten(ThreadState ts, long name) {
            told.add("overwritten " + Strs.toJava(name));
          }
        });
    session.run("A.k = 2");
    session.run("A.m = None");
    session.run("A.m = 5");
    assertEquals(List.of("overwritten k", "changed"), told);
  }

  /** Traces hold a function of the builtins and one of the module as constants. */
  @ParameterizedTest
  @EnumSource(names = {"OFF", "SYNC"})
  void moduleAndBuiltinsReachALoopThatRuns(Options.Jit jit) throws SyntaxFault {
    Session session = start(jit, true);
    session.run(
        """
        import _thread, builtins
        def mine(x): return 1
        def loop(n):
            s = 0
            for i in range(n): s = abs(-1) + mine(i)
            return s
        for i in range(5): loop(3000)
        def other():
            builtins.abs = lambda x: 10
            globals()['mine'] = lambda x: 20
            done.append(1)
        done = []
        before = loop(3000)
        _thread.start_new_thread(other, ())
        while not done: loop(3000)
        after = loop(3000)
        """);
    assertEquals(Word.boxInt(2), session.get(session.main(), "before"));
    assertEquals(Word.boxInt(30), session.get(session.main(), "after"));
    session.main().detach();
  }
}
