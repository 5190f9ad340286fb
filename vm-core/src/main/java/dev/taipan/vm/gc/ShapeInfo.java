package dev.taipan.vm.gc;

import dev.taipan.vm.layout.Kind;

/** What heap and collector must know about a shape whose id is at least 256. */
public interface ShapeInfo {
  /** The native layout of the shape's cells. */
  Kind kind();

  /** Inline attribute words; they follow the attribute overflow word. */
  int inlineSlots();

  /**
   * Words behind the kind's own part: the overflow word and the inline slots, or 0 where a cell of
   * this shape ends with its kind's part.
   */
  int attributeWords();

  /** Whether a dying cell of this shape must be handed to a finalizer first. */
  boolean hasFinalizer();
}
