package dev.taipan.tracer.executor;

import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.vm.gc.Visitor;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled trace in use. Immutable but for its exits' counters (plain stores that may get lost: a
 * heuristic) and for links and validity, which change under the table's lock.
 */
public final class Executor {
  private final int id;
  private final CompiledTrace trace;
  private final StartPoint start;
  private final ExitPoint[] exits;
  private final long[] roots;
  private final int depth;
  private final int[] hits;

  /** Set once, in a stop of the world, when the executor must not be entered any more. */
  private volatile boolean invalid;

  /** Exits of other executors that lead here; under the table's lock. */
  private final List<Link> incoming = new ArrayList<>();

  /** An exit that leads to another executor. */
  record Link(Executor from, int exit) {}

  /**
   * @param roots the words that the code holds: constants and code objects
   * @param depth how many exits lie between the root trace and this one
   */
  public Executor(
      int id, CompiledTrace trace, StartPoint start, ExitPoint[] exits, long[] roots, int depth) {
    this.id = id;
    this.trace = trace;
    this.start = start;
    this.exits = exits;
    this.roots = roots;
    this.depth = depth;
    this.hits = new int[exits.length];
  }

  public int id() {
    return id;
  }

  public CompiledTrace trace() {
    return trace;
  }

  /** Where it starts. */
  public StartPoint start() {
    return start;
  }

  public ExitPoint exit(int number) {
    return exits[number];
  }

  public int exitCount() {
    return exits.length;
  }

  public int depth() {
    return depth;
  }

  public boolean isValid() {
    return !invalid;
  }

  void invalidate() {
    invalid = true;
  }

  List<Link> incoming() {
    return incoming;
  }

  /** Counts that the exit was taken to the interpreter; true each time the threshold is reached. */
  public boolean hit(int exit, int threshold) {
    int count = ++hits[exit];
    if (count < threshold) {
      return false;
    }
    hits[exit] = 0;
    return true;
  }

  /** Makes an exit wait longer before it fires again: nothing came of it. */
  public void cool(int exit, int by) {
    hits[exit] = -by;
  }

  void trace(Visitor visitor) {
    for (long root : roots) {
      visitor.visit(root);
    }
  }
}
