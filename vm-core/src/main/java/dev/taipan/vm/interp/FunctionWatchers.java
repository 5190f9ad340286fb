package dev.taipan.vm.interp;

import dev.taipan.vm.interp.FunctionWatcher.Event;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The watchers of a runtime's functions. While there are none, making a function costs one look at
 * an empty list; the death of functions is noticed only if there is one, because each of them must
 * then be handed over like an object with a {@code __del__}.
 */
public final class FunctionWatchers {
  private final List<FunctionWatcher> watchers = new CopyOnWriteArrayList<>();

  /** Made with the runtime. */
  public FunctionWatchers() {}

  /** Adds a watcher; from now on it is told of the death of functions that exist already, too. */
  public void add(ThreadState ts, FunctionWatcher watcher) {
    watchers.add(watcher);
    ts.heap.collector.forEachCell(
        ts,
        cell -> {
          if (Cells.is(cell, Kind.FUNCTION)) {
            ts.heap.finalizers.register(cell);
          }
        });
  }

  public void remove(FunctionWatcher watcher) {
    watchers.remove(watcher);
  }

  /** After a function was made, before anybody else has it. Does not poll. */
  public void created(ThreadState ts, long function) {
    if (!watchers.isEmpty()) {
      ts.heap.finalizers.register(function);
      for (FunctionWatcher watcher : watchers) {
        watcher.function(ts, Event.CREATE, function, Word.EMPTY);
      }
    }
  }

  /**
   * Before a change, or of a function that a collection found dead; the caller keeps both words.
   */
  public void tell(ThreadState ts, Event event, long function, long value) {
    for (FunctionWatcher watcher : watchers) {
      try {
        watcher.function(ts, event, function, value);
      } catch (Raised signal) {
        String name = Strs.toJava(FunctionLayout.qualname(function));
        String message =
            "Exception ignored in %s watcher callback for function %s at 0x%x"
                .formatted(event, name, function);
        ts.runtime().unraisable(ts, message, Word.EMPTY);
      }
    }
  }
}
