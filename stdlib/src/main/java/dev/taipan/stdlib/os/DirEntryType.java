package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code os.DirEntry}. What it was asked for is kept; two threads may both ask the system. */
@BuiltinType(name = "DirEntry", module = "posix", subclassable = false)
final class DirEntryType extends HostObject {
  private static final int FOLDER = 4;
  private static final int FILE = 8;
  private static final int LINK = 10;
  private static final int FORMAT = 0xF000;

  private final long name;
  private final long path;
  private final byte[] bytes;
  private final int folder;
  private final long inode;
  private final int type;
  private volatile long stat;
  private volatile long lstat;

  DirEntryType(long name, long path, byte[] bytes, int folder, long inode, int type) {
    this.name = name;
    this.path = path;
    this.bytes = bytes;
    this.folder = folder;
    this.inode = inode;
    this.type = type;
  }

  static long create(ThreadState ts, DirEntryType entry) {
    return Hosts.create(ts, StandardLibrary.type(ts, DirEntryTypeTable.TABLE), entry);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(name);
    visitor.visit(path);
    visitor.visit(stat);
    visitor.visit(lstat);
  }

  private long ask(ThreadState ts, boolean follow) {
    return StatModule.stat(ts, new Name(path, bytes, -1, false), folder, follow);
  }

  @Builtin("stat(self, /, *, follow_symlinks=True)")
  static long stat(ThreadState ts, DirEntryType self, boolean follow) {
    boolean plain = !follow || self.type != LINK && self.type != 0;
    long known = plain ? self.lstat : self.stat;
    if (known != Word.EMPTY) {
      return known;
    }
    long result = self.ask(ts, !plain);
    if (plain) {
      self.lstat = result;
    } else {
      self.stat = result;
    }
    return result;
  }

  /** The file's kind as the mode has it; 0 if it is gone. */
  private int kind(ThreadState ts, boolean follow) {
    try (StatBuffer buffer = StatBuffer.ofName(folder, bytes, follow)) {
      if (buffer.failed()) {
        if (Libc.errno() == 2) {
          return 0;
        }
        throw OsErrors.last(ts, path);
      }
      return buffer.mode() & FORMAT;
    }
  }

  private boolean is(ThreadState ts, boolean follow, int wanted) {
    if (type != 0 && !(type == LINK && follow)) {
      return type == wanted;
    }
    return kind(ts, follow) >> 12 == wanted;
  }

  @Builtin("is_dir(self, /, *, follow_symlinks=True)")
  static boolean isDir(ThreadState ts, DirEntryType self, boolean follow) {
    return self.is(ts, follow, FOLDER);
  }

  @Builtin("is_file(self, /, *, follow_symlinks=True)")
  static boolean isFile(ThreadState ts, DirEntryType self, boolean follow) {
    return self.is(ts, follow, FILE);
  }

  @Builtin("is_symlink(self, /)")
  static boolean isSymlink(ThreadState ts, DirEntryType self) {
    return self.is(ts, false, LINK);
  }

  @Builtin("is_junction(self, /)")
  static boolean isJunction(DirEntryType self) {
    return false;
  }

  @Builtin("inode(self, /)")
  static long inode(ThreadState ts, DirEntryType self) {
    return StatModule.unsigned(ts, self.inode);
  }

  @Builtin("__fspath__(self, /)")
  static long fspath(DirEntryType self) {
    return self.path;
  }

  @Builtin("__repr__(self, /)")
  static long repr(ThreadState ts, DirEntryType self) {
    return Strs.of(ts, "<DirEntry " + Representation.text(ts, self.name) + ">");
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classItem(ThreadState ts, long cls, long item) {
    return Calls.call2(ts, ts.runtime().types().genericAlias.cell(), cls, item);
  }

  @Getter("name")
  static long name(DirEntryType self) {
    return self.name;
  }

  @Getter("path")
  static long path(DirEntryType self) {
    return self.path;
  }
}
