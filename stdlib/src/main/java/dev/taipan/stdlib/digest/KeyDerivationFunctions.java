package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/** {@code _hashlib}: keys from passwords. The checks and their order are those of CPython. */
@BuiltinModule("_hashlib")
public final class KeyDerivationFunctions {
  private static final long DEFAULT_MEMORY = 32L << 20;
  private static final int MOST_BLOCKS = (1 << 30) - 1;

  private KeyDerivationFunctions() {}

  @Builtin("pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)")
  static long pbkdf2(
      ThreadState ts, String hashName, long password, long salt, long iterations, long dklen) {
    HashKind kind = HashlibModule.fixed(ts, HashlibModule.named(ts, hashName));
    byte[] secret = Hashes.buffer(ts, password);
    byte[] salted = Hashes.buffer(ts, salt);
    long rounds = Numbers.asJavaLong(ts, Numbers.index(ts, iterations));
    if (rounds < 1) {
      throw Errors.valueError(ts, "iteration value must be greater than 0.");
    }
    if (rounds > Integer.MAX_VALUE) {
      throw Errors.overflowError(ts, "iteration value is too great.");
    }
    long length = dklen == Word.NONE ? kind.size : Numbers.asJavaLong(ts, dklen);
    if (length < 1) {
      throw Errors.valueError(ts, "key length must be greater than 0.");
    }
    if (length > Integer.MAX_VALUE) {
      throw Errors.overflowError(ts, "key length is too great.");
    }
    byte[] key =
        Hashes.detached(
            ts,
            Integer.MAX_VALUE,
            () -> KeyDerivation.pbkdf2(kind, secret, salted, rounds, (int) length));
    return ByteStrings.of(ts, key);
  }

  @Builtin("scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)")
  static long scrypt(
      ThreadState ts, long password, long salt, long n, long r, long p, long maxmem, long dklen) {
    byte[] secret = Hashes.buffer(ts, password);
    if (salt == Word.NONE) {
      throw Errors.typeError(ts, "salt is required");
    }
    byte[] salted = Hashes.buffer(ts, salt);
    BigInteger cost = unsigned(ts, n, "n");
    if (cost.bitCount() != 1 || cost.equals(BigInteger.ONE)) {
      throw Errors.valueError(ts, "n must be a power of 2.");
    }
    BigInteger size = unsigned(ts, r, "r");
    BigInteger lanes = unsigned(ts, p, "p");
    long most = within(ts, maxmem, 0, "maxmem must be positive and smaller than %d");
    int length = (int) within(ts, dklen, 1, "dklen must be greater than 0 and smaller than %d");
    check(ts, cost, size, lanes, most == 0 ? DEFAULT_MEMORY : most);
    byte[] key =
        Hashes.detached(
            ts,
            Integer.MAX_VALUE,
            () ->
                KeyDerivation.scrypt(
                    secret, salted, cost.intValue(), size.intValue(), lanes.intValue(), length));
    return ByteStrings.of(ts, key);
  }

  private static BigInteger unsigned(ThreadState ts, long word, String name) {
    BigInteger value = Ints.isInt(ts, word) ? Ints.toBig(word) : null;
    if (value == null || value.signum() < 0 || value.bitLength() > Long.SIZE) {
      throw Errors.typeError(ts, "%s is required and must be an unsigned int", name);
    }
    return value;
  }

  private static long within(ThreadState ts, long word, long least, String message) {
    long value = Numbers.asJavaLong(ts, Numbers.index(ts, word));
    if (value < least || value > Integer.MAX_VALUE) {
      throw Errors.valueError(ts, "%s", String.format(message, Integer.MAX_VALUE));
    }
    return value;
  }

  /** What RFC 7914 allows, and what fits the memory that the caller grants. */
  private static void check(ThreadState ts, BigInteger n, BigInteger r, BigInteger p, long memory) {
    BigInteger blocks = r.multiply(p);
    if (blocks.signum() == 0 || blocks.compareTo(BigInteger.valueOf(MOST_BLOCKS)) > 0) {
      throw Errors.valueError(ts, "Invalid parameter combination for n, r, p, maxmem.");
    }
    BigInteger block = BigInteger.valueOf(128).multiply(r);
    BigInteger needed = block.multiply(p).add(block.multiply(n.add(BigInteger.TWO)));
    boolean tooManySteps = r.intValue() < 4 && n.bitLength() > 16 * r.intValue();
    if (tooManySteps || needed.compareTo(BigInteger.valueOf(memory)) > 0) {
      throw Errors.valueError(ts, "[digital envelope routines] memory limit exceeded");
    }
  }
}
