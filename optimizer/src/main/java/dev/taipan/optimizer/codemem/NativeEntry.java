package dev.taipan.optimizer.codemem;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The door from Java into machine code: a C function of three words that saves the callee-saved
 * registers, sets the fixed registers and jumps to the entry that it is given.
 *
 * <p>The call is a plain one, never <em>critical</em>: a trace may loop for long, and a critical
 * call holds up the JVM's own safepoints.
 */
@SuppressWarnings("restricted") // links native code
public final class NativeEntry {
  private final MethodHandle trampoline;

  NativeEntry(long address) {
    trampoline =
        Linker.nativeLinker()
            .downcallHandle(
                MemorySegment.ofAddress(address),
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  }

  /** Runs the code at {@code entry} until it leaves by an exit; what the exit returned. */
  public long enter(long entry, long threadBlock, long frame) {
    try {
      return (long) trampoline.invokeExact(entry, threadBlock, frame);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("machine code throws nothing", e);
    }
  }
}
