package dev.taipan.stdlib.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is called: a code object or a built-in function, with whom it calls. */
final class Profiled {
  /** The code cell, EMPTY for a built-in function. */
  final long code;

  /** How a built-in function is named, null for code. */
  final String name;

  final CallTimes times = new CallTimes();
  final Map<Profiled, CallTimes> callees = new LinkedHashMap<>();

  Profiled(long code, String name) {
    this.code = code;
    this.name = name;
  }

  CallTimes callee(Profiled other) {
    return callees.computeIfAbsent(other, o -> new CallTimes());
  }
}
