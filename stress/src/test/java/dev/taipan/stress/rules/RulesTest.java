package dev.taipan.stress.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule finds a planted violation and passes over what only looks like one. */
final class RulesTest {
  private static List<SourceFile> one(String module, String text) {
    return List.of(new SourceFile(module, module + "/src/main/java/X.java", text));
  }

  @Test
  void aForbiddenArrowIsFound() {
    String use = "import dev.taipan.tracer.Recorder;";
    assertEquals(1, Rules.forbiddenArrows(one("vm-core", use)).size());
    assertEquals(1, Rules.forbiddenArrows(one("optimizer", use)).size());
    assertEquals(0, Rules.forbiddenArrows(one("tracer", use)).size());
    assertEquals(0, Rules.forbiddenArrows(one("bench", use)).size());
    String inline = "class X { Object o = new dev.taipan.backend.x86.Assembler(); }";
    assertEquals(1, Rules.forbiddenArrows(one("backend-arm64", inline)).size());
    assertEquals(0, Rules.forbiddenArrows(one("vm-core", "// dev.taipan.tracer")).size());
  }

  @Test
  void aQualifiedExportIsNoArrow() {
    String text = "module dev.taipan.vm { exports dev.taipan.vm.spi to dev.taipan.tracer; %s }";
    List<SourceFile> fine = descriptor(text.formatted(""));
    List<SourceFile> wrong = descriptor(text.formatted("requires dev.taipan.tracer;"));
    assertEquals(0, Rules.forbiddenArrows(fine).size());
    assertEquals(1, Rules.forbiddenArrows(wrong).size());
  }

  private static List<SourceFile> descriptor(String text) {
    return List.of(new SourceFile("vm-core", "vm-core/src/main/java/module-info.java", text));
  }

  @Test
  void aMonitorIsFound() {
    assertEquals(1, Rules.monitors(one("tracer", "synchronized (x) {}")).size());
    assertEquals(1, Rules.monitors(one("tracer", "f(\"\\\"\"); synchronized void g()")).size());
    assertEquals(0, Rules.monitors(one("tracer", "/* synchronized\n */ f('\"');")).size());
    assertEquals(0, Rules.monitors(one("tracer", "f(\"synchronized\");")).size());
    assertEquals(0, Rules.monitors(one("tracer", "f(\"\"\"\n a \"q synchronized \"\"\");")).size());
  }

  @Test
  void anotherDoorToMemoryIsFound() {
    String internal = "import jdk.internal.misc.Unsafe;";
    assertEquals(1, Rules.unsafeOutsideTheDoor(one("vm-core", internal)).size());
    assertEquals(1, Rules.unsafeOutsideTheDoor(one("stdlib", "sun.misc.Unsafe u;")).size());
    List<SourceFile> door = List.of(new SourceFile("vm-core", Rules.MEMORY_DOOR, internal));
    assertEquals(0, Rules.unsafeOutsideTheDoor(door).size());
  }

  @Test
  void aLongFileNeedsAReason() {
    List<SourceFile> atLimit = one("tracer", "x\n".repeat(Rules.MAX_LINES));
    List<SourceFile> tooLong = one("tracer", "x\n".repeat(Rules.MAX_LINES + 1));
    String path = tooLong.getFirst().path();
    assertEquals(0, Rules.longFiles(atLimit, Map.of()).size());
    assertEquals(1, Rules.longFiles(tooLong, Map.of()).size());
    assertEquals(1, Rules.longFiles(tooLong, Map.of(path, "")).size());
    assertEquals(0, Rules.longFiles(tooLong, Map.of(path, "a table")).size());
    assertEquals(1, Rules.longFiles(atLimit, Map.of(path, "a table")).size());
  }

  @Test
  void servicesAreReadFromADescriptor() {
    SourceFile file =
        new SourceFile("tracer", "module-info.java", "provides a.B with c.D,\n c.E; uses a.F;");
    assertEquals(List.of("a.B c.D", "a.B c.E"), Rules.services(file).toList());
    SourceFile imported =
        new SourceFile("tracer", "module-info.java", "import a.b.C; provides C with d.E;");
    assertEquals(List.of("a.b.C d.E"), Rules.services(imported).toList());
  }
}
