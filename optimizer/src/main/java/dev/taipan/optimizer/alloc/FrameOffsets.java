package dev.taipan.optimizer.alloc;

/** The frame header's fields, as docs/architecture.md section 5 draws them. */
final class FrameOffsets {
  static final int PREVIOUS = 0;
  static final int CODE = 8;
  static final int FUNCTION = 16;
  static final int GLOBALS = 24;
  static final int BUILTINS = 32;
  static final int LOCALS_MAPPING = 40;
  static final int PC = 48;
  static final int SP = 56;
  static final int TOP = 64;
  static final int PROFILE = 72;
  static final int FLAGS = 80;
  static final int FRAME_OBJECT = 88;

  private FrameOffsets() {}
}
