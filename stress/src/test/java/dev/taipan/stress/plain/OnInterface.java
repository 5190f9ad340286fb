package dev.taipan.stress.plain;

import java.util.function.Function;

/** A nest whose host is an interface without members. */
interface OnInterface {
  static Function<Integer, Integer> add(int n) {
    return m -> m + n;
  }
}
