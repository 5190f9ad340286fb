package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.HeapMarks;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.PauseHistogram;
import dev.taipan.vm.thread.PollBits;
import dev.taipan.vm.thread.ThreadState;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Stop-the-world mark and sweep, non-moving. In the stop: take the threads' runs back, mark from
 * the roots, clear weak references to what died, queue and revive what has a finalizer, end host
 * entries, list blocks by what is left in them. Sweeping is left to allocation.
 */
public final class Collector {
  /** Below this many live bytes one thread marks faster than several. */
  private static final long PARALLEL_BYTES = 8L << 20;

  /** Durations of collections inside their stop. */
  public final PauseHistogram durations = new PauseHistogram();

  private final Heap heap;
  private MarkTeam team;

  /** Written in a stop. */
  private volatile long collections;

  /** Which dead cells to count, null for none; used in a stop only. */
  private Predicate<Kind> deadWanted;

  private long deadFound;

  /** Made when it is first asked for, in a stop. */
  private KeptGarbage kept;

  public Collector(Heap heap) {
    this.heap = heap;
  }

  /** Collections so far. */
  public long collections() {
    return collections;
  }

  /** Collects now; may poll. */
  public void collect(ThreadState ts) {
    heap.world().stop(ts, this::run);
  }

  /** Collects if enough was allocated since the last collection; may poll. */
  public void collectIfDue(ThreadState ts) {
    if (heap.isDue()) {
      heap.world().stop(ts, this::runIfDue);
    }
  }

  /** Collects, then shows every live cell that no thread hides in the same stop; may poll. */
  public void forEachCell(ThreadState ts, HeapMarks.CellVisitor visitor) {
    heap.world()
        .stop(
            ts,
            () -> {
              run();
              team.marks.forEachCell(shown(visitor));
            });
  }

  /** A visitor that is shown no hidden cell; there is seldom one. In a stop. */
  private HeapMarks.CellVisitor shown(HeapMarks.CellVisitor visitor) {
    Set<Long> hidden = new HashSet<>();
    for (ThreadState thread : heap.world().threads()) {
      thread.forEachHidden(hidden::add);
    }
    if (hidden.isEmpty()) {
      return visitor;
    }
    return cell -> {
      if (!hidden.contains(cell)) {
        visitor.cell(cell);
      }
    };
  }

  /**
   * Collects now and counts the cells found dead whose kind the test accepts, those included that
   * an earlier collection left unswept; may poll.
   */
  public long collectAndCount(ThreadState ts, Predicate<Kind> wanted) {
    long[] found = new long[1];
    heap.world()
        .stop(
            ts,
            () -> {
              deadWanted = wanted;
              run();
              deadWanted = null;
              found[0] = deadFound;
            });
    return found[0];
  }

  /**
   * From now on collections keep what they find dead of these kinds if counting references would
   * not have freed it, for {@link #takeKept}; null ends that. What died before is not kept. May
   * poll.
   */
  public void keepGarbage(ThreadState ts, Predicate<Kind> wanted) {
    heap.world()
        .stop(
            ts,
            () -> {
              kept = kept == null ? new KeptGarbage(heap) : kept;
              deadWanted = kind -> false;
              run();
              deadWanted = null;
              kept.setWanted(wanted);
            });
  }

  /** Whether collections keep garbage. */
  public boolean keepsGarbage() {
    return kept != null && kept.isOn();
  }

  /** Hands over what was kept, in a stop: it must be stored before the next poll. May poll. */
  public void takeKept(ThreadState ts, LongConsumer receiver) {
    heap.world()
        .stop(
            ts,
            () -> {
              if (kept != null) {
                kept.take(receiver);
              }
            });
  }

  private void runIfDue() {
    if (heap.isDue()) {
      run();
    }
  }

  private void run() {
    long start = System.nanoTime();
    if (team == null) {
      team = new MarkTeam(heap);
    }
    HeapMarks marks = team.marks;
    long number = collections + 1;
    boolean keeping = keepsGarbage();
    if (keeping) {
      marks.clearUnswept();
    }
    marks.begin(number);
    team.begin(heap.liveBytes() >= PARALLEL_BYTES);
    Visitor visitor = team.first();
    heap.world().trace(visitor);
    heap.finalizers.trace(visitor);
    for (Traced root : heap.roots()) {
      root.trace(visitor);
    }
    if (kept != null) {
      kept.trace(visitor);
    }
    team.drain();
    clearWeakrefs();
    if (keeping) {
      kept.find();
    }
    if (marks.queueDead() || keeping) {
      revive(visitor);
    }
    heap.weakrefs.clearDead(marks);
    heap.finalizers.clearDead(marks);
    for (WeakHolder holder : heap.weakHolders()) {
      holder.clearDead(marks);
    }
    if (deadWanted != null || keeping) {
      deadFound = marks.countDead(deadWanted == null ? kind -> false : deadWanted);
    }
    marks.end();
    collections = number;
    if (heap.finalizers.isPending()) {
      heap.world().setPollBits(PollBits.FINALIZE);
    }
    heap.world().renewTokens();
    durations.record(System.nanoTime() - start);
  }

  /** What was found dead and lives on: it waits for its finalizer, or it is kept. */
  private void revive(Visitor visitor) {
    heap.finalizers.trace(visitor);
    if (kept != null) {
      kept.trace(visitor);
    }
    team.drain();
    clearWeakrefs();
  }

  /**
   * By target first, because a target's callbacks are called newest first; then the unlisted ones.
   */
  private void clearWeakrefs() {
    heap.weakrefs.clearTargets(team.marks);
    team.clearWeakrefs();
  }

  /** Ends the marking threads. */
  public void close() {
    if (team != null) {
      team.close();
    }
  }
}
