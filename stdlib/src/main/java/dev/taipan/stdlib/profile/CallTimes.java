package dev.taipan.stdlib.profile;

/**
 * How often something was called and how long that took. Under the profiler's lock; times are in
 * the timer's unit.
 */
final class CallTimes {
  private long calls;
  private long recursive;
  private int depth;
  private double total;
  private double own;

  CallTimes() {}

  void begin() {
    depth++;
  }

  /** A call ends; the time of an inner call of a recursion is part of the outer one's. */
  void end(double whole, double inside) {
    if (--depth == 0) {
      total += whole;
    } else {
      recursive++;
    }
    own += inside;
    calls++;
  }

  long calls() {
    return calls;
  }

  long recursive() {
    return recursive;
  }

  double total() {
    return total;
  }

  double own() {
    return own;
  }
}
