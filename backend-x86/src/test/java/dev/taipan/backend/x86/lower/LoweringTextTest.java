package dev.taipan.backend.x86.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.backend.x86.regs.X86Registers;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.alloc.AllocationCheck;
import dev.taipan.optimizer.alloc.LinearScan;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.spi.TraceAbort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The instructions of every operation, in {@code golden/lowering}: a file holds cases, a case is
 * its title after {@code ==}, a trace, {@code --}, and the listing. {@code -Dupdate.golden=true}
 * writes the listings anew; the difference is to be read.
 */
final class LoweringTextTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/lowering");
  private static final String CASE = "== ";
  private static final String LISTING = "--\n";
  private static final int TRACE_ID = 7;

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  private static String listing(String trace) throws TraceAbort {
    TraceIr ir = TraceIrParser.parse(trace);
    assertEquals(List.of(), Verifier.check(ir), trace);
    X86Registers file = new X86Registers();
    Allocation allocation = LinearScan.allocate(ir, file);
    assertEquals(List.of(), AllocationCheck.check(allocation, file), trace);
    return Lowering.emit(allocation, TRACE_ID).listing();
  }

  @Test
  void listings() throws IOException, TraceAbort {
    for (Path file : files()) {
      String text = Files.readString(file);
      StringBuilder now = new StringBuilder();
      for (String one : text.substring(CASE.length()).split("\n" + CASE, -1)) {
        int titleEnd = one.indexOf('\n');
        int traceEnd = one.indexOf(LISTING);
        String trace = one.substring(titleEnd + 1, traceEnd < 0 ? one.length() : traceEnd);
        now.append(now.isEmpty() ? "" : "\n").append(CASE).append(one, 0, titleEnd + 1);
        now.append(trace).append(LISTING).append(listing(trace));
      }
      if (Boolean.getBoolean("update.golden")) {
        Files.writeString(file, now);
      } else {
        assertEquals(text, now.toString(), file.toString());
      }
    }
  }

  @Test
  void everyOperationHasAListing() throws IOException {
    // CLOSE is an EXIT that a pass replaces.
    Set<IrOp> missing = EnumSet.complementOf(EnumSet.of(IrOp.CLOSE));
    for (Path file : files()) {
      String text = Files.readString(file);
      missing.removeIf(op -> text.contains(op + " ") || text.contains(op + "\n"));
    }
    assertTrue(missing.isEmpty(), missing.toString());
  }
}
