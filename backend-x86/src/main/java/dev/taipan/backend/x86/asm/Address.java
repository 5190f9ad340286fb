package dev.taipan.backend.x86.asm;

/** A place in memory: computed from registers, or beside the code. */
public sealed interface Address extends Rm, XmmRm permits Mem, LabelMem {}
