package dev.taipan.vm.object;

import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/** Complex arithmetic that other numbers lead to. */
final class Complexes {
  private Complexes() {}

  /** A complex power in polar form, as the C library computes it. */
  static long power(ThreadState ts, double a, double b, double c, double d) {
    if (c == 0.0 && d == 0.0) {
      return ComplexLayout.create(ts, 1.0, 0.0);
    }
    if (a == 0.0 && b == 0.0) {
      if (d != 0.0 || c < 0.0) {
        throw domain(ts);
      }
      return ComplexLayout.create(ts, 0.0, 0.0);
    }
    double modulus = CMath.HYPOT.of(a, b);
    double length = CMath.POW.of(modulus, c);
    double angle = CMath.ATAN2.of(b, a);
    double phase = angle * c;
    if (d != 0.0) {
      length /= CMath.EXP.of(angle * d);
      phase += d * CMath.LOG.of(modulus);
    }
    if (Double.isInfinite(phase)) {
      // An infinity has no cosine.
      throw domain(ts);
    }
    return ComplexLayout.create(ts, length * CMath.COS.of(phase), length * CMath.SIN.of(phase));
  }

  /** What every error of the domain is reported as. */
  static Raised domain(ThreadState ts) {
    return Errors.zeroDivision(ts, "0.0 to a negative or complex power");
  }
}
