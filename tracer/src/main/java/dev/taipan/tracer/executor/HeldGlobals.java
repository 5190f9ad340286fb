package dev.taipan.tracer.executor;

import dev.taipan.vm.container.DictWatcher;
import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Globals that traces hold as constants.
 *
 * <p>A value is noted under its dict's lock, and a write asks under the same lock, so no write
 * slips in between. The writer then stops the world: every thread is out of its traces, those that
 * hold the value are taken out of use, and only after that does the write happen. A thread that
 * runs a trace sees the old value before the stop and never after it.
 *
 * <p>A global that was given up {@link #PATIENCE} times is a variable from then on.
 */
public final class HeldGlobals implements DictWatcher {
  private static final int PATIENCE = 8;

  /** For the test that shows that invalidation is needed. */
  private static final boolean PLANTED_FAULT = Boolean.getBoolean("taipan.test.noInvalidation");

  /**
   * One name in one dict; {@code held} and {@code dependents} change under the dict's lock or in a
   * stop.
   */
  private static final class Place {
    private final long key;
    private volatile boolean held;
    private volatile int released;

    /** Several recorders may add at once; emptied in a stop. */
    private final Queue<Dependency> dependents = new ConcurrentLinkedQueue<>();

    Place(long key) {
      this.key = key;
    }
  }

  private final Map<Long, Map<Long, Place>> places = new ConcurrentHashMap<>();
  private final ExecutorTable executors;
  private final AtomicLong invalidated = new AtomicLong();

  public HeldGlobals(ExecutorTable executors) {
    this.executors = executors;
  }

  /**
   * The value of a global as a constant that the recording depends on; EMPTY where it is better
   * loaded each time.
   */
  public long hold(ThreadState ts, long dict, long key, Dependency dependency) {
    Place place = place(dict, key);
    if (place.released >= PATIENCE || !Dicts.isExact(dict)) {
      return Word.EMPTY;
    }
    long value = Dicts.hold(ts, dict, key);
    if (value != Word.EMPTY) {
      // Attached, so no release can run between the note and this.
      place.dependents.add(dependency);
    }
    return value;
  }

  private Place place(long dict, long key) {
    return places
        .computeIfAbsent(dict, d -> new ConcurrentHashMap<>())
        .computeIfAbsent(key, Place::new);
  }

  @Override
  public void note(long dict, long key) {
    place(dict, key).held = true;
  }

  @Override
  public boolean holds(long dict, long key) {
    return !held(dict, key).isEmpty();
  }

  /** The held places of a key, of all keys for EMPTY. */
  private List<Place> held(long dict, long key) {
    List<Place> found = new ArrayList<>();
    for (Place place : places.getOrDefault(dict, Map.of()).values()) {
      if (place.held && (key == Word.EMPTY || isSame(place.key, key))) {
        found.add(place);
      }
    }
    return found;
  }

  /** Held keys are interned; another str may have the same characters. */
  private static boolean isSame(long held, long key) {
    return held == key
        || Cells.is(key, Kind.STR) && !StrLayout.isInterned(key) && Strings.equal(held, key);
  }

  @Override
  public void release(ThreadState ts, long dict, long key) {
    ts.world.stop(ts, () -> releaseStopped(ts, dict, key));
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written in stops only: one writer
  private void releaseStopped(ThreadState ts, long dict, long key) {
    List<Executor> doomed = new ArrayList<>();
    for (Place place : held(dict, key)) {
      place.held = false;
      place.released++;
      for (Dependency dependency : place.dependents) {
        dependency.markBroken();
        if (dependency.executor() != null && dependency.executor().isValid()) {
          doomed.add(dependency.executor());
        }
      }
      place.dependents.clear();
    }
    if (!PLANTED_FAULT) {
      invalidated.addAndGet(doomed.size());
      executors.invalidate(ts, doomed);
    }
  }

  /** How many executors were taken out of use. */
  public long invalidated() {
    return invalidated.get();
  }
}
