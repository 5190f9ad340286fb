package dev.taipan.backend.arm64.asm;

import java.util.Arrays;

/**
 * Writes AArch64 code through typed methods, one family of instructions per interface. The result
 * is position independent. Not thread-safe; one compilation owns one assembler.
 */
public final class A64Assembler
    implements IntegerInstructions, MemoryInstructions, ControlInstructions, FloatInstructions {
  private final CodeBuffer code = new CodeBuffer();

  /** Byte offset of the next instruction. */
  public int position() {
    return code.position();
  }

  public void bind(Label label) {
    code.bind(label);
  }

  /** Loads a 64-bit constant in one to four instructions. */
  public void mov(X rd, long value) {
    Constants.load(this, rd, value);
  }

  /** Eight bytes of data; the position must be 8-aligned. */
  public void data64(long value) {
    if (position() % 8 != 0) {
      throw new IllegalStateException("data at " + position() + " is not aligned");
    }
    code.word((int) value);
    code.word((int) (value >>> 32));
  }

  /** Fills with traps up to a multiple of {@code bytes}: nothing falls through to data. */
  public void alignData(int bytes) {
    while (position() % bytes != 0) {
      brk(0);
    }
  }

  /** Fills with instructions that do nothing up to a multiple of {@code bytes}. */
  public void alignCode(int bytes) {
    while (position() % bytes != 0) {
      nop();
    }
  }

  /**
   * The finished code with every label resolved.
   *
   * @throws RangeException when a branch does not reach its target
   */
  public byte[] toBytes() {
    return code.toBytes();
  }

  @Override
  public void emit(A64Op op, Operand... operands) {
    code.word(op.encode(operands));
  }

  @Override
  public void emitTo(A64Op op, Label target, Operand... operands) {
    Operand[] all = Arrays.copyOf(operands, operands.length + 1);
    all[operands.length] = new Imm.Distance(0);
    code.reference(op, target);
    code.word(op.encode(all));
  }

  @Override
  public void emit(Access access, Operand register, Address address) {
    code.word(access.encode(register, address));
  }
}
