package dev.taipan.vm.code;

/** Says that bytes are not serialized code, or not of this version. */
public final class DamagedCode extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedCode(String message) {
    super(message);
  }
}
