package dev.taipan.stress.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tools/PlainCode.java} changes how classes are written, not what they do. */
final class PlainCodeTest {
  private static final Path TOOL =
      Path.of(System.getProperty("basedir", "."))
          .toAbsolutePath()
          .resolve("../tools/PlainCode.java");
  private static final String FOLDER = "dev/taipan/stress/plain";

  @TempDir Path temporary;

  @Test
  void samplesDoTheSame() throws Exception {
    Path before = jar("before.jar");
    Path after = jar("after.jar");
    assertEquals("2 left", rewrite(after));

    List<String> results = results(before);
    assertTrue(results.size() > 60, results::toString);
    assertEquals(String.join("\n", results), String.join("\n", results(after)));
  }

  /**
   * Two interfaces have, or inherit, code for what other ones of the nest leave to their lambdas.
   */
  @Test
  void onlyWhatIsNotUnderstoodStays() throws Exception {
    Path before = jar("before.jar");
    Path after = jar("after.jar");
    rewrite(after);

    Map<String, Integer> callsBefore = calls(before);
    Map<String, Integer> callsAfter = calls(after);
    assertTrue(callsBefore.get("metafactory") > 50, callsBefore::toString);
    assertEquals(2, callsAfter.get("metafactory"));
    assertTrue(callsBefore.get("altMetafactory") > 0, callsBefore::toString);
    assertEquals(callsBefore.get("altMetafactory"), callsAfter.get("altMetafactory"));
    assertEquals(
        callsBefore.get("makeConcatWithConstants"), callsAfter.get("makeConcatWithConstants"));
  }

  @Test
  void nestsHaveOneClassMore() throws Exception {
    Path after = jar("after.jar");
    rewrite(after);
    try (URLClassLoader loader = loader(after)) {
      for (String name : List.of("Samples", "OnInterface")) {
        Class<?> host = Class.forName("dev.taipan.stress.plain." + name, false, loader);
        Class<?> functions = Class.forName(host.getName() + "$$Functions", false, loader);
        assertEquals(host, functions.getNestHost());
        assertTrue(Arrays.asList(host.getNestMembers()).contains(functions), name);
      }
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Samples.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Path jar(String name) throws IOException, URISyntaxException {
    Path jar = temporary.resolve(name);
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"));
        Stream<Path> entries = Files.list(classes().resolve(FOLDER))) {
      Files.createDirectories(inside.getPath(FOLDER));
      for (Path entry : entries.toList()) {
        String file = entry.getFileName().toString();
        if (!file.startsWith(PlainCodeTest.class.getSimpleName())) {
          Files.copy(entry, inside.getPath(FOLDER, file));
        }
      }
    }
    return jar;
  }

  /** What the tool says at the end. */
  private static String rewrite(Path jar) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                TOOL.toString(),
                jar.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip().replaceAll(".*, ", "");
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static List<String> results(Path jar) throws Exception {
    try (URLClassLoader loader = loader(jar)) {
      Object samples =
          loader.loadClass(Samples.class.getName()).getDeclaredConstructor().newInstance();
      return ((Supplier<?>) samples).get() instanceof List<?> results
          ? results.stream().map(String::valueOf).toList()
          : List.of();
    }
  }

  /** The bootstrap methods of a jar's call sites, by name. */
  private static Map<String, Integer> calls(Path jar) throws IOException {
    Map<String, Integer> calls = new TreeMap<>();
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        Stream<Path> entries = Files.list(inside.getPath(FOLDER))) {
      for (Path entry : entries.toList()) {
        ClassModel model = ClassFile.of().parse(Files.readAllBytes(entry));
        for (MethodModel method : model.methods()) {
          method.code().stream()
              .flatMap(code -> code.elementStream())
              .filter(InvokeDynamicInstruction.class::isInstance)
              .map(call -> ((InvokeDynamicInstruction) call).bootstrapMethod().methodName())
              .forEach(name -> calls.merge(name, 1, Integer::sum));
        }
      }
    }
    return calls;
  }
}
