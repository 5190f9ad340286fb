package dev.taipan.tracer.executor;

import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All executors of a runtime by number, and the places where they start.
 *
 * <p>Readers take no lock: the array is replaced as a whole when it grows, an entry is written
 * before its number gets into any instruction. Installing, linking and invalidating go under {@code
 * lock}; invalidation happens in a stop of the world, when every thread is in the interpreter, so a
 * trace's memory may be given back at once.
 */
public final class ExecutorTable {
  private final VmLock lock = new VmLock();
  private volatile Executor[] executors = new Executor[64];
  private int next = 1;

  /** By the address of the first instruction; under the lock. */
  private final Map<Long, Executor> starts = new HashMap<>();

  /** Raised in a stop when nothing that was recorded may be used any more. */
  private final AtomicInteger age = new AtomicInteger();

  public ExecutorTable() {}

  int age() {
    return age.get();
  }

  /**
   * Takes all executors, which it counts, and recordings out of use. In a stop of the world only.
   */
  public int invalidateAll(ThreadState ts) {
    age.incrementAndGet();
    var doomed = all();
    int count = doomed.size();
    invalidate(ts, doomed);
    return count;
  }

  /** A number for an executor that is about to be made. */
  public int reserve(ThreadState ts) {
    lock.lock(ts);
    try {
      if (next == executors.length) {
        executors = java.util.Arrays.copyOf(executors, 2 * next);
      }
      return next++;
    } finally {
      lock.unlock(ts);
    }
  }

  /** The executor of a number, null if there is none any more. */
  public Executor get(int id) {
    return executors[id];
  }

  /** The valid executor that starts at an instruction, or null. */
  public Executor at(ThreadState ts, long pc) {
    lock.lock(ts);
    try {
      return starts.get(pc);
    } finally {
      lock.unlock(ts);
    }
  }

  /**
   * Puts an executor to use: at its site in the code, or behind the exit it was recorded from.
   * False if another one was there first.
   */
  public boolean install(ThreadState ts, Executor executor, Executor parent, int exit) {
    lock.lock(ts);
    try {
      if (parent != null && !parent.isValid()) {
        return false;
      }
      if (parent == null && isTaken(executor.start())) {
        return false;
      }
      executors[executor.id()] = executor;
      if (parent != null) {
        link(parent, exit, executor);
        return true;
      }
      starts.put(executor.start().pc(), executor);
      installAtSite(executor);
      return true;
    } finally {
      lock.unlock(ts);
    }
  }

  private boolean isTaken(StartPoint start) {
    return starts.containsKey(start.pc()) || Instructions.isInstrumented(start.site());
  }

  /**
   * The cache word first: it names its member, and the opcode is only a hint. The opcode is looked
   * at again until it is ours: a thread that executes the site may just be giving it another
   * member.
   */
  private static void installAtSite(Executor executor) {
    long site = executor.start().site();
    Instructions.setCache(site, 0, Instructions.fact(1, 0, executor.id()));
    int op;
    int entering;
    do {
      op = Instructions.op(site);
      entering = Op.head(op) == Op.JUMP_BACKWARD ? Op.ENTER_EXECUTOR : Op.RESUME_EXECUTOR;
    } while (!Instructions.replace(site, op, entering));
  }

  /** Makes an exit lead to an executor; nothing happens where one of them makes no machine code. */
  public void connect(ThreadState ts, Executor from, int exit, Executor to) {
    lock.lock(ts);
    try {
      if (from.isValid() && to.isValid()) {
        link(from, exit, to);
      }
    } finally {
      lock.unlock(ts);
    }
  }

  private void link(Executor from, int exit, Executor to) {
    if (to.trace().entry() != CompiledTrace.NO_ENTRY) {
      from.trace().linkExit(exit, to.trace().entry());
    }
    to.incoming().add(new Executor.Link(from, exit));
  }

  /**
   * The executor that an exit leads to, for traces that are not machine code; null if it leads
   * nowhere.
   */
  public Executor behind(ThreadState ts, Executor from, int exit) {
    lock.lock(ts);
    try {
      for (Executor candidate : executors) {
        if (candidate != null && candidate.incoming().contains(new Executor.Link(from, exit))) {
          return candidate;
        }
      }
      return null;
    } finally {
      lock.unlock(ts);
    }
  }

  /** Takes executors out of use. In a stop of the world only. */
  public void invalidate(ThreadState ts, List<Executor> doomed) {
    assert ts.world.isStoppedBy(ts) : "not in a stop";
    lock.lock(ts);
    try {
      for (Executor executor : doomed) {
        if (executor.isValid()) {
          retire(executor);
        }
      }
    } finally {
      lock.unlock(ts);
    }
  }

  private void retire(Executor executor) {
    executor.invalidate();
    for (Executor.Link link : executor.incoming()) {
      if (link.from().isValid()) {
        link.from().trace().linkExit(link.exit(), CompiledTrace.NO_ENTRY);
        link.from().cool(link.exit(), 0);
      }
    }
    executor.incoming().clear();
    if (starts.remove(executor.start().pc(), executor)) {
      long site = executor.start().site();
      boolean loop = Instructions.op(site) == Op.ENTER_EXECUTOR;
      Instructions.setCache(site, 0, 0);
      Instructions.replace(
          site, loop ? Op.ENTER_EXECUTOR : Op.RESUME_EXECUTOR, loop ? Op.JUMP_BACKWARD : Op.RESUME);
    }
    executors[executor.id()] = null;
    executor.trace().free();
  }

  /** Every executor in use. */
  public List<Executor> all() {
    List<Executor> found = new java.util.ArrayList<>();
    for (Executor executor : executors) {
      if (executor != null) {
        found.add(executor);
      }
    }
    return found;
  }

  public void trace(Visitor visitor) {
    for (Executor executor : executors) {
      if (executor != null) {
        executor.trace(visitor);
      }
    }
  }
}
