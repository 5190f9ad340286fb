package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.PyFrame;
import dev.taipan.vm.thread.ThreadState;

/**
 * What a trace function writes into {@code f_locals} of the frame that it is called for becomes the
 * frame's variables when it returns, if it looked at them at all.
 */
final class FrameLocals {
  private FrameLocals() {}

  static void begin(ThreadState ts, long fp) {
    FrameObjects.host(ts, fp).setLocalsRead(false);
  }

  static void end(ThreadState ts, long fp) {
    PyFrame host = FrameObjects.host(ts, fp);
    CodeObject code = Frames.code(ts, fp);
    long mapping = FrameLayout.locals(fp);
    if (!host.localsRead()
        || (code.details().flags() & CodeFlags.OPTIMIZED) == 0
        || !Dicts.isDict(ts, mapping)) {
      return;
    }
    for (int i = 0; i < CodeLayout.localsplus(FrameLayout.code(fp)); i++) {
      long value = Dicts.getStr(ts, mapping, code.slotName(i));
      long slot = FrameLayout.local(fp, i);
      long old = Memory.getLong(slot);
      if (FrameObjects.isCell(code, i) && Cells.is(old, Kind.CELL)) {
        CellLayout.setContent(old, value);
      } else {
        Memory.putLongRelease(slot, value);
      }
    }
  }
}
