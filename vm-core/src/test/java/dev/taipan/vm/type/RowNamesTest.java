package dev.taipan.vm.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.object.Exc;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The texts that a start interns its names from say what the rows are called. */
final class RowNamesTest {
  @Test
  void slotsAreNamedAsTheirRows() {
    String rows =
        Arrays.stream(Slot.values())
            .map(slot -> "__" + slot.name().toLowerCase(Locale.ROOT) + "__")
            .collect(Collectors.joining(" "));
    assertEquals(rows, Slot.TEXT);
    for (Slot slot : Slot.values()) {
      assertEquals(slot, Slot.named(slot.pythonName()));
    }
  }

  @Test
  void exceptionsAreNamedAsTheirRows() {
    String rows = Arrays.stream(Exc.values()).map(Exc::name).collect(Collectors.joining(" "));
    assertEquals(rows, Exc.TEXT);
  }
}
