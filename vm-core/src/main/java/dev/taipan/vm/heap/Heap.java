package dev.taipan.vm.heap;

import dev.taipan.vm.container.Characters;
import dev.taipan.vm.container.DictWatcher;
import dev.taipan.vm.container.KeyEquality;
import dev.taipan.vm.gc.Collector;
import dev.taipan.vm.gc.ShapeLookup;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.WeakHolder;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.PollBits;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.World;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap of one runtime: where cells and the blocks they own come from. Allocation never
 * collects; it may ask the thread to collect at its next poll, and at the limit it throws {@link
 * HeapFull}.
 */
public final class Heap implements AutoCloseable {
  public static final int BLOCK_BYTES = Blocks.BYTES;

  /** Allocations of this size and more go through {@link #makeRoom} first. */
  public static final long BIG = 64 * 1024;

  private static final long LEAST_TRIGGER = 32L << 20;

  /** As many threads at work have a least trigger each. */
  private static final int MOST_TRIGGERS = 8;

  private static final long LEAST_LIMIT = 4L << 20;

  /** Of the limit, what only a thread that has met a full heap may use. */
  private static final long MOST_RESERVE = 4L << 20;

  /**
   * For assertions only: which heaps exist, to tell a live cell by its address. The newest is
   * first: a test's own, where heaps that threads still use stay behind.
   */
  private static final List<Heap> HEAPS = new CopyOnWriteArrayList<>();

  public final HostTable hosts = new HostTable(this);
  public final Finalizers finalizers = new Finalizers();

  /** Weak references by target. */
  public final Weakrefs weakrefs = new Weakrefs();

  /** The strs of one character. */
  public final Characters characters = new Characters();

  public final Collector collector;

  /** What the collector knows about shapes from 256 on. */
  public final ShapeLookup shapes;

  final Blocks blocks;
  final LargeObjects large = new LargeObjects();

  private final long limit;

  /** The limit without the reserve. */
  private final long usual;

  private final long emptyKeys;
  private final long emptyItems;
  private final List<Traced> roots = new CopyOnWriteArrayList<>();
  private final List<WeakHolder> weakHolders = new CopyOnWriteArrayList<>();

  /** Bytes given out since the last collection: blocks, large objects, Java objects. */
  private final AtomicLong allocated = new AtomicLong();

  private final AtomicLong allocatedBefore = new AtomicLong();
  private final AtomicLong epoch = new AtomicLong(1);

  /** Versions of dict keys; 0 means none, so the counter ends there. */
  private final AtomicInteger keysVersions = new AtomicInteger(1);

  private volatile World world;
  private volatile SipHash stringHash = SipHash.ofSeed(0);

  /** Set once by the object model, before threads are started. */
  private volatile KeyEquality keyEquality;

  private volatile DictWatcher dictWatcher;

  private volatile boolean poison;

  /** Set in a stop. */
  private volatile long liveBytes;

  private volatile long trigger;

  /** Counts the collections that left room again; set in a stop. */
  private long reserveClosed;

  /** A heap of at most {@code limit} bytes. */
  public Heap(long limit, ShapeLookup shapes) {
    this.limit = Math.max(limit, LEAST_LIMIT);
    usual = this.limit - Math.min(MOST_RESERVE, this.limit / 16);
    this.shapes = shapes;
    blocks = reserve(this.limit);
    trigger = firstTrigger();
    collector = new Collector(this);
    emptyKeys = createEmptyKeys();
    emptyItems = LargeObjects.allocatePermanent(ListLayout.WORDS);
    Memory.putLong(emptyItems + ListLayout.CAPACITY, 0);
    roots.add(characters);
    HEAPS.addFirst(this);
  }

  private static Blocks reserve(long bytes) {
    for (long size = bytes; ; size /= 2) {
      try {
        return new Blocks(size);
      } catch (OutOfMemoryError refused) {
        if (size <= LEAST_LIMIT) {
          throw refused;
        }
      }
    }
  }

  private static long createEmptyKeys() {
    long keys = LargeObjects.allocatePermanent(KeysLayout.INDEX + KeysLayout.indexBytes(0));
    KeysLayout.initialise(keys, 0, KeysLayout.FORM_SIMPLE, 0);
    return keys;
  }

  private long firstTrigger() {
    return Math.min(LEAST_TRIGGER, limit / 4);
  }

  // ---- allocation

  /**
   * A cell with its header written and the rest undefined. Everything the layout says must be
   * initialised before the next poll, and {@link Memory#storeStoreFence} come before it escapes.
   */
  public static long allocate(ThreadState ts, int shapeId, long bytes) {
    if (bytes <= SizeClass.MAX_LINEAR) {
      int rounded = ((int) bytes + 15) & -16;
      long cursor = ts.block + ThreadLayout.CURSORS + rounded;
      long cell = Memory.getLong(cursor);
      long end = cell + rounded;
      if (end <= Memory.getLong(cursor + ThreadLayout.CURSOR_LIMIT)) {
        Memory.putLong(cursor, end);
        Memory.putLong(cell, shapeId | Memory.getLong(ts.block + ThreadLayout.NEW_HEADER));
        return cell;
      }
    }
    return ts.local.allocate(shapeId, bytes);
  }

  /** A cell of an exact builtin type. */
  public static long allocate(ThreadState ts, Kind kind, long bytes) {
    return allocate(ts, kind.id, bytes);
  }

  /** An owned block of undefined content, at least 16 bytes, 16-byte aligned. */
  public static long allocateBlock(ThreadState ts, long bytes) {
    if (bytes <= SizeClass.MAX_LINEAR) {
      int rounded = ((int) bytes + 15) & -16;
      long cursor =
          ts.block + ThreadLayout.CURSORS + SizeClass.RAW * ThreadLayout.CURSOR_BYTES + rounded;
      long block = Memory.getLong(cursor);
      long end = block + rounded;
      if (end <= Memory.getLong(cursor + ThreadLayout.CURSOR_LIMIT)) {
        Memory.putLong(cursor, end);
        return block;
      }
    }
    return ts.local.allocateBlock(bytes);
  }

  /**
   * An owned block was unlinked from its owner: it is given back when every attached thread has
   * passed a poll. Shared empty blocks are ignored.
   */
  public void retire(ThreadState ts, long block) {
    if (block == 0 || block == emptyKeys || block == emptyItems) {
      return;
    }
    ts.local.retire(block, blockBytes(block));
  }

  /** May poll: before a big allocation, collects if it would not fit otherwise. */
  public void makeRoom(ThreadState ts, long bytes) {
    if (bytes >= BIG && (usedBytes() + bytes > usual || allocated.get() + bytes > trigger)) {
      if (allocated.get() > trigger / 8) {
        collector.collect(ts);
      }
    }
  }

  long blockBytes(long address) {
    if (!blocks.contains(address)) {
      return LargeObjects.size(address);
    }
    return SizeClass.bytes(blocks.classOf((int) ((address - blocks.base) >>> Blocks.SHIFT)));
  }

  long allocateLarge(ThreadState ts, long bytes, boolean raw) {
    if (usedBytes() + bytes > limit(ts)) {
      ts.setPollBits(PollBits.COLLECT);
      throw HeapFull.SIGNAL;
    }
    noteAllocated(ts, bytes);
    return large.allocate(bytes, raw);
  }

  /** A block for a thread to sweep and allocate in. */
  int takeBlock(ThreadState ts, int sizeClass) {
    int block = blocks.takeToSweep(sizeClass);
    if (block < 0) {
      long small = Math.min(limit(ts) - large.bytes(), blocks.size);
      block = blocks.takeEmpty(sizeClass, (int) Math.max(0, small >>> Blocks.SHIFT));
      if (block < 0) {
        ts.setPollBits(PollBits.COLLECT);
        throw HeapFull.SIGNAL;
      }
    }
    noteAllocated(ts, BLOCK_BYTES - (long) blocks.liveCells(block) * SizeClass.bytes(sizeClass));
    return block;
  }

  /** Lets a thread that has met a full heap use the reserve until a collection leaves room. */
  public void openReserve(ThreadState ts) {
    ts.local.reserveOpen = reserveClosed;
    ts.setPollBits(PollBits.COLLECT);
  }

  /** Has a thread whose reserve is open collect at its next poll. */
  public void remindOfReserve(ThreadState ts) {
    if (ts.local.reserveOpen == reserveClosed) {
      ts.setPollBits(PollBits.COLLECT);
    }
  }

  /** May poll: before something that cannot collect needs memory, as a new thread does. */
  public void makeRoomIfFull(ThreadState ts) {
    if (usedBytes() > usual - limit / 16) {
      collector.collect(ts);
    }
  }

  private long limit(ThreadState ts) {
    return ts.local.reserveOpen == reserveClosed ? limit : usual;
  }

  /** Counts bytes towards the next collection; also those of Java objects and raw memory. */
  public void noteAllocated(ThreadState ts, long bytes) {
    if (allocated.addAndGet(bytes) > trigger) {
      ts.setPollBits(PollBits.COLLECT);
    }
  }

  void noteGivenBack(long bytes) {
    allocated.addAndGet(-bytes);
  }

  /** The item array that empty lists share. */
  public long emptyItems() {
    return emptyItems;
  }

  /** The keys that empty dicts share. */
  public long emptyKeys() {
    return emptyKeys;
  }

  /** A version for dict keys that was never given before; 0 when they have run out. */
  public int newKeysVersion() {
    int version = keysVersions.getAndUpdate(v -> v == 0 ? 0 : v + 1);
    return version;
  }

  // ---- hashing

  /** The hash of str and bytes; set before the first string is hashed. */
  public SipHash stringHash() {
    return stringHash;
  }

  public void setStringHash(SipHash hash) {
    stringHash = hash;
  }

  /** Who holds values of dicts as constants; asked only for dicts that it has had marked. */
  public DictWatcher dictWatcher() {
    return dictWatcher;
  }

  public void setDictWatcher(DictWatcher watcher) {
    dictWatcher = watcher;
  }

  /** Hash and equality of keys that need Python code. */
  public KeyEquality keyEquality() {
    return keyEquality;
  }

  public void setKeyEquality(KeyEquality equality) {
    keyEquality = equality;
  }

  // ---- epochs

  long epoch() {
    return epoch.get();
  }

  void advanceEpoch() {
    epoch.incrementAndGet();
  }

  // ---- roots

  /** Something whose words are always alive. */
  public void addRoot(Traced root) {
    roots.add(root);
  }

  public void removeRoot(Traced root) {
    roots.remove(root);
  }

  public void addWeakHolder(WeakHolder holder) {
    weakHolders.add(holder);
  }

  public void removeWeakHolder(WeakHolder holder) {
    weakHolders.remove(holder);
  }

  public List<Traced> roots() {
    return roots;
  }

  public List<WeakHolder> weakHolders() {
    return weakHolders;
  }

  // ---- the collector's side

  public World world() {
    return world;
  }

  /** Once, by the world that is created on this heap. */
  public void setWorld(World world) {
    this.world = world;
  }

  /** Whether enough was allocated since the last collection. */
  public boolean isDue() {
    return allocated.get() > trigger || usedBytes() > usual - limit / 16;
  }

  public void setPoison(boolean on) {
    poison = on;
  }

  /** What marking works on. */
  public HeapMarks marks() {
    return new HeapMarks(this);
  }

  /**
   * Each thread at work has as much to allocate as one alone has: a collection takes the same time
   * for two, and would come twice as often.
   */
  private long leastTrigger() {
    return Math.min(
        firstTrigger() * world.threadsAtWork(MOST_TRIGGERS), firstTrigger() + limit / 16);
  }

  void endCollection(long live) {
    liveBytes = live;
    allocatedBefore.addAndGet(allocated.getAndSet(0));
    long used = Math.max(live, usedBytes());
    // Near the limit, garbage must be found before the limit is.
    trigger =
        Math.min(
            Math.max(leastTrigger(), Math.min(live, (limit - live) / 2)),
            Math.max(limit / 64, (usual - used) / 2));
    if (used < usual - limit / 16) {
      reserveClosed++;
    }
    if (poison) {
      blocks.poison();
    }
  }

  // ---- figures

  public long limit() {
    return limit;
  }

  /** Bytes taken from the system that a collection could give back at best in part. */
  public long usedBytes() {
    return ((long) blocks.used() << Blocks.SHIFT) + large.bytes();
  }

  /** Bytes that the last collection found alive. */
  public long liveBytes() {
    return liveBytes;
  }

  public long allocatedSinceCollection() {
    return allocated.get();
  }

  public long allocatedInAll() {
    return allocatedBefore.get() + allocated.get();
  }

  // ---- assertions

  /** Whether this is the address of a cell with this native layout in some heap. */
  public static boolean isLiveCell(long cell, Kind kind) {
    Heap heap = holding(cell);
    if (heap == null) {
      return false;
    }
    int id = Memory.getInt(cell);
    if (id <= 0) {
      return false;
    }
    Kind found = id < Kind.FIRST_SHAPE_ID ? Kind.ofId(id) : heap.shapes.shapeInfo(id).kind();
    return found == kind;
  }

  /** A cell as text for messages of internal faults; reads it only if it is in a heap. */
  public static String describeCell(long cell) {
    Heap heap = holding(cell);
    if (heap == null) {
      return Word.describe(cell) + " (no cell)";
    }
    int id = Memory.getInt(cell);
    Kind kind = Kind.ofId(id);
    return Word.describe(cell) + (kind == null ? " of shape " + id : " " + kind);
  }

  private static Heap holding(long cell) {
    if (!Word.isCell(cell) || (cell & 15) != 0) {
      return null;
    }
    for (Heap heap : HEAPS) {
      boolean small = heap.blocks.contains(cell);
      if (small ? heap.blocks.isCellStart(cell) : heap.large.isCell(cell)) {
        return heap;
      }
    }
    return null;
  }

  /** Gives all memory back. No thread may be attached, now or later. */
  @Override
  public void close() {
    HEAPS.remove(this);
    collector.close();
    large.close();
    LargeObjects.freePermanent(emptyKeys);
    LargeObjects.freePermanent(emptyItems);
    blocks.close();
  }
}
