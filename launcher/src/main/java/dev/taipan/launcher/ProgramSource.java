package dev.taipan.launcher;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a command line names, read.
 *
 * @param filename what tracebacks and {@code __file__} show
 * @param bytes the source, null where the library finds the module or a prompt reads it
 * @param firstPath the first entry of {@code sys.path}
 * @param isFile whether {@code __file__} is set
 */
@SuppressWarnings("ArrayRecordComponent") // read once; never compared
record ProgramSource(String filename, byte[] bytes, String firstPath, boolean isFile) {

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
  private static final int NO_MAIN = 1;

  static ProgramSource of(CommandLine line) throws Unreadable {
    String program = line.program();
    return switch (line.kind()) {
      case COMMAND -> text("<string>", (program + "\n").getBytes(StandardCharsets.UTF_8));
      case FILE -> file(program, line.has('x'));
      case MODULE ->
          new ProgramSource(program, null, Path.of("").toAbsolutePath().toString(), false);
      default -> Terminal.isInteractive(line) ? text("<stdin>", null) : text("<stdin>", input());
    };
  }

  private static ProgramSource text(String filename, byte[] bytes) {
    return new ProgramSource(filename, bytes, "", false);
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
        return directory(path, absolute);
      }
      byte[] bytes = Files.readAllBytes(path);
      if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3) {
        return archive(path, absolute);
      }
      Path folder = path.toAbsolutePath().normalize().getParent();
      byte[] source = skipFirstLine ? withoutFirstLine(bytes) : bytes;
      return new ProgramSource(absolute, source, folder.toString(), true);
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

  private static ProgramSource directory(Path path, String absolute)
      throws IOException, Unreadable {
    Path main = path.resolve("__main__.py");
    if (!Files.exists(main)) {
      throw noMain(path);
    }
    String filename = absolute + "/__main__.py";
    return new ProgramSource(filename, Files.readAllBytes(main), absolute, true);
  }

  private static ProgramSource archive(Path path, String absolute) throws IOException, Unreadable {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry main = zip.getEntry("__main__.py");
      if (main == null) {
        throw noMain(path);
      }
      byte[] bytes = zip.getInputStream(main).readAllBytes();
      return new ProgramSource(absolute + "/__main__.py", bytes, absolute, true);
    }
  }

  private static Unreadable noMain(Path path) {
    return new Unreadable(
        "can't find '__main__' module in '" + path.toAbsolutePath() + "'", NO_MAIN);
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
