package dev.taipan.stdlib.os;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;

/** {@code _stat}: what the bits of a file's mode say. */
@BuiltinModule("_stat")
public final class ModeModule {
  private static final int DIR = 0040000;
  private static final int CHR = 0020000;
  private static final int BLK = 0060000;
  private static final int REG = 0100000;
  private static final int FIFO = 0010000;
  private static final int LNK = 0120000;
  private static final int SOCK = 0140000;

  private static final int KIND_MASK = 0170000;
  private static final int PERMISSION_MASK = 07777;
  private static final int SET_USER = 04000;
  private static final int SET_GROUP = 02000;
  private static final int STICKY = 01000;

  private static final String NUMBERS =
      "S_IFDIR 16384 S_IFCHR 8192 S_IFBLK 24576 S_IFREG 32768 S_IFIFO 4096 S_IFLNK"
          + " 40960 S_IFSOCK 49152 S_IFDOOR 0 S_IFPORT 0 S_IFWHT 0 S_ISUID 2048 S_ISGID"
          + " 1024 S_ISVTX 512 S_ENFMT 1024 S_IREAD 256 S_IWRITE 128 S_IEXEC 64 S_IRWXU 448"
          + " S_IRUSR 256 S_IWUSR 128 S_IXUSR 64 S_IRWXG 56 S_IRGRP 32 S_IWGRP 16 S_IXGRP 8"
          + " S_IRWXO 7 S_IROTH 4 S_IWOTH 2 S_IXOTH 1 UF_NODUMP 1 UF_IMMUTABLE 2 UF_APPEND"
          + " 4 UF_OPAQUE 8 UF_NOUNLINK 16 UF_COMPRESSED 32 UF_HIDDEN 32768 SF_ARCHIVED"
          + " 65536 SF_IMMUTABLE 131072 SF_APPEND 262144 SF_NOUNLINK 1048576 SF_SNAPSHOT"
          + " 2097152 ST_MODE 0 ST_INO 1 ST_DEV 2 ST_NLINK 3 ST_UID 4 ST_GID 5 ST_SIZE 6"
          + " ST_ATIME 7 ST_MTIME 8 ST_CTIME 9";

  private ModeModule() {}

  /** The constants. */
  public static void fill(ThreadState ts, long namespace) {
    Constants.fill(ts, namespace, NUMBERS);
  }

  private static int mode(ThreadState ts, long word) {
    if (!Ints.isInt(ts, word)) {
      throw Errors.typeError(ts, "an integer is required");
    }
    long index = Numbers.index(ts, word);
    if (Ints.signum(index) < 0 || Ints.toBig(index).bitLength() > Integer.SIZE) {
      throw Ints.signum(index) < 0
          ? Errors.overflowError(ts, "can't convert negative value to unsigned int")
          : Errors.overflowError(ts, "mode out of range");
    }
    return (int) Ints.toLong(index);
  }

  private static int kind(ThreadState ts, long word) {
    return mode(ts, word) & KIND_MASK;
  }

  /** Kinds of files that this system does not have; the argument is checked all the same. */
  private static boolean never(ThreadState ts, long word) {
    mode(ts, word);
    return false;
  }

  @Builtin("S_IMODE(mode, /)")
  static int permissions(ThreadState ts, long mode) {
    return mode(ts, mode) & PERMISSION_MASK;
  }

  @Builtin("S_IFMT(mode, /)")
  static int format(ThreadState ts, long mode) {
    return kind(ts, mode);
  }

  @Builtin("S_ISDIR(mode, /)")
  static boolean isDir(ThreadState ts, long mode) {
    return kind(ts, mode) == DIR;
  }

  @Builtin("S_ISCHR(mode, /)")
  static boolean isChr(ThreadState ts, long mode) {
    return kind(ts, mode) == CHR;
  }

  @Builtin("S_ISBLK(mode, /)")
  static boolean isBlk(ThreadState ts, long mode) {
    return kind(ts, mode) == BLK;
  }

  @Builtin("S_ISREG(mode, /)")
  static boolean isReg(ThreadState ts, long mode) {
    return kind(ts, mode) == REG;
  }

  @Builtin("S_ISFIFO(mode, /)")
  static boolean isFifo(ThreadState ts, long mode) {
    return kind(ts, mode) == FIFO;
  }

  @Builtin("S_ISLNK(mode, /)")
  static boolean isLnk(ThreadState ts, long mode) {
    return kind(ts, mode) == LNK;
  }

  @Builtin("S_ISSOCK(mode, /)")
  static boolean isSock(ThreadState ts, long mode) {
    return kind(ts, mode) == SOCK;
  }

  @Builtin("S_ISDOOR(mode, /)")
  static boolean isDoor(ThreadState ts, long mode) {
    return never(ts, mode);
  }

  @Builtin("S_ISPORT(mode, /)")
  static boolean isPort(ThreadState ts, long mode) {
    return never(ts, mode);
  }

  @Builtin("S_ISWHT(mode, /)")
  static boolean isWht(ThreadState ts, long mode) {
    return never(ts, mode);
  }

  @Builtin("filemode(mode, /)")
  static String filemode(ThreadState ts, long word) {
    int mode = mode(ts, word);
    return letter(mode & KIND_MASK)
        + triple(mode >> 6, (mode & SET_USER) != 0, 's')
        + triple(mode >> 3, (mode & SET_GROUP) != 0, 's')
        + triple(mode, (mode & STICKY) != 0, 't');
  }

  private static String letter(int kind) {
    return switch (kind) {
      case DIR -> "d";
      case CHR -> "c";
      case BLK -> "b";
      case REG -> "-";
      case FIFO -> "p";
      case LNK -> "l";
      case SOCK -> "s";
      default -> "?";
    };
  }

  /** Three permissions; the last letter says too whether a special bit is set. */
  private static String triple(int bits, boolean special, char mark) {
    boolean runs = (bits & 1) != 0;
    char last = special ? runs ? mark : Character.toUpperCase(mark) : runs ? 'x' : '-';
    return ((bits & 4) != 0 ? "r" : "-") + ((bits & 2) != 0 ? "w" : "-") + last;
  }
}
