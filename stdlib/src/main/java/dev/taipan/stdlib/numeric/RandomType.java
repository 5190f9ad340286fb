package dev.taipan.stdlib.numeric;

import dev.taipan.stdlib.os.SystemRandom;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/** {@code _random.Random}. */
@BuiltinType(name = "Random", module = "_random")
final class RandomType {
  private RandomType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args, long kwargs) {
    RandomObject random = new RandomObject();
    long cell = Hosts.create(ts, Classes.of(ts, cls), random);
    random.seed(ts, fresh());
    return cell;
  }

  @Builtin("__init__(self, x=None, /)")
  static void init(ThreadState ts, RandomObject self, long x) {
    seed(ts, self, x);
  }

  private static int[] fresh() {
    return SystemRandom.ints(MersenneTwister.WORDS);
  }

  @Builtin("seed(self, n=None, /)")
  static void seed(ThreadState ts, RandomObject self, long n) {
    self.seed(ts, n == Word.NONE ? fresh() : key(ts, n));
  }

  /** An int's own value, anything else's hash, without a sign. */
  private static int[] key(ThreadState ts, long n) {
    BigInteger value =
        Ints.isInt(ts, n)
            ? Ints.toBig(n).abs()
            : new BigInteger(Long.toUnsignedString(Hashing.hash(ts, n)));
    int[] key = new int[Math.max(1, (value.bitLength() + 31) / 32)];
    for (int i = 0; i < key.length; i++) {
      key[i] = value.shiftRight(32 * i).intValue();
    }
    return key;
  }

  @Builtin("random(self, /)")
  static double random(ThreadState ts, RandomObject self) {
    return self.random(ts);
  }

  @Builtin("getrandbits(self, k, /)")
  static long getrandbits(ThreadState ts, RandomObject self, int k) {
    if (k < 0) {
      throw Errors.valueError(ts, "number of bits must be non-negative");
    }
    if (k == 0) {
      return Word.boxInt(0);
    }
    return k <= 48 ? Word.boxInt(self.bits(ts, k)) : Ints.of(ts, self.manyBits(ts, k));
  }

  @Builtin("getstate(self, /)")
  static long getstate(ThreadState ts, RandomObject self) {
    int[] state = self.state(ts);
    long[] words = new long[state.length];
    for (int i = 0; i < state.length; i++) {
      words[i] = Word.boxInt(state[i] & 0xFFFFFFFFL);
    }
    return Tuples.of(ts, words);
  }

  @Builtin("setstate(self, state, /)")
  static void setstate(ThreadState ts, RandomObject self, long state) {
    if (!Tuples.isTuple(ts, state)) {
      throw Errors.typeError(ts, "state vector must be a tuple");
    }
    int[] words = new int[MersenneTwister.WORDS + 1];
    if (Tuples.length(state) != words.length) {
      throw Errors.valueError(ts, "state vector is the wrong size");
    }
    for (int i = 0; i < words.length; i++) {
      words[i] = word(ts, Tuples.get(state, i));
    }
    int index = words[MersenneTwister.WORDS];
    if (index < 0 || index > MersenneTwister.WORDS) {
      throw Errors.valueError(ts, "invalid state");
    }
    self.restore(ts, words);
  }

  private static int word(ThreadState ts, long item) {
    if (!Ints.isInt(ts, item)) {
      throw Errors.typeError(ts, "an integer is required");
    }
    long value = Numbers.asJavaLong(ts, item);
    if (Ints.signum(item) < 0) {
      throw Errors.overflowError(ts, "can't convert negative value to unsigned int");
    }
    return (int) value;
  }
}
