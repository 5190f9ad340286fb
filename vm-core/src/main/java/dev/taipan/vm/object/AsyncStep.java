package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;

/**
 * One awaitable step of an asynchronous generator: {@code asend}, {@code athrow} or {@code aclose}.
 * Its state is changed by the thread that drives it.
 */
public final class AsyncStep extends HostObject {
  /** What the step does. */
  public enum Mode {
    SEND,
    THROW,
    CLOSE
  }

  /** How far it is. */
  public enum State {
    CREATED,
    STARTED,
    CLOSED
  }

  private final Mode mode;
  private final long generator;
  private final long first;
  private final long second;
  private final long third;
  private volatile State state = State.CREATED;

  public AsyncStep(Mode mode, long generator, long first, long second, long third) {
    this.mode = mode;
    this.generator = generator;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  public Mode mode() {
    return mode;
  }

  public long generator() {
    return generator;
  }

  /** The value to send or the exception's type. */
  public long first() {
    return first;
  }

  /** The exception's value or EMPTY. */
  public long second() {
    return second;
  }

  /** The exception's traceback or EMPTY. */
  public long third() {
    return third;
  }

  public State state() {
    return state;
  }

  public void setState(State state) {
    this.state = state;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(generator);
    visitor.visit(first);
    visitor.visit(second);
    visitor.visit(third);
  }
}
