package dev.taipan.stdlib.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One of the JDK's hashes. */
final class JdkHash implements HashState {
  private final MessageDigest digest;

  private JdkHash(MessageDigest digest) {
    this.digest = digest;
  }

  static JdkHash named(String algorithm) {
    try {
      return new JdkHash(MessageDigest.getInstance(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private MessageDigest copied() {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own hashes can be copied", e);
    }
  }

  @Override
  public void update(byte[] bytes) {
    digest.update(bytes);
  }

  @Override
  public byte[] digest(int length) {
    return copied().digest();
  }

  @Override
  public HashState copy() {
    return new JdkHash(copied());
  }
}
