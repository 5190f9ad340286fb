package dev.taipan.backend.arm64.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.backend.arm64.asm.Disassembler;
import dev.taipan.backend.arm64.regs.Arm64Registers;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The instructions of every operation, in {@code golden/lowering}: a file holds cases, a case is
 * its title after {@code ==}, a trace, {@code --}, and the code up to the side exits, which only
 * {@code exits.txt} shows. {@code -Dupdate.golden=true} writes the code anew; the difference is to
 * be read.
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

  private static String listing(String trace, boolean exits) throws TraceAbort {
    TraceIr ir = TraceIrParser.parse(trace);
    assertEquals(List.of(), Verifier.check(ir), trace);
    Arm64Registers file = new Arm64Registers();
    Allocation allocation = LinearScan.allocate(ir, file);
    assertEquals(List.of(), AllocationCheck.check(allocation, file), trace);
    Lowering.Emitted emitted = Lowering.emit(allocation, TRACE_ID);
    int end = exits ? emitted.codeEnd() : emitted.exits();
    return Disassembler.print(Arrays.copyOf(emitted.code(), end), 0);
  }

  private static String withListings(String text, boolean exits) throws TraceAbort {
    StringBuilder now = new StringBuilder();
    for (String one : text.substring(CASE.length()).split("\n" + CASE, -1)) {
      int titleEnd = one.indexOf('\n');
      String trace = one.substring(titleEnd + 1, one.indexOf(LISTING));
      now.append(now.isEmpty() ? "" : "\n").append(CASE).append(one, 0, titleEnd + 1);
      now.append(trace).append(LISTING).append(listing(trace, exits));
    }
    return now.toString();
  }

  @Test
  void listings() throws IOException, TraceAbort {
    for (Path file : files()) {
      String text = Files.readString(file);
      String now = withListings(text, file.endsWith("exits.txt"));
      if (Boolean.getBoolean("update.golden")) {
        Files.writeString(file, now);
      } else {
        assertEquals(text, now, file.toString());
      }
    }
  }

  @Test
  void everyOperationHasAListing() throws IOException {
    Set<IrOp> missing = EnumSet.allOf(IrOp.class);
    for (Path file : files()) {
      String text = Files.readString(file);
      missing.removeIf(op -> text.contains(op + " ") || text.contains(op + "\n"));
    }
    assertEquals(Set.of(), missing);
  }
}
