package dev.taipan.stdlib.file;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import java.io.IOException;

/** An open file: its bytes, and how text is made of them where it is a text file. */
final class FileObject extends HostObject {
  final ByteStream stream;
  final String name;
  final String mode;

  /** Null for a binary file. */
  final String encoding;

  final String errors;

  /** The {@code newline} argument, null for the default. */
  final String newline;

  final boolean lineBuffered;

  FileObject(
      ByteStream stream,
      String name,
      String mode,
      String encoding,
      String errors,
      String newline,
      boolean lineBuffered) {
    this.stream = stream;
    this.name = name;
    this.mode = mode;
    this.encoding = encoding;
    this.errors = errors;
    this.newline = newline;
    this.lineBuffered = lineBuffered;
  }

  /** An operation on the bytes. */
  @FunctionalInterface
  interface Operation<T> {
    T run() throws IOException;
  }

  <T> T io(ThreadState ts, Operation<T> operation) {
    if (stream.isClosed()) {
      throw Errors.valueError(ts, "I/O operation on closed file.");
    }
    try {
      return operation.run();
    } catch (IOException e) {
      throw FileErrors.of(ts, e, null);
    }
  }
}
