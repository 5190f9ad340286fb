package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Fd;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code sys.stdin}, {@code sys.stdout}, {@code sys.stderr}. */
public final class StandardFiles {
  /** The exit code of a program whose output could not be written at its end. */
  private static final int FLUSH_FAILED = 120;

  private StandardFiles() {}

  /** Makes the file objects and puts them into the namespace of {@code sys}. */
  public static void open(ThreadState ts, long sys, Startup startup) {
    String encoding = "utf-8";
    String errors = null;
    String given = System.getenv("PYTHONIOENCODING");
    boolean ignored = startup.flags().indexOf('E') >= 0 || startup.flags().indexOf('I') >= 0;
    if (given != null && !given.isEmpty() && !ignored) {
      int colon = given.indexOf(':');
      encoding = colon < 0 ? given : given.substring(0, colon);
      errors = colon < 0 ? null : given.substring(colon + 1);
      errors = errors == null || errors.isEmpty() ? null : errors;
      if (encoding.isEmpty()) {
        encoding = "utf-8";
      } else if (errors == null) {
        errors = "strict";
      }
    }
    String plain = errors == null ? "surrogateescape" : errors;
    String unbuffered = System.getenv("PYTHONUNBUFFERED");
    boolean direct =
        startup.flags().indexOf('u') >= 0
            || unbuffered != null && !unbuffered.isEmpty() && !ignored;
    set(ts, sys, "stdin", 0, encoding, plain, direct);
    set(ts, sys, "stdout", 1, encoding, plain, direct);
    set(ts, sys, "stderr", 2, encoding, "backslashreplace", direct);
  }

  /** By what the command says: the JVM has taken the number of a closed file for one of its own. */
  private static boolean isOpen(int fd) {
    String closed = System.getProperty("taipan.closed", "");
    return closed.indexOf('0' + fd) < 0;
  }

  private static void set(
      ThreadState ts,
      long sys,
      String name,
      int fd,
      String encoding,
      String errors,
      boolean direct) {
    long file = isOpen(fd) ? file(ts, name, fd, encoding, errors, direct) : Word.NONE;
    Dicts.set(ts, sys, name, file);
    Dicts.set(ts, sys, "__" + name + "__", file);
  }

  private static long host(ThreadState ts, BuiltinTable table, HostObject state) {
    long object = Hosts.create(ts, StandardLibrary.type(ts, table), state);
    ts.root(object);
    return object;
  }

  private static long file(
      ThreadState ts, String name, int fd, String encoding, String errors, boolean direct) {
    int mark = ts.rootMark();
    try {
      boolean reads = fd == 0;
      RawFile raw = new RawFile();
      raw.readable = reads;
      raw.writable = !reads;
      raw.closesFd = false;
      raw.open(fd);
      long below = host(ts, FileIoTypeTable.TABLE, raw);
      long shown = Strs.of(ts, "<" + name + ">");
      Instances.set(ts, below, ts.runtime().intern(ts, "name"), shown);
      if (!direct || reads) {
        BufferedFile buffered = new BufferedFile(reads, !reads);
        buffered.start(ts, below, BufferedFile.DEFAULT_SIZE);
        BuiltinTable table = reads ? BufferedReaderTypeTable.TABLE : BufferedWriterTypeTable.TABLE;
        below = host(ts, table, buffered);
      }
      TextFile text = new TextFile();
      text.standard = true;
      text.lineBuffering = fd == 2 || Fd.isTerminal(fd);
      text.writeThrough = direct && !reads;
      long object = host(ts, TextIoWrapperTypeTable.TABLE, text);
      TextSetup.startStandard(ts, text, below, encoding, errors, reads);
      text.own(ts, below, true);
      long mode = Strs.of(ts, reads ? "r" : "w");
      Instances.set(ts, object, ts.runtime().intern(ts, "mode"), mode);
      return object;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Writes out what programs left in the buffers; the exit code that this asks for, or 0. */
  public static int flush(ThreadState ts) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    if (sys == 0L) {
      return 0;
    }
    boolean out = flush(ts, sys, "stdout");
    boolean error = flush(ts, sys, "stderr");
    return out && error ? 0 : FLUSH_FAILED;
  }

  private static boolean flush(ThreadState ts, long sys, String name) {
    long dict = Modules.dict(ts, sys);
    long file = Dicts.getStr(ts, dict, ts.runtime().intern(ts, name));
    if (file == 0L || file == Word.NONE || isIdle(ts, file)) {
      return true;
    }
    int mark = ts.rootMark();
    try {
      ts.root(file);
      long closed = Attributes.find(ts, file, "closed");
      if (closed == 0L || !Truth.isTrue(ts, closed)) {
        Calls.named(ts, file, "flush");
      }
      return true;
    } catch (Raised signal) {
      long error = ts.takePending();
      ts.root(error);
      if (name.equals("stdout")) {
        report(ts, file, error);
      }
      return false;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Whether it is one of our own files with nothing to write: then no method is looked up. */
  private static boolean isIdle(ThreadState ts, long file) {
    if (ts.runtime().typeOf(file) != StandardLibrary.type(ts, TextIoWrapperTypeTable.TABLE)) {
      return false;
    }
    TextFile text = Hosts.get(ts, file, TextFile.class);
    return text.isIdle(ts) && isPlain(ts, file) && isPlain(ts, text.buffer);
  }

  /** Without methods of the object's own. */
  private static boolean isPlain(ThreadState ts, long file) {
    return Instances.get(ts, file, ts.runtime().intern(ts, "flush")) == 0L
        && Instances.get(ts, file, ts.runtime().intern(ts, "closed")) == 0L;
  }

  private static void report(ThreadState ts, long file, long error) {
    String shown = dev.taipan.vm.object.Representation.text(ts, file);
    ts.runtime()
        .console()
        .error("Exception ignored in: " + shown + "\n" + Tracebacks.format(ts, error));
  }
}
