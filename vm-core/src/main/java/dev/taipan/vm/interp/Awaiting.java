package dev.taipan.vm.interp;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;

/** What {@code await}, {@code async for} and {@code async with} ask of objects. */
final class Awaiting {
  private static final int AFTER_ENTER = 1;
  private static final int AFTER_EXIT = 2;

  private Awaiting() {}

  /** The iterator behind an awaitable. */
  static long awaitable(ThreadState ts, long value, int after) {
    if (GeneratorHandlers.isCoroutine(ts, value)) {
      if (Generators.delegateOf(value) != 0) {
        throw Errors.runtimeError(ts, "coroutine is being awaited already");
      }
      return value;
    }
    PyType type = ts.runtime().typeOf(value);
    long method = type.slot(ts, Slot.AWAIT);
    if (method == 0) {
      throw notAwaitable(ts, type, after);
    }
    long iterator = Calls.method0(ts, method, value);
    PyType result = ts.runtime().typeOf(iterator);
    if (GeneratorHandlers.isCoroutine(ts, iterator)) {
      throw Errors.typeError(ts, "__await__() returned a coroutine");
    }
    if (result.slot(ts, Slot.NEXT) == 0) {
      throw Errors.typeError(ts, "__await__() returned non-iterator of type '%s'", result.name());
    }
    return iterator;
  }

  private static RuntimeException notAwaitable(ThreadState ts, PyType type, int after) {
    if (after == AFTER_ENTER || after == AFTER_EXIT) {
      return Errors.typeError(
          ts,
          "'async with' received an object from %s that does not implement __await__: %s",
          after == AFTER_ENTER ? "__aenter__" : "__aexit__",
          type.name());
    }
    return Errors.typeError(ts, "object %s can't be used in 'await' expression", type.name());
  }

  static long asyncIterator(ThreadState ts, long value) {
    PyType type = ts.runtime().typeOf(value);
    long method = type.slot(ts, Slot.AITER);
    if (method == 0) {
      throw Errors.typeError(
          ts, "'async for' requires an object with __aiter__ method, got %s", type.name());
    }
    long iterator = Calls.method0(ts, method, value);
    PyType result = ts.runtime().typeOf(iterator);
    if (result.slot(ts, Slot.ANEXT) == 0) {
      throw Errors.typeError(
          ts,
          "'async for' received an object from __aiter__ that does not implement __anext__: %s",
          result.name());
    }
    return iterator;
  }

  static long asyncNext(ThreadState ts, long iterator) {
    PyType type = ts.runtime().typeOf(iterator);
    long method = type.slot(ts, Slot.ANEXT);
    if (method == 0) {
      throw Errors.typeError(
          ts, "'async for' requires an iterator with __anext__ method, got %s", type.name());
    }
    long awaited = Calls.method0(ts, method, iterator);
    int mark = ts.rootMark();
    ts.root(awaited);
    try {
      return awaitable(ts, awaited, 0);
    } catch (Raised signal) {
      throw invalidNext(ts, awaited);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whatever goes wrong with what {@code __anext__} gave is the cause of a TypeError. */
  private static Raised invalidNext(ThreadState ts, long awaited) {
    long cause = ts.takePending();
    ts.root(cause);
    Raised raised =
        Errors.typeError(
            ts,
            "'async for' received an invalid object from __anext__: %s",
            ts.runtime().typeOf(awaited).name());
    PyException error = Hosts.get(ts, ts.pending(), PyException.class);
    error.setCause(cause);
    error.setContext(cause);
    error.setSuppressContext(true);
    return raised;
  }
}
