package dev.taipan.optimizer.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
  private static final String ROOT = "@0 frame code=0x1000 pc=0x2000 sp=112 { }";

  private static TraceIr parse(String lines) {
    return TraceIrParser.parse(lines.replace(" / ", "\n") + "\n" + ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c = CONST_INT 1 / w = UNBOX_INT c / EXIT @0 | operand 0 is I64
          c = CONST_INT 1                             | the trace ends with one EXIT
          LOOP / EXIT @0                              | the trace ends with one JUMP_LOOP
          LOOP / POLL @0 / LOOP / JUMP_LOOP           | second loop
          EXIT @4                                     | has no snapshot
          """)
  void structureFaultsAreFound(String lines, String fault) {
    List<String> faults = Verifier.check(parse(lines));
    assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), faults::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r = LOAD_RAW +24 acquire v7 / POLL @0 / w = LOAD_WORD +8 opaque r / EXIT @0 | RAW v3 lives across a poll
          w = LOAD_WORD +8 opaque v7 / LOOP / GUARD_INT w @0 / JUMP_LOOP | v3 comes from a shared load before the loop
          r = LOAD_RAW +24 release v7 / EXIT @0 | has order RELEASE
          """)
  void memoryFaultsAreFound(String lines, String fault) {
    String prefix = "v6 = LOAD_SLOT [104] / v7 = GUARD_CELL_ID 9 v6 @0 / c = CONST_INT 1 / ";
    List<String> faults = Verifier.check(parse(prefix + lines));
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().contains(fault), faults::toString);
  }

  @ParameterizedTest
  @CsvSource({"GUARD_CELL_ID 9,0", "GUARD_CELL_ID 300,1"})
  void shapeGuardsOfInstancesStayInTheLoop(String guard, int faults) {
    TraceIr ir =
        parse(
            "s = LOAD_SLOT [104] / g = "
                + guard
                + " s @0 / LOOP / i = LOAD_I64 +16 opaque g / POLL @0 / JUMP_LOOP");
    assertEquals(faults, Verifier.check(ir).size());
  }
}
