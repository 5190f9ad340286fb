package dev.taipan.stdlib.iter;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import dev.taipan.vm.value.Word;

/**
 * What product, combinations and permutations share: numbers of items that go from one choice to
 * the next. A step runs no Python code and is taken under the lock, so threads that share one get
 * every choice once.
 */
abstract class Selection extends HostObject {
  private final VmLock lock = new VmLock();

  /** Guarded by the lock, as is what subclasses keep to step on. */
  final int[] indices;

  private boolean started;
  private boolean ended;

  /**
   * @param impossible whether there is no choice at all
   */
  Selection(int[] indices, boolean impossible) {
    this.indices = indices;
    this.ended = impossible;
  }

  /** Goes to the next choice; false after the last. */
  abstract boolean advance();

  /** The item that stands at a place of the current choice. */
  abstract long item(int place, int index);

  @Override
  public abstract void trace(Visitor visitor);

  /** How many items a choice has; the first so many indices name them. */
  int places() {
    return indices.length;
  }

  /** The next choice as a tuple, or EMPTY. */
  final long next(ThreadState ts) {
    int[] now = null;
    lock.lock(ts);
    if (!ended) {
      if (started) {
        ended = !advance();
      }
      started = true;
      if (!ended) {
        now = indices.clone();
      }
    }
    lock.unlock(ts);
    return now == null ? Word.EMPTY : tuple(ts, now);
  }

  private long tuple(ThreadState ts, int[] now) {
    long[] words = new long[places()];
    for (int i = 0; i < words.length; i++) {
      words[i] = item(i, now[i]);
    }
    return Tuples.of(ts, words);
  }

  /** Whether the end was reached. */
  final boolean ended(ThreadState ts) {
    lock.lock(ts);
    boolean now = ended;
    lock.unlock(ts);
    return now;
  }

  /** The indices of the choice given last as a tuple of ints; EMPTY if none was given yet. */
  final long state(ThreadState ts) {
    lock.lock(ts);
    int[] now = started ? indices.clone() : null;
    lock.unlock(ts);
    return now == null ? Word.EMPTY : numbers(ts, now);
  }

  static long numbers(ThreadState ts, int[] values) {
    long[] words = new long[values.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = Ints.of(ts, values[i]);
    }
    return Tuples.of(ts, words);
  }

  /** Numbers of a tuple, each held between 0 and the limit of its place. */
  static int[] numbers(ThreadState ts, long tuple, java.util.function.IntUnaryOperator limit) {
    int[] values = new int[Tuples.length(tuple)];
    for (int i = 0; i < values.length; i++) {
      long value = Numbers.asJavaLong(ts, Tuples.get(tuple, i));
      values[i] = (int) Math.max(0, Math.min(value, limit.applyAsInt(i)));
    }
    return values;
  }

  /** Goes on behind the choice with these indices. */
  final void restore(ThreadState ts, int[] values) {
    lock.lock(ts);
    System.arraycopy(values, 0, indices, 0, indices.length);
    started = true;
    lock.unlock(ts);
  }
}
