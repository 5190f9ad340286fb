package dev.taipan.stdlib.os;

/** Device numbers: how the C library packs major and minor numbers. */
final class Devices {
  private Devices() {}

  static long make(long major, long minor) {
    return (major & 0xfffff000L) << 32
        | (major & 0xfffL) << 8
        | (minor & 0xffffff00L) << 12
        | minor & 0xffL;
  }

  static long major(long device) {
    return device >>> 32 & 0xfffff000L | device >>> 8 & 0xfffL;
  }

  static long minor(long device) {
    return device >>> 12 & 0xffffff00L | device & 0xffL;
  }
}
