package dev.taipan.stdlib.net;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Addresses of sockets, as Python has them and as the kernel has them.
 *
 * <pre>
 * all:   +0 family (16 bit)
 * inet:  +2 port (big endian)  +4 address (4 bytes)
 * inet6: +2 port  +4 flow (big endian)  +8 address (16 bytes)  +24 scope
 * unix:  +2 path
 * </pre>
 */
final class SocketAddress {
  static final int UNIX = 1;
  static final int INET = 2;
  static final int INET6 = 10;

  static final int INET6_BYTES = 28;

  /** Enough for every address. */
  static final int BYTES = 128;

  private static final int UNIX_PATH = 108;

  private SocketAddress() {}

  /** Writes an address; how long it is. */
  static int put(ThreadState ts, int family, long address, long at, String function) {
    Memory.putShort(at, (short) family);
    return switch (family) {
      case UNIX -> unix(ts, address, at);
      case INET, INET6 -> inet(ts, family, address, at, function);
      default ->
          throw Errors.raise(ts, dev.taipan.vm.object.Exc.OSError, "%s(): bad family", function);
    };
  }

  private static int unix(ThreadState ts, long address, long at) {
    byte[] path =
        Strs.isStr(ts, address)
            ? TextCodecs.encode(ts, address, TextCodecs.Codec.UTF_8, "surrogateescape")
            : Buffers.ofBytesOrByteArray(ts, address);
    if (path == null) {
      throw Errors.typeError(
          ts, "a bytes-like object is required, not '%s'", ts.runtime().typeOf(address).name());
    }
    // An empty name asks the kernel for one that no file has; those begin with a zero byte.
    boolean hidden = path.length == 0 || path[0] == 0;
    if (path.length > UNIX_PATH || !hidden && path.length >= UNIX_PATH) {
      throw Errors.raise(ts, dev.taipan.vm.object.Exc.OSError, "AF_UNIX path too long");
    }
    Memory.copyIn(path, 0, at + 2, path.length);
    return 2 + path.length + (hidden ? 0 : 1);
  }

  private static int inet(ThreadState ts, int family, long address, long at, String function) {
    String name = family == INET ? "AF_INET" : "AF_INET6";
    if (!Tuples.isTuple(ts, address)) {
      throw Errors.typeError(
          ts,
          "%s(): %s address must be tuple, not %s",
          function,
          name,
          ts.runtime().typeOf(address).name());
    }
    int count = Tuples.length(address);
    if (family == INET ? count != 2 : count < 2 || count > 4) {
      throw Errors.typeError(
          ts,
          family == INET
              ? "%s(): %s address must be a pair (host, port)"
              : "%s(): %s address must be a tuple (host, port[, flowinfo[, scopeid]])",
          function,
          name);
    }
    int port = Numbers.asJavaInt(ts, Tuples.get(address, 1));
    if (port < 0 || port > 0xFFFF) {
      throw Errors.overflowError(ts, "%s(): port must be 0-65535.", function);
    }
    Memory.putByte(at + 2, (byte) (port >> 8));
    Memory.putByte(at + 3, (byte) port);
    byte[] host = Hosts.resolve(ts, Tuples.get(address, 0), family);
    if (family == INET) {
      Memory.copyIn(host, 0, at + 4, 4);
      return 16;
    }
    int flow = count > 2 ? Numbers.asJavaInt(ts, Tuples.get(address, 2)) : 0;
    Memory.putInt(at + 4, Integer.reverseBytes(flow));
    Memory.copyIn(host, 0, at + 8, 16);
    Memory.putInt(at + 24, count > 3 ? Numbers.asJavaInt(ts, Tuples.get(address, 3)) : 0);
    return 28;
  }

  /** The Python form of an address; None without one. */
  static long get(ThreadState ts, long at, int length) {
    if (length < 2) {
      return Word.NONE;
    }
    int family = Memory.getShort(at) & 0xFFFF;
    int port = (Memory.getByte(at + 2) & 0xFF) << 8 | Memory.getByte(at + 3) & 0xFF;
    return switch (family) {
      case UNIX -> path(ts, at, length);
      case INET -> Tuples.of(ts, Strs.of(ts, text(INET, at + 4)), Word.boxInt(port));
      case INET6 ->
          Tuples.of(
              ts,
              Strs.of(ts, text(INET6, at + 8)),
              Word.boxInt(port),
              Word.boxInt(Integer.reverseBytes(Memory.getInt(at + 4)) & 0xFFFFFFFFL),
              Word.boxInt(Memory.getInt(at + 24) & 0xFFFFFFFFL));
      default -> Word.NONE;
    };
  }

  private static long path(ThreadState ts, long at, int length) {
    byte[] path = new byte[length - 2];
    Memory.copyOut(at + 2, path, 0, path.length);
    if (path.length > 0 && path[0] == 0) {
      return ByteStrings.of(ts, path);
    }
    int end = 0;
    while (end < path.length && path[end] != 0) {
      end++;
    }
    return Paths.text(ts, Arrays.copyOf(path, end));
  }

  /** A numeric host as text. */
  static String text(int family, long address) {
    try (Scratch text = Scratch.of(64)) {
      Libc.call(Fn.INET_NTOP, family, address, text.address(), 64);
      return Libc.cString(text.address());
    }
  }

  /** The bytes of a numeric host, null for what is none. */
  static byte[] parse(int family, String host) {
    try (Scratch text = Scratch.copy(host.getBytes(StandardCharsets.ISO_8859_1));
        Scratch out = Scratch.of(16)) {
      boolean good = (int) Libc.call(Fn.INET_PTON, family, text.address(), out.address()) == 1;
      return good ? out.bytes(family == INET ? 4 : 16) : null;
    }
  }
}
