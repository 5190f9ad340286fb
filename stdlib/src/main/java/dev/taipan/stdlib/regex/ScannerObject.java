package dev.taipan.stdlib.regex;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A scan that a script steps through. The scan belongs to the thread that has set {@code running};
 * another one that comes meanwhile gets an error instead of waiting.
 */
final class ScannerObject extends HostObject {
  private final Scan scan;
  private final AtomicBoolean running = new AtomicBoolean();

  ScannerObject(Scan scan) {
    this.scan = scan;
  }

  long pattern() {
    return scan.pattern;
  }

  /** The next match object; EMPTY at the end. */
  long next(ThreadState ts, boolean search) {
    if (!running.compareAndSet(false, true)) {
      throw Errors.valueError(ts, "regular expression scanner already executing");
    }
    try {
      boolean found = search ? scan.search() : scan.match();
      return found ? scan.matchObject(ts) : Word.EMPTY;
    } finally {
      running.set(false);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(scan.pattern);
    visitor.visit(scan.matcher.subject().word());
    visitor.visit(scan.matcher.subject().cell());
  }
}
