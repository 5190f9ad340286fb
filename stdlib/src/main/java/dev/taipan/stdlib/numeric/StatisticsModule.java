package dev.taipan.stdlib.numeric;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;

/** {@code _statistics}: the quantiles of the normal distribution, by Wichura's algorithm AS 241. */
@BuiltinModule("_statistics")
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as published
public final class StatisticsModule {
  private static final double[] CENTRE_TOP = {
    2509.0809287301227, 33430.57558358813, 67265.7709270087,
    45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665
  };
  private static final double[] CENTRE_BOTTOM = {
    5226.495278852854, 28729.085735721943, 39307.89580009271,
    21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1.0
  };
  private static final double[] NEAR_TOP = {
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506,
    1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835
  };
  private static final double[] NEAR_BOTTOM = {
    1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457,
    0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1.0
  };
  private static final double[] FAR_TOP = {
    2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784,
    0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
    5.463784911164114, 6.657904643501103
  };
  private static final double[] FAR_BOTTOM = {
    2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05,
    0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
    0.599832206555888, 1.0
  };

  private StatisticsModule() {}

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }

  @Builtin("_normal_dist_inv_cdf(p, mu, sigma, /)")
  static double inverse(ThreadState ts, double p, double mu, double sigma) {
    if (p <= 0.0 || p >= 1.0) {
      throw Errors.valueError(ts, "p must be in the range 0.0 < p < 1.0");
    }
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return mu + polynomial(CENTRE_TOP, r) * q / polynomial(CENTRE_BOTTOM, r) * sigma;
    }
    double r = Math.sqrt(-Math.log(q <= 0.0 ? p : 1.0 - p));
    double x;
    if (r <= 5.0) {
      r -= 1.6;
      x = polynomial(NEAR_TOP, r) / polynomial(NEAR_BOTTOM, r);
    } else {
      r -= 5.0;
      x = polynomial(FAR_TOP, r) / polynomial(FAR_BOTTOM, r);
    }
    return mu + (q < 0.0 ? -x : x) * sigma;
  }
}
