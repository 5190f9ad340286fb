package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.layout.Kind;
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
        long given = Generators.awaitable(ts, awaited);
        iterator =
            ts.runtime().kindOf(given) == Kind.COROUTINE
                ? Calls.method0(ts, ts.runtime().typeOf(given).slot(ts, Slot.AWAIT), given)
                : given;
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
