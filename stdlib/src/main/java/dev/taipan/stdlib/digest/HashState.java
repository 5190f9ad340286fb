package dev.taipan.stdlib.digest;

/** A hash in the making. Whoever uses one holds its object's lock. */
interface HashState {
  void update(byte[] bytes);

  /** The hash of what came so far; more may follow. */
  byte[] digest(int length);

  HashState copy();
}
