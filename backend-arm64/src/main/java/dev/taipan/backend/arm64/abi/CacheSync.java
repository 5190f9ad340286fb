package dev.taipan.backend.arm64.abi;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Barrier;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.Label;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.codemem.InstructionCache;
import dev.taipan.optimizer.codemem.NativeEntry;

/**
 * Makes new code visible to instruction fetch: cleans the data cache over the writable view, then
 * invalidates the instruction cache over the executable one, each only if the processor says that
 * it has to be done. Only machine code can do that, so this class has a code memory of its own, one
 * page, for one routine: no instruction was ever fetched from that page when the routine is written
 * to it, and the kernel makes a page coherent when it is first mapped for execution.
 */
public final class CacheSync implements InstructionCache {
  private static final int PAGE = 4096;

  /** Fields of the cache type register: log2 of the line in words, and "not needed" bits. */
  private static final int INSTRUCTION_LINE = 0;

  private static final int DATA_LINE = 16;
  private static final int LINE_BITS = 4;
  private static final int NO_CLEANING = 28;
  private static final int NO_INVALIDATION = 29;
  private static final int WORD_BYTES = 4;

  private static final X EXECUTABLE = X.X0;
  private static final X WRITABLE = X.X1;
  private static final X BYTES = X.X2;
  private static final X TYPE = X.X3;
  private static final X LINE = X.X4;
  private static final X AT = X.X5;
  private static final X END = X.X6;

  private final NativeEntry routine;

  /** Maps the routine; one instance serves a process. */
  public CacheSync() {
    // Never closed: the routine is needed as long as code is made.
    routine = new CodeMemory(PAGE).entry(code(), COHERENT);
  }

  @Override
  public void sync(long executable, long writable, long bytes) {
    // The entry is a C function of three words; this one takes other words than a trace does.
    routine.enter(executable, writable, bytes);
  }

  /** {@code long sync(executable, writable, bytes)}. */
  static byte[] code() {
    A64Assembler a = new A64Assembler();
    Label cleaned = new Label();
    Label done = new Label();
    a.mrsCtr(TYPE);
    a.tbnz(TYPE, NO_CLEANING, cleaned);
    lines(a, DATA_LINE, WRITABLE, () -> a.dcCvau(AT));
    a.bind(cleaned);
    a.dsb(Barrier.ISH);
    a.tbnz(TYPE, NO_INVALIDATION, done);
    lines(a, INSTRUCTION_LINE, EXECUTABLE, () -> a.icIvau(AT));
    a.dsb(Barrier.ISH);
    a.bind(done);
    a.isb();
    a.mov(X.X0, X.ZR);
    a.ret();
    return a.toBytes();
  }

  /** For each line, its size given by a field of TYPE, that [start, start + BYTES) touches. */
  private static void lines(A64Assembler a, int field, X start, Runnable operation) {
    Label next = new Label();
    a.ubfx(AT, TYPE, field, LINE_BITS);
    a.mov(LINE, WORD_BYTES);
    a.lsl(LINE, LINE, AT);
    a.add(END, start, BYTES);
    a.sub(AT, LINE, new Imm.Arith(1, false));
    a.bic(AT, start, AT);
    a.bind(next);
    operation.run();
    a.add(AT, AT, LINE);
    a.cmp(AT, END);
    a.b(Cond.LO, next);
  }
}
