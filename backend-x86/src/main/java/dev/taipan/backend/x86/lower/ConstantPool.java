package dev.taipan.backend.x86.lower;

import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.LabelMem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Constants of 64 bits beside the code of one trace, each once, read relative to the instruction
 * pointer. An instruction with such an operand is shorter than one that loads an immediate, and
 * takes no register.
 */
final class ConstantPool {
  private final Map<Long, Label> words = new LinkedHashMap<>();
  private final Map<Long, Label> pairs = new LinkedHashMap<>();

  /** The place that holds {@code value}. */
  LabelMem word(long value) {
    return new LabelMem(words.computeIfAbsent(value, _ -> new Label()));
  }

  /** The 16-byte aligned place that holds {@code value} twice, for packed instructions. */
  LabelMem pair(long value) {
    return new LabelMem(pairs.computeIfAbsent(value, _ -> new Label()));
  }

  void emit(Assembler a) {
    if (!pairs.isEmpty()) {
      a.align(16);
    }
    pairs.forEach(
        (value, label) -> {
          a.bind(label);
          a.quad(value);
          a.quad(value);
        });
    if (!words.isEmpty()) {
      a.align(8);
    }
    words.forEach(
        (value, label) -> {
          a.bind(label);
          a.quad(value);
        });
  }
}
