package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;

/** What {@code anext(iterator, default)} gives. */
public final class AnextAwaitable extends HostObject {
  private final long awaited;
  private final long fallback;

  /** The iterator that the awaited object gave, EMPTY before the first step. */
  private volatile long iterator;

  private AnextAwaitable(long awaited, long fallback) {
    this.awaited = awaited;
    this.fallback = fallback;
  }

  public static long create(ThreadState ts, long awaited, long fallback) {
    return Hosts.create(
        ts, ts.runtime().types().named("anext_awaitable"), new AnextAwaitable(awaited, fallback));
  }

  /** One step by a method of the iterator; the end of the asynchronous iterator is the default. */
  public long step(ThreadState ts, String method, long... arguments) {
    try {
      if (iterator == 0L) {
        long await = ts.runtime().typeOf(awaited).slot(ts, Slot.AWAIT);
        if (await == 0L) {
          throw Errors.typeError(
              ts,
              "object %s can't be used in 'await' expression",
              ts.runtime().typeOf(awaited).name());
        }
        iterator = Calls.method0(ts, await, awaited);
      }
      return Calls.named(ts, iterator, method, arguments);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopAsyncIteration);
      throw Errors.raiseWith(ts, Exc.StopIteration, fallback);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(awaited);
    visitor.visit(fallback);
    visitor.visit(iterator);
  }
}
