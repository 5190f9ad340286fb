package dev.taipan.optimizer.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceIrTextTest {
  private static final String SUM =
      """
      v0 = LOAD_SLOT [96]
      GUARD_INT v0 @0
      v2 = UNBOX_INT v0
      v3 = CONST_INT 1
      LOOP
      v5 = PHI I64 v2, v6
      v6 = ADD_INT v5, v3 @1
      GUARD_CMP_INT lt v6, v3 @1
      POLL @2
      JUMP_LOOP
      @0 frame code=0x1000 pc=0x2000 sp=112 { }
      @1 frame code=0x1000 pc=0x2008 sp=112 { 96: v5 }
      @2 frame code=0x1000 pc=0x2000 sp=112 { 96: v6 }
      """;

  @Test
  void textFormRoundTrips() {
    TraceIr ir = TraceIrParser.parse(SUM);
    assertEquals(SUM, ir.toString());
    assertEquals(List.of(), Verifier.check(ir));
    assertEquals(4, ir.exitCount());
  }

  @Test
  void everyImmediateAndABuiltFrameRoundTrip() {
    String text =
        """
        v0 = CONST_FLOAT -0.0
        v1 = CONST_FLOAT nan:7ff8000000000000
        v2 = CONST_WORD 0xfffe000000000001
        v3 = CONST_CELL 0x4000
        v4 = CONST_BOOL 1
        GUARD_STACK [400] @0
        v6 = LOAD_SLOT [104]
        v7 = GUARD_CELL_ID 9 v6 @0
        v8 = LOAD_RAW +24 acquire v7
        v9 = LOAD_I64 +16 opaque v7
        v10 = LOAD_INDEXED +8 opaque v8, v9
        STORE_INDEXED +8 release v8, v9, v10
        STORE_WORD +-8 plain v7, v2
        GUARD_CMP_FLOAT ge true v0, v1 @0
        GUARD_WORD 0x20 v10 @1
        EXIT @1
        @0 frame code=0x1000 pc=0x2000 sp=112 { }
        @1 frame code=0x1000 pc=0x2008 sp=112 frame code=0x1800 pc=0x3000 sp=320 base=200 top=360\
         flags=0x1 function=v3 globals=v2 builtins=v2 { 104: v4, 296: v0 }
        """;
    TraceIr ir = TraceIrParser.parse(text);
    assertEquals(text, ir.toString());
    assertEquals(List.of(), Verifier.check(ir));
  }

  @Test
  void mistakesNameTheirLine() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> TraceIrParser.parse("v1 = UNBOX_INT nope"));
    assertEquals("in line 'v1 = UNBOX_INT nope': no value nope", e.getMessage());
  }
}
