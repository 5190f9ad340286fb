package dev.taipan.vm.code;

import java.util.Arrays;

/**
 * The instruction words of a code object and the packing of one word:
 *
 * <pre>
 *  63            32 31      16 15       0
 *  |  arg (signed)  |   aux    |   op   |
 * </pre>
 *
 * Cache words follow their instruction and are 0 here; filling the constant's word of {@code
 * LOAD_CONST} is the linker's work.
 */
public final class InstructionWords {
  private static final int AUX_SHIFT = 16;
  private static final int ARG_SHIFT = 32;
  private static final int HALF_MASK = 0xffff;

  /** The greatest profile index; later instructions share it. */
  public static final int MAX_AUX = HALF_MASK;

  private final long[] words;

  public InstructionWords(long[] words) {
    this.words = words.clone();
  }

  /** Whether the compiler numbers an instruction. */
  public static boolean hasAux(int op) {
    return switch (op) {
      case Op.POP_JUMP_IF_TRUE,
          Op.POP_JUMP_IF_FALSE,
          Op.POP_JUMP_IF_NONE,
          Op.POP_JUMP_IF_NOT_NONE ->
          true;
      case Op.LOAD_CONST -> Op.isCounted(op);
      default -> Op.cacheWords(op) > 0 || Op.isCounted(op);
    };
  }

  /** Packs one instruction. */
  public static long pack(int op, int aux, int arg) {
    return ((long) arg << ARG_SHIFT) | ((long) aux << AUX_SHIFT) | op;
  }

  /** The opcode of a word. */
  public static int op(long word) {
    return (int) word & HALF_MASK;
  }

  /** The profile index of a word. */
  public static int aux(long word) {
    return (int) (word >>> AUX_SHIFT) & HALF_MASK;
  }

  /** The signed argument of a word. */
  public static int arg(long word) {
    return (int) (word >> ARG_SHIFT);
  }

  /** The number of words, caches included. */
  public int length() {
    return words.length;
  }

  /** The word at an index. */
  public long at(int index) {
    return words[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InstructionWords w && Arrays.equals(words, w.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "InstructionWords[" + words.length + "]";
  }
}
