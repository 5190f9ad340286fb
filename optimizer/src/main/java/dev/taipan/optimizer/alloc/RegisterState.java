package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.TraceIr;
import java.util.Arrays;

/** Which register holds which value, at the operation that is being allocated. */
final class RegisterState {
  private static final int REGISTERS = 64;

  private final int[] valueIn = new int[REGISTERS];
  private final int[] registerOf;
  private long occupied;

  RegisterState(int values) {
    registerOf = new int[values];
    Arrays.fill(registerOf, Location.CONSTANT);
    Arrays.fill(valueIn, TraceIr.NONE);
  }

  /** The registers that hold something. */
  long occupied() {
    return occupied;
  }

  /** The register of {@code value}, negative if it has none. */
  int registerOf(int value) {
    return registerOf[value];
  }

  boolean isInRegister(int value) {
    return registerOf[value] >= 0;
  }

  int valueIn(int register) {
    return valueIn[register];
  }

  void bind(int value, int register) {
    valueIn[register] = value;
    registerOf[value] = register;
    occupied |= Location.bit(register);
  }

  void release(int value) {
    int register = registerOf[value];
    if (register >= 0) {
      valueIn[register] = TraceIr.NONE;
      registerOf[value] = Location.CONSTANT;
      occupied &= ~Location.bit(register);
    }
  }
}
