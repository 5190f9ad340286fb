package dev.taipan.stdlib.file;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

/** From Java's input and output exceptions to OSError with its number. */
public final class FileErrors {
  private FileErrors() {}

  /** The Python exception for a failed operation on a file. */
  public static Raised of(ThreadState ts, IOException cause, String file) {
    String reason = cause instanceof FileSystemException fs ? fs.getReason() : cause.getMessage();
    return switch (cause) {
      case NoSuchFileException e ->
          raise(ts, Exc.FileNotFoundError, 2, "No such file or directory", file);
      case FileAlreadyExistsException e -> raise(ts, Exc.FileExistsError, 17, "File exists", file);
      case AccessDeniedException e -> raise(ts, Exc.PermissionError, 13, "Permission denied", file);
      case DirectoryNotEmptyException e -> raise(ts, Exc.OSError, 39, "Directory not empty", file);
      case NotDirectoryException e ->
          raise(ts, Exc.NotADirectoryError, 20, "Not a directory", file);
      case NotLinkException e -> raise(ts, Exc.OSError, 22, "Invalid argument", file);
      default -> byReason(ts, reason == null ? "Input/output error" : reason, file);
    };
  }

  private static Raised byReason(ThreadState ts, String reason, String file) {
    return switch (reason) {
      case "Is a directory" -> raise(ts, Exc.IsADirectoryError, 21, reason, file);
      case "Not a directory" -> raise(ts, Exc.NotADirectoryError, 20, reason, file);
      case "Operation not permitted" -> raise(ts, Exc.PermissionError, 1, reason, file);
      case "Illegal seek" -> raise(ts, Exc.OSError, 29, reason, file);
      case "Broken pipe" -> raise(ts, Exc.BrokenPipeError, 32, reason, file);
      case "No space left on device" -> raise(ts, Exc.OSError, 28, reason, file);
      default -> raise(ts, Exc.OSError, 5, reason, file);
    };
  }

  /** An OSError of a number; the file may be null. */
  public static Raised raise(ThreadState ts, Exc type, int number, String text, String file) {
    long code = Word.boxInt(number);
    long message = Strs.of(ts, text);
    Raised raised = Errors.raiseArgs(ts, type, code, message);
    setQuietly(ts, "errno", code);
    setQuietly(ts, "strerror", message);
    setQuietly(ts, "filename", file == null ? Word.NONE : Strs.of(ts, file));
    return raised;
  }

  private static void setQuietly(ThreadState ts, String name, long value) {
    Attributes.set(ts, ts.pending(), ts.runtime().intern(ts, name), value);
  }
}
