package dev.taipan.stdlib.digest;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A hash object. Its lock is taken detached where the work may be long, so that a stop of the world
 * waits for nobody; nothing inside it touches cells.
 */
final class HashObject extends HostObject {
  static final int LONG_WORK = 1 << 14;

  final String name;
  final int blockSize;

  /** 0: the caller says how much he wants. */
  final int digestSize;

  private final HashState state;
  private final ReentrantLock lock = new ReentrantLock();

  HashObject(String name, int blockSize, int digestSize, HashState state) {
    this.name = name;
    this.blockSize = blockSize;
    this.digestSize = digestSize;
    this.state = state;
  }

  /** The bytes of an argument. */
  static byte[] bytes(ThreadState ts, long data) {
    if (Strs.isStr(ts, data)) {
      throw Errors.typeError(ts, "Strings must be encoded before hashing");
    }
    byte[] bytes = Buffers.isBuffer(ts, data) ? Buffers.require(ts, data) : null;
    if (bytes == null) {
      throw Errors.typeError(ts, "object supporting the buffer API required");
    }
    return bytes;
  }

  void update(ThreadState ts, byte[] bytes) {
    if (bytes.length < LONG_WORK) {
      locked(bytes);
      return;
    }
    ts.detach();
    try {
      locked(bytes);
    } finally {
      ts.attach();
    }
  }

  private void locked(byte[] bytes) {
    lock.lock();
    try {
      state.update(bytes);
    } finally {
      lock.unlock();
    }
  }

  byte[] digest(int length) {
    lock.lock();
    try {
      return state.digest(length);
    } finally {
      lock.unlock();
    }
  }

  HashObject copy() {
    lock.lock();
    try {
      return new HashObject(name, blockSize, digestSize, state.copy());
    } finally {
      lock.unlock();
    }
  }
}
