package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the runtime able to go on when a program has no descriptor left. A class that is first
 * needed then, to raise the error or to report it, comes out of a jar, and a jar is only opened
 * when something in it is first needed; and the JDK reads files of its own when it first names an
 * address or a random number. So all of that is opened and read while there is room: when a program
 * holds some descriptors, or sets their limit. Most programs never do, and do not wait for it.
 */
final class FewDescriptors {
  /** So many calls that open something between two looks. */
  private static final int OFTEN = 16;

  /** With so many descriptors in use it is time. */
  private static final int MANY = 32;

  private static final String NOWHERE = "in no jar";

  private static final int EFD_CLOEXEC = 0x80000;

  /** Shared by all threads; a look too many or too few does no harm. */
  private static final AtomicInteger CALLS = new AtomicInteger();

  private static volatile boolean prepared;

  private FewDescriptors() {}

  /** After a call that gave descriptors: the lowest free one says how many there are. */
  static void count() {
    if (prepared || CALLS.incrementAndGet() % OFTEN != 0) {
      return;
    }
    int free = (int) Libc.call(Fn.EVENTFD, 0, EFD_CLOEXEC);
    if (free < 0) {
      return;
    }
    Libc.call(Fn.CLOSE, free);
    if (free >= MANY) {
      prepare();
    }
  }

  /** A name that is in no package is looked for in all jars, which stay open. */
  static void prepare() {
    if (!prepared && ClassLoader.getSystemResource(NOWHERE) == null) {
      Security.getProperty("securerandom.source");
      prepared = true;
    }
  }
}
