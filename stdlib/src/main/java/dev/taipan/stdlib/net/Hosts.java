package dev.taipan.stdlib.net;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of hosts.
 *
 * <pre>
 * struct addrinfo: +0 flags  +4 family  +8 type  +12 protocol  +16 address length
 * +24 address  +32 canonical name  +40 next
 * </pre>
 */
final class Hosts {
  private Hosts() {}

  /** One answer; the address as the kernel has it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int family, int type, int protocol, byte[] address, String canonical) {}

  /** A host argument as text. */
  static String name(ThreadState ts, long host) {
    if (Strs.isStr(ts, host)) {
      String text = Strs.toJava(host);
      boolean ascii = text.chars().allMatch(c -> c < 128);
      return ascii
          ? text
          : new String(
              dev.taipan.vm.object.TextCodecs.encode(ts, host, "idna", "strict"),
              StandardCharsets.US_ASCII);
    }
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, host);
    if (bytes == null) {
      throw Errors.typeError(
          ts, "str, bytes or bytearray expected, not %s", ts.runtime().typeOf(host).name());
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The address of a host in a family: 4 or 16 bytes. */
  static byte[] resolve(ThreadState ts, long host, int family) {
    String name = name(ts, host);
    if (name.isEmpty()) {
      return new byte[family == SocketAddress.INET ? 4 : 16];
    }
    if (family == SocketAddress.INET && name.equals("<broadcast>")) {
      return new byte[] {-1, -1, -1, -1};
    }
    byte[] numeric = SocketAddress.parse(family, name);
    if (numeric != null) {
      return numeric;
    }
    byte[] found = find(ts, name, null, family, 0, 0, 0).get(0).address();
    return family == SocketAddress.INET
        ? java.util.Arrays.copyOfRange(found, 4, 8)
        : java.util.Arrays.copyOfRange(found, 8, 24);
  }

  /** {@code getaddrinfo}; gaierror. Null stands for an argument that is not given. */
  static List<Answer> find(
      ThreadState ts, String host, String service, int family, int type, int protocol, int flags) {
    try (Scratch hints = Scratch.of(48);
        Scratch result = Scratch.of(8);
        Scratch name = text(host);
        Scratch port = text(service)) {
      Memory.putInt(hints.address(), flags);
      Memory.putInt(hints.address() + 4, family);
      Memory.putInt(hints.address() + 8, type);
      Memory.putInt(hints.address() + 12, protocol);
      int error =
          (int)
              Libc.blocking(
                  ts,
                  Fn.GETADDRINFO,
                  host == null ? 0 : name.address(),
                  service == null ? 0 : port.address(),
                  hints.address(),
                  result.address(),
                  0,
                  0);
      if (error != 0) {
        throw NetErrors.resolver(ts, error);
      }
      long first = Memory.getLong(result.address());
      List<Answer> answers = read(first);
      Libc.call(Fn.FREEADDRINFO, first);
      return answers;
    }
  }

  private static Scratch text(String text) {
    return Scratch.copy((text == null ? "" : text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<Answer> read(long first) {
    List<Answer> answers = new ArrayList<>();
    for (long at = first; at != 0; at = Memory.getLong(at + 40)) {
      byte[] address = new byte[Memory.getInt(at + 16)];
      Memory.copyOut(Memory.getLong(at + 24), address, 0, address.length);
      long canonical = Memory.getLong(at + 32);
      answers.add(
          new Answer(
              Memory.getInt(at + 4),
              Memory.getInt(at + 8),
              Memory.getInt(at + 12),
              address,
              canonical == 0 ? "" : Libc.cString(canonical)));
    }
    return answers;
  }
}
