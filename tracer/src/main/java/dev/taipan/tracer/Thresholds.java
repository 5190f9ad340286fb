package dev.taipan.tracer;

import dev.taipan.vm.runtime.Options;

/**
 * How often something happens before a trace is made of it. All exceed the 52 misses of a
 * specialized instruction's cool-down, so that code respecializes before it is recorded again,
 * except under stress.
 *
 * @param loop back-edges of one loop; one less than a prime, so that it rarely falls on a loop's
 *     last round
 * @param function entries of one function: more than for a loop, so that loops take their functions
 *     in first
 * @param exit times that a trace is left by one exit
 */
record Thresholds(int loop, int function, int exit) {
  static Thresholds of(Options options) {
    return switch (options.jit()) {
      case STRESS -> new Thresholds(1, 1, 1);
      case OFF, ON, SYNC -> new Thresholds(1030, 4092, 60);
    };
  }
}
