package dev.taipan.backend.arm64;

import dev.taipan.backend.arm64.asm.Disassembler;
import dev.taipan.backend.arm64.lower.Lowering;
import dev.taipan.optimizer.codemem.CodeBlock;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.codemem.NativeEntry;
import dev.taipan.optimizer.spi.CompiledTrace;
import java.util.Arrays;

/** A trace in code memory. Its only changing part is the exit slots, stored with release order. */
final class Arm64Trace implements CompiledTrace {
  private final CodeMemory memory;
  private final NativeEntry nativeEntry;
  private final CodeBlock block;
  private final int returnStub;
  private final int slots;
  private final int codeEnd;

  Arm64Trace(
      CodeMemory memory, NativeEntry nativeEntry, CodeBlock block, Lowering.Emitted emitted) {
    this.memory = memory;
    this.nativeEntry = nativeEntry;
    this.block = block;
    returnStub = emitted.returnStub();
    slots = emitted.slots();
    codeEnd = emitted.codeEnd();
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
    long target = entry == NO_ENTRY ? block.address() + returnStub : entry;
    memory.setSlotRelease(block, slots + Long.BYTES * exit, target);
  }

  @Override
  public int codeBytes() {
    return block.bytes();
  }

  @Override
  public String disassembly() {
    return Disassembler.print(Arrays.copyOf(memory.bytes(block), codeEnd), block.address());
  }

  @Override
  public void free() {
    memory.free(block);
  }
}
