package dev.taipan.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.stdlib.os.ProcessExit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library that tools/SystemCallLibrary.java writes is one that a JVM loads and exits by. */
final class ProcessExitTest {
  /** Where an ELF file names its processor. */
  private static final int MACHINE = 18;

  @TempDir private Path folder;

  /** What a child JVM runs: says whether there is a library, and exits. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      System.out.print(ProcessExit.prepare());
      ProcessExit.exit(Integer.parseInt(args[0]));
    }
  }

  @Test
  void exitsByTheSystemCall() throws IOException, InterruptedException {
    Path library = library();
    for (int status : new int[] {0, 1, 42, 255, 256 + 3, -1}) {
      assertEquals((status & 0xFF) + " true", child(library, status));
    }
  }

  @Test
  void exitsWithoutTheLibrary() throws IOException, InterruptedException {
    checkEndOfTheJvm(child(folder.resolve("absent.so"), 42));
  }

  @Test
  void exitsWithTheLibraryOfAnotherProcessor() throws IOException, InterruptedException {
    Path library = library();
    byte[] bytes = Files.readAllBytes(library);
    bytes[MACHINE]++;
    Files.write(library, bytes);
    checkEndOfTheJvm(child(library, 42));
  }

  private static void checkEndOfTheJvm(String outcome) {
    assertTrue(outcome.startsWith("42 false"), outcome);
    assertTrue(outcome.length() > "42 false".length(), "the JVM writes at its own end");
  }

  private Path library() throws IOException, InterruptedException {
    Path library = folder.resolve("calls.so");
    assertEquals("0 ", run("../tools/SystemCallLibrary.java", library.toString()));
    return library;
  }

  /** With an option that has the JVM write something at its own end. */
  private static String child(Path library, int status) throws IOException, InterruptedException {
    return run(
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+PrintVMInfoAtExit",
        "-Dtaipan.calls=" + library,
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        Integer.toString(status));
  }

  /** The exit code and what was written. */
  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }
}
