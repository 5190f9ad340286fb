package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What {@code os.scandir} gives. The folder was read when it was made. */
@BuiltinType(name = "ScandirIterator", module = "posix", subclassable = false)
final class ScandirType extends HostObject {
  private final Name folder;
  private final ConcurrentLinkedQueue<FolderReader.Entry> entries;

  /** Set once, by whoever closes it or takes the last entry. */
  private volatile boolean closed;

  private ScandirType(Name folder, Iterator<FolderReader.Entry> entries) {
    this.folder = folder;
    this.entries = new ConcurrentLinkedQueue<>();
    entries.forEachRemaining(this.entries::add);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(folder.word());
  }

  static long create(ThreadState ts, long path) {
    Name name = Paths.parse(ts, path, "scandir", "path", true, true);
    ScandirType iterator = new ScandirType(name, FolderReader.read(ts, name).iterator());
    PyType type = StandardLibrary.type(ts, ScandirTypeTable.TABLE);
    type.mark(PyType.Flag.FINALIZER, true);
    return Hosts.create(ts, type, iterator);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ScandirType self) {
    FolderReader.Entry entry = self.entries.poll();
    if (entry == null) {
      self.closed = true;
    }
    return entry == null ? Word.EMPTY : self.entry(ts, entry);
  }

  private long entry(ThreadState ts, FolderReader.Entry entry) {
    int mark = ts.rootMark();
    try {
      long name = Paths.result(ts, entry.name(), folder.asBytes());
      ts.root(name);
      if (folder.bytes() == null) {
        DirEntryType made =
            new DirEntryType(name, name, entry.name(), folder.fd(), entry.inode(), entry.type());
        return DirEntryType.create(ts, made);
      }
      byte[] full = entry.name();
      if (folder.word() != Word.NONE) {
        full = joined(folder.bytes(), entry.name());
      } else {
        full = joined(new byte[] {'.'}, entry.name());
      }
      long path = Paths.result(ts, full, folder.asBytes());
      ts.root(path);
      DirEntryType made =
          new DirEntryType(name, path, full, Folders.CURRENT, entry.inode(), entry.type());
      return DirEntryType.create(ts, made);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static byte[] joined(byte[] folder, byte[] name) {
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    full.writeBytes(folder);
    if (folder.length > 0 && folder[folder.length - 1] != '/') {
      full.write('/');
    }
    full.writeBytes(name);
    return full.toByteArray();
  }

  @Builtin("close(self, /)")
  static void close(ScandirType self) {
    self.closed = true;
    self.entries.clear();
  }

  /** An iterator that is neither used up nor closed would hold a descriptor in C: it warns. */
  @Builtin("__del__(self, /)")
  static void finish(ThreadState ts, long self) {
    ScandirType iterator = Hosts.get(ts, self, ScandirType.class);
    if (!iterator.closed) {
      ResourceWarnings.warn(ts, "unclosed scandir iterator ", self);
      close(iterator);
    }
  }

  @Builtin("__enter__(self, /)")
  static long enter(long self) {
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ScandirType self, long args) {
    close(self);
  }
}
