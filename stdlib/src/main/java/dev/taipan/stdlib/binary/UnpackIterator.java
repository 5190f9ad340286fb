package dev.taipan.stdlib.binary;

import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;

/** Unpacks one struct after the other; threads that share one get each struct once. */
final class UnpackIterator extends HostObject {
  private final StructFormat format;
  private final byte[] bytes;
  private final AtomicInteger next = new AtomicInteger();

  UnpackIterator(StructFormat format, byte[] bytes) {
    this.format = format;
    this.bytes = bytes;
  }

  int remaining() {
    return Math.max(0, bytes.length / format.size() - next.get());
  }

  long next(ThreadState ts) {
    if (remaining() == 0) {
      return Word.EMPTY;
    }
    long at = (long) next.getAndIncrement() * format.size();
    return at < bytes.length ? StructPacking.unpack(ts, format, bytes, (int) at) : Word.EMPTY;
  }
}
