package dev.taipan.vm.spi;

import dev.taipan.vm.thread.ThreadState;

/** Chooses specialized instructions. Without one, every instruction stays generic. */
public interface Specializer {
  /**
   * Looks at the operands of the generic or missed instruction at {@code pc} and rewrites it if a
   * member of its family fits. Must not poll, run Python code or raise.
   *
   * @param sp the stack's top, with the operands still on the stack
   * @return whether a member fits; if not, the site waits longer until it asks again
   */
  boolean specialize(ThreadState ts, long fp, long pc, long sp);
}
