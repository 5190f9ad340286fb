package dev.taipan.optimizer.alloc;

/**
 * One 64-bit move to emit. Source and target are {@link Location}s: each a register of either class
 * or a spill slot, but never both a spill slot; the source may be CONSTANT.
 *
 * @param value the value that is moved; the constant if {@code from} is CONSTANT, NONE when the
 *     move is a step of a cycle
 */
public record Move(int from, int to, int value) {
  @Override
  public String toString() {
    return Location.toString(to) + " <- " + Location.toString(from) + " (v" + value + ")";
  }
}
