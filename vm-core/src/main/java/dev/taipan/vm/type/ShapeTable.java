package dev.taipan.vm.type;

import dev.taipan.vm.gc.ShapeInfo;
import dev.taipan.vm.gc.ShapeLookup;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.Kind;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Id to shape. Ids are handed out once and never reused, so a stale id in a cache can only miss.
 *
 * <p>Two levels, so that growth moves nothing: readers index without a lock. An entry is written
 * before its id can appear in any header, and headers are written with release or before a fence;
 * whoever reads an id there finds the entry, and a shape's fields are final.
 */
public final class ShapeTable implements ShapeLookup {
  /** Ids below this are the native kinds' own. */
  public static final int FIRST_DYNAMIC = Kind.FIRST_SHAPE_ID;

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int CHUNKS = 1 << 12;

  private final Shape[][] chunks = new Shape[CHUNKS][];

  /** Held while a chunk is added or a shape gets another behind it; nothing else is done then. */
  final ReentrantLock growth = new ReentrantLock();

  private final AtomicInteger next = new AtomicInteger(FIRST_DYNAMIC);

  public ShapeTable() {
    chunks[0] = new Shape[CHUNK];
  }

  /** The shape of a header's id. */
  public Shape get(int id) {
    return chunks[id >>> CHUNK_BITS][id & (CHUNK - 1)];
  }

  /** Makes the shape of a native kind's own id; at start-up only. */
  void define(Shape shape) {
    chunks[0][shape.id()] = shape;
  }

  /** The next id; whoever takes it publishes a shape of it. */
  int takeId() {
    int id = next.getAndIncrement();
    int chunk = id >>> CHUNK_BITS;
    if (chunk >= CHUNKS) {
      throw new IllegalStateException("out of shape ids");
    }
    if (chunks[chunk] == null) {
      addChunk(chunk);
    }
    return id;
  }

  private void addChunk(int chunk) {
    growth.lock();
    try {
      if (chunks[chunk] == null) {
        chunks[chunk] = new Shape[CHUNK];
      }
    } finally {
      growth.unlock();
    }
  }

  Shape publish(Shape shape) {
    chunks[shape.id() >>> CHUNK_BITS][shape.id() & (CHUNK - 1)] = shape;
    return shape;
  }

  /** A first shape of a class with slot storage. */
  Shape root(PyType type, int inlineSlots, int reservedSlots) {
    return publish(
        new Shape(takeId(), type.kind(), type, Shape.Storage.SLOTS, inlineSlots, reservedSlots));
  }

  /**
   * The shape of a class's instances whose attributes lie in a dict. It says nothing about inline
   * words behind the reserved ones: how many a cell has depends on when and for which class it was
   * made, and what they held is in the dict now.
   */
  Shape dict(PyType type, int reservedSlots) {
    return publish(
        new Shape(takeId(), type.kind(), type, Shape.Storage.DICT, reservedSlots, reservedSlots));
  }

  /** The shape of instances without attributes other than reserved slots. */
  Shape fixed(PyType type, int reservedSlots) {
    return publish(
        new Shape(takeId(), type.kind(), type, Shape.Storage.NONE, reservedSlots, reservedSlots));
  }

  @Override
  public ShapeInfo shapeInfo(int id) {
    return get(id);
  }

  /** Shows every class that has a shape: classes live as long as their runtime. In a stop. */
  public void trace(Visitor visitor) {
    for (int id = 1; id < next.get(); id++) {
      Shape shape = get(id);
      if (shape != null) {
        visitor.visit(shape.type().cell());
      }
    }
  }

  /** How many ids have been handed out. */
  public int size() {
    return next.get();
  }
}
