package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;

/**
 * The kernel's {@code struct statx}, which is the same on all platforms.
 *
 * <pre>
 * +0 mask    +4 blksize  +8 attributes  +16 nlink  +20 uid  +24 gid  +28 mode (16 bit)
 * +32 ino    +40 size    +48 blocks     +64 atime  +80 btime  +96 ctime  +112 mtime
 * +128 rdev major  +132 rdev minor  +136 dev major  +140 dev minor
 * a time: +0 seconds, +8 nanoseconds (32 bit)
 * </pre>
 */
public final class StatBuffer implements AutoCloseable {
  public static final int ATIME = 64;
  public static final int CTIME = 96;
  public static final int MTIME = 112;

  static final int AT_FDCWD = -100;
  private static final int BLKSIZE = 4;
  private static final int NLINK = 16;
  private static final int UID = 20;
  private static final int GID = 24;
  private static final int MODE = 28;
  private static final int INO = 32;
  private static final int SIZE = 40;
  private static final int BLOCKS = 48;
  private static final int RDEV = 128;
  private static final int DEV = 136;
  private static final int BYTES = 256;

  private static final int BASIC = 0x7ff;
  private static final int EMPTY_PATH = 0x1000;
  private static final int NOFOLLOW = 0x100;
  private static final int FORMAT = 0xF000;
  private static final int FOLDER = 0x4000;
  private static final int REGULAR = 0x8000;

  private final Scratch scratch = Scratch.of(BYTES);
  private boolean failed;

  private StatBuffer() {}

  /** Of an open descriptor. */
  public static StatBuffer ofDescriptor(int fd) {
    try (Scratch empty = Scratch.of(1)) {
      return of(fd, empty.address(), EMPTY_PATH);
    }
  }

  /** Of a name below a folder. */
  public static StatBuffer ofName(int folder, byte[] name, boolean follow) {
    try (Scratch path = Scratch.copy(name)) {
      return of(folder, path.address(), follow ? 0 : NOFOLLOW);
    }
  }

  private static StatBuffer of(int folder, long path, int flags) {
    StatBuffer buffer = new StatBuffer();
    long result = Libc.call(Fn.STATX, folder, path, flags, BASIC, buffer.scratch.address(), 0);
    buffer.failed = (int) result < 0;
    return buffer;
  }

  /** Whether the call failed; its error number is the thread's last. */
  public boolean failed() {
    return failed;
  }

  public boolean isFolder() {
    return (mode() & FORMAT) == FOLDER;
  }

  public boolean isRegular() {
    return (mode() & FORMAT) == REGULAR;
  }

  public int mode() {
    return Memory.getShort(scratch.address() + MODE) & 0xFFFF;
  }

  private long unsigned(int offset) {
    return Memory.getInt(scratch.address() + offset) & 0xFFFFFFFFL;
  }

  public long links() {
    return unsigned(NLINK);
  }

  public long uid() {
    return unsigned(UID);
  }

  public long gid() {
    return unsigned(GID);
  }

  public long blockSize() {
    return unsigned(BLKSIZE);
  }

  public long inode() {
    return Memory.getLong(scratch.address() + INO);
  }

  public long size() {
    return Memory.getLong(scratch.address() + SIZE);
  }

  public long blocks() {
    return Memory.getLong(scratch.address() + BLOCKS);
  }

  public long device() {
    return Devices.make(unsigned(DEV), unsigned(DEV + 4));
  }

  public long specialDevice() {
    return Devices.make(unsigned(RDEV), unsigned(RDEV + 4));
  }

  /** The seconds of one of the times. */
  public long seconds(int time) {
    return Memory.getLong(scratch.address() + time);
  }

  /** The nanoseconds within the second. */
  public long nanos(int time) {
    return unsigned(time + 8);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
