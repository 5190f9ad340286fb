package dev.taipan.vm.gc;

/** From a shape id to its description; read by marking threads without a lock. */
public interface ShapeLookup {
  /** The shape with this id, which is at least 256 and was handed out. */
  ShapeInfo shapeInfo(int id);
}
