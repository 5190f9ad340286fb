package dev.taipan.vm.code;

/**
 * Somebody who is told of code objects. Both happen where no Python code may run: a watcher notes
 * what it hears and neither polls nor raises.
 */
public interface CodeWatcher {
  /** Code was made; nobody has it yet. */
  void created(CodeObject code);

  /** Its cell is gone. In a stop, or by the thread that sweeps. */
  void destroyed(CodeObject code);
}
