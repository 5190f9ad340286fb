package dev.taipan.stdlib.file;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.file.ByteStream.ByteChannelPair;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.TypeFactory;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** {@code _io}: opening files. */
@BuiltinModule("_io")
public final class IoModule {
  private static final String UNSUPPORTED = "UnsupportedOperation";

  private IoModule() {}

  /** The types and constants of the module. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "DEFAULT_BUFFER_SIZE", Word.boxInt(8192));
    PyType[] bases = {
      ts.runtime().types().exception(Exc.OSError), ts.runtime().types().exception(Exc.ValueError)
    };
    PyType unsupported =
        TypeFactory.derived(ts, UNSUPPORTED, bases, ts.runtime().types().type, true);
    Dicts.set(ts, namespace, UNSUPPORTED, unsupported.cell());
    long blocking = ts.runtime().types().exception(Exc.BlockingIOError).cell();
    Dicts.set(ts, namespace, "BlockingIOError", blocking);
    Dicts.set(
        ts, namespace, "TextIOWrapper", StandardLibrary.type(ts, TextFileTypeTable.TABLE).cell());
    Dicts.set(
        ts,
        namespace,
        "BufferedRandom",
        StandardLibrary.type(ts, BinaryFileTypeTable.TABLE).cell());
  }

  static Raised unsupported(ThreadState ts, String message) {
    long module = StandardLibrary.of(ts).importer().load(ts, "_io");
    long type = Attributes.get(ts, module, UNSUPPORTED);
    return ts.raise(Calls.call1(ts, type, Strs.of(ts, message)));
  }

  static void flush(ThreadState ts, FileObject file) {
    file.io(
        ts,
        () -> {
          file.stream.flush(ts);
          return null;
        });
  }

  static void close(ThreadState ts, FileObject file) {
    if (!file.stream.isClosed()) {
      file.io(
          ts,
          () -> {
            file.stream.close(ts);
            return null;
          });
    }
  }

  static int descriptor(ThreadState ts, FileObject file) {
    if (file.stream.descriptor() < 0) {
      throw unsupported(ts, "fileno");
    }
    return file.stream.descriptor();
  }

  @Builtin(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None,"
          + " closefd=True, opener=None)")
  static long open(
      ThreadState ts,
      long file,
      String mode,
      int buffering,
      long encoding,
      long errors,
      long newline,
      boolean closefd,
      long opener) {
    if (opener != Word.NONE) {
      throw Errors.notImplemented(ts, "open with an opener");
    }
    String path = path(ts, file);
    boolean binary = mode.indexOf('b') >= 0;
    Set<OpenOption> options = options(ts, mode);
    ByteStream stream = open(ts, path, options);
    if (binary) {
      return BinaryFileType.create(ts, new FileObject(stream, path, mode, null, null, null, false));
    }
    String codec = encoding == Word.NONE ? "utf-8" : Strs.toJava(encoding);
    if (codec.equalsIgnoreCase("utf8") || codec.equals("locale")) {
      codec = "utf-8";
    }
    String policy = errors == Word.NONE ? "strict" : Strs.toJava(errors);
    String ends = newline == Word.NONE ? null : Strs.toJava(newline);
    return TextFileType.create(
        ts, new FileObject(stream, path, mode, codec, policy, ends, buffering == 1));
  }

  private static Set<OpenOption> options(ThreadState ts, String mode) {
    Set<OpenOption> options = new HashSet<>();
    String kind = mode.replaceAll("[bt+]", "");
    boolean both = mode.indexOf('+') >= 0;
    switch (kind) {
      case "r" -> options.add(StandardOpenOption.READ);
      case "w" -> {
        options.add(StandardOpenOption.CREATE);
        options.add(StandardOpenOption.TRUNCATE_EXISTING);
      }
      case "x" -> options.add(StandardOpenOption.CREATE_NEW);
      case "a" -> {
        options.add(StandardOpenOption.CREATE);
        if (!both) {
          options.add(StandardOpenOption.APPEND);
        }
      }
      default -> throw Errors.valueError(ts, "invalid mode: '%s'", mode);
    }
    if (!kind.equals("r") || both) {
      options.add(StandardOpenOption.WRITE);
    }
    if (both) {
      options.add(StandardOpenOption.READ);
    }
    return options;
  }

  private static ByteStream open(ThreadState ts, String path, Set<OpenOption> options) {
    try {
      if (Files.isDirectory(Path.of(path))) {
        throw FileErrors.raise(ts, Exc.IsADirectoryError, 21, "Is a directory", path);
      }
      FileChannel channel = FileChannel.open(Path.of(path), options);
      boolean reads = options.contains(StandardOpenOption.READ);
      boolean writes = options.contains(StandardOpenOption.WRITE);
      return new ByteStream(
          new ByteChannelPair(reads ? channel : null, writes ? channel : null), -1);
    } catch (IOException e) {
      throw FileErrors.of(ts, e, path);
    }
  }

  /** {@code os.fspath} as text. */
  public static String path(ThreadState ts, long file) {
    if (Strs.isStr(ts, file)) {
      return Strs.toJava(file);
    }
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, file);
    if (bytes != null) {
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
    long method = Attributes.findQuietly(ts, file, ts.runtime().intern(ts, "__fspath__"));
    if (method == 0L) {
      throw Errors.typeError(
          ts,
          "expected str, bytes or os.PathLike object, not %s",
          ts.runtime().typeOf(file).name());
    }
    return path(ts, Calls.call0(ts, method));
  }

  @Builtin("text_encoding(encoding, stacklevel=2, /)")
  static long textEncoding(ThreadState ts, long encoding, int level) {
    return encoding == Word.NONE ? Strs.of(ts, "utf-8") : encoding;
  }
}
