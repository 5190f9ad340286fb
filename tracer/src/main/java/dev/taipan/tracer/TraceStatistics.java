package dev.taipan.tracer;

import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.executor.ExecutorTable;
import dev.taipan.tracer.record.EndReason;
import dev.taipan.tracer.record.Recording;
import dev.taipan.vm.code.Op;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What the trace compiler did, for {@code -X stats}: every decision has a name and a count. */
final class TraceStatistics {
  final LongAdder recordings = new LongAdder();
  final LongAdder compiled = new LongAdder();

  /** Executors that a change of all code took out of use. */
  final LongAdder outdated = new LongAdder();

  final LongAdder compileNanos = new LongAdder();
  final LongAdder codeBytes = new LongAdder();
  private final LongAdder entries = new LongAdder();

  /** By name: the instructions that traces do not have. */
  private final Map<String, LongAdder> unsupported = new ConcurrentSkipListMap<>();

  private final AtomicLongArray ends = new AtomicLongArray(EndReason.values().length);

  void ended(Recording recording) {
    ends.incrementAndGet(recording.reason().ordinal());
    if (recording.reason() == EndReason.UNSUPPORTED) {
      unsupported.computeIfAbsent(Op.name(recording.endOp()), op -> new LongAdder()).increment();
    }
  }

  void entered() {
    entries.increment();
  }

  String report(ExecutorTable executors, String backend, long invalidated) {
    StringBuilder text = new StringBuilder();
    text.append("traces: backend ").append(backend);
    text.append(", recorded ").append(recordings.sum());
    text.append(", compiled ").append(compiled.sum());
    text.append(", entered ").append(entries.sum());
    text.append(", invalidated ").append(invalidated);
    text.append(", code bytes ").append(codeBytes.sum());
    text.append(", compile ms ").append(compileNanos.sum() / 1_000_000).append('\n');
    for (EndReason reason : EndReason.values()) {
      if (ends.get(reason.ordinal()) > 0) {
        text.append("  recording ended ").append(reason).append(": ");
        text.append(ends.get(reason.ordinal())).append('\n');
      }
    }
    unsupported.forEach(
        (op, count) ->
            text.append("    at ").append(op).append(": ").append(count.sum()).append('\n'));
    for (AbortReason reason : AbortReason.values()) {
      if (reason.count() > 0) {
        text.append("  trace given up, ").append(reason.text()).append(": ");
        text.append(reason.count()).append('\n');
      }
    }
    for (Executor executor : executors.all()) {
      text.append("  executor ").append(executor.id());
      text.append(" depth ").append(executor.depth());
      text.append(" exits ").append(executor.exitCount()).append('\n');
    }
    return text.toString();
  }
}
