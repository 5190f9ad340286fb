package dev.taipan.launcher;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Lines of {@code sys.stdin}, for input that is no terminal: what a program reads itself and what
 * the prompt reads come from one buffer.
 */
final class PlainLines implements LineSource {
  @Override
  public String read(ThreadState ts, String prompt) {
    ProgramEnd.writeError(ts, prompt);
    long name = ts.runtime().intern(ts, "sys");
    long sys = Modules.dict(ts, Dicts.getStr(ts, ts.runtime().modules(), name));
    long stdin = Dicts.getStr(ts, sys, ts.runtime().intern(ts, "stdin"));
    if (stdin == Word.EMPTY || stdin == Word.NONE) {
      return null;
    }
    String line = Strs.toJava(Calls.named(ts, stdin, "readline"));
    if (line.isEmpty()) {
      return null;
    }
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public void close() {}
}
