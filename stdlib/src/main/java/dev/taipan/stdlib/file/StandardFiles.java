package dev.taipan.stdlib.file;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.thread.ThreadState;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's three files. */
public final class StandardFiles {
  private FileObject out;
  private FileObject error;

  public StandardFiles() {}

  /** Makes the file objects and puts them into the namespace of {@code sys}. */
  public void open(ThreadState ts, long sys) {
    FileObject in =
        file(
            new ByteStream.ByteChannelPair(
                new FileInputStream(FileDescriptor.in).getChannel(), null),
            0,
            "<stdin>",
            "r",
            "strict");
    out = file(output(FileDescriptor.out), 1, "<stdout>", "w", "strict");
    error = file(output(FileDescriptor.err), 2, "<stderr>", "w", "backslashreplace");
    set(ts, sys, "stdin", in);
    set(ts, sys, "stdout", out);
    set(ts, sys, "stderr", error);
  }

  private static ByteStream.ByteChannelPair output(FileDescriptor descriptor) {
    return new ByteStream.ByteChannelPair(null, new FileOutputStream(descriptor).getChannel());
  }

  private static FileObject file(
      ByteStream.ByteChannelPair channels, int number, String name, String mode, String errors) {
    boolean lines = number == 2 || isTerminal(number);
    ByteStream stream = new ByteStream(channels, number);
    return new FileObject(stream, name, mode, "utf-8", errors, null, lines);
  }

  private static void set(ThreadState ts, long sys, String name, FileObject file) {
    long object = TextFileType.create(ts, file);
    Dicts.set(ts, sys, name, object);
    Dicts.set(ts, sys, "__" + name + "__", object);
  }

  /** Whether a descriptor is a terminal: what the kernel says it leads to. */
  static boolean isTerminal(int descriptor) {
    if (descriptor < 0) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException noSuchDescriptor) {
      return false;
    }
  }

  /** Writes out what programs left in the buffers. */
  public void flush(ThreadState ts) {
    for (FileObject file : new FileObject[] {out, error}) {
      try {
        if (!file.stream.isClosed()) {
          file.stream.flush(ts);
        }
      } catch (IOException e) {
        ts.runtime().console().error("Exception ignored while flushing: " + e.getMessage() + "\n");
      }
    }
  }
}
