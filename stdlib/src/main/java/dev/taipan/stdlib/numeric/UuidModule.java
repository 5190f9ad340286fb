package dev.taipan.stdlib.numeric;

import dev.taipan.stdlib.os.SystemRandom;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code _uuid}: time-based identifiers (RFC 4122, version 1). No daemon shares the clock with
 * other processes, which is what "safe" means there, so the answer is that they are not.
 */
@BuiltinModule("_uuid")
public final class UuidModule {
  /** From the start of the Gregorian calendar to 1970, in units of 100 ns. */
  private static final long EPOCH = 0x01B21DD213814000L;

  private static final int UNSAFE = -1;
  private static final int NODE_BYTES = 6;
  private static final int VERSION = 1;
  private static final long VARIANT = 0x8000;
  private static final int CLOCK_MASK = 0x3FFF;
  private static final int MULTICAST = 0x01;

  /** The latest time that was given out: every caller gets one of its own. */
  private static final AtomicLong LAST = new AtomicLong();

  /** What tells this process from others: made once, when it is first wanted. */
  private static final class Process {
    static final int CLOCK = SystemRandom.ints(1)[0] & CLOCK_MASK;
    static final byte[] NODE = node();

    private static byte[] node() {
      try {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
          byte[] address = each.getHardwareAddress();
          if (address != null && address.length == NODE_BYTES) {
            return address;
          }
        }
      } catch (SocketException unknown) {
        return random();
      }
      return random();
    }

    /** A node that no card has, since its multicast bit is set. */
    private static byte[] random() {
      byte[] node = SystemRandom.bytes(NODE_BYTES);
      node[0] |= MULTICAST;
      return node;
    }
  }

  private UuidModule() {}

  /** Says what there is. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "has_uuid_generate_time_safe", Word.boxInt(1));
  }

  @Builtin("generate_time_safe()")
  static long generate(ThreadState ts) {
    Instant now = Instant.now();
    long ticks = now.getEpochSecond() * 10_000_000 + now.getNano() / 100 + EPOCH;
    long time = LAST.updateAndGet(last -> Math.max(last + 1, ticks));
    ByteBuffer uuid = ByteBuffer.allocate(16);
    uuid.putInt((int) time);
    uuid.putShort((short) (time >>> 32));
    uuid.putShort((short) (time >>> 48 & 0xFFF | VERSION << 12));
    uuid.putShort((short) (Process.CLOCK | VARIANT));
    uuid.put(Arrays.copyOf(Process.NODE, NODE_BYTES));
    return Tuples.of(ts, ByteStrings.of(ts, uuid.array()), Word.boxInt(UNSAFE));
  }
}
