package dev.taipan.optimizer.codemem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CodeMemoryTest {
  private static final InstructionCache CACHE = InstructionCache.COHERENT;

  private static byte[] hex(String bytes) {
    return HexFormat.of().parseHex(bytes);
  }

  private static boolean x86() {
    return System.getProperty("os.arch").equals("amd64");
  }

  @Test
  void writtenFunctionRuns() {
    assumeTrue(x86(), "the bytes are x86-64");
    try (CodeMemory memory = new CodeMemory(1 << 16)) {
      // mov rax,rdi; imul rax,rsi; sub rax,rdx; ret
      NativeEntry entry = memory.entry(hex("4889f8480fafc64829d0c3"), CACHE);
      assertEquals(6 * 7 - 2, entry.enter(6, 7, 2));
      assertEquals(entry, memory.entry(new byte[0], CACHE));
    }
  }

  @Test
  void slotStoresReachRunningCode() {
    assumeTrue(x86(), "the bytes are x86-64");
    try (CodeMemory memory = new CodeMemory(1 << 16)) {
      NativeEntry entry = memory.entry(hex("ffe7"), CACHE); // jmp rdi
      // jmp [rip+2]; two bytes of padding; the slot.
      CodeBlock jumper = memory.install(hex("ff2502000000cccc0000000000000000"), CACHE);
      CodeBlock one = memory.install(hex("b801000000c3"), CACHE); // mov eax,1; ret
      CodeBlock two = memory.install(hex("b802000000c3"), CACHE);
      memory.setSlotRelease(jumper, 8, one.address());
      assertEquals(1, entry.enter(jumper.address(), 0, 0));
      memory.setSlotRelease(jumper, 8, two.address());
      assertEquals(2, entry.enter(jumper.address(), 0, 0));
      assertEquals(two.address(), memory.getSlotAcquire(jumper, 8));
      assertThrows(IndexOutOfBoundsException.class, () -> memory.setSlotRelease(jumper, 16, 0));
    }
  }

  @Test
  void noMappingIsWritableAndExecutable() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.isReadable(maps), "no /proc here");
    try (CodeMemory memory = new CodeMemory(1 << 20)) {
      CodeBlock block = memory.install(new byte[64], CACHE);
      List<String> ours =
          Files.readAllLines(maps).stream().filter(l -> l.contains("taipan-code")).toList();
      assertTrue(ours.stream().anyMatch(l -> l.contains(" rw-s ")), ours.toString());
      String executable = Long.toHexString(block.address());
      assertTrue(
          ours.stream().anyMatch(l -> l.contains(" r-xs ") && l.startsWith(executable)),
          ours.toString());
      assertFalse(ours.stream().anyMatch(l -> l.contains("rwx")), ours.toString());
    }
  }

  @Test
  void blocksAreAlignedAndKeepTheirBytes() {
    try (CodeMemory memory = new CodeMemory(1 << 16)) {
      CodeBlock a = memory.install(new byte[] {1, 2, 3}, CACHE);
      CodeBlock b = memory.install(new byte[] {4}, CACHE);
      assertEquals(0, a.address() % CodeMemory.ALIGNMENT);
      assertEquals(0, b.address() % CodeMemory.ALIGNMENT);
      assertNotEquals(a.address(), b.address());
      assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(memory.bytes(a), 3));
      assertEquals(32, memory.used());
    }
  }

  @Test
  void syncSeesTheBlockBeforeItIsGivenAway() {
    List<Long> seen = new ArrayList<>();
    try (CodeMemory memory = new CodeMemory(4096)) {
      CodeBlock block = memory.install(new byte[20], (x, w, n) -> seen.addAll(List.of(x, w, n)));
      assertEquals(block.address(), seen.get(0));
      assertNotEquals(seen.get(0), seen.get(1));
      assertEquals(20L, seen.get(2));
    }
  }

  @Test
  void limitHolds() {
    try (CodeMemory memory = new CodeMemory(4096)) {
      CodeBlock half = memory.install(new byte[2048], CACHE);
      memory.install(new byte[2048], CACHE);
      assertThrows(CodeMemoryFullException.class, () -> memory.install(new byte[1], CACHE));
      memory.free(half);
      assertEquals(half.address(), memory.install(new byte[2048], CACHE).address());
      assertEquals(4096, memory.limit());
      assertThrows(IllegalStateException.class, () -> new FreeRanges(16).give(0, 16));
    }
  }

  /** Whatever was allocated and freed in whatever order, all memory comes back as one range. */
  @Test
  void freeRangesJoin() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    FreeRanges ranges = new FreeRanges(1 << 20);
    List<long[]> held = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      if (held.isEmpty() || random.nextInt(3) > 0) {
        long bytes = 16L * (1 + random.nextInt(64));
        long offset = ranges.take(bytes);
        for (long[] other : held) {
          boolean apart = offset + bytes <= other[0] || other[0] + other[1] <= offset;
          assertTrue(offset < 0 || apart, "seed " + seed);
        }
        if (offset >= 0) {
          held.add(new long[] {offset, bytes});
        }
      } else {
        long[] block = held.remove(random.nextInt(held.size()));
        ranges.give(block[0], block[1]);
      }
    }
    for (long[] block : held) {
      ranges.give(block[0], block[1]);
    }
    assertEquals(1, ranges.count(), "seed " + seed);
    assertEquals(0, ranges.take(1 << 20), "seed " + seed);
  }
}
