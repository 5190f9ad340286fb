package dev.taipan.backend.x86.asm;

/** What the r/m field of a general-purpose instruction can name: a register or a place. */
public sealed interface Rm permits Gpr, Address {}
