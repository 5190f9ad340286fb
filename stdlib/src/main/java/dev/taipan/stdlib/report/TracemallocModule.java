package dev.taipan.stdlib.report;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _tracemalloc}: how much is used, not where it was taken. */
@BuiltinModule("_tracemalloc")
public final class TracemallocModule {
  private static final int MOST_FRAMES = 65535;

  private TracemallocModule() {}

  private static MemoryTracing tracing(ThreadState ts) {
    return StandardLibrary.of(ts).memoryTracing();
  }

  @Builtin("start(nframe=1, /)")
  static void start(ThreadState ts, int nframe) {
    if (nframe < 1 || nframe > MOST_FRAMES) {
      throw Errors.valueError(ts, "the number of frames must be in range [1; %d]", MOST_FRAMES);
    }
    tracing(ts).start(ts, nframe);
  }

  @Builtin("stop()")
  static void stop(ThreadState ts) {
    tracing(ts).stop();
  }

  @Builtin("is_tracing()")
  static boolean isTracing(ThreadState ts) {
    return tracing(ts).isRunning();
  }

  @Builtin("get_traceback_limit()")
  static int getTracebackLimit(ThreadState ts) {
    return tracing(ts).frames();
  }

  @Builtin("get_traced_memory()")
  static long getTracedMemory(ThreadState ts) {
    MemoryTracing tracing = tracing(ts);
    long current = tracing.current();
    return Tuples.of(ts, Ints.of(ts, current), Ints.of(ts, tracing.peak()));
  }

  @Builtin("reset_peak()")
  static void resetPeak(ThreadState ts) {
    if (tracing(ts).isRunning()) {
      tracing(ts).resetPeak();
    }
  }

  @Builtin("clear_traces()")
  static void clearTraces(ThreadState ts) {
    MemoryTracing tracing = tracing(ts);
    if (tracing.isRunning()) {
      int frames = tracing.frames();
      tracing.stop();
      tracing.start(ts, frames);
    }
  }

  /** The trace itself takes nothing from the heap. */
  @Builtin("get_tracemalloc_memory()")
  static int getTracemallocMemory() {
    return 0;
  }

  /** Nothing is known of where an object was made. */
  @Builtin("_get_object_traceback(obj, /)")
  static long getObjectTraceback(long object) {
    return Word.NONE;
  }
}
