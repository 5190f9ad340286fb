package dev.taipan.stdlib.net;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Constants;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.stdlib.os.ResourceWarnings;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code _socket}: names, addresses, and making sockets. */
@BuiltinModule("_socket")
public final class SocketModule {
  private static final String DEFAULT_TIMEOUT = "default timeout of sockets";
  private static final int CLOEXEC = 0x80000;
  private static final int F_DUPFD_CLOEXEC = 1030;

  private static final String NUMBERS =
      "AF_UNSPEC 0 AF_UNIX 1 AF_INET 2 AF_INET6 10 AF_NETLINK 16 AF_PACKET 17 AF_VSOCK 40"
          + " SOCK_STREAM 1 SOCK_DGRAM 2 SOCK_RAW 3 SOCK_RDM 4 SOCK_SEQPACKET 5"
          + " SOCK_CLOEXEC 524288 SOCK_NONBLOCK 2048 SOL_SOCKET 1 SOL_IP 0 SOL_TCP 6 SOL_UDP 17"
          + " SO_DEBUG 1 SO_REUSEADDR 2 SO_TYPE 3 SO_ERROR 4 SO_DONTROUTE 5 SO_BROADCAST 6"
          + " SO_SNDBUF 7 SO_RCVBUF 8 SO_KEEPALIVE 9 SO_OOBINLINE 10 SO_PRIORITY 12 SO_LINGER 13"
          + " SO_REUSEPORT 15 SO_PASSCRED 16 SO_PEERCRED 17 SO_RCVLOWAT 18 SO_SNDLOWAT 19"
          + " SO_RCVTIMEO 20 SO_SNDTIMEO 21 SO_BINDTODEVICE 25 SO_ACCEPTCONN 30 SO_MARK 36"
          + " SO_PROTOCOL 38 SO_DOMAIN 39 SO_INCOMING_CPU 49 SOMAXCONN 4096 SCM_RIGHTS 1"
          + " SCM_CREDENTIALS 2 MSG_OOB 1 MSG_PEEK 2 MSG_DONTROUTE 4 MSG_CTRUNC 8 MSG_TRUNC 32"
          + " MSG_DONTWAIT 64 MSG_EOR 128 MSG_WAITALL 256 MSG_CONFIRM 2048 MSG_ERRQUEUE 8192"
          + " MSG_NOSIGNAL 16384 MSG_MORE 32768 MSG_CMSG_CLOEXEC 1073741824 SHUT_RD 0 SHUT_WR 1"
          + " SHUT_RDWR 2 IPPROTO_IP 0 IPPROTO_ICMP 1 IPPROTO_IGMP 2 IPPROTO_TCP 6"
          + " IPPROTO_EGP 8 IPPROTO_PUP 12 IPPROTO_UDP 17 IPPROTO_IDP 22 IPPROTO_TP 29"
          + " IPPROTO_IPV6 41 IPPROTO_ROUTING 43 IPPROTO_FRAGMENT 44 IPPROTO_RSVP 46"
          + " IPPROTO_GRE 47 IPPROTO_ESP 50 IPPROTO_AH 51 IPPROTO_ICMPV6 58 IPPROTO_NONE 59"
          + " IPPROTO_DSTOPTS 60 IPPROTO_PIM 103 IPPROTO_SCTP 132 IPPROTO_UDPLITE 136"
          + " IPPROTO_RAW 255 IPPORT_RESERVED 1024 IPPORT_USERRESERVED 5000 INADDR_ANY 0"
          + " INADDR_BROADCAST 4294967295 INADDR_LOOPBACK 2130706433 INADDR_NONE 4294967295"
          + " INADDR_UNSPEC_GROUP 3758096384 INADDR_ALLHOSTS_GROUP 3758096385"
          + " INADDR_MAX_LOCAL_GROUP 3758096639 IP_TOS 1 IP_TTL 2 IP_HDRINCL 3 IP_OPTIONS 4"
          + " IP_RECVOPTS 6 IP_RETOPTS 7 IP_RECVTOS 13 IP_TRANSPARENT 19 IP_MULTICAST_IF 32"
          + " IP_MULTICAST_TTL 33 IP_MULTICAST_LOOP 34 IP_ADD_MEMBERSHIP 35 IP_DROP_MEMBERSHIP 36"
          + " IP_BIND_ADDRESS_NO_PORT 24 IPV6_UNICAST_HOPS 16 IPV6_MULTICAST_IF 17"
          + " IPV6_MULTICAST_HOPS 18 IPV6_MULTICAST_LOOP 19 IPV6_JOIN_GROUP 20"
          + " IPV6_LEAVE_GROUP 21 IPV6_V6ONLY 26 IPV6_RECVPKTINFO 49 IPV6_PKTINFO 50"
          + " IPV6_HOPLIMIT 52 IPV6_RECVTCLASS 66 IPV6_TCLASS 67 TCP_NODELAY 1 TCP_MAXSEG 2"
          + " TCP_CORK 3 TCP_KEEPIDLE 4 TCP_KEEPINTVL 5 TCP_KEEPCNT 6 TCP_SYNCNT 7 TCP_LINGER2 8"
          + " TCP_DEFER_ACCEPT 9 TCP_WINDOW_CLAMP 10 TCP_INFO 11 TCP_QUICKACK 12 TCP_FASTOPEN 23"
          + " TCP_USER_TIMEOUT 18 EAI_ADDRFAMILY -9 EAI_AGAIN -3 EAI_BADFLAGS -1 EAI_FAIL -4"
          + " EAI_FAMILY -6 EAI_MEMORY -10 EAI_NODATA -5 EAI_NONAME -2 EAI_OVERFLOW -12"
          + " EAI_SERVICE -8 EAI_SOCKTYPE -7 EAI_SYSTEM -11 AI_PASSIVE 1 AI_CANONNAME 2"
          + " AI_NUMERICHOST 4 AI_V4MAPPED 8 AI_ALL 16 AI_ADDRCONFIG 32 AI_NUMERICSERV 1024"
          + " NI_MAXHOST 1025 NI_MAXSERV 32 NI_NOFQDN 4 NI_NUMERICHOST 1 NI_NAMEREQD 8"
          + " NI_NUMERICSERV 2 NI_DGRAM 16";

  private SocketModule() {}

  /** The functions, for the list of modules. */
  public static BuiltinTable table() {
    return SocketModuleTable.TABLE;
  }

  /** Constants, types and errors. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, NUMBERS);
    Constants.fill(ts, namespace, SocketNumbers.TABLE);
    Constants.fill(ts, namespace, RareFamilies.TABLE);
    PyType socket = StandardLibrary.type(ts, SocketTypeTable.TABLE);
    socket.mark(PyType.Flag.FINALIZER, true);
    // socket.socket derives from it with a slot for weak references of its own.
    socket.mark(PyType.Flag.WEAKREF, false);
    Dicts.set(ts, namespace, "socket", socket.cell());
    Dicts.set(ts, namespace, "SocketType", socket.cell());
    Dicts.set(ts, namespace, "has_ipv6", Word.TRUE);
    long os = ts.runtime().types().exception(Exc.OSError).cell();
    Dicts.set(ts, namespace, "error", os);
    long timeout = ts.runtime().types().exception(Exc.TimeoutError).cell();
    Dicts.set(ts, namespace, "timeout", timeout);
    for (String name : new String[] {"herror", "gaierror"}) {
      Dicts.set(ts, namespace, name, derived(ts, os, name));
    }
  }

  @Builtin("CMSG_LEN(length, /)")
  static long cmsgLen(ThreadState ts, long length) {
    return Word.boxInt(SocketMessages.HEAD + cmsgSize(ts, length, 0, "CMSG_LEN"));
  }

  @Builtin("CMSG_SPACE(length, /)")
  static long cmsgSpace(ThreadState ts, long length) {
    return Word.boxInt(SocketMessages.space(cmsgSize(ts, length, 8, "CMSG_SPACE")));
  }

  private static long cmsgSize(ThreadState ts, long word, int padding, String function) {
    long length = Numbers.asJavaLong(ts, word);
    if (length < 0 || length > Integer.MAX_VALUE - SocketMessages.HEAD - padding) {
      throw Errors.overflowError(ts, "%s() argument out of range", function);
    }
    return length;
  }

  @Builtin("sethostname(name, /)")
  static void sethostname(ThreadState ts, long name) {
    byte[] bytes = Strs.isStr(ts, name) ? Paths.bytes(ts, name) : Buffers.require(ts, name);
    try (Scratch text = Scratch.copy(bytes)) {
      OsErrors.check(ts, Libc.call(Fn.SETHOSTNAME, text.address(), bytes.length));
    }
  }

  private static long derived(ThreadState ts, long base, String name) {
    int mark = ts.rootMark();
    try {
      long bases = Tuples.of(ts, base);
      ts.root(bases);
      long body = Dicts.create(ts);
      ts.root(body);
      Dicts.set(ts, body, "__module__", Strs.of(ts, "socket"));
      long text = ts.runtime().intern(ts, name);
      return Calls.call3(ts, ts.runtime().types().type.cell(), text, bases, body);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A time limit in nanoseconds; -1 for None. */
  static long timeout(ThreadState ts, long word) {
    if (word == Word.NONE) {
      return -1;
    }
    if (!Floats.isFloat(ts, word) && !Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(
          ts, "'%s' object cannot be interpreted as an integer", ts.runtime().typeOf(word).name());
    }
    double seconds = Numbers.asDouble(ts, word);
    if (Double.isNaN(seconds)) {
      throw Errors.valueError(ts, "Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
      throw Errors.valueError(ts, "Timeout value out of range");
    }
    if (seconds > 9e9) {
      throw Errors.overflowError(ts, "timeout doesn't fit into C timeval");
    }
    return (long) Math.ceil(seconds * 1e9);
  }

  static long defaultTimeout(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    long word = Dicts.getStr(ts, state, ts.runtime().intern(ts, DEFAULT_TIMEOUT));
    return word == 0L ? -1 : Ints.toLong(word);
  }

  @Builtin("getdefaulttimeout()")
  static long getDefaultTimeout(ThreadState ts) {
    long nanos = defaultTimeout(ts);
    return nanos < 0 ? Word.NONE : Word.boxDouble(nanos / 1e9);
  }

  @Builtin("setdefaulttimeout(timeout, /)")
  static void setDefaultTimeout(ThreadState ts, long timeout) {
    long nanos = Ints.of(ts, timeout(ts, timeout));
    Dicts.set(ts, StandardLibrary.of(ts).state(), DEFAULT_TIMEOUT, nanos);
  }

  static void warnUnclosed(ThreadState ts, long socket) {
    ResourceWarnings.warn(ts, "unclosed ", socket);
  }

  @Builtin("gethostname()")
  static long gethostname(ThreadState ts) {
    try (Scratch name = Scratch.of(1024)) {
      OsErrors.check(ts, Libc.call(Fn.GETHOSTNAME, name.address(), 1023));
      return Strs.of(ts, Libc.cString(name.address()));
    }
  }

  @Builtin("getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)")
  static long getaddrinfo(
      ThreadState ts, long host, long port, int family, int type, int proto, int flags) {
    if (host != Word.NONE
        && !Strs.isStr(ts, host)
        && Buffers.ofBytesOrByteArray(ts, host) == null) {
      throw Errors.typeError(ts, "getaddrinfo() argument 1 must be string or None");
    }
    String name = host == Word.NONE ? null : Hosts.name(ts, host);
    String service;
    if (port == Word.NONE) {
      service = null;
    } else if (Ints.isInt(ts, port)) {
      service = Ints.toBig(port).toString();
    } else if (Strs.isStr(ts, port) || Buffers.ofBytesOrByteArray(ts, port) != null) {
      service =
          Strs.isStr(ts, port)
              ? Buffers.latin1(TextCodecs.encode(ts, port, TextCodecs.Codec.UTF_8, "strict"))
              : Hosts.name(ts, port);
    } else {
      throw Errors.raise(ts, Exc.OSError, "Int or String expected");
    }
    List<Hosts.Answer> answers = Hosts.find(ts, name, service, family, type, proto, flags);
    try (RootScope roots = ts.roots()) {
      long list = roots.keep(Lists.create(ts, 4));
      for (Hosts.Answer answer : answers) {
        Lists.append(ts, list, shown(ts, answer));
      }
      return list;
    }
  }

  private static long shown(ThreadState ts, Hosts.Answer answer) {
    try (Scratch at = Scratch.copy(answer.address())) {
      long address = SocketAddress.get(ts, at.address(), answer.address().length);
      return Tuples.of(
          ts,
          Word.boxInt(answer.family()),
          Word.boxInt(answer.type()),
          Word.boxInt(answer.protocol()),
          Strs.of(ts, answer.canonical()),
          address);
    }
  }

  @Builtin("gethostbyname(host, /)")
  static long gethostbyname(ThreadState ts, long host) {
    byte[] address = Hosts.resolve(ts, host, SocketAddress.INET);
    try (Scratch at = Scratch.copy(address)) {
      return Strs.of(ts, SocketAddress.text(SocketAddress.INET, at.address()));
    }
  }

  @Builtin("gethostbyname_ex(host, /)")
  static long gethostbynameEx(ThreadState ts, long host) {
    String name = Hosts.name(ts, host);
    List<Hosts.Answer> answers = Hosts.find(ts, name, null, SocketAddress.INET, 1, 0, 2);
    long list = Lists.create(ts, 2);
    String canonical = name;
    for (Hosts.Answer answer : answers) {
      canonical = answer.canonical().isEmpty() ? canonical : answer.canonical();
      try (Scratch at = Scratch.copy(answer.address())) {
        String text = SocketAddress.text(SocketAddress.INET, at.address() + 4);
        Lists.append(ts, list, Strs.of(ts, text));
      }
    }
    return Tuples.of(ts, Strs.of(ts, canonical), Lists.create(ts, 0), list);
  }

  @Builtin("gethostbyaddr(host, /)")
  static long gethostbyaddr(ThreadState ts, long host) {
    String name = Hosts.name(ts, host);
    Hosts.Answer found = Hosts.find(ts, name, null, 0, 1, 0, 0).get(0);
    try (Scratch at = Scratch.copy(found.address())) {
      String canonical = lookup(ts, at.address(), found.address().length, 8)[0];
      long list = Lists.create(ts, 1);
      int offset = found.family() == SocketAddress.INET ? 4 : 8;
      Lists.append(
          ts, list, Strs.of(ts, SocketAddress.text(found.family(), at.address() + offset)));
      return Tuples.of(ts, Strs.of(ts, canonical), Lists.create(ts, 0), list);
    }
  }

  private static String[] lookup(ThreadState ts, long address, int length, int flags) {
    try (Scratch host = Scratch.of(1025);
        Scratch service = Scratch.of(32)) {
      int error = (int) nameInfo(ts, address, length, host, service, flags);
      if (error != 0) {
        throw NetErrors.resolver(ts, error);
      }
      return new String[] {Libc.cString(host.address()), Libc.cString(service.address())};
    }
  }

  /** {@code getnameinfo} takes seven arguments; the flags are the last and go on the stack. */
  private static long nameInfo(
      ThreadState ts, long address, int length, Scratch host, Scratch service, int flags) {
    return Libc.blocking7(
        ts, Fn.GETNAMEINFO, address, length, host.address(), 1025, service.address(), 32, flags);
  }

  @Builtin("getnameinfo(sockaddr, flags, /)")
  static long getnameinfo(ThreadState ts, long address, int flags) {
    if (!Tuples.isTuple(ts, address)) {
      throw Errors.typeError(ts, "getnameinfo() argument 1 must be a tuple");
    }
    if (Tuples.length(address) < 2) {
      throw Errors.typeError(ts, "getnameinfo(): illegal sockaddr argument");
    }
    String host = Hosts.name(ts, Tuples.get(address, 0));
    String port = Integer.toString(Numbers.asJavaInt(ts, Tuples.get(address, 1)));
    var answers = Hosts.find(ts, host, port, 0, 2, 0, 4);
    byte[] found = answers.get(0).address();
    int count = Tuples.length(address);
    long flow = count > 2 ? Numbers.asJavaLong(ts, Tuples.get(address, 2)) : 0;
    if (flow < 0 || flow > 0xFFFFF) {
      throw Errors.overflowError(ts, "getnameinfo(): flowinfo must be 0-1048575.");
    }
    try (Scratch at = Scratch.copy(found)) {
      if (found.length == SocketAddress.INET6_BYTES) {
        Memory.putInt(at.address() + 4, Integer.reverseBytes((int) flow));
        long scope = count > 3 ? Numbers.asJavaLong(ts, Tuples.get(address, 3)) : 0;
        Memory.putInt(at.address() + 24, (int) scope);
      } else if (count != 2) {
        throw Errors.raise(ts, Exc.OSError, "IPv4 sockaddr must be 2 tuple");
      }
      String[] names = lookup(ts, at.address(), found.length, flags);
      return Tuples.of(ts, Strs.of(ts, names[0]), Strs.of(ts, names[1]));
    }
  }

  private static int service(ThreadState ts, String name, long protocol) {
    String wanted = protocol == Word.EMPTY ? null : Hosts.name(ts, protocol);
    int type = wanted == null ? 0 : wanted.equals("udp") ? 2 : 1;
    try {
      byte[] found = Hosts.find(ts, null, name, SocketAddress.INET, type, 0, 0).get(0).address();
      return (found[2] & 0xFF) << 8 | found[3] & 0xFF;
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.OSError);
      throw Errors.raise(ts, Exc.OSError, "service/proto not found");
    }
  }

  @Builtin("getservbyname(servicename, protocolname=, /)")
  static int getservbyname(ThreadState ts, String name, long protocol) {
    return service(ts, name, protocol);
  }

  @Builtin("getservbyport(port, protocolname=, /)")
  static long getservbyport(ThreadState ts, int port, long protocol) {
    if (port < 0 || port > 0xFFFF) {
      throw Errors.overflowError(ts, "getservbyport: port must be 0-65535.");
    }
    boolean udp = protocol != Word.EMPTY && Hosts.name(ts, protocol).equals("udp");
    byte[] any = {2, 0, (byte) (port >> 8), (byte) port, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    try (Scratch at = Scratch.copy(any)) {
      String name = lookup(ts, at.address(), any.length, 1 | (udp ? 16 : 0))[1];
      if (name.equals(Integer.toString(port))) {
        throw Errors.raise(ts, Exc.OSError, "port/proto not found");
      }
      return Strs.of(ts, name);
    }
  }

  @Builtin("getprotobyname(name, /)")
  static int getprotobyname(ThreadState ts, String name) {
    return switch (name) {
      case "ip" -> 0;
      case "icmp" -> 1;
      case "tcp" -> 6;
      case "udp" -> 17;
      case "ipv6" -> 41;
      default -> throw Errors.raise(ts, Exc.OSError, "protocol not found");
    };
  }

  private static long unsigned(ThreadState ts, long word, int bits, String function) {
    long value = Numbers.asJavaLong(ts, word);
    if (value < 0) {
      throw Errors.overflowError(ts, "can't convert negative value to unsigned int");
    }
    if (value >> bits != 0) {
      throw Errors.overflowError(
          ts, "%s: Python int too large to convert to C %d-bit unsigned integer", function, bits);
    }
    return value;
  }

  private static long swap16(ThreadState ts, long word, String function) {
    long value = unsigned(ts, word, 16, function);
    return Word.boxInt(Short.reverseBytes((short) value) & 0xFFFF);
  }

  private static long swap32(ThreadState ts, long word, String function) {
    long value = unsigned(ts, word, 32, function);
    return Word.boxInt(Integer.reverseBytes((int) value) & 0xFFFFFFFFL);
  }

  @Builtin("htons(x, /)")
  static long htons(ThreadState ts, long x) {
    return swap16(ts, x, "htons");
  }

  @Builtin("ntohs(x, /)")
  static long ntohs(ThreadState ts, long x) {
    return swap16(ts, x, "ntohs");
  }

  @Builtin("htonl(x, /)")
  static long htonl(ThreadState ts, long x) {
    return swap32(ts, x, "htonl");
  }

  @Builtin("ntohl(x, /)")
  static long ntohl(ThreadState ts, long x) {
    return swap32(ts, x, "ntohl");
  }

  @Builtin("inet_aton(ip_addr, /)")
  static long inetAton(ThreadState ts, String text) {
    byte[] address = SocketAddress.parse(SocketAddress.INET, text);
    if (address == null) {
      throw Errors.raise(ts, Exc.OSError, "illegal IP address string passed to inet_aton");
    }
    return ByteStrings.of(ts, address);
  }

  @Builtin("inet_ntoa(packed_ip, /)")
  static long inetNtoa(ThreadState ts, long packed) {
    byte[] bytes = Buffers.require(ts, packed);
    if (bytes.length != 4) {
      throw Errors.raise(ts, Exc.OSError, "packed IP wrong length");
    }
    try (Scratch at = Scratch.copy(bytes)) {
      return Strs.of(ts, SocketAddress.text(SocketAddress.INET, at.address()));
    }
  }

  @Builtin("inet_pton(address_family, ip_string, /)")
  static long inetPton(ThreadState ts, int family, String text) {
    checkFamily(ts, family);
    byte[] address = SocketAddress.parse(family, text);
    if (address == null) {
      throw Errors.raise(ts, Exc.OSError, "illegal IP address string passed to inet_pton");
    }
    return ByteStrings.of(ts, address);
  }

  private static void checkFamily(ThreadState ts, int family) {
    if (family != SocketAddress.INET && family != SocketAddress.INET6) {
      throw OsErrors.of(ts, 97);
    }
  }

  @Builtin("inet_ntop(address_family, packed_ip, /)")
  static long inetNtop(ThreadState ts, int family, long packed) {
    if (family != SocketAddress.INET && family != SocketAddress.INET6) {
      throw Errors.valueError(ts, "unknown address family %d", family);
    }
    byte[] bytes = Buffers.require(ts, packed);
    if (bytes.length != (family == SocketAddress.INET ? 4 : 16)) {
      throw Errors.valueError(ts, "invalid length of packed IP address string");
    }
    try (Scratch at = Scratch.copy(bytes)) {
      return Strs.of(ts, SocketAddress.text(family, at.address()));
    }
  }

  @Builtin("socketpair(family=1, type=1, proto=0, /)")
  static long socketpair(ThreadState ts, int family, int type, int proto) {
    int first;
    int second;
    try (Scratch pair = Scratch.of(8)) {
      long at = pair.address();
      OsErrors.check(ts, Libc.call(Fn.SOCKETPAIR, family, type | CLOEXEC, proto, at));
      first = Memory.getInt(at);
      second = Memory.getInt(at + 4);
    }
    int mark = ts.rootMark();
    try {
      long one = wrap(ts, family, type, proto, first);
      ts.root(one);
      return Tuples.of(ts, one, wrap(ts, family, type, proto, second));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long wrap(ThreadState ts, int family, int type, int proto, int fd) {
    long cls = StandardLibrary.type(ts, SocketTypeTable.TABLE).cell();
    int mark = ts.rootMark();
    try {
      long[] arguments = {
        Word.boxInt(family), Word.boxInt(type), Word.boxInt(proto), Word.boxInt(fd)
      };
      long args = Tuples.of(ts, arguments);
      ts.root(args);
      return Calls.named(ts, cls, "__call__", arguments);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("dup(integer, /)")
  static int dup(ThreadState ts, int fd) {
    return (int) OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_DUPFD_CLOEXEC, 0));
  }

  @Builtin("close(integer, /)")
  static void close(ThreadState ts, int fd) {
    OsErrors.check(ts, Libc.call(Fn.CLOSE, fd));
  }

  @Builtin("if_nametoindex(oname, /)")
  static int ifNameToIndex(ThreadState ts, String name) {
    try (Scratch text = Scratch.copy(name.getBytes(StandardCharsets.UTF_8))) {
      int index = (int) Libc.call(Fn.IF_NAMETOINDEX, text.address());
      if (index == 0) {
        throw Errors.raise(ts, Exc.OSError, "no interface with this name");
      }
      return index;
    }
  }

  @Builtin("if_indextoname(index, /)")
  static long ifIndexToName(ThreadState ts, int index) {
    try (Scratch name = Scratch.of(64)) {
      if (Libc.call(Fn.IF_INDEXTONAME, index, name.address()) == 0) {
        throw OsErrors.last(ts);
      }
      return Strs.of(ts, Libc.cString(name.address()));
    }
  }

  @Builtin("if_nameindex()")
  static long ifNameIndex(ThreadState ts) {
    long list = Lists.create(ts, 4);
    try {
      var interfaces = java.net.NetworkInterface.getNetworkInterfaces();
      while (interfaces.hasMoreElements()) {
        var one = interfaces.nextElement();
        long index = Word.boxInt(one.getIndex());
        Lists.append(ts, list, Tuples.of(ts, index, Strs.of(ts, one.getName())));
      }
    } catch (java.net.SocketException none) {
      throw Errors.raise(ts, Exc.OSError, "no interfaces");
    }
    return list;
  }
}
