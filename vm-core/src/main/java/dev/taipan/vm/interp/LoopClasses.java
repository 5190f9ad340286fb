package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.WellKnown;
import dev.taipan.vm.thread.Raised;
import java.lang.invoke.MethodHandles;

/**
 * What the machine code of the loop relies on. The start-up cache has the profile by which the loop
 * is compiled, but the JVM only takes it once all classes are initialized that were when the
 * profile was made; a program that never comes by one of them would be left with a profile of its
 * own, made by the first compiler's code, whose counters all threads share (docs/build.md).
 */
public final class LoopClasses {
  private static final Class<?>[] NAMED = {
    AttributeHandlers.class,
    CallHandlers.class,
    CallMembers.class,
    CellLayout.class,
    ColdLoop.class,
    ContainerHandlers.class,
    ExceptionHandlers.class,
    FrameFlags.class,
    FrameLayout.class,
    FrameObjects.class,
    Frames.class,
    GeneratorHandlers.class,
    Heads.class,
    Instructions.class,
    Instrumented.class,
    InterpreterState.class,
    IterationHandlers.class,
    MatchHandlers.class,
    Memory.class,
    NameHandlers.class,
    Op.class,
    OperatorHandlers.class,
    Profiles.class,
    QuickOperators.class,
    Raised.class,
    States.class,
    Supers.class,
    Unpacking.class,
    Unwinder.class,
    UopBodies.class,
    Warmth.class,
    WellKnown.class,
  };

  private LoopClasses() {}

  /** Before the program's own code runs. */
  public static void initialize() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      for (Class<?> named : NAMED) {
        lookup.ensureInitialized(named);
      }
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
