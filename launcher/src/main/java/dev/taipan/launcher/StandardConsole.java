package dev.taipan.launcher;

import dev.taipan.vm.runtime.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's own output, in UTF-8; each piece is written as a whole. */
final class StandardConsole implements Console {
  private final PrintStream out = stream(FileDescriptor.out);
  private final PrintStream error = stream(FileDescriptor.err);

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  @Override
  public void print(CharSequence text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void error(CharSequence text) {
    out.flush();
    error.print(text);
    error.flush();
  }
}
