package dev.taipan.stdlib.digest;

import java.util.Arrays;

/** A keyed hash (RFC 2104) over any of the algorithms that have a fixed size. */
final class HmacState implements HashState {
  private static final int INNER_PAD = 0x36;
  private static final int OUTER_PAD = 0x5C;

  private final int size;
  private final HashState inner;

  /** Holds the padded key only; copied for each digest. */
  private final HashState outer;

  private HmacState(int size, HashState inner, HashState outer) {
    this.size = size;
    this.inner = inner;
    this.outer = outer;
  }

  static HmacState start(HashKind kind, byte[] key) {
    byte[] secret = key;
    if (key.length > kind.block) {
      HashState shorter = kind.start();
      shorter.update(key);
      secret = shorter.digest(kind.size);
    }
    byte[] block = Arrays.copyOf(secret, kind.block);
    return new HmacState(kind.size, padded(kind, block, INNER_PAD), padded(kind, block, OUTER_PAD));
  }

  private static HashState padded(HashKind kind, byte[] block, int pad) {
    byte[] mixed = block.clone();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] ^= (byte) pad;
    }
    HashState state = kind.start();
    state.update(mixed);
    return state;
  }

  @Override
  public void update(byte[] bytes) {
    inner.update(bytes);
  }

  @Override
  public byte[] digest(int length) {
    HashState whole = outer.copy();
    whole.update(inner.digest(size));
    return whole.digest(size);
  }

  @Override
  public HashState copy() {
    return new HmacState(size, inner.copy(), outer.copy());
  }
}
