package dev.taipan.stdlib.map;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import java.lang.ref.Cleaner;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pages of a map and the descriptor behind them. They are given back once: by whoever closes
 * the map, or by the cleaner after the map has died. All access is under the map's lock; the
 * cleaner comes when nobody else can.
 */
final class Region implements Runnable {
  private static final class Holder {
    static final Cleaner CLEANER = Cleaner.create();
  }

  private final ReentrantLock giving = new ReentrantLock();
  long address;
  long length;
  int fd;

  Region(long address, long length, int fd) {
    this.address = address;
    this.length = length;
    this.fd = fd;
  }

  Cleaner.Cleanable watch(Object owner) {
    return Holder.CLEANER.register(owner, this);
  }

  @Override
  public void run() {
    giving.lock();
    try {
      if (address != 0) {
        Libc.call(Fn.MUNMAP, address, length);
        address = 0;
      }
      if (fd >= 0) {
        Libc.call(Fn.CLOSE, fd);
        fd = -1;
      }
    } finally {
      giving.unlock();
    }
  }
}
