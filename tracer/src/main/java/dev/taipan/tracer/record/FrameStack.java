package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.TraceCode;
import java.util.ArrayList;
import java.util.List;

/** The frames of a recording, root first: their addresses while it runs, and their code. */
final class FrameStack {
  private record Entry(long frame, TraceCode code) {}

  private final List<Entry> entries = new ArrayList<>();

  FrameStack(long frame, TraceCode code) {
    push(frame, code);
  }

  void push(long frame, TraceCode code) {
    entries.add(new Entry(frame, code));
  }

  void pop() {
    entries.removeLast();
  }

  /** Frames above the root. */
  int depth() {
    return entries.size() - 1;
  }

  /** The innermost frame's address. */
  long frame() {
    return entries.getLast().frame();
  }

  TraceCode code() {
    return entries.getLast().code();
  }
}
