package dev.taipan.backend.x86;

import dev.taipan.backend.x86.lower.Emitted;
import dev.taipan.optimizer.codemem.CodeBlock;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.codemem.NativeEntry;
import dev.taipan.optimizer.spi.CompiledTrace;

/** A trace in code memory. Its only changing part is the exit slots, stored with release order. */
final class X86Trace implements CompiledTrace {
  private final CodeMemory memory;
  private final NativeEntry nativeEntry;
  private final CodeBlock block;
  private final Emitted emitted;

  X86Trace(CodeMemory memory, NativeEntry nativeEntry, CodeBlock block, Emitted emitted) {
    this.memory = memory;
    this.nativeEntry = nativeEntry;
    this.block = block;
    this.emitted = emitted;
  }

  @Override
  public long entry() {
    return block.address();
  }

  @Override
  public long enter(long threadBlock, long frame) {
    return nativeEntry.enter(block.address(), threadBlock, frame);
  }

  @Override
  public void linkExit(int exit, long entry) {
    long target = entry == NO_ENTRY ? block.address() + emitted.returnStub() : entry;
    memory.setSlotRelease(block, emitted.slot(exit), target);
  }

  @Override
  public int codeBytes() {
    return block.bytes();
  }

  @Override
  public String disassembly() {
    String entry = Long.toHexString(block.address());
    return "code at " + entry + ", " + block.bytes() + " bytes\n" + emitted.listing();
  }

  @Override
  public void free() {
    memory.free(block);
  }
}
