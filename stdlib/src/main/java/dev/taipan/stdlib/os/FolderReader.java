package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a folder, read at once.
 *
 * <pre>
 * struct dirent: +0 inode  +8 offset  +16 length (16 bit)  +18 type (8 bit)  +19 name
 * </pre>
 */
final class FolderReader {
  private static final int TYPE = 18;
  private static final int NAME = 19;

  private FolderReader() {}

  /**
   * A name in a folder.
   *
   * @param type what the folder says it is; 0 if it does not say
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(byte[] name, long inode, int type) {}

  static List<Entry> read(ThreadState ts, Name folder) {
    long stream = open(ts, folder);
    if (stream == 0) {
      throw OsErrors.last(ts, folder.word() == Word.NONE ? Word.NONE : folder.word());
    }
    List<Entry> entries = new ArrayList<>();
    try {
      while (true) {
        long at = Libc.call(Fn.READDIR, stream);
        if (at == 0) {
          return entries;
        }
        byte[] name = Libc.cBytes(at + NAME);
        boolean dots = name.length <= 2 && name[0] == '.' && name[name.length - 1] == '.';
        if (!dots) {
          entries.add(new Entry(name, Memory.getLong(at), Memory.getByte(at + TYPE)));
        }
      }
    } finally {
      Libc.call(Fn.CLOSEDIR, stream);
    }
  }

  private static long open(ThreadState ts, Name folder) {
    if (folder.bytes() == null) {
      int copy = (int) Libc.call(Fn.DUP, folder.fd());
      if (copy < 0) {
        throw OsErrors.last(ts, folder.word());
      }
      long stream = Libc.call(Fn.FDOPENDIR, copy);
      if (stream == 0) {
        int error = Libc.errno();
        Libc.call(Fn.CLOSE, copy);
        throw OsErrors.of(ts, error, folder.word());
      }
      Libc.call(Fn.REWINDDIR, stream);
      return stream;
    }
    try (Scratch text = Scratch.copy(folder.bytes())) {
      return Libc.call(Fn.OPENDIR, text.address());
    }
  }
}
