package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Changes of the environment. The C library's own table is changed only when somebody will look at
 * it, which is before another program is started. {@code LOCK} guards the list.
 */
public final class EnvironmentChanges {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Change(byte[] name, byte[] value) {}

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final List<Change> CHANGES = new ArrayList<>();

  /** The values of all names that were ever changed; null for one that was removed. */
  private static final Map<String, byte[]> VALUES = new HashMap<>();

  private EnvironmentChanges() {}

  /** A variable as it is now, null if there is none. */
  public static String get(String name) {
    LOCK.lock();
    try {
      if (!VALUES.containsKey(name)) {
        return System.getenv(name);
      }
      byte[] value = VALUES.get(name);
      return value == null ? null : new String(value, StandardCharsets.UTF_8);
    } finally {
      LOCK.unlock();
    }
  }

  /** A null value removes the name. */
  static void set(byte[] name, byte[] value) {
    LOCK.lock();
    try {
      CHANGES.add(new Change(name, value));
      VALUES.put(new String(name, StandardCharsets.UTF_8), value);
    } finally {
      LOCK.unlock();
    }
  }

  /** Gives the changes so far to the C library, for functions and programs that look there. */
  public static void apply() {
    LOCK.lock();
    try {
      for (Change change : CHANGES) {
        try (Scratch name = Scratch.copy(change.name())) {
          if (change.value() == null) {
            Libc.call(Fn.UNSETENV, name.address());
            continue;
          }
          try (Scratch value = Scratch.copy(change.value())) {
            Libc.call(Fn.SETENV, name.address(), value.address(), 1);
          }
        }
      }
      CHANGES.clear();
    } finally {
      LOCK.unlock();
    }
  }
}
