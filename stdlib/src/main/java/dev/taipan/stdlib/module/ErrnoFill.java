package dev.taipan.stdlib.module;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code errno}: Linux's numbers, the same on both architectures that are supported. */
public final class ErrnoFill {
  /** The names of 1, 2, 3 ...; a dash where there is none. */
  private static final String NAMES =
      "EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT"
          + " ENOTBLK EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY"
          + " EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS"
          + " ENOTEMPTY ELOOP - ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ENOCSI"
          + " EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT - EBFONT ENOSTR ENODATA ETIME ENOSR"
          + " ENONET ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG"
          + " EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ"
          + " ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT"
          + " EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE"
          + " EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN"
          + " ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH"
          + " EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM EREMOTEIO EDQUOT ENOMEDIUM"
          + " EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD"
          + " ENOTRECOVERABLE ERFKILL";

  private ErrnoFill() {}

  /** Puts the numbers into the namespace. */
  public static void fill(ThreadState ts, long namespace) {
    long codes = Dicts.create(ts);
    String[] names = NAMES.split(" ", -1);
    for (int i = 0; i < names.length; i++) {
      if (!names[i].equals("-")) {
        long number = Word.boxInt(i + 1);
        Dicts.set(ts, namespace, names[i], number);
        Dicts.set(ts, codes, number, Strs.of(ts, names[i]));
      }
    }
    Dicts.set(ts, namespace, "EWOULDBLOCK", Word.boxInt(11));
    Dicts.set(ts, namespace, "EDEADLOCK", Word.boxInt(35));
    Dicts.set(ts, namespace, "ENOTSUP", Word.boxInt(95));
    Dicts.set(ts, namespace, "errorcode", codes);
  }
}
