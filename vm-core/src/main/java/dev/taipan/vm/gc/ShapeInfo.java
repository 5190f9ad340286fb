package dev.taipan.vm.gc;

import dev.taipan.vm.layout.Kind;

/** What heap and collector must know about a shape whose id is at least 256. */
public interface ShapeInfo {
  /** The native layout of the shape's cells. */
  Kind kind();

  /** Inline attribute words; they follow the attribute overflow word. */
  int inlineSlots();

  /** Whether a dying cell of this shape must be handed to a finalizer first. */
  boolean hasFinalizer();
}
