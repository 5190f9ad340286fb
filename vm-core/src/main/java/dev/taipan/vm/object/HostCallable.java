package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/**
 * A host object that is called with one argument again and again, as the key of a sort is. Its type
 * cannot be subclassed and its {@code __call__} does nothing else, so that Java code asks the
 * object itself.
 */
@FunctionalInterface
public interface HostCallable {
  /** The caller has rooted the object's cell and the argument. */
  long call(ThreadState ts, long argument);
}
