package dev.taipan.stdlib.digest;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * The parameter block of BLAKE2, checked as Python words its errors.
 *
 * <pre>
 *   big:   0 digest  1 key  2 fanout  3 depth  4 leaf size (4)  8 node offset (8)
 *          16 node depth  17 inner size  32 salt (16)  48 person (16)
 *   small: 0 digest  1 key  2 fanout  3 depth  4 leaf size (4)  8 node offset (6)
 *          14 node depth  15 inner size  16 salt (8)  24 person (8)
 * </pre>
 */
final class Blake2Parameters {
  /** The two fields that are bytes. */
  enum Field {
    SALT,
    PERSON
  }

  private final ThreadState ts;
  private final Blake2.Size size;
  private final byte[] block;

  Blake2Parameters(ThreadState ts, Blake2.Size size) {
    this.ts = ts;
    this.size = size;
    this.block = new byte[size.most()];
  }

  void digestSize(long word) {
    int most = size.most();
    long wanted = word == Word.NONE ? most : Numbers.asJavaLong(ts, word);
    if (wanted <= 0 || wanted > most) {
      throw Errors.valueError(ts, "digest_size must be between 1 and %d bytes", most);
    }
    block[0] = (byte) wanted;
  }

  void bytes(long word, Field field) {
    byte[] given = word == Word.EMPTY ? new byte[0] : Buffers.require(ts, word);
    int most = size.salt();
    if (given.length > most) {
      throw Errors.valueError(
          ts, "maximum %s length is %d bytes", field == Field.SALT ? "salt" : "person", most);
    }
    int at = field == Field.SALT ? size.most() - 2 * most : size.most() - most;
    System.arraycopy(given, 0, block, at, given.length);
  }

  private long number(long word, long least, long most, String message) {
    long value = Numbers.asJavaLong(ts, word);
    if (value < least || value > most) {
      throw Errors.valueError(ts, "%s", message);
    }
    return value;
  }

  private void put(int at, int bytes, long value) {
    for (int i = 0; i < bytes; i++) {
      block[at + i] = (byte) (value >>> 8 * i);
    }
  }

  void tree(long fanout, long depth, long leaf, long offset, long nodeDepth, long inner) {
    boolean big = size == Blake2.Size.BIG;
    put(2, 1, number(fanout, 0, 255, "fanout must be between 0 and 255"));
    put(3, 1, number(depth, 1, 255, "depth must be between 1 and 255"));
    put(4, 4, unsigned(leaf, 32, "leaf_size is too large"));
    put(8, big ? 8 : 6, unsigned(offset, big ? 64 : 48, "node_offset is too large"));
    int at = big ? 16 : 14;
    put(at, 1, number(nodeDepth, 0, 255, "node_depth must be between 0 and 255"));
    put(
        at + 1,
        1,
        number(
            inner,
            0,
            size.most(),
            "inner_size must be between 0 and is %d".formatted(size.most())));
  }

  private long unsigned(long word, int bits, String message) {
    long index = Numbers.index(ts, word);
    if (Ints.signum(index) < 0) {
      throw Errors.valueError(ts, "value must be positive");
    }
    if (Ints.toBig(index).bitLength() > bits) {
      throw Errors.overflowError(ts, "%s", message);
    }
    return Ints.toBig(index).longValue();
  }

  HashObject start(long key, boolean lastNode) {
    byte[] secret = key == Word.EMPTY ? new byte[0] : Buffers.require(ts, key);
    if (secret.length > size.most()) {
      throw Errors.valueError(ts, "maximum key length is %d bytes", size.most());
    }
    block[1] = (byte) secret.length;
    return new HashObject(
        size.title, size.block(), block[0] & 0xFF, new Blake2(size, block, secret, lastNode));
  }
}
