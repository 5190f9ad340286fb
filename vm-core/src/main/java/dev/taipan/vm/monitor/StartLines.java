package dev.taipan.vm.monitor;

import dev.taipan.vm.code.CodeEvents;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.interp.FrameFlags;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.thread.ThreadState;

/** Tells running frames which line they are on, when LINE events begin in the middle of them. */
final class StartLines {
  private StartLines() {}

  /** In a stop; for one code object, or for all if it is null. */
  static void note(ThreadState ts, CodeObject only) {
    for (ThreadState thread : ts.world.threads()) {
      for (long fp = thread.frame(); fp != 0; fp = FrameLayout.previous(fp)) {
        long cell = FrameLayout.code(fp);
        CodeObject code = (CodeObject) ts.heap.hosts.get(CodeLayout.host(cell));
        CodeEvents events = code.events();
        if (events != null && (only == null || only.number() == code.number())) {
          int line = events.remembered(code.index(FrameLayout.pc(fp)));
          FrameLayout.setFlags(fp, FrameFlags.withLine(FrameLayout.flags(fp), line));
        }
      }
    }
  }
}
