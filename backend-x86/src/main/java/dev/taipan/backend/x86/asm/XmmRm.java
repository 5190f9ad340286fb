package dev.taipan.backend.x86.asm;

/** What the r/m field of an SSE instruction can name: a register or a place. */
public sealed interface XmmRm permits Xmm, Address {}
