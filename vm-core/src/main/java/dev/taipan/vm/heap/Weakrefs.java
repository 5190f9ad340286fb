package dev.taipan.vm.heap;

import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.gc.WeakHolder;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import dev.taipan.vm.value.Word;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;

/**
 * Which weak references a cell has, newest first: lists linked through the references themselves,
 * so that a target costs one entry here. Neither side is kept alive; a collection drops what died
 * and what it cleared. Each stripe is guarded by its lock, or by the stop.
 */
public final class Weakrefs implements WeakHolder {
  private static final int STRIPES = 16;

  /** Targets with an address of one kind, and the first weak reference of each. */
  private static final class Stripe {
    final VmLock lock = new VmLock();
    final Map<Long, Long> first = new HashMap<>();
  }

  private final Stripe[] stripes = new Stripe[STRIPES];

  Weakrefs() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  private Stripe stripe(long target) {
    return stripes[(int) (target >>> 5) & (STRIPES - 1)];
  }

  /**
   * A weak reference to the target that the test accepts, else the one that is made and entered.
   */
  public long findOrAdd(ThreadState ts, long target, LongPredicate accepts, LongSupplier maker) {
    Stripe stripe = stripe(target);
    stripe.lock.lock(ts);
    try {
      long head = stripe.first.getOrDefault(target, 0L);
      for (long ref = head; ref != 0; ref = WeakrefLayout.next(ref)) {
        if (accepts.test(ref)) {
          return ref;
        }
      }
      long made = maker.getAsLong();
      WeakrefLayout.setNext(made, head);
      stripe.first.put(target, made);
      return made;
    } finally {
      stripe.lock.unlock(ts);
    }
  }

  /** Shows the weak references to a target, newest first; the action must neither poll nor lock. */
  public void forEach(ThreadState ts, long target, LongConsumer action) {
    Stripe stripe = stripe(target);
    stripe.lock.lock(ts);
    try {
      long ref = stripe.first.getOrDefault(target, 0L);
      for (; ref != 0; ref = WeakrefLayout.next(ref)) {
        if (WeakrefLayout.target(ref) != Word.EMPTY) {
          action.accept(ref);
        }
      }
    } finally {
      stripe.lock.unlock(ts);
    }
  }

  /** After marking: the live references to dead targets are cleared, their callbacks queued. */
  public void clearTargets(HeapMarks marks) {
    for (Stripe stripe : stripes) {
      stripe.first.forEach(
          (target, first) -> {
            if (!marks.isLive(target)) {
              clear(target, first, marks);
            }
          });
    }
  }

  private static void clear(long target, long first, HeapMarks marks) {
    for (long ref = first; ref != 0; ref = WeakrefLayout.next(ref)) {
      if (marks.isLive(ref) && WeakrefLayout.target(ref) == target) {
        WeakrefLayout.setTarget(ref, Word.EMPTY);
        if (WeakrefLayout.callback(ref) != Word.EMPTY) {
          marks.addCallback(ref);
        }
      }
    }
  }

  @Override
  public void clearDead(Liveness liveness) {
    for (Stripe stripe : stripes) {
      Iterator<Map.Entry<Long, Long>> entries = stripe.first.entrySet().iterator();
      while (entries.hasNext()) {
        Map.Entry<Long, Long> entry = entries.next();
        long first = relink(entry.getKey(), entry.getValue(), liveness);
        if (first == 0) {
          entries.remove();
        } else if (first != entry.getValue()) {
          entry.setValue(first);
        }
      }
    }
  }

  /** Takes out of a list what died or was cleared; gives its new first member or 0. */
  private static long relink(long target, long head, Liveness liveness) {
    long first = 0;
    long last = 0;
    for (long ref = head; ref != 0; ref = WeakrefLayout.next(ref)) {
      if (!liveness.isLive(ref) || WeakrefLayout.target(ref) != target) {
        continue;
      }
      if (last == 0) {
        first = ref;
      } else {
        WeakrefLayout.setNext(last, ref);
      }
      last = ref;
    }
    if (last != 0) {
      WeakrefLayout.setNext(last, 0);
    }
    return first;
  }
}
