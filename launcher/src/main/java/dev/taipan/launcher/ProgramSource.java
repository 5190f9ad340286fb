package dev.taipan.launcher;

import dev.taipan.vm.object.SourceAhead;
import dev.taipan.vm.runtime.Options;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a command line names, read.
 *
 * @param kind how it is run
 * @param filename what tracebacks and {@code __file__} show
 * @param bytes the source, null where the library finds the module or a prompt reads it
 * @param firstPath the first entry of {@code sys.path}
 */
@SuppressWarnings("ArrayRecordComponent") // read once; never compared
record ProgramSource(Kind kind, String filename, byte[] bytes, String firstPath) {
  /** How a program is run. */
  enum Kind {
    TEXT,
    FILE,
    /** A module that the library finds by its name. */
    MODULE,
    /** The module {@code __main__} of a folder or an archive. */
    PACKED,
    /** What is typed at a prompt. */
    TYPED
  }

  /** A file that cannot be run; the message lacks the program's name. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    final int status;

    Unreadable(String message, int status) {
      super(message, null, false, false);
      this.status = status;
    }
  }

  private static final int NO_FILE = 2;
  private static final int ZIP_END_BYTES = 22;
  private static final int ZIP_COMMENT_MAX = 0xFFFF;

  static ProgramSource of(CommandLine line) throws Unreadable {
    String program = line.program();
    return switch (line.kind()) {
      case COMMAND -> text("<string>", (program + "\n").getBytes(StandardCharsets.UTF_8));
      case FILE -> file(program, line.has('x'));
      case MODULE ->
          new ProgramSource(Kind.MODULE, program, null, Path.of("").toAbsolutePath().toString());
      default ->
          Terminal.isInteractive(line)
              ? new ProgramSource(Kind.TYPED, "<stdin>", null, "")
              : text("<stdin>", input());
    };
  }

  /** What can be compiled before the runtime is there; null where there is no source yet. */
  SourceAhead ahead(Options options) {
    return kind == Kind.TEXT || kind == Kind.FILE
        ? new SourceAhead(bytes, filename, options.optimize(), options.intMaxStrDigits())
        : null;
  }

  private static ProgramSource text(String filename, byte[] bytes) {
    return new ProgramSource(Kind.TEXT, filename, bytes, "");
  }

  private static byte[] input() throws Unreadable {
    try {
      return System.in.readAllBytes();
    } catch (IOException e) {
      throw new Unreadable("can't read standard input: " + e.getMessage(), 1);
    }
  }

  private static ProgramSource file(String program, boolean skipFirstLine) throws Unreadable {
    Path path = Path.of(program);
    String absolute = absolute(program);
    try {
      if (Files.isDirectory(path)) {
        return new ProgramSource(Kind.PACKED, absolute, null, absolute);
      }
      byte[] bytes = Files.readAllBytes(path);
      if (isArchive(bytes)) {
        return new ProgramSource(Kind.PACKED, absolute, null, absolute);
      }
      Path folder = path.toAbsolutePath().normalize().getParent();
      byte[] source = skipFirstLine ? withoutFirstLine(bytes) : bytes;
      return new ProgramSource(Kind.FILE, absolute, source, folder.toString());
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw cannotOpen(absolute, "[Errno 2] No such file or directory");
    } catch (AccessDeniedException e) {
      throw cannotOpen(absolute, "[Errno 13] Permission denied");
    } catch (IOException e) {
      throw cannotOpen(absolute, "[Errno 5] Input/output error");
    }
  }

  /** The name in front of which the current folder is put, if need be: nothing is resolved. */
  private static String absolute(String program) {
    return program.startsWith("/") ? program : Path.of("").toAbsolutePath() + "/" + program;
  }

  private static Unreadable cannotOpen(String file, String reason) {
    return new Unreadable("can't open file '" + file + "': " + reason, NO_FILE);
  }

  /**
   * Whether bytes end as a zip archive does: with its directory's last record and a comment. What
   * stands before the archive, like the first line of a script, does not matter.
   */
  private static boolean isArchive(byte[] bytes) {
    int last = bytes.length - ZIP_END_BYTES;
    for (int at = last; at >= Math.max(0, last - ZIP_COMMENT_MAX); at--) {
      boolean end =
          bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6;
      int comment = bytes[at + 20] & 0xFF | (bytes[at + 21] & 0xFF) << 8;
      if (end && at + ZIP_END_BYTES + comment == bytes.length) {
        return true;
      }
    }
    return false;
  }

  /** The line end stays, so that line numbers do. */
  private static byte[] withoutFirstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    byte[] rest = new byte[bytes.length - end];
    System.arraycopy(bytes, end, rest, 0, rest.length);
    return rest;
  }
}
