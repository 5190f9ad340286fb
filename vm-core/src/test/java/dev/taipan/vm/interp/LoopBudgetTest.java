package dev.taipan.vm.interp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A method over 8,000 bytecodes is never compiled, and the compiler stops inlining when the method
 * and all that it inlined pass the same mark; so the loops and everything that could be inlined
 * into them stay below 7,900. What the launcher's command file keeps out of line does not count.
 */
final class LoopBudgetTest {
  private static final int BUDGET = 7900;

  /** The JVM inlines no larger method, however hot. */
  private static final int LARGEST_INLINED = 325;

  private final Set<String> counted = new HashSet<>();

  @ParameterizedTest
  @ValueSource(strings = {"InterpreterLoop", "PlainLoop", "TracingLoop"})
  void staysWithinTheLimitsOfTheCompiler(String loop) throws IOException {
    List<String> outOfLine = outOfLine();
    int bytes = size("dev/taipan/vm/interp/" + loop, "run", outOfLine, true);
    assertTrue(bytes <= BUDGET, loop + " takes " + bytes + " of " + BUDGET + " bytecodes");
  }

  private static List<String> outOfLine() throws IOException {
    return Files.readAllLines(Path.of("../launcher/src/main/jvm/compiler.commands")).stream()
        .filter(line -> line.startsWith("dontinline "))
        .map(line -> line.substring("dontinline ".length()).replace('.', '/'))
        .toList();
  }

  private int size(String owner, String name, List<String> outOfLine, boolean root)
      throws IOException {
    int bytes = 0;
    for (MethodModel method : read(owner).methods()) {
      if (!method.methodName().equalsString(name)
          || !counted.add(owner + "::" + name + method.methodType().stringValue())) {
        continue;
      }
      CodeAttribute code = method.findAttribute(java.lang.classfile.Attributes.code()).orElse(null);
      if (code == null || (!root && code.codeLength() > LARGEST_INLINED)) {
        continue;
      }
      bytes += code.codeLength() + callees(code, outOfLine);
    }
    return bytes;
  }

  private int callees(CodeAttribute code, List<String> outOfLine) throws IOException {
    int bytes = 0;
    for (var element : code) {
      if (element instanceof InvokeInstruction invoke
          && invoke.owner().asInternalName().startsWith("dev/taipan/")
          && !isOutOfLine(invoke, outOfLine)) {
        bytes +=
            size(invoke.owner().asInternalName(), invoke.name().stringValue(), outOfLine, false);
      }
    }
    return bytes;
  }

  private static boolean isOutOfLine(InvokeInstruction invoke, List<String> outOfLine) {
    String owner = invoke.owner().asInternalName();
    return outOfLine.contains(owner + "::*")
        || outOfLine.contains(owner + "::" + invoke.name().stringValue());
  }

  private static ClassModel read(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return ClassFile.of().parse(in.readAllBytes());
    }
  }
}
