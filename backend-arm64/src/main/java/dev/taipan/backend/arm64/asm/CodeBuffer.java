package dev.taipan.backend.arm64.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Instruction words under construction. A reference to an unbound label is written with distance
 * zero and kept as a fix-up; {@link #toBytes} resolves all of them and refuses a distance that does
 * not fit. The code is position independent: every address in it is relative or a full constant.
 */
final class CodeBuffer {
  private record FixUp(int at, A64Op op, Slot slot, Label target) {}

  private int[] words = new int[256];
  private int count;
  private final List<FixUp> fixUps = new ArrayList<>();

  int position() {
    return count * 4;
  }

  void word(int word) {
    if (count == words.length) {
      words = Arrays.copyOf(words, count * 2);
    }
    words[count++] = word;
  }

  /**
   * The reference is the last operand's slot of {@code op}, which goes to the word emitted next.
   */
  void reference(A64Op op, Label target) {
    fixUps.add(new FixUp(position(), op, op.slots().getLast(), target));
  }

  void bind(Label label) {
    label.bind(position());
  }

  byte[] toBytes() {
    for (FixUp fixUp : fixUps) {
      int distance = fixUp.target().offset() - fixUp.at();
      if (!fixUp.slot().reaches(distance)) {
        throw new RangeException(fixUp.op() + " at " + fixUp.at() + " does not reach " + distance);
      }
      int index = fixUp.at() / 4;
      words[index] =
          (words[index] & ~fixUp.slot().mask())
              | fixUp.slot().place(fixUp.slot().distance(distance));
    }
    byte[] bytes = new byte[position()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (words[i / 4] >>> ((i % 4) * 8));
    }
    return bytes;
  }
}
