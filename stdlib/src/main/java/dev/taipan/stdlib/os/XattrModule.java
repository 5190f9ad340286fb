package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code posix}: extended attributes of files. */
@BuiltinModule("posix")
@SuppressWarnings("UnnecessaryLongToIntConversion") // a C int: the upper half means nothing
final class XattrModule {
  private static final int MOST = 65536;

  private XattrModule() {}

  private static long check(ThreadState ts, long result, Name file) {
    if (result < 0) {
      throw OsErrors.last(ts, file.bytes() == null ? Word.NONE : file.word());
    }
    return result;
  }

  private static Scratch text(Name file) {
    return Scratch.copy(file.bytes() == null ? new byte[0] : file.bytes());
  }

  @Builtin("getxattr(path, attribute, *, follow_symlinks=True)")
  static long get(ThreadState ts, long path, long attribute, boolean follow) {
    Name file = Paths.parse(ts, path, "getxattr", "path", true, false);
    byte[] key = Paths.bytes(ts, Paths.fspath(ts, attribute));
    try (Scratch name = text(file);
        Scratch label = Scratch.copy(key);
        Scratch value = Scratch.of(MOST)) {
      Fn function = file.bytes() == null ? Fn.FGETXATTR : follow ? Fn.GETXATTR : Fn.LGETXATTR;
      long first = file.bytes() == null ? file.fd() : name.address();
      long count = Libc.call(function, first, label.address(), value.address(), MOST);
      return ByteStrings.of(ts, value.bytes((int) check(ts, count, file)));
    }
  }

  @Builtin("setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)")
  static void set(
      ThreadState ts, long path, long attribute, long value, int flags, boolean follow) {
    Name file = Paths.parse(ts, path, "setxattr", "path", true, false);
    byte[] key = Paths.bytes(ts, Paths.fspath(ts, attribute));
    byte[] bytes = Buffers.require(ts, value);
    try (Scratch name = text(file);
        Scratch label = Scratch.copy(key);
        Scratch data = Scratch.copy(bytes)) {
      Fn function = file.bytes() == null ? Fn.FSETXATTR : follow ? Fn.SETXATTR : Fn.LSETXATTR;
      long first = file.bytes() == null ? file.fd() : name.address();
      long result =
          Libc.call(function, first, label.address(), data.address(), bytes.length, flags, 0);
      check(ts, (int) result, file);
    }
  }

  @Builtin("removexattr(path, attribute, *, follow_symlinks=True)")
  static void remove(ThreadState ts, long path, long attribute, boolean follow) {
    Name file = Paths.parse(ts, path, "removexattr", "path", true, false);
    byte[] key = Paths.bytes(ts, Paths.fspath(ts, attribute));
    try (Scratch name = text(file);
        Scratch label = Scratch.copy(key)) {
      Fn function =
          file.bytes() == null ? Fn.FREMOVEXATTR : follow ? Fn.REMOVEXATTR : Fn.LREMOVEXATTR;
      long first = file.bytes() == null ? file.fd() : name.address();
      check(ts, (int) Libc.call(function, first, label.address()), file);
    }
  }

  @Builtin("listxattr(path=None, *, follow_symlinks=True)")
  static long list(ThreadState ts, long path, boolean follow) {
    Name file = Paths.parse(ts, path, "listxattr", "path", true, true);
    try (Scratch name = text(file);
        Scratch value = Scratch.of(MOST);
        RootScope roots = ts.roots()) {
      Fn function = file.bytes() == null ? Fn.FLISTXATTR : follow ? Fn.LISTXATTR : Fn.LLISTXATTR;
      long first = file.bytes() == null ? file.fd() : name.address();
      long count = check(ts, Libc.call(function, first, value.address(), MOST), file);
      long list = roots.keep(Lists.create(ts, 4));
      for (long at = 0; at < count; ) {
        byte[] label = Libc.cBytes(value.address() + at);
        Lists.append(ts, list, Paths.text(ts, label));
        at += label.length + 1;
      }
      return list;
    }
  }
}
