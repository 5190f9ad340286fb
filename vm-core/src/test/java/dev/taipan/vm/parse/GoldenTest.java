package dev.taipan.vm.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees and faults are CPython's; see {@code src/test/tools/parser_goldens.py}. */
final class GoldenTest {
  static List<Golden> trees() throws IOException {
    return Golden.load("trees.golden");
  }

  static List<Golden> faults() throws IOException {
    return Golden.load("faults.golden");
  }

  @ParameterizedTest
  @MethodSource({"trees", "faults"})
  void agreesWithCpython(Golden golden) {
    String actual = ParseTool.ascii(ParseTool.snippet(golden.mode(), golden.source()));
    assertEquals(golden.expected(), actual.replace("\t", "\\t"), golden.source());
  }
}
