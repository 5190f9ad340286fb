package dev.taipan.vm.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.interp.InterpreterState;
import dev.taipan.vm.thread.ThreadState;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class ApartTest {
  private static final int LINES = 128;

  private static void check(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        long offset = Memory.fieldOffset(type, field.getName());
        assertTrue(offset >= LINES, field + " at " + offset);
      }
    }
  }

  @Test
  void noFieldOfAThreadIsNearItsNeighboursOnTheHeap() {
    check(ThreadState.class);
    check(InterpreterState.class);
  }
}
