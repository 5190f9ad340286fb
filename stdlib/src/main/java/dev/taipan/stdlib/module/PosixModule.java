package dev.taipan.stdlib.module;

import dev.taipan.stdlib.file.FileErrors;
import dev.taipan.stdlib.file.IoModule;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Stream;

/** {@code posix}: the file system and the process, as far as the JDK shows them. */
@BuiltinModule("posix")
final class PosixModule {
  private static final SecureRandom RANDOM = new SecureRandom();

  private PosixModule() {}

  /** A step on the file system. */
  @FunctionalInterface
  private interface Step<T> {
    T run(Path path) throws IOException;
  }

  private static <T> T on(ThreadState ts, long path, Step<T> step) {
    String text = IoModule.path(ts, path);
    try {
      return step.run(Path.of(text));
    } catch (IOException e) {
      throw FileErrors.of(ts, e, text);
    }
  }

  @Builtin("getcwd()")
  static String getcwd() {
    return Path.of("").toAbsolutePath().toString();
  }

  @Builtin("getpid()")
  static long getpid() {
    return Word.boxInt(ProcessHandle.current().pid());
  }

  @Builtin("getppid()")
  static long getppid() {
    return Word.boxInt(ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L));
  }

  @Builtin("cpu_count()")
  static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Builtin("fspath(path)")
  static long fspath(ThreadState ts, long path) {
    if (Strs.isStr(ts, path) || Buffers.ofBytesOrByteArray(ts, path) != null) {
      return path;
    }
    long method = Attributes.findQuietly(ts, path, ts.runtime().intern(ts, "__fspath__"));
    if (method == 0L) {
      throw Errors.typeError(
          ts,
          "expected str, bytes or os.PathLike object, not %s",
          ts.runtime().typeOf(path).name());
    }
    return Calls.call0(ts, method);
  }

  @Builtin("stat(path, *, dir_fd=None, follow_symlinks=True)")
  static long stat(ThreadState ts, long path, long dirFd, boolean follow) {
    LinkOption[] options =
        follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    Map<String, Object> all = on(ts, path, p -> Files.readAttributes(p, "unix:*", options));
    return PosixFill.STAT.create(
        ts,
        number(ts, all, "mode"),
        number(ts, all, "ino"),
        number(ts, all, "dev"),
        number(ts, all, "nlink"),
        number(ts, all, "uid"),
        number(ts, all, "gid"),
        number(ts, all, "size"),
        seconds(all, "lastAccessTime"),
        seconds(all, "lastModifiedTime"),
        seconds(all, "ctime"));
  }

  private static long number(ThreadState ts, Map<String, Object> all, String name) {
    return Ints.of(ts, ((Number) all.get(name)).longValue());
  }

  private static long seconds(Map<String, Object> all, String name) {
    long millis = ((FileTime) all.get(name)).toMillis();
    return Word.boxDouble(millis / 1000.0);
  }

  @Builtin("lstat(path, *, dir_fd=None)")
  static long lstat(ThreadState ts, long path, long dirFd) {
    return stat(ts, path, dirFd, false);
  }

  @Builtin("listdir(path=None)")
  static long listdir(ThreadState ts, long path) {
    long folder = path == Word.NONE ? Strs.of(ts, ".") : path;
    String[] names =
        on(
            ts,
            folder,
            p -> {
              if (!Files.exists(p)) {
                throw new NoSuchFileException(p.toString());
              }
              if (!Files.isDirectory(p)) {
                throw new NotDirectoryException(p.toString());
              }
              try (Stream<Path> entries = Files.list(p)) {
                return entries.map(e -> e.getFileName().toString()).toArray(String[]::new);
              }
            });
    long list = Lists.create(ts, names.length);
    for (String name : names) {
      Lists.append(ts, list, Strs.of(ts, name));
    }
    return list;
  }

  @Builtin("mkdir(path, mode=511, *, dir_fd=None)")
  static void mkdir(ThreadState ts, long path, int mode, long dirFd) {
    on(ts, path, Files::createDirectory);
  }

  @Builtin("rmdir(path, *, dir_fd=None)")
  static void rmdir(ThreadState ts, long path, long dirFd) {
    on(
        ts,
        path,
        p -> {
          if (Files.exists(p) && !Files.isDirectory(p)) {
            throw new NotDirectoryException(p.toString());
          }
          Files.delete(p);
          return null;
        });
  }

  @Builtin("unlink(path, *, dir_fd=None)")
  static void unlink(ThreadState ts, long path, long dirFd) {
    on(
        ts,
        path,
        p -> {
          if (Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)) {
            throw new java.nio.file.FileSystemException(p.toString(), null, "Is a directory");
          }
          Files.delete(p);
          return null;
        });
  }

  @Builtin("remove(path, *, dir_fd=None)")
  static void remove(ThreadState ts, long path, long dirFd) {
    unlink(ts, path, dirFd);
  }

  @Builtin("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void rename(ThreadState ts, long from, long to, long fromFd, long toFd) {
    Path target = Path.of(IoModule.path(ts, to));
    on(ts, from, p -> Files.move(p, target, StandardCopyOption.REPLACE_EXISTING));
  }

  @Builtin("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void replace(ThreadState ts, long from, long to, long fromFd, long toFd) {
    rename(ts, from, to, fromFd, toFd);
  }

  @Builtin("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
  static void symlink(ThreadState ts, long from, long to, boolean folder, long dirFd) {
    Path target = Path.of(IoModule.path(ts, from));
    on(ts, to, p -> Files.createSymbolicLink(p, target));
  }

  @Builtin("readlink(path, *, dir_fd=None)")
  static String readlink(ThreadState ts, long path, long dirFd) {
    return on(ts, path, p -> Files.readSymbolicLink(p).toString());
  }

  @Builtin("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
  static boolean access(
      ThreadState ts, long path, int mode, long dirFd, boolean effective, boolean follow) {
    Path p = Path.of(IoModule.path(ts, path));
    return Files.exists(p)
        && ((mode & 4) == 0 || Files.isReadable(p))
        && ((mode & 2) == 0 || Files.isWritable(p))
        && ((mode & 1) == 0 || Files.isExecutable(p));
  }

  @Builtin("urandom(size, /)")
  static long urandom(ThreadState ts, int size) {
    if (size < 0) {
      throw Errors.valueError(ts, "negative argument not allowed");
    }
    byte[] bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return dev.taipan.vm.object.ByteStrings.of(ts, bytes);
  }

  @Builtin("_exit(status)")
  static void exit(ThreadState ts, int status) {
    Runtime.getRuntime().halt(status);
  }

  @Builtin("putenv(name, value, /)")
  static void putenv(ThreadState ts, long name, long value) {
    // os.environ holds what the program sees; a child process gets it from there.
  }

  @Builtin("unsetenv(name, /)")
  static void unsetenv(ThreadState ts, long name) {}

  @Builtin("chdir(path)")
  static void chdir(ThreadState ts, long path) {
    throw Errors.notImplemented(ts, "os.chdir");
  }

  @Builtin("scandir(path=None)")
  static long scandir(ThreadState ts, long path) {
    throw Errors.notImplemented(ts, "os.scandir");
  }

  @Builtin("open(path, flags, mode=511, *, dir_fd=None)")
  static long open(ThreadState ts, long path, int flags, int mode, long dirFd) {
    throw Errors.notImplemented(ts, "os.open");
  }
}
