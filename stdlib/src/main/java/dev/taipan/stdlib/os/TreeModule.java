package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code posix}: names in folders, made, changed and removed. */
@BuiltinModule("posix")
final class TreeModule {
  private static final int REMOVE_FOLDER = 0x200;
  private static final int NOFOLLOW = 0x100;
  private static final int FOLLOW = 0x400;
  private static final int LINK_BYTES = 1 << 16;

  private TreeModule() {}

  /** A call with a folder and a name. */
  private static void at(
      ThreadState ts, Fn function, int folder, Name name, long third, long fourth) {
    try (Scratch text = Scratch.copy(name.bytes())) {
      long result = Libc.blocking(ts, function, folder, text.address(), third, fourth, 0, 0);
      if ((int) result < 0) {
        throw OsErrors.last(ts, name.word());
      }
    }
  }

  @Builtin("mkdir(path, mode=511, *, dir_fd=None)")
  static void mkdir(ThreadState ts, long path, int mode, long dirFd) {
    Name name = Paths.name(ts, path, "mkdir", "path");
    at(ts, Fn.MKDIRAT, Folders.fd(ts, dirFd), name, mode, 0);
  }

  @Builtin("rmdir(path, *, dir_fd=None)")
  static void rmdir(ThreadState ts, long path, long dirFd) {
    Name name = Paths.name(ts, path, "rmdir", "path");
    at(ts, Fn.UNLINKAT, Folders.fd(ts, dirFd), name, REMOVE_FOLDER, 0);
  }

  @Builtin("unlink(path, *, dir_fd=None)")
  static void unlink(ThreadState ts, long path, long dirFd) {
    Name name = Paths.name(ts, path, "unlink", "path");
    at(ts, Fn.UNLINKAT, Folders.fd(ts, dirFd), name, 0, 0);
  }

  @Builtin("remove(path, *, dir_fd=None)")
  static void remove(ThreadState ts, long path, long dirFd) {
    Name name = Paths.name(ts, path, "remove", "path");
    at(ts, Fn.UNLINKAT, Folders.fd(ts, dirFd), name, 0, 0);
  }

  @Builtin("mkfifo(path, mode=438, *, dir_fd=None)")
  static void mkfifo(ThreadState ts, long path, int mode, long dirFd) {
    Name name = Paths.name(ts, path, "mkfifo", "path");
    at(ts, Fn.MKFIFOAT, Folders.fd(ts, dirFd), name, mode, 0);
  }

  @Builtin("mknod(path, mode=384, device=0, *, dir_fd=None)")
  static void mknod(ThreadState ts, long path, int mode, long device, long dirFd) {
    Name name = Paths.name(ts, path, "mknod", "path");
    at(ts, Fn.MKNODAT, Folders.fd(ts, dirFd), name, mode, Numbers.asJavaLong(ts, device));
  }

  /** A call with two names. */
  private static void two(
      ThreadState ts, Fn function, int fromFolder, Name from, int toFolder, Name to, int flags) {
    try (Scratch first = Scratch.copy(from.bytes());
        Scratch second = Scratch.copy(to.bytes())) {
      long result =
          Libc.blocking(
              ts, function, fromFolder, first.address(), toFolder, second.address(), flags, 0);
      if ((int) result < 0) {
        throw OsErrors.of(ts, Libc.errno(), from.word(), to.word());
      }
    }
  }

  private static void move(
      ThreadState ts, String function, long src, long dst, long fromFd, long toFd) {
    Name from = Paths.name(ts, src, function, "src");
    Name to = Paths.name(ts, dst, function, "dst");
    two(ts, Fn.RENAMEAT, Folders.fd(ts, fromFd), from, Folders.fd(ts, toFd), to, 0);
  }

  @Builtin("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void rename(ThreadState ts, long src, long dst, long fromFd, long toFd) {
    move(ts, "rename", src, dst, fromFd, toFd);
  }

  @Builtin("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void replace(ThreadState ts, long src, long dst, long fromFd, long toFd) {
    move(ts, "replace", src, dst, fromFd, toFd);
  }

  @Builtin("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)")
  static void link(ThreadState ts, long src, long dst, long fromFd, long toFd, boolean follow) {
    Name from = Paths.name(ts, src, "link", "src");
    Name to = Paths.name(ts, dst, "link", "dst");
    int flags = follow ? FOLLOW : 0;
    two(ts, Fn.LINKAT, Folders.fd(ts, fromFd), from, Folders.fd(ts, toFd), to, flags);
  }

  @Builtin("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
  static void symlink(ThreadState ts, long src, long dst, boolean folder, long dirFd) {
    Name from = Paths.name(ts, src, "symlink", "src");
    Name to = Paths.name(ts, dst, "symlink", "dst");
    try (Scratch first = Scratch.copy(from.bytes());
        Scratch second = Scratch.copy(to.bytes())) {
      int fd = Folders.fd(ts, dirFd);
      if ((int) Libc.call(Fn.SYMLINKAT, first.address(), fd, second.address()) < 0) {
        throw OsErrors.of(ts, Libc.errno(), from.word(), to.word());
      }
    }
  }

  @Builtin("readlink(path, *, dir_fd=None)")
  static long readlink(ThreadState ts, long path, long dirFd) {
    Name name = Paths.name(ts, path, "readlink", "path");
    try (Scratch text = Scratch.copy(name.bytes());
        Scratch target = Scratch.of(LINK_BYTES)) {
      int fd = Folders.fd(ts, dirFd);
      long count = Libc.call(Fn.READLINKAT, fd, text.address(), target.address(), LINK_BYTES);
      if (count < 0) {
        throw OsErrors.last(ts, name.word());
      }
      return Paths.result(ts, target.bytes((int) count), name.asBytes());
    }
  }

  @Builtin("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)")
  static void chmod(ThreadState ts, long path, int mode, long dirFd, boolean follow) {
    Name name = Paths.parse(ts, path, "chmod", "path", true, false);
    if (name.bytes() == null) {
      OsErrors.check(ts, Libc.call(Fn.FCHMOD, name.fd(), mode));
      return;
    }
    if (!follow) {
      throw Errors.notImplemented(ts, "chmod: follow_symlinks unavailable on this platform");
    }
    at(ts, Fn.FCHMODAT, Folders.fd(ts, dirFd), name, mode, 0);
  }

  @Builtin("fchmod(fd, mode)")
  static void fchmod(ThreadState ts, int fd, int mode) {
    OsErrors.check(ts, Libc.call(Fn.FCHMOD, fd, mode));
  }

  @Builtin("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)")
  static void chown(ThreadState ts, long path, long uid, long gid, long dirFd, boolean follow) {
    Name name = Paths.parse(ts, path, "chown", "path", true, false);
    int user = Ids.of(ts, uid, "uid");
    int group = Ids.of(ts, gid, "gid");
    if (name.bytes() == null) {
      OsErrors.check(ts, Libc.call(Fn.FCHOWN, name.fd(), user, group));
      return;
    }
    try (Scratch text = Scratch.copy(name.bytes())) {
      int fd = Folders.fd(ts, dirFd);
      long flags = follow ? 0 : NOFOLLOW;
      if ((int) Libc.call(Fn.FCHOWNAT, fd, text.address(), user, group, flags, 0) < 0) {
        throw OsErrors.last(ts, name.word());
      }
    }
  }

  @Builtin("lchown(path, uid, gid)")
  static void lchown(ThreadState ts, long path, long uid, long gid) {
    chown(ts, path, uid, gid, Word.NONE, false);
  }

  @Builtin("fchown(fd, uid, gid)")
  static void fchown(ThreadState ts, int fd, long uid, long gid) {
    OsErrors.check(ts, Libc.call(Fn.FCHOWN, fd, Ids.of(ts, uid, "uid"), Ids.of(ts, gid, "gid")));
  }

  @Builtin("listdir(path=None)")
  static long listdir(ThreadState ts, long path) {
    Name name = Paths.parse(ts, path, "listdir", "path", true, true);
    try (RootScope roots = ts.roots()) {
      long list = roots.keep(Lists.create(ts, 16));
      for (FolderReader.Entry entry : FolderReader.read(ts, name)) {
        Lists.append(ts, list, Paths.result(ts, entry.name(), name.asBytes()));
      }
      return list;
    }
  }

  @Builtin("truncate(path, length)")
  static void truncate(ThreadState ts, long path, long length) {
    Name name = Paths.parse(ts, path, "truncate", "path", true, false);
    long size = Numbers.asJavaLong(ts, Numbers.index(ts, length));
    if (name.bytes() == null) {
      OsErrors.check(ts, Libc.call(Fn.FTRUNCATE, name.fd(), size));
      return;
    }
    try (Scratch text = Scratch.copy(name.bytes())) {
      if ((int) Libc.blocking(ts, Fn.TRUNCATE, text.address(), size, 0) < 0) {
        throw OsErrors.last(ts, name.word());
      }
    }
  }

  @Builtin("getcwd()")
  static long getcwd(ThreadState ts) {
    return Paths.text(ts, here(ts));
  }

  @Builtin("getcwdb()")
  static long getcwdb(ThreadState ts) {
    return Paths.result(ts, here(ts), true);
  }

  private static byte[] here(ThreadState ts) {
    if (!FolderChanges.any()) {
      String start = java.nio.file.Path.of("").toAbsolutePath().toString();
      if (java.nio.file.Files.isDirectory(java.nio.file.Path.of(start))) {
        return FsText.encode(start);
      }
    }
    try (Scratch buffer = Scratch.of(LINK_BYTES)) {
      if (Libc.call(Fn.GETCWD, buffer.address(), LINK_BYTES) == 0) {
        throw OsErrors.last(ts);
      }
      return Libc.cBytes(buffer.address());
    }
  }

  @Builtin("chdir(path)")
  static void chdir(ThreadState ts, long path) {
    Name name = Paths.parse(ts, path, "chdir", "path", true, false);
    FolderChanges.note();
    if (name.bytes() == null) {
      fchdir(ts, name.fd());
      return;
    }
    try (Scratch text = Scratch.copy(name.bytes())) {
      if ((int) Libc.call(Fn.CHDIR, text.address()) < 0) {
        throw OsErrors.last(ts, name.word());
      }
    }
  }

  @Builtin("fchdir(fd)")
  static void fchdir(ThreadState ts, int fd) {
    FolderChanges.note();
    OsErrors.check(ts, Libc.call(Fn.FCHDIR, fd));
  }

  @Builtin("chroot(path)")
  static void chroot(ThreadState ts, long path) {
    Name name = Paths.name(ts, path, "chroot", "path");
    try (Scratch text = Scratch.copy(name.bytes())) {
      if ((int) Libc.call(Fn.CHROOT, text.address()) < 0) {
        throw OsErrors.last(ts, name.word());
      }
    }
  }

  @Builtin("sync()")
  static void sync(ThreadState ts) {
    Libc.blocking(ts, Fn.SYNC, 0, 0, 0);
  }
}
