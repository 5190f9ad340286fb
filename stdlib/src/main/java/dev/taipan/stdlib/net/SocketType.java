package dev.taipan.stdlib.net;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Polling;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _socket.socket}. */
@BuiltinType(name = "socket", module = "_socket")
final class SocketType {
  private static final int CLOEXEC = 0x80000;
  private static final int NONBLOCK = 0x800;
  private static final int SOL_SOCKET = 1;
  private static final int SO_TYPE = 3;
  private static final int SO_ERROR = 4;
  private static final int SO_PROTOCOL = 38;
  private static final int NOSIGNAL = 0x4000;
  private static final int CONNECTION_RESET = 104;

  private SocketType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return dev.taipan.vm.object.Hosts.create(
        ts, Classes.of(ts, Memory.getLong(args)), new SocketObject());
  }

  @Builtin("__init__(self, family=-1, type=-1, proto=-1, fileno=None)")
  static void init(
      ThreadState ts, SocketObject self, int family, int type, int proto, long fileno) {
    if (fileno != Word.NONE) {
      adopt(ts, self, family, type, proto, fileno);
    } else {
      int domain = family == -1 ? SocketAddress.INET : family;
      int kind = type == -1 ? 1 : type;
      int protocol = proto == -1 ? 0 : proto;
      int fd = (int) OsErrors.check(ts, Libc.call(Fn.SOCKET, domain, kind | CLOEXEC, protocol));
      self.fd.set(fd);
      self.family = domain;
      self.type = kind & ~(CLOEXEC | NONBLOCK);
      self.protocol = protocol;
    }
    long standard = SocketModule.defaultTimeout(ts);
    if (fileno == Word.NONE && type != -1 && (type & NONBLOCK) != 0) {
      self.timeout = 0;
    } else {
      self.timeout = standard;
      if (standard >= 0) {
        self.setTimeout(ts, standard);
      }
    }
  }

  private static void adopt(
      ThreadState ts, SocketObject self, int family, int type, int proto, long fileno) {
    if (Floats.isFloat(ts, fileno)) {
      throw Errors.typeError(ts, "integer argument expected, got float");
    }
    int fd = Numbers.asJavaInt(ts, fileno);
    if (fd < 0) {
      throw Errors.valueError(ts, "negative file descriptor");
    }
    try (Scratch address = Scratch.of(SocketAddress.BYTES + 8)) {
      long length = address.address() + SocketAddress.BYTES;
      Memory.putInt(length, SocketAddress.BYTES);
      int result = (int) Libc.call(Fn.GETSOCKNAME, fd, address.address(), length);
      if (result < 0 && family == -1) {
        throw OsErrors.last(ts);
      }
      self.family = family == -1 ? Memory.getShort(address.address()) & 0xFFFF : family;
    }
    self.type = type == -1 ? option(ts, fd, SO_TYPE) : type;
    self.protocol = proto == -1 ? option(ts, fd, SO_PROTOCOL) : proto;
    self.fd.set(fd);
  }

  private static int option(ThreadState ts, int fd, int name) {
    try (Scratch value = Scratch.of(16)) {
      Memory.putInt(value.address() + 8, 4);
      OsErrors.check(
          ts,
          Libc.call(Fn.GETSOCKOPT, fd, SOL_SOCKET, name, value.address(), value.address() + 8, 0));
      return Memory.getInt(value.address());
    }
  }

  @Builtin("_accept(self, /)")
  static long accept(ThreadState ts, SocketObject self) {
    try (Scratch address = Scratch.of(SocketAddress.BYTES + 8)) {
      long length = address.address() + SocketAddress.BYTES;
      long fd =
          self.transfer(
              ts,
              Polling.IN,
              self.deadline(),
              () -> {
                Memory.putInt(length, SocketAddress.BYTES);
                long at = address.address();
                return (int)
                    Libc.blocking(ts, Fn.ACCEPT4, self.descriptor(), at, length, CLOEXEC, 0, 0);
              });
      long peer = SocketAddress.get(ts, address.address(), Memory.getInt(length));
      return Tuples.of(ts, Word.boxInt(fd), peer);
    }
  }

  @Builtin("bind(self, address, /)")
  static void bind(ThreadState ts, SocketObject self, long address) {
    try (Scratch at = Scratch.of(SocketAddress.BYTES)) {
      int length = SocketAddress.put(ts, self.family, address, at.address(), "bind");
      OsErrors.check(ts, Libc.call(Fn.BIND, self.descriptor(), at.address(), length));
    }
  }

  @Builtin("listen(self, backlog=128, /)")
  static void listen(ThreadState ts, SocketObject self, int backlog) {
    OsErrors.check(ts, Libc.call(Fn.LISTEN, self.descriptor(), Math.max(0, backlog)));
  }

  @Builtin("connect(self, address, /)")
  static void connect(ThreadState ts, SocketObject self, long address) {
    int error = tryConnect(ts, self, address, "connect");
    if (error != 0) {
      throw OsErrors.of(ts, error);
    }
  }

  @Builtin("connect_ex(self, address, /)")
  static int connectEx(ThreadState ts, SocketObject self, long address) {
    return tryConnect(ts, self, address, "connect_ex");
  }

  private static int tryConnect(ThreadState ts, SocketObject self, long address, String function) {
    try (Scratch at = Scratch.of(SocketAddress.BYTES)) {
      int length = SocketAddress.put(ts, self.family, address, at.address(), function);
      long deadline = self.deadline();
      long result = Libc.blocking(ts, Fn.CONNECT, self.descriptor(), at.address(), length);
      if ((int) result == 0) {
        return 0;
      }
      int error = Libc.errno();
      if (error != SocketObject.EINPROGRESS || self.timeout == 0) {
        return error;
      }
      self.await(ts, Polling.OUT, deadline);
      return option(ts, self.descriptor(), SO_ERROR);
    }
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, SocketObject self) {
    int fd = self.fd.getAndSet(-1);
    // A connection that the other side has reset is closed all the same.
    if (fd >= 0 && (int) Libc.call(Fn.CLOSE, fd) < 0 && Libc.errno() != CONNECTION_RESET) {
      throw OsErrors.last(ts);
    }
  }

  @Builtin("__del__(self, /)")
  static void finish(ThreadState ts, long self) {
    SocketObject socket = dev.taipan.vm.object.Hosts.get(ts, self, SocketObject.class);
    if (socket.fd.get() >= 0) {
      SocketModule.warnUnclosed(ts, self);
      close(ts, socket);
    }
  }

  @Builtin("detach(self, /)")
  static int detach(SocketObject self) {
    return self.fd.getAndSet(-1);
  }

  @Builtin("fileno(self, /)")
  static int fileno(SocketObject self) {
    return self.descriptor();
  }

  private static long name(ThreadState ts, SocketObject self, Fn function) {
    try (Scratch address = Scratch.of(SocketAddress.BYTES + 8)) {
      long length = address.address() + SocketAddress.BYTES;
      Memory.putInt(length, SocketAddress.BYTES);
      OsErrors.check(ts, Libc.call(function, self.descriptor(), address.address(), length));
      return SocketAddress.get(ts, address.address(), Memory.getInt(length));
    }
  }

  @Builtin("getsockname(self, /)")
  static long getsockname(ThreadState ts, SocketObject self) {
    return name(ts, self, Fn.GETSOCKNAME);
  }

  @Builtin("getpeername(self, /)")
  static long getpeername(ThreadState ts, SocketObject self) {
    return name(ts, self, Fn.GETPEERNAME);
  }

  @Builtin("getsockopt(self, level, option, buflen=0, /)")
  static long getsockopt(ThreadState ts, SocketObject self, int level, int option, int size) {
    if (size < 0 || size > 1024) {
      throw Errors.raise(ts, dev.taipan.vm.object.Exc.OSError, "getsockopt buflen out of range");
    }
    try (Scratch value = Scratch.of(Math.max(size, 8) + 8L)) {
      long length = value.address() + Math.max(size, 8);
      Memory.putInt(length, size == 0 ? 4 : size);
      OsErrors.check(
          ts,
          Libc.call(Fn.GETSOCKOPT, self.descriptor(), level, option, value.address(), length, 0));
      return size == 0
          ? Word.boxInt(Memory.getInt(value.address()))
          : ByteStrings.of(ts, value.bytes(Memory.getInt(length)));
    }
  }

  @Builtin("setsockopt(self, level, option, value, optlen=, /)")
  static void setsockopt(
      ThreadState ts, SocketObject self, int level, int option, long value, long optlen) {
    byte[] bytes;
    long length;
    if (value == Word.NONE) {
      bytes = new byte[0];
      length = Numbers.asJavaInt(ts, optlen);
    } else if (Ints.isInt(ts, value)) {
      int number = Ints.toBig(value).intValue();
      bytes =
          new byte[] {
            (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)
          };
      length = bytes.length;
    } else {
      bytes = Buffers.require(ts, value);
      length = bytes.length;
    }
    try (Scratch data = Scratch.copy(bytes)) {
      long at = value == Word.NONE ? 0 : data.address();
      OsErrors.check(ts, Libc.call(Fn.SETSOCKOPT, self.descriptor(), level, option, at, length, 0));
    }
  }

  @Builtin("shutdown(self, how, /)")
  static void shutdown(ThreadState ts, SocketObject self, int how) {
    OsErrors.check(ts, Libc.call(Fn.SHUTDOWN, self.descriptor(), how));
  }

  @Builtin("setblocking(self, flag, /)")
  static void setblocking(ThreadState ts, SocketObject self, long flag) {
    self.setTimeout(ts, Truth.isTrue(ts, flag) ? -1 : 0);
  }

  @Builtin("getblocking(self, /)")
  static boolean getblocking(SocketObject self) {
    return self.timeout != 0;
  }

  @Builtin("settimeout(self, timeout, /)")
  static void settimeout(ThreadState ts, SocketObject self, long timeout) {
    self.setTimeout(ts, SocketModule.timeout(ts, timeout));
  }

  @Builtin("gettimeout(self, /)")
  static long gettimeout(SocketObject self) {
    return self.timeout < 0 ? Word.NONE : Word.boxDouble(self.timeout / 1e9);
  }

  // ---- receiving

  private static int size(ThreadState ts, int wanted, String function) {
    if (wanted < 0) {
      throw Errors.valueError(ts, "negative buffersize in %s", function);
    }
    return wanted;
  }

  private static byte[] receive(ThreadState ts, SocketObject self, int size, int flags) {
    try (Scratch buffer = Scratch.of(size)) {
      long count =
          self.transfer(
              ts,
              Polling.IN,
              self.deadline(),
              flags,
              () ->
                  Libc.blocking(
                      ts, Fn.RECV, self.descriptor(), buffer.address(), size, flags, 0, 0));
      return buffer.bytes((int) count);
    }
  }

  @Builtin("recv(self, bufsize, flags=0, /)")
  static long recv(ThreadState ts, SocketObject self, int size, int flags) {
    return ByteStrings.of(ts, receive(ts, self, size(ts, size, "recv"), flags));
  }

  private static int room(ThreadState ts, long buffer, int wanted, String function) {
    if (!Buffers.isWritable(ts, buffer)) {
      throw Errors.typeError(
          ts,
          "%s() argument 1 must be read-write bytes-like object, not %s",
          function,
          ts.runtime().typeOf(buffer).name());
    }
    int length = Buffers.writableLength(ts, buffer);
    if (size(ts, wanted, function) > length) {
      throw Errors.valueError(ts, "buffer too small for requested bytes");
    }
    return wanted == 0 ? length : wanted;
  }

  @Builtin("recv_into(self, buffer, nbytes=0, flags=0)")
  static long recvInto(ThreadState ts, SocketObject self, long buffer, int wanted, int flags) {
    byte[] bytes = receive(ts, self, room(ts, buffer, wanted, "recv_into"), flags);
    Buffers.write(ts, buffer, 0, bytes);
    return Word.boxInt(bytes.length);
  }

  /** What came, and from where. */
  private static long[] receiveFrom(ThreadState ts, SocketObject self, int size, int flags) {
    try (Scratch buffer = Scratch.of(size);
        Scratch address = Scratch.of(SocketAddress.BYTES + 8)) {
      long length = address.address() + SocketAddress.BYTES;
      long count =
          self.transfer(
              ts,
              Polling.IN,
              self.deadline(),
              flags,
              () -> {
                Memory.putInt(length, SocketAddress.BYTES);
                long at = address.address();
                long into = buffer.address();
                return Libc.blocking(
                    ts, Fn.RECVFROM, self.descriptor(), into, size, flags, at, length);
              });
      long data = ByteStrings.of(ts, buffer.bytes((int) count));
      return new long[] {data, SocketAddress.get(ts, address.address(), Memory.getInt(length))};
    }
  }

  @Builtin("recvfrom(self, bufsize, flags=0, /)")
  static long recvfrom(ThreadState ts, SocketObject self, int size, int flags) {
    return Tuples.of(ts, receiveFrom(ts, self, size(ts, size, "recvfrom"), flags));
  }

  @Builtin("recvfrom_into(self, buffer, nbytes=0, flags=0)")
  static long recvfromInto(ThreadState ts, SocketObject self, long buffer, int wanted, int flags) {
    int size = room(ts, buffer, wanted, "recvfrom_into");
    long[] got = receiveFrom(ts, self, size, flags);
    byte[] bytes = Buffers.require(ts, got[0]);
    Buffers.write(ts, buffer, 0, bytes);
    return Tuples.of(ts, Word.boxInt(bytes.length), got[1]);
  }

  // ---- sending

  private static long sendPart(
      ThreadState ts, SocketObject self, long at, long length, int flags, long deadline) {
    return self.transfer(
        ts,
        Polling.OUT,
        deadline,
        flags,
        () -> Libc.blocking(ts, Fn.SEND, self.descriptor(), at, length, flags | NOSIGNAL, 0, 0));
  }

  @Builtin("send(self, data, flags=0, /)")
  static long send(ThreadState ts, SocketObject self, long data, int flags) {
    byte[] bytes = Buffers.require(ts, data);
    try (Scratch copy = Scratch.copy(bytes)) {
      return Word.boxInt(sendPart(ts, self, copy.address(), bytes.length, flags, self.deadline()));
    }
  }

  @Builtin("sendall(self, data, flags=0, /)")
  static void sendall(ThreadState ts, SocketObject self, long data, int flags) {
    byte[] bytes = Buffers.require(ts, data);
    long deadline = self.deadline();
    try (Scratch copy = Scratch.copy(bytes)) {
      long done = 0;
      do {
        long at = copy.address() + done;
        done += sendPart(ts, self, at, bytes.length - done, flags, deadline);
      } while (done < bytes.length);
    }
  }

  @Builtin("sendto(self, /, *args)")
  static long sendto(ThreadState ts, SocketObject self, long args) {
    int given = Tuples.length(args);
    if (given < 2 || given > 3) {
      throw Errors.typeError(ts, "sendto() takes 2 or 3 arguments (%d given)", given);
    }
    long data = Tuples.get(args, 0);
    byte[] bytes = Buffers.require(ts, data);
    long target = Tuples.get(args, given - 1);
    int bits = given == 2 ? 0 : Numbers.asJavaInt(ts, Tuples.get(args, 1));
    try (Scratch copy = Scratch.copy(bytes);
        Scratch at = Scratch.of(SocketAddress.BYTES)) {
      int length = SocketAddress.put(ts, self.family, target, at.address(), "sendto");
      long from = copy.address();
      int all = bits | NOSIGNAL;
      return Word.boxInt(
          self.transfer(
              ts,
              Polling.OUT,
              self.deadline(),
              bits,
              () -> {
                long size = bytes.length;
                int fd = self.descriptor();
                return Libc.blocking(ts, Fn.SENDTO, fd, from, size, all, at.address(), length);
              }));
    }
  }

  @Builtin("recvmsg(self, bufsize, ancbufsize=, flags=0, /)")
  static long recvmsg(ThreadState ts, SocketObject self, int size, long ancillary, int flags) {
    return SocketMessages.recvmsg(ts, self, size, ancillary, flags);
  }

  @Builtin("recvmsg_into(self, buffers, ancbufsize=, flags=0, /)")
  static long recvmsgInto(
      ThreadState ts, SocketObject self, long buffers, long ancillary, int flags) {
    return SocketMessages.recvmsgInto(ts, self, buffers, ancillary, flags);
  }

  @Builtin("sendmsg(self, buffers, ancdata=, flags=0, address=, /)")
  static long sendmsg(
      ThreadState ts, SocketObject self, long buffers, long ancillary, int flags, long address) {
    return SocketMessages.sendmsg(ts, self, buffers, ancillary, flags, address);
  }

  @Builtin("__repr__(self, /)")
  static long repr(ThreadState ts, SocketObject self) {
    return Strs.of(
        ts,
        "<socket object, fd=%d, family=%d, type=%d, proto=%d>"
            .formatted(self.descriptor(), self.family, self.type, self.protocol));
  }

  @Getter("family")
  static int family(SocketObject self) {
    return self.family;
  }

  @Getter("type")
  static int type(SocketObject self) {
    return self.type;
  }

  @Getter("proto")
  static int proto(SocketObject self) {
    return self.protocol;
  }

  @Getter("timeout")
  static long timeout(SocketObject self) {
    return gettimeout(self);
  }
}
