package dev.taipan.backend.x86.lower;

import dev.taipan.backend.x86.asm.Disassembler;
import dev.taipan.optimizer.ir.TraceIr;
import java.util.List;

/**
 * The code of one trace, position-independent, with its entry at 0, and where its parts are.
 *
 * <pre>
 *   +0    operations; the loop's head is 16-byte aligned
 *         exits
 *         return stub: back to the trampoline, with the ExitId
 *         constants
 *         slots: 8 bytes for each exit, aligned; the installer fills them in
 * </pre>
 */
public final class Emitted {
  private final TraceIr ir;
  private final byte[] code;
  private final int[] operations;
  private final int[] exits;
  private final int returnStub;
  private final int slots;

  Emitted(TraceIr ir, byte[] code, int[] operations, int[] exits, int returnStub, int slots) {
    this.ir = ir;
    this.code = code;
    this.operations = operations;
    this.exits = exits;
    this.returnStub = returnStub;
    this.slots = slots;
  }

  /** The bytes; the slots are zero. */
  public byte[] code() {
    return code.clone();
  }

  /** Where the return stub is. */
  public int returnStub() {
    return returnStub;
  }

  /** Where the slot of exit {@code exit} is. */
  public int slot(int exit) {
    return slots + Long.BYTES * exit;
  }

  /** The instructions under the operations and exits that they belong to. */
  public String listing() {
    StringBuilder text = new StringBuilder();
    List<String> lines = ir.toString().lines().toList();
    int end = exits.length > 0 ? exits[0] : returnStub;
    for (int ref = 0; ref < operations.length; ref++) {
      int to = ref + 1 < operations.length ? operations[ref + 1] : end;
      section(text, lines.get(ref), operations[ref], to);
    }
    for (int i = 0; i < exits.length; i++) {
      int to = i + 1 < exits.length ? exits[i + 1] : returnStub;
      section(text, "exit " + i, exits[i], to);
    }
    return text.toString();
  }

  private void section(StringBuilder text, String title, int from, int to) {
    text.append(title).append('\n');
    for (Disassembler.Line line : Disassembler.lines(code, from, to)) {
      text.append(String.format("  %04x  %s%n", line.offset(), line.text()));
    }
  }
}
