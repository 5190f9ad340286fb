package dev.taipan.vm.heap;

import dev.taipan.vm.container.KeyEquality;
import dev.taipan.vm.container.Keys;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.ShapeInfo;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A heap with a world and one attached thread, for tests; closes everything. */
public final class TestWorld implements AutoCloseable {
  public static final long LIMIT = 64L << 20;

  /** A shape for tests; with -1 slots its cells end with their kind's part. */
  public record TestShape(Kind kind, int inlineSlots, boolean hasFinalizer) implements ShapeInfo {
    @Override
    public int attributeWords() {
      return inlineSlots < 0 ? 0 : 1 + inlineSlots;
    }
  }

  public final Heap heap;
  public final World world;
  public final ThreadState ts;
  private final List<TestShape> shapes = new ArrayList<>();

  public TestWorld() {
    this(LIMIT);
  }

  public TestWorld(long limit) {
    heap = new Heap(limit, id -> shapes.get(id - Kind.FIRST_SHAPE_ID));
    world = new World(heap);
    heap.setKeyEquality(new TupleEquality());
    ts = world.newThread("main", 1 << 20);
    ts.attach();
  }

  /** Starts an attached thread; the first that a thread throws goes to {@code fault}. */
  public Thread start(String name, AtomicReference<Throwable> fault, Consumer<ThreadState> body) {
    ThreadState other = world.newThread(name, 1 << 20);
    Thread thread =
        new Thread(
            () -> {
              other.attach();
              try {
                body.accept(other);
              } catch (Throwable e) {
                fault.compareAndSet(null, e);
              } finally {
                world.exit(other);
              }
            });
    thread.start();
    return thread;
  }

  /** A new shape; gives its id. */
  public int shape(Kind kind, int slots) {
    shapes.add(new TestShape(kind, slots, false));
    return Kind.FIRST_SHAPE_ID + shapes.size() - 1;
  }

  public long str(String text) {
    return Strings.fromJava(ts, text);
  }

  /** Tuples of one simple item are equal by their item: the keys that need "Python code". */
  private static final class TupleEquality implements KeyEquality {
    @Override
    public long hash(ThreadState ts, long key) {
      return 31 + Keys.hash(ts, TupleLayout.get(key, 0));
    }

    @Override
    public boolean equal(ThreadState ts, long stored, long key) {
      ts.mayPoll();
      ts.poll();
      return Cells.is(stored, Kind.TUPLE)
          && Cells.is(key, Kind.TUPLE)
          && (TupleLayout.get(stored, 0) == TupleLayout.get(key, 0));
    }
  }

  @Override
  public void close() {
    world.exit(ts);
    if (!world.threads().isEmpty()) {
      throw new AssertionError("threads left: " + world.threads());
    }
    heap.close();
  }
}
