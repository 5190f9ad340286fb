package dev.taipan.backend.arm64;

import dev.taipan.backend.arm64.abi.CacheSync;
import dev.taipan.backend.arm64.abi.Trampoline;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.codemem.NativeEntry;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import java.util.Objects;

/** A thread block, a frame and code memory for one check. */
final class Machine implements AutoCloseable {
  private static final int FRAME_BYTES = 4096;
  private static final int BYTES = ThreadLayout.SIZE + FRAME_BYTES;
  private static final int CODE_BYTES = 1 << 20;

  private final Arm64Backend backend = new Arm64Backend();
  private final long memory = Memory.allocate(BYTES);
  private final CodeMemory code = new CodeMemory(CODE_BYTES);
  private int codeBytes;

  Machine() {
    Memory.fill(memory, BYTES, (byte) 0);
    Memory.putLong(memory + ThreadLayout.FRAME, frame());
    Memory.putLong(memory + ThreadLayout.STACK_LIMIT, frame() + FRAME_BYTES);
  }

  CompiledTrace compile(String text, int traceId) throws TraceAbort {
    return compile(TraceIrParser.parse(text), traceId);
  }

  CompiledTrace compile(TraceIr ir, int traceId) throws TraceAbort {
    CompiledTrace trace = backend.compile(ir, traceId, code);
    codeBytes += trace.codeBytes();
    return trace;
  }

  /** How many bytes of machine code were made. */
  int codeBytes() {
    return codeBytes;
  }

  long run(CompiledTrace trace) {
    return trace.enter(memory, frame());
  }

  /** Which bits of the registers to be saved a run changes; 0 if the trampoline saves them all. */
  long runThroughHarness(CompiledTrace trace) {
    CacheSync cache = new CacheSync();
    long trampoline = code.install(Trampoline.code(), cache).address();
    try (CodeMemory harness = new CodeMemory(CODE_BYTES)) {
      NativeEntry entry = harness.entry(CalleeSavedHarness.code(trampoline), cache);
      return entry.enter(trace.entry(), memory, frame());
    }
  }

  long frame() {
    return memory + ThreadLayout.SIZE;
  }

  void poll(long bits) {
    Memory.putLong(memory + ThreadLayout.POLL, bits);
  }

  void slot(int index, long word) {
    Memory.putLong(frame() + FrameLayout.LOCALSPLUS + 8L * index, word);
  }

  long slot(int index) {
    return Memory.getLong(frame() + FrameLayout.LOCALSPLUS + 8L * index);
  }

  long pc() {
    return Memory.getLong(frame() + FrameLayout.PC);
  }

  long currentFrame() {
    return Memory.getLong(memory + ThreadLayout.FRAME);
  }

  @Override
  public void close() {
    code.close();
    Memory.free(memory);
  }

  /** An assertion that needs no test library: the emulated machine has none. */
  static void expect(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(what + ": " + expected + " expected, not " + actual);
    }
  }

  static void expectBits(String what, long expected, long actual) {
    expect(what, Long.toHexString(expected), Long.toHexString(actual));
  }
}
